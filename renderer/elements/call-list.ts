import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CallView } from '../domain/scene';
import { base } from './base';
import './digit-figure';

/**
 * The called tickets with their counters, newest first. One is huge in its frame; up to five share the room, the newest framed.
 * Fills its place; the numbers are as large as that allows. `wide`: two columns from three calls on.
 */
@customElement('call-list')
export class CallList extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-height: 0;
        height: 100%;
      }

      ol {
        display: grid;
        grid-template-rows: minmax(0, var(--first, 1fr));
        grid-auto-rows: minmax(0, 1fr);
        gap: calc(12 * var(--u));
        height: 100%;
      }

      li {
        container-type: size;
        min-width: 0;
        min-height: 0;
        border: var(--hair) solid var(--tint-line);
        border-radius: calc(1.2 * var(--radius));
        background: var(--panel);
      }

      li:first-child {
        border: calc(1.7 * var(--stroke)) solid var(--accent);
      }

      li.fresh {
        border: calc(2.6 * var(--stroke)) solid var(--urgent);
        background: var(--fresh);
      }

      /* One column of numbers, one of counters, so that the eye runs down either, as on a departure board. */
      .call {
        display: grid;
        grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr);
        align-items: center;
        gap: 0 5cqw;
        height: 100%;
        padding: 0 4cqw 0 3cqw;
        line-height: 1.1;
      }

      .label {
        display: flex;
        align-items: baseline;
        justify-content: flex-end;
        font-weight: 700;
        white-space: nowrap;
      }

      .label digit-figure {
        font-size: max(var(--floor), min((55cqw - 1.15 * var(--sign)) / var(--ems), 86cqh));
        line-height: 0.92;
      }

      /* C-45 has no sign behind it. */
      .label {
        --sign: 0px;
      }

      .numbered {
        --sign: max(var(--floor), min(7cqw, 16cqh));
      }

      .unit {
        width: 1.1em;
        font-size: var(--sign);
        text-align: center;
      }

      /* A long one (まどぐち 12) stands in two lines. */
      .counter {
        color: var(--accent);
        font-weight: 700;
        font-size: max(var(--floor), min(8.6cqw, 62cqh));
      }

      .fresh .counter {
        color: var(--urgent);
      }

      /* In a frame that is not long the counter stands below its number: both have more room. */
      @container (aspect-ratio < 3) {
        .call {
          grid-template-columns: minmax(0, 1fr);
          align-content: center;
          justify-items: center;
          gap: 3cqh;
          padding: 0;
        }

        .label digit-figure {
          font-size: max(var(--floor), min((92cqw - 1.15 * var(--sign)) / var(--ems), 60cqh));
        }

        .counter {
          font-size: max(var(--floor), min(13cqw, 27cqh));
        }
      }

      .alone .call {
        grid-template-columns: minmax(0, 1fr);
        align-content: center;
        justify-items: center;
        gap: 3cqh;
        padding: 0;
      }

      /* The last digit's cell has room for a little of the sign behind it. */
      .alone .label digit-figure {
        font-size: max(var(--floor), min((97cqw - var(--sign)) / var(--ems), 78cqh));
      }

      .alone .unit {
        width: 1em;
        margin-inline-start: -0.15em;
      }

      .alone .counter {
        font-size: max(var(--floor), min(13cqw, 18cqh));
      }

      :host([wide]) .count-3,
      :host([wide]) .count-4,
      :host([wide]) .count-5 {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }

      :host([wide]) .count-3 li:first-child,
      :host([wide]) .count-5 li:first-child {
        grid-column: 1 / -1;
      }
    `,
  ];

  @property({ attribute: false }) calls: readonly CallView[] = [];
  @property({ type: Boolean, reflect: true }) wide = false;

  protected override updated(_changed: PropertyValues<this>): void {
    this.style.setProperty('--first', this.calls.length > 2 && this.calls.length !== 4 ? '1.5fr' : '1fr');
  }

  override render(): TemplateResult {
    const alone = this.calls.length === 1;
    return html`<ol class="count-${this.calls.length} ${alone ? 'alone' : ''}">${this.calls.map(call)}</ol>`;
  }
}

function call({ label, counter, fresh }: CallView): TemplateResult {
  const isNumber = /^\d+$/.test(label);
  return html`<li class=${fresh ? 'fresh' : ''}>
    <div class="call" data-box>
      <span class="label ${isNumber ? 'numbered' : ''}"><digit-figure .text=${label}></digit-figure>${isNumber ? html`<span class="unit">番</span>` : null}</span>
      ${counter === null ? null : html`<span class="counter">${counter}</span>`}
    </div>
  </li>`;
}
