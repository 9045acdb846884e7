import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OverlayScene } from '../domain/scene';
import { base } from './base';
import { overlayStyles } from './overlay-styles';
import { phraseText } from './phrase-text';

type Leave = Extract<OverlayScene, { kind: 'leave' }>;

/** The longest PIN has room. */
const PLACES = 8;

/** Asks whether the display shall really end, and for the PIN where one is set: a dot for each digit typed. The keyboard answers. */
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

      .pin {
        display: flex;
        align-items: center;
        gap: calc(0.5 * var(--o));
        min-height: 2em;
        padding: 0 calc(0.6 * var(--o));
        border: calc(2 * var(--stroke)) solid var(--accent);
        border-radius: 0.25em;
        background: var(--fresh);
      }

      .pin span {
        width: 0.7em;
        height: 0.7em;
        border: var(--stroke) solid var(--second);
        border-radius: 50%;
      }

      .pin .typed {
        border-color: var(--ink);
        background: var(--ink);
      }

      .wrong {
        color: var(--urgent);
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) overlay!: Leave;

  override render() {
    const { pin } = this.overlay;
    return html`<div role="dialog" aria-label="表示の終了" data-box>
      <h2>表示を終了しますか？</h2>
      ${pin === null ? null : pinTemplate(pin)}
      <p><kbd>Enter</kbd> 終了する　<kbd>Esc</kbd> 表示を続ける</p>
    </div>`;
  }
}

function pinTemplate({ typed, waitMs }: NonNullable<Leave['pin']>): TemplateResult {
  const places = Array.from({ length: PLACES }, (_, place) => html`<span class=${place < typed ? 'typed' : ''}></span>`);
  const says =
    waitMs === null
      ? html`<p>${phraseText('暗証番号を数字で打ってください')}</p>`
      : html`<p class="wrong">${phraseText(`暗証番号が違います。${waitText(waitMs)}、入力できません`)}</p>`;
  return html`${says}<div class="pin" role="status" aria-label=${`${typed}桁`}>${places}</div>`;
}

/** 5秒間, 3分間 */
function waitText(waitMs: number): string {
  const seconds = Math.ceil(waitMs / 1_000);
  return seconds < 60 ? `${seconds}秒間` : `${Math.ceil(seconds / 60)}分間`;
}
