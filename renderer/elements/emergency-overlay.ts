import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OverlayScene } from '../domain/scene';
import { base } from './base';
import { choiceStyles } from './choice-styles';
import { FitController } from './fit-controller';
import { overlayStyles } from './overlay-styles';
import { phraseText } from './phrase-text';

/** The emergency cards to choose from, and the question before one takes the screen. The keyboard answers. */
@customElement('emergency-overlay')
export class EmergencyOverlay extends LitElement {
  static override styles = [
    base,
    overlayStyles,
    choiceStyles,
    css`
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
