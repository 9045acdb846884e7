import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { create } from 'qrcode';
import type { Words } from '../domain/scene';
import { base } from './base';
import { otherWords, phraseText } from './phrase-text';

/** Light modules around the code (JIS X 0510). */
const QUIET = 4;
/** A longer address is not copied by hand: its host stands there. */
const LONGEST_ADDRESS = 40;

/** A two-dimensional code with what it leads to: black on white, error level M, never scaled by halves of a module's edge. */
@customElement('two-dimensional-code')
export class TwoDimensionalCode extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: calc(8 * var(--u));
        padding: calc(8 * var(--u)) calc(24 * var(--u)) calc(20 * var(--u));
        border: var(--hair) solid var(--line);
        border-radius: var(--radius);
        background: var(--panel);
        text-align: center;
        font-size: var(--s, var(--small));
        line-height: 1.3;
      }

      svg {
        width: var(--code, calc(320 * var(--u)));
        height: var(--code, calc(320 * var(--u)));
        flex: none;
      }

      .words {
        display: flex;
        flex-direction: column;
        gap: calc(8 * var(--u));
        min-width: 0;
      }

      .caption {
        font-weight: 700;
      }

      @container (aspect-ratio < 1.3) {
        :host {
          flex-direction: row;
          padding: calc(6 * var(--u)) calc(28 * var(--u)) calc(6 * var(--u)) calc(6 * var(--u));
        }
      }

      .address,
      .other {
        color: var(--second);
        font-size: var(--floor);
      }

      .address {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() url = '';
  @property({ attribute: false }) caption!: Words;

  override render() {
    const code = drawn(this.url);
    if (code === null) return null;
    return html`<svg viewBox="0 0 ${code.size} ${code.size}" shape-rendering="crispEdges" role="img" aria-label="二次元コード">
        <rect width=${code.size} height=${code.size} fill="#ffffff"></rect>
        ${svg`<path d=${code.path} fill="#000000"></path>`}
      </svg>
      <div class="words"><p class="caption">${phraseText(this.caption.main)}${otherWords(this.caption)}</p>
      <p class="address spare" lang="en" data-piece>${addressOf(this.url)
        .split(/(?<=[/?&=.-])/)
        .map((part) => html`${part}<wbr />`)}</p></div>`;
  }
}

/** Runs of dark modules as one path; null for a text that no code can hold. */
function drawn(text: string): { readonly size: number; readonly path: string } | null {
  try {
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    const { size } = modules;
    let path = '';
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        if (modules.get(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
      }
    }
    return { size: size + 2 * QUIET, path };
  } catch {
    return null;
  }
}

/** example.jp/mynapoint, or the host alone. */
function addressOf(url: string): string {
  const bare = url.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return bare.length <= LONGEST_ADDRESS ? bare : (bare.split('/')[0] ?? bare);
}
