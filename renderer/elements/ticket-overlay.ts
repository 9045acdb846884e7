import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OverlayScene } from '../domain/scene';
import { base } from './base';
import { FitController } from './fit-controller';
import { overlayStyles } from './overlay-styles';
import { phraseText } from './phrase-text';

/** Asks for the ticket called now, and for its counter. The keyboard answers; the field that takes the next character is framed. */
@customElement('ticket-overlay')
export class TicketOverlay extends LitElement {
  static override styles = [
    base,
    overlayStyles,
    css`
      .fields {
        display: flex;
        gap: calc(1.2 * var(--o));
      }

      .name {
        font-weight: 700;
      }

      .value {
        display: flex;
        align-items: center;
        justify-content: center;
        min-width: 3.4em;
        height: 1.5em;
        padding: 0 0.2em;
        border: var(--stroke) solid var(--line);
        border-radius: 0.15em;
        font-size: calc(2.6 * var(--o));
        font-weight: 700;
        line-height: 1.2;
        white-space: nowrap;
      }

      .counter .value {
        min-width: 2em;
      }

      .active .value {
        border: calc(2 * var(--stroke)) solid var(--accent);
        background: var(--fresh);
      }

      /* Where the next character goes; it stands still, for nothing blinks here. */
      .active .value::after {
        width: 0.08em;
        height: 1em;
        margin-left: 0.06em;
        background: var(--accent);
        content: '';
      }

      .standing {
        color: var(--second);
      }

      .feed {
        color: var(--soon);
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) overlay!: Extract<OverlayScene, { kind: 'ticket' }>;

  constructor() {
    super();
    new FitController(this);
  }

  override render() {
    const { label, counter, field, standing, feed } = this.overlay;
    return html`<div role="dialog" aria-label="番号の手入力" data-box>
      <h2>いま呼んでいる番号</h2>
      <div class="fields" role="status">
        ${fieldTemplate('番号', label, 'label', field)}${fieldTemplate('窓口（なくてもよい）', counter, 'counter', field)}
      </div>
      ${standing.length === 0 ? null : html`<p class="standing">${phraseText(`いま出ている手入力：${standing.join('、')}`)}</p>`}
      ${feed === null ? null : html`<p class="feed">${phraseText(feed)}</p>`}
      <p><kbd>Enter</kbd> ${phraseText(doesText(label, counter))}　<kbd>スペース</kbd> 窓口へ　<kbd>T</kbd> 打ち直す　<kbd>Esc</kbd> やめる</p>
    </div>`;
  }
}

function fieldTemplate(name: string, value: string, own: 'label' | 'counter', active: 'label' | 'counter'): TemplateResult {
  return html`<div class="${own} ${own === active ? 'active' : ''}">
    <p class="name">${phraseText(name)}</p>
    <p class="value">${value}</p>
  </div>`;
}

/** What Enter will do. */
function doesText(label: string, counter: string): string {
  if (label !== '') return '出す';
  return counter === '' ? '手入力をすべて消す' : `窓口 ${counter} の番号を消す`;
}
