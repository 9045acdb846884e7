import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { inTurn, langOf } from './phrase-text';
import './rich-text';
import { SlideElement } from './slide-element';
import { slideSheet, slideSheetStyles } from './slide-sheet';

/** A title and its text, as large as there is room for; a two-dimensional code beside it, below it on a tall stage. */
@customElement('notice-slide')
export class NoticeSlide extends SlideElement<'notice'> {
  static override styles = [
    ...SlideElement.styles,
    slideSheetStyles,
    css`
      :host {
        --text-max: max(calc(1.45 * var(--target)), calc(70 * var(--u)));
        --code: calc((250 + 90 * var(--fit, 1)) * var(--u));
      }

      .body {
        gap: calc(2 * var(--g));
      }

      /* In the middle of its room, where it has more than it takes. */
      .text {
        display: flex;
        flex-direction: column;
        justify-content: center;
      }
    `,
  ];

  override render() {
    const { blocks, translations = [] } = this.shown;
    const others = translations.map(
      (other) =>
        html`<rich-text class="translation spare-first" lang=${langOf(other.language)} .blocks=${other.blocks}></rich-text>`,
    );
    const text = html`<div class="text" data-box><div data-text><rich-text .blocks=${blocks}></rich-text>${inTurn(others)}</div></div>`;
    return slideSheet(this.shown, text);
  }
}
