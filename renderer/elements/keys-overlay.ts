import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OverlayScene } from '../domain/scene';
import { base } from './base';
import { FitController } from './fit-controller';
import { overlayStyles } from './overlay-styles';
import { phraseText } from './phrase-text';
import { problemList, problemStyles } from './problem-list';
import { staffList } from './staff-list';

/** The keys and what they do, the folder's problems, the version. */
@customElement('keys-overlay')
export class KeysOverlay extends LitElement {
  static override styles = [
    base,
    overlayStyles,
    problemStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.35em 0.8em;
      }

      dt {
        white-space: nowrap;
      }

      @container (orientation: landscape) {
        dl {
          grid-template-columns: auto minmax(0, 1fr) auto minmax(0, 1fr);
        }
      }

      .version {
        color: var(--second);
        font-size: var(--floor);
      }
    `,
  ];

  @property({ attribute: false }) overlay!: Extract<OverlayScene, { kind: 'keys' }>;

  constructor() {
    super();
    new FitController(this);
  }

  override render() {
    const { keys, staff, feed, problems, version } = this.overlay;
    return html`<div role="dialog" aria-label="キーの案内" data-box>
      <h2>キーの案内</h2>
      <dl>
        ${keys.map((entry) => html`<dt>${entry.keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${phraseText(entry.does)}</dd>`)}
      </dl>
      ${staffList(staff)} ${problemList(problems)}
      <p class="version">${feed === null ? null : phraseText(`${feed}　`)}${version}</p>
    </div>`;
  }
}
