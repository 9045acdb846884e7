import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OverlayScene } from '../domain/scene';
import { base } from './base';
import { FitController } from './fit-controller';
import { overlayStyles } from './overlay-styles';
import { phraseText } from './phrase-text';

/** The emergency cards to choose from, and the question before one takes the screen. The keyboard answers. */
@customElement('emergency-overlay')
export class EmergencyOverlay extends LitElement {
  static override styles = [
    base,
    overlayStyles,
    css`
      ol {
        display: flex;
        flex-direction: column;
        gap: 0.25em;
      }

      li {
        display: grid;
        grid-template-columns: 1.2em auto minmax(0, 1fr);
        align-items: center;
        gap: 0 0.5em;
        padding: 0.2em 0.5em;
        border-radius: 0.3em;
      }

      .selected {
        background: var(--accent-fill);
        color: var(--on-fill);
        font-weight: 700;
      }

      .selected kbd {
        color: var(--ink);
      }

      .question {
        padding: 0.4em 0.6em;
        border: calc(2 * var(--stroke)) solid var(--urgent);
        border-radius: 0.3em;
        color: var(--urgent);
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) overlay!: Extract<OverlayScene, { kind: 'emergency' }>;

  constructor() {
    super();
    new FitController(this);
  }

  override render() {
    const { cards, selected, question, hint } = this.overlay;
    return html`<div role="dialog" aria-label="緊急の案内" data-box>
      <h2>緊急の案内</h2>
      <ol>
        ${cards.map(
          (title, index) =>
            html`<li class=${index === selected ? 'selected' : ''} aria-current=${index === selected ? 'true' : 'false'} data-piece>
              <span aria-hidden="true">${index === selected ? '●' : ''}</span><kbd>${index + 1}</kbd><span>${phraseText(title)}</span>
            </li>`,
        )}
      </ol>
      ${question === null ? null : html`<p class="question" role="alert">${phraseText(question)}</p>`}
      <p>${phraseText(hint)}</p>
    </div>`;
  }
}
