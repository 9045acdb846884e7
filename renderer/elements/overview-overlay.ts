import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OverlayScene, OverviewSlide } from '../domain/scene';
import { base } from './base';
import { FitController } from './fit-controller';
import { overlayStyles } from './overlay-styles';
import { phraseText } from './phrase-text';
import { problemList, problemStyles } from './problem-list';
import { staffList } from './staff-list';

/** More lines than these are counted: the list is for a look, not for reading a folder. */
const SLIDES_SHOWN = 36;
const STATE_MARKS = { on: '●', waiting: '○', out: '×' } as const;
const STATE_WORDS = { on: '表示中', waiting: '順番待ち', out: '出ません' } as const;

/** All slides with their state, why one is out, the folder's problems, how old the tickets are, the version. */
@customElement('overview-overlay')
export class OverviewOverlay extends LitElement {
  static override styles = [
    base,
    overlayStyles,
    problemStyles,
    css`
      [role='dialog'] {
        width: 100%;
      }

      ol {
        columns: 2;
        column-gap: 1.5em;
        line-height: 1.25;
      }

      li {
        display: grid;
        grid-template-columns: 1em auto minmax(0, 1fr);
        gap: 0 0.5em;
        break-inside: avoid;
      }

      .on {
        color: var(--open);
        font-weight: 700;
      }

      .out {
        color: var(--second);
      }

      .note {
        grid-column: 2 / -1;
      }

      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1.5em;
        color: var(--second);
        font-size: var(--floor);
      }

      @container (orientation: portrait) {
        ol {
          columns: 1;
        }
      }
    `,
  ];

  @property({ attribute: false }) overlay!: Extract<OverlayScene, { kind: 'overview' }>;

  constructor() {
    super();
    new FitController(this);
  }

  override render() {
    const { slides, staff, problems, feed, version } = this.overlay;
    const more = slides.length - SLIDES_SHOWN;
    return html`<div role="dialog" aria-label="一覧" data-box>
      <h2>スライドの一覧（${slides.length}枚）</h2>
      <ol data-box>${slides.slice(0, SLIDES_SHOWN).map(line)}</ol>
      ${more > 0 ? html`<p>ほか${more}枚</p>` : null} ${staffList(staff)} ${problemList(problems)}
      <p class="facts"><span>● 表示中　○ 順番待ち　× 出ません</span>${feed === null ? null : html`<span>${phraseText(feed)}</span>`}<span>${version}</span></p>
    </div>`;
  }
}

function line({ id, title, state, note }: OverviewSlide) {
  return html`<li class=${state} data-piece>
    <span role="img" aria-label=${STATE_WORDS[state]}>${STATE_MARKS[state]}</span>
    <span>${title === '' ? id : phraseText(title)}</span>
    ${note === null ? null : html`<span class="note">${phraseText(note)}</span>`}
  </li>`;
}
