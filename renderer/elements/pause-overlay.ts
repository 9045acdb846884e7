import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OverlayScene } from '../domain/scene';
import { base } from './base';
import { choiceStyles } from './choice-styles';
import { FitController } from './fit-controller';
import { overlayStyles } from './overlay-styles';
import { phraseText } from './phrase-text';

/** The reasons of a pause to choose from, and how long it shall last. The keyboard answers. */
@customElement('pause-overlay')
export class PauseOverlay extends LitElement {
  static override styles = [
    base,
    overlayStyles,
    choiceStyles,
    css`
      .length {
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) overlay!: Extract<OverlayScene, { kind: 'pause' }>;

  constructor() {
    super();
    new FitController(this);
  }

  override render() {
    const { reasons, selected, minutes, resumes } = this.overlay;
    return html`<div role="dialog" aria-label="窓口の休止" data-box>
      <h2>窓口を休止します</h2>
      <ol>
        ${reasons.map(
          (reason, index) =>
            html`<li class=${index === selected ? 'selected' : ''} aria-current=${index === selected ? 'true' : 'false'}>
              <span aria-hidden="true">${index === selected ? '●' : ''}</span><kbd>${index + 1}</kbd><span>${phraseText(reason)}</span>
            </li>`,
        )}
      </ol>
      <p class="length"><kbd>←</kbd> ${minutes}分 <kbd>→</kbd>　${phraseText(resumes === '' ? '' : `${resumes}に自動で再開します`)}</p>
      <p><kbd>Enter</kbd> 休止する　<kbd>Esc</kbd> やめる　<kbd>↑</kbd><kbd>↓</kbd> 理由を選ぶ</p>
    </div>`;
  }
}
