import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Block, Inline } from '../domain/content/block';
import type { SlideBody, SlideTranslationScene } from '../domain/scene';
import { inlineText, inTurn, langOf } from './phrase-text';
import './rich-text';
import { SlideElement } from './slide-element';
import { slideSheet, slideSheetStyles } from './slide-sheet';

/** Two to four sections side by side, each a card of its own. */
@customElement('cards-slide')
export class CardsSlide extends SlideElement<'cards'> {
  static override styles = [
    ...SlideElement.styles,
    slideSheetStyles,
    css`
      :host {
        --text-max: max(calc(1.1 * var(--target)), calc(54 * var(--u)));
      }

      .cards {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        gap: calc(1.1 * var(--g));
      }

      .card {
        display: flex;
        flex-direction: column;
        min-height: 0;
        padding: var(--g) calc(1.2 * var(--g));
        border: var(--hair) solid var(--line);
        border-top: calc(3.5 * var(--stroke)) solid var(--accent);
        border-radius: var(--radius);
        background: var(--panel);
      }

      .inner {
        display: flex;
        flex: 1;
        flex-direction: column;
        gap: calc(0.6 * var(--g));
        min-height: 0;
      }

      h2 {
        color: var(--accent);
        font-size: calc(1.12 * var(--t));
        font-weight: 700;
        line-height: 1.3;
        text-wrap: balance;
      }

      .amount {
        font-size: calc(1.6 * var(--t));
        font-weight: 700;
        line-height: 1.2;
      }

      @container (aspect-ratio >= 1.3) {
        /* As many columns as cards, fewer where the letters are large for the stage. */
        .count-3 {
          grid-template-columns: repeat(auto-fit, minmax(max(30%, calc(9.5 * var(--floor))), 1fr));
        }

        .count-2,
        .count-4 {
          grid-template-columns: repeat(auto-fit, minmax(max(40%, calc(9.5 * var(--floor))), 1fr));
        }
      }

      /* Beside the tickets three columns would be narrow: three rows, what it is on the left. So would be two between tickets and a code. */
      @container (1.3 <= aspect-ratio < 2) {
        .count-2.linked,
        .count-3 {
          grid-template-columns: minmax(0, 1fr);
        }

        .count-3 {
          grid-auto-rows: minmax(0, 1fr);
          align-content: stretch;
        }

        .count-3 .card {
          border-top: var(--hair) solid var(--line);
          border-left: calc(3.5 * var(--stroke)) solid var(--accent);
        }

        .count-3 .inner {
          flex-direction: row;
          align-items: center;
          gap: calc(1.2 * var(--g));
        }

        .count-3 .amount {
          font-size: calc(1.9 * var(--t));
        }

        .count-3 h2 {
          flex: 0 0 34%;
        }

        .count-3 .says {
          flex: 1;
          min-width: 0;
        }
      }
    `,
  ];

  override render() {
    const { body, blocks, link, translations = [] } = this.shown;
    const cards = body.cards.map((of, index) => card(of, index, translations));
    return slideSheet(
      this.shown,
      html`<div class="cards count-${Math.min(cards.length, 4)} ${link === null ? '' : 'linked'}" data-box>${cards}</div>`,
      blocks,
    );
  }
}

type Card = Extract<SlideBody, { kind: 'cards' }>['cards'][number];

function card({ heading, blocks }: Card, index: number, translations: readonly SlideTranslationScene[]) {
  const amount = amountOf(blocks[0]);
  return html`<div class="card">
    <div class="inner" data-box>
      <h2>${inlineText(heading)}</h2>
      <div class="says">
        ${amount === null ? null : html`<p class="amount">${inlineText(amount)}</p>`}
        <rich-text .blocks=${amount === null ? blocks : blocks.slice(1)}></rich-text>
        ${inTurn(translations.map((other) => otherCard(other, index)))}
      </div>
    </div>
  </div>`;
}

/** The same card in another language. */
function otherCard({ language, body }: SlideTranslationScene, index: number) {
  const other = body.kind === 'cards' ? body.cards[index] : undefined;
  if (other === undefined) return null;
  return html`<div class="other spare-first" lang=${langOf(language)}>
    <strong>${inlineText(other.heading)}</strong><rich-text .blocks=${other.blocks}></rich-text>
  </div>`;
}

/** A first paragraph that is bold throughout is what the card is about: 最大5,000円相当. */
function amountOf(block: Block<string> | undefined): readonly Inline<string>[] | null {
  return block?.kind === 'paragraph' && block.children.every(({ kind }) => kind === 'strong') ? block.children : null;
}
