import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { pagesKeyOf } from '../domain/emergency';
import type { EmergencyScene, SlideScene } from '../domain/scene';
import { base } from './base';
import { drawNow } from './measure';
import { PageController } from './page-controller';
import './page-mark';
import { langOf, phraseText, spokenWords } from './phrase-text';
import './rich-text';

/**
 * A pre-approved card over the whole screen: black on yellow in a black frame, in every dress of the screen the same, so that it is
 * known at once. An exercise says so first, in words and in a striped band. A text too long for the smallest legible size is in pages.
 */
@customElement('emergency-view')
export class EmergencyView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        --t: calc(var(--floor) + (max(2.2 * var(--target), calc(110 * var(--u))) - var(--floor)) * var(--fit, 1));
        --s: calc(var(--floor) + (max(var(--target), calc(52 * var(--u))) - var(--floor)) * var(--fit, 1));
        position: absolute;
        inset: 0;
        display: block;
        padding: calc(32 * var(--u));
        background: #000000;
        color: #000000;
        font-size: var(--t);
        line-height: 1.4;
      }

      section {
        display: flex;
        flex-direction: column;
        gap: calc(28 * var(--u));
        height: 100%;
        padding: calc(48 * var(--u)) calc(64 * var(--u));
        background: #fff100;
      }

      .drill {
        align-self: flex-start;
        padding: 0.15em 0.7em;
        background: #000000;
        color: #fff100;
        font-weight: 700;
        line-height: 1.3;
      }

      .head {
        display: flex;
        align-items: flex-start;
        justify-content: space-between;
        gap: calc(24 * var(--u));
      }

      page-mark {
        --s: var(--floor);
        --line: #000000;
        --panel: #fff100;
        --second: #000000;
      }

      h1 {
        font-size: calc(2.3 * var(--t));
        font-weight: 700;
        line-height: 1.15;
        text-wrap: balance;
      }

      rich-text {
        font-weight: 700;
      }

      .others {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 40%), 1fr));
        gap: calc(12 * var(--u)) calc(64 * var(--u));
        margin-top: auto;
        padding-top: calc(20 * var(--u));
        border-top: calc(2 * var(--stroke)) solid #000000;
        font-size: var(--s);
        line-height: 1.3;
        overflow-wrap: normal;
        text-wrap: balance;
      }

      .others:empty {
        display: none;
      }

      .whole {
        white-space: nowrap;
      }

      .corner {
        flex: none;
        display: flex;
        flex-direction: column;
        align-items: flex-end;
        gap: calc(12 * var(--u));
      }

      .since {
        font-size: var(--s);
        line-height: 1.2;
        white-space: nowrap;
      }

      @container (orientation: portrait) {
        .head {
          flex-direction: column;
        }

        .corner {
          flex-direction: row;
          justify-content: space-between;
          width: 100%;
        }

        .others {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  @property({ attribute: false }) card!: EmergencyScene;

  private shown!: SlideScene;
  private readonly pages = new PageController(this, 0, 0.3);

  /** The card's text, as the pages know it. */
  get slide(): SlideScene {
    const { id, title, blocks, page } = this.card;
    return { id: pagesKeyOf(id), title, body: { kind: 'notice' }, blocks, link: null, ...(page === undefined ? {} : { page }) };
  }

  draw(shown: SlideScene): void {
    this.shown = shown;
    this.requestUpdate();
    drawNow(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('card')) this.shown = this.pages.shownOf(this.slide);
  }

  override render() {
    const { id, title, drill, since } = this.card;
    const { blocks, page } = this.shown;
    return html`<section role="alert" aria-label=${spokenWords(title)} data-emergency=${id} data-box>
      ${drill ? html`<p class="drill">訓練です <span lang="en">DRILL</span></p>` : null}
      <div class="head">
        <h1>${phraseText(title.main)}</h1>
        <div class="corner">
          ${since === '' ? null : html`<p class="since">${phraseText(since)}</p>`}
          <page-mark .page=${page}></page-mark>
        </div>
      </div>
      <rich-text .blocks=${blocks}></rich-text>
      <div class="others" data-box>
        ${title.others.map(({ language, text }) => html`<p lang=${langOf(language)} data-piece>${withWholeWords(text)}</p>`)}
      </div>
    </section>`;
  }
}

/** A browser may break a line at a hyphen: Abaixe-se stays one word. */
function withWholeWords(text: string): readonly unknown[] {
  return text.split(/(\S+-\S+)/).map((part, index) => (index % 2 === 0 ? part : html`<span class="whole">${part}</span>`));
}
