import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { ChecklistItem, SlideTranslationScene } from '../domain/scene';
import { inlineText, inTurn, langOf, otherWords, phraseText } from './phrase-text';
import { SlideElement } from './slide-element';
import { slideSheet, slideSheetStyles } from './slide-sheet';

/** More rows than this stand in two columns where the stage is wide. */
const ONE_COLUMN = 5;

/** What to have with you: a numbered row for each thing, its note, and 「該当する方のみ」 where it does not concern everyone. */
@customElement('checklist-slide')
export class ChecklistSlide extends SlideElement<'checklist'> {
  static override styles = [
    ...SlideElement.styles,
    slideSheetStyles,
    css`
      :host {
        --text-max: max(calc(1.1 * var(--target)), calc(52 * var(--u)));
        /* The fewer the things, the larger they are written. */
        --row: calc(3.6 * var(--t));
        --code: calc((237 + 50 * var(--fit, 1)) * var(--u));
      }

      ol {
        display: grid;
        grid-auto-rows: minmax(min-content, var(--row));
        align-content: start;
        gap: calc(0.75 * var(--g));
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(0.15 * var(--t)) calc(0.55 * var(--t));
        min-width: 0;
        padding: calc(0.22 * var(--t)) calc(0.6 * var(--t));
        border: var(--hair) solid var(--line);
        border-radius: var(--radius);
        background: var(--panel);
      }

      .few {
        font-size: calc(var(--floor) + (1.45 * var(--text-max) - var(--floor)) * var(--fit, 1));
        --t: 1em;
        align-content: center;
      }

      .number {
        flex: none;
        width: 1.75em;
        height: 1.75em;
        border-radius: 50%;
        background: var(--accent-fill);
        color: var(--on-fill);
        font-weight: 700;
        line-height: 1.75;
        text-align: center;
      }

      .item {
        flex: 1 1 13em;
        display: flex;
        align-items: center;
        gap: calc(0.55 * var(--t));
        min-width: 0;
      }

      .words {
        flex: 1;
        min-width: 0;
        line-height: 1.3;
      }

      .thing {
        font-weight: 700;
      }

      .note {
        color: var(--second);
        font-size: var(--s);
      }

      .only {
        flex: none;
        margin-left: auto;
        padding: 0.2em 0.6em;
        border: var(--stroke) solid var(--soon);
        border-radius: 0.4em;
        background: var(--soon-tint);
        color: var(--soon);
        font-size: var(--s);
        font-weight: 700;
        line-height: 1.25;
        text-align: center;
        white-space: nowrap;
      }

      .only .other {
        color: inherit;
        font-size: var(--floor);
      }

      @container (aspect-ratio >= 1.3) {
        .many {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
      }
    `,
  ];

  override render() {
    const { body, blocks, link, page, translations = [] } = this.shown;
    const classes = {
      many: body.items.length > ONE_COLUMN && link === null,
      few: body.items.length < 3 && page === undefined,
    };
    const rows = html`<ol class=${classMap(classes)} data-box>${body.items.map((item, index) => row(item, index, translations))}</ol>`;
    return slideSheet(this.shown, rows, blocks);
  }
}

function row({ number, thing, note, conditional }: ChecklistItem, index: number, translations: readonly SlideTranslationScene[]) {
  return html`<li data-piece>
    <div class="item">
      <span class="number" aria-hidden="true">${number}</span>
      <div class="words" data-box>
        <p class="thing">${inlineText(thing)}</p>
        ${note.length === 0 ? null : html`<p class="note">${inlineText(note)}</p>`}
        ${inTurn(translations.map((other) => otherItem(other, index)))}
      </div>
    </div>
    ${conditional === null ? null : html`<p class="only">${phraseText(conditional.main)}${otherWords(conditional)}</p>`}
  </li>`;
}

/** The same thing in another language. */
function otherItem({ language, body }: SlideTranslationScene, index: number) {
  const item = body.kind === 'checklist' ? body.items[index] : undefined;
  return item === undefined ? null : html`<p class="other spare-first" lang=${langOf(language)}>${inlineText(item.thing)}</p>`;
}
