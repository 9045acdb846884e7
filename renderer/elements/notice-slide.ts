import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { langOf } from './phrase-text';
import './rich-text';
import { SlideElement } from './slide-element';
import './slide-title';
import './two-dimensional-code';

/** A title and its text, as large as there is room for; a two-dimensional code beside it, below it on a tall stage. */
@customElement('notice-slide')
export class NoticeSlide extends SlideElement<'notice'> {
  static override styles = [
    ...SlideElement.styles,
    css`
      :host {
        --text-max: max(calc(1.45 * var(--target)), calc(70 * var(--u)));
        --code: calc((250 + 90 * var(--fit, 1)) * var(--u));
      }

      .rest {
        display: grid;
        grid-template-columns: 1fr;
        grid-template-rows: minmax(0, 1fr);
        gap: calc(2 * var(--g));
      }

      .text {
        align-self: center;
        max-height: 100%;
      }

      .linked {
        grid-template-columns: minmax(0, 1fr) auto;
      }

      two-dimensional-code {
        align-self: center;
        max-width: var(--code-box, calc(1.45 * var(--code)));
      }

      @container (aspect-ratio < 1.3) {
        two-dimensional-code {
          --code-box: 100%;
        }

        .linked {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: minmax(0, 1fr) auto;
          justify-items: center;
        }

        .linked .text {
          justify-self: stretch;
        }
      }
    `,
  ];

  override render() {
    const { title, blocks, link, page, translations = [] } = this.shown;
    return html`<div class="sheet" data-box>
      <slide-title .words=${title} .page=${page}></slide-title>
      <div class="rest ${link === null ? '' : 'linked'}" data-box>
        <div class="text" data-box data-text>
          <rich-text .blocks=${blocks}></rich-text>
          ${translations.map(
            (other) =>
              html`<rich-text class="translation spare-first" lang=${langOf(other.language)} .blocks=${other.blocks}></rich-text>`,
          )}
        </div>
        ${link === null ? null : html`<two-dimensional-code .url=${link.url} .caption=${link.caption}></two-dimensional-code>`}
      </div>
    </div>`;
  }
}
