import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { base } from './base';
import { overlayStyles } from './overlay-styles';

/** Asks whether the display shall really end. The keyboard answers. */
@customElement('leave-overlay')
export class LeaveOverlay extends LitElement {
  static override styles = [
    base,
    overlayStyles,
    css`
      h2 {
        font-size: max(var(--title), calc(1.4 * var(--floor)));
      }

      p {
        font-size: var(--text);
      }
    `,
  ];

  override render() {
    return html`<div role="dialog" aria-label="表示の終了" data-box>
      <h2>表示を終了しますか？</h2>
      <p><kbd>Enter</kbd> 終了する　<kbd>Esc</kbd> 表示を続ける</p>
    </div>`;
  }
}
