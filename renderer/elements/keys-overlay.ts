import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { problemText } from '../domain/result';
import type { OverlayScene } from '../domain/scene';
import { base } from './base';
import { FitController } from './fit-controller';
import { overlayStyles } from './overlay-styles';
import { phraseText } from './phrase-text';

/** As many problems as can be read at once; the rest are counted. */
const PROBLEMS_SHOWN = 5;

/** The keys and what they do, the folder's problems, the version. */
@customElement('keys-overlay')
export class KeysOverlay extends LitElement {
  static override styles = [
    base,
    overlayStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.35em 1.2em;
      }

      .problems {
        padding-top: 0.5em;
        border-top: var(--hair) solid var(--line);
      }

      h3 {
        font-weight: 700;
      }

      .error {
        color: var(--urgent);
      }

      .warning {
        color: var(--soon);
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
    const { keys, problems, version } = this.overlay;
    const more = problems.length - PROBLEMS_SHOWN;
    return html`<div role="dialog" aria-label="キーの案内" data-box>
      <h2>キーの案内</h2>
      <dl>
        ${keys.map((entry) => html`<dt>${entry.keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${phraseText(entry.does)}</dd>`)}
      </dl>
      ${
        problems.length === 0
          ? null
          : html`<div class="problems">
              <h3>お知らせ（${problems.length}件）</h3>
              ${problems.slice(0, PROBLEMS_SHOWN).map((problem) => html`<p class=${problem.level}>${phraseText(problemText(problem))}</p>`)}
              ${more > 0 ? html`<p>ほか${more}件</p>` : null}
            </div>`
      }
      <p class="version">${version}</p>
    </div>`;
  }
}
