import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CountdownView, FootScene } from '../domain/scene';
import './digit-figure';
import { FitController } from './fit-controller';
import { otherWords, phraseText, spokenWords } from './phrase-text';
import './slide-position';
import './state-badge';
import { base } from './base';

/** The band below: time left until the desk closes (or its state in words), days left until each deadline, which slide it is. */
@customElement('foot-band')
export class FootBand extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        --label: calc(var(--floor) + (max(var(--floor), calc(36 * var(--u))) - var(--floor)) * var(--fit, 1));
        --figure: calc(1.25 * var(--floor) + (max(2 * var(--floor), calc(98 * var(--u))) - 1.25 * var(--floor)) * var(--fit, 1));
        display: block;
        border-top: var(--stroke) solid var(--band-line);
        background: var(--navy);
        color: var(--on-navy);
        font-size: var(--label);
        line-height: 1.25;
      }

      footer {
        display: flex;
        align-items: stretch;
        gap: calc(28 * var(--u));
        height: max(calc(170 * var(--u)), calc(4.65 * var(--floor)));
        padding: calc(12 * var(--u)) 0 calc(20 * var(--u));
      }

      .cell {
        flex: 1 1 auto;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: calc(20 * var(--u));
        min-width: 0;
      }

      .cell + .cell,
      .cell + slide-position {
        padding-left: calc(28 * var(--u));
        border-left: var(--hair) solid var(--navy-line);
      }

      .words {
        flex: 1 1 0;
        min-width: min-content;
      }

      .label {
        line-height: 1.18;
        text-wrap: balance;
      }

      .detail,
      .other {
        color: var(--on-navy-second);
        font-size: var(--floor);
        line-height: 1.14;
      }

      .figure {
        flex: none;
        color: var(--sun);
        font-size: var(--figure);
      }

      /* What is over is not what to look at. */
      .figure.calm {
        font-size: calc(1.25 * var(--floor) + 0.75 * var(--floor) * var(--fit, 1));
      }

      .status {
        justify-content: flex-start;
        gap: calc(30 * var(--u));
      }

      .status state-badge {
        flex: none;
        font-size: calc(1.9 * var(--label));
      }

      .status .sentence {
        font-weight: 700;
        line-height: 1.2;
      }

      .status .next {
        color: var(--sun);
        font-weight: 700;
      }

      /* Three and more: two columns of lines, the desk's own on the left over the whole height when there are three. */
      @container (orientation: landscape) {
        .stacked {
          --figure: max(calc(1.6 * var(--floor)), calc(66 * var(--u)));
          display: grid;
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
          gap: calc(8 * var(--u)) calc(40 * var(--u));
          height: auto;
        }

        .stacked .cell:nth-child(even) {
          padding-left: calc(28 * var(--u));
          border-left: var(--hair) solid var(--navy-line);
        }

        .stacked .cell:nth-child(odd) {
          padding-left: 0;
          border-left: 0;
        }

        .stacked.three .cell:first-child {
          --figure: max(calc(2 * var(--floor)), calc(98 * var(--u)));
          grid-row: span 2;
        }

        .stacked.three .cell:nth-child(3) {
          grid-column: 2;
          padding-left: calc(28 * var(--u));
          border-left: var(--hair) solid var(--navy-line);
        }

        .stacked .deadline .words {
          display: flex;
          flex-wrap: wrap;
          align-items: baseline;
          gap: 0 1em;
        }

        .stacked .other {
          display: none;
        }

        .stacked slide-position {
          grid-column: 3;
          grid-row: 1 / span 2;
        }
      }

      slide-position {
        flex: none;
        align-self: stretch;
      }

      @container (orientation: portrait) {
        .stacked {
          --figure: max(calc(1.6 * var(--floor)), calc(66 * var(--u)));
        }

        .stacked .other {
          display: none;
        }

        /* With several languages it would take the stage's room: beyond this height they give way. */
        footer {
          height: auto;
          flex-wrap: wrap;
        }

        footer:not(.stacked) {
          max-height: 30cqh;
        }

        .cell {
          flex-basis: 100%;
        }

        .cell + .cell {
          padding-left: 0;
          padding-top: calc(10 * var(--u));
          border-left: 0;
          border-top: var(--hair) solid var(--navy-line);
        }

        .cell + slide-position {
          margin-inline: auto;
          padding-left: 0;
          border-left: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) foot!: FootScene;

  constructor() {
    super();
    new FitController(this, 0.5);
  }

  override render() {
    const { desk, deadlines, position } = this.foot;
    const cells = deadlines.length + (desk === null ? 0 : 1);
    return html`<footer class=${cells > 2 ? `stacked ${cells === 3 ? 'three' : ''}` : ''} aria-label="残り時間と締め切り" data-box>
      ${desk === null ? null : desk.countdown === null ? status(desk.status) : countdown(desk.countdown, 'desk')}
      ${deadlines.map((deadline) => countdown(deadline, 'deadline'))}
      ${position === null ? null : html`<slide-position .position=${position} .narrow=${cells > 2}></slide-position>`}
    </footer>`;
  }
}

function countdown({ label, figure, forms, detail, tone }: CountdownView, of: 'desk' | 'deadline'): TemplateResult {
  return html`<div class="cell ${of}" data-box>
    <div class="words">
      <p class="label">${phraseText(label.main)}</p>
      ${detail === null ? null : html`<p class="detail">${phraseText(detail)}</p>`}
      ${otherWords(label, 'spare spare-first')}
    </div>
    <p class="figure ${tone}" role="timer" aria-label=${spokenWords(label)}><digit-figure .text=${figure} .forms=${forms}></digit-figure></p>
  </div>`;
}

function status(view: NonNullable<FootScene['desk']>['status']): TemplateResult {
  return html`<div class="cell status" data-box>
    <state-badge plain .status=${view}></state-badge>
    <div class="words">
      <p class="sentence">${phraseText(view.text.main)}</p>
      ${view.detail === null ? null : html`<p class="next">${phraseText(view.detail)}</p>`}
      ${otherWords(view.text, 'spare spare-first')}
    </div>
  </div>`;
}
