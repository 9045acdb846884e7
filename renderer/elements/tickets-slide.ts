import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import './absent-numbers';
import './call-list';
import { otherWords, phraseText } from './phrase-text';
import './rich-text';
import { SlideElement, textSheet } from './slide-element';
import { slideSheet, slideSheetStyles } from './slide-sheet';

/** The calls over the whole stage, readable from the back of the lobby. Without a number to show, the calm words for that. */
@customElement('tickets-slide')
export class TicketsSlide extends SlideElement<'tickets'> {
  static override styles = [
    ...SlideElement.styles,
    slideSheetStyles,
    css`
      .absent {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 1.2em;
        font-size: var(--s);
        font-weight: 700;
        line-height: 1.3;
      }

      .absent .label {
        color: var(--second);
        font-weight: 400;
      }

      .absent .other {
        display: var(--spare, inline);
        margin-left: 0.5em;
      }

      .quiet {
        display: grid;
        place-content: center;
        font-size: calc(1.2 * var(--floor) + (min(8cqw, 14cqh) - 1.2 * var(--floor)) * var(--fit, 1));
        font-weight: 700;
        line-height: 1.3;
        text-align: center;
        text-wrap: balance;
      }
    `,
  ];

  override render() {
    const { body, blocks, apart } = this.shown;
    if (apart) return textSheet(this.shown);
    const { tickets } = body;
    const parts = html`<div class="parts" data-box>
      ${
        tickets?.kind === 'calls' && tickets.calls.length > 0
          ? html`<div class="rest"><call-list wide .calls=${tickets.calls}></call-list></div>`
          : html`<div class="rest quiet" data-box>
              ${tickets?.kind === 'quiet' ? html`<p>${phraseText(tickets.text.main)}${otherWords(tickets.text)}</p>` : null}
            </div>`
      }
      ${
        tickets?.kind === 'calls' && tickets.absent !== null
          ? html`<p class="absent"><span class="label">${phraseText(tickets.absent.label.main)}${otherWords(tickets.absent.label)}</span><absent-numbers .absent=${tickets.absent} .ems=${20}></absent-numbers></p>`
          : null
      }
      ${blocks.length === 0 ? null : html`<rich-text class="second" data-text .blocks=${blocks}></rich-text>`}
    </div>`;
    return slideSheet(this.shown, parts);
  }
}
