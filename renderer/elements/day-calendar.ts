import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { DayView } from '../domain/scene';
import { base } from './base';
import { phraseText } from './phrase-text';

/** So many days have wide cards. */
const FEW = 4;

/** The days ahead: cards in a row, or lines on a tall stage. Open days are white with their hours, others grey with their reason. */
@customElement('day-calendar')
export class DayCalendar extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        font-size: max(var(--floor), min(var(--s), 2.5cqw));
        line-height: 1.22;
      }

      ol {
        display: grid;
        grid-auto-columns: minmax(0, 1fr);
        grid-auto-flow: column;
        gap: calc(12 * var(--u));
      }

      li {
        --edge-colour: var(--line);
        display: flex;
        flex-direction: column;
        align-items: center;
        min-width: 0;
        padding-bottom: calc(8 * var(--u));
        border: var(--stroke) solid var(--edge-colour);
        border-radius: calc(0.8 * var(--radius));
        background: var(--panel);
        text-align: center;
      }

      .off {
        border-style: dashed;
        background: var(--calm-tint);
        color: var(--second);
      }

      /* Within the frame's round corners. */
      .date {
        display: flex;
        align-items: baseline;
        justify-content: center;
        gap: 0.25em;
        width: 100%;
        white-space: nowrap;
        margin-bottom: calc(5 * var(--u));
        border-radius: calc(0.6 * var(--radius)) calc(0.6 * var(--radius)) 0 0;
      }

      .day {
        font-size: 1.4em;
        font-weight: 700;
        line-height: 1.2;
      }

      .time {
        white-space: nowrap;
      }

      .time span {
        display: block;
      }

      .what,
      .marks {
        padding-inline: calc(2 * var(--u));
      }

      .mark {
        display: block;
        font-weight: 700;
      }

      /* A day that matters has a filled head; which one it is, the word below says. */
      .today {
        --edge-colour: var(--accent);
      }

      .today .date {
        background: var(--accent-fill);
        color: var(--on-fill);
      }

      .lastDay {
        --edge-colour: var(--urgent);
      }

      .lastDay .date {
        background: var(--urgent-fill);
        color: var(--on-fill);
      }

      .mark.today {
        color: var(--accent);
      }

      .mark.lastDay,
      .mark.deadline {
        color: var(--urgent);
      }

      /* Wide cards: a line for the hours, one for what the day is. */
      .few {
        font-size: 1.15em;
      }

      .few .time span {
        display: inline;
      }

      .few .marks {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 0 0.8em;
      }

      @container (aspect-ratio < 1.3) {
        ol {
          grid-template-columns: 1fr;
          grid-auto-flow: row;
          gap: calc(5 * var(--u));
        }

        li {
          display: grid;
          grid-template-columns: 5em minmax(0, 1fr) auto;
          align-items: center;
          column-gap: 0.5em;
          padding: calc(2 * var(--u)) calc(24 * var(--u)) calc(2 * var(--u)) calc(4 * var(--u));
          text-align: left;
        }

        .time {
          margin-right: 0.8em;
        }

        .time span {
          display: inline;
        }

        .day {
          font-size: 1.2em;
        }

        .date {
          display: grid;
          grid-template-columns: 1em auto;
          justify-content: start;
          margin: 0;
          padding-inline: 0.3em;
          border-radius: calc(0.5 * var(--radius));
          text-align: right;
        }

        .marks {
          display: flex;
          gap: 0.8em;
        }
      }
    `,
  ];

  @property({ attribute: false }) days: readonly DayView[] = [];

  override render() {
    return html`<ol class=${this.days.length <= FEW ? 'few' : ''}>${this.days.map(card)}</ol>`;
  }
}

function card({ weekday, day, state, hours, reason, marks }: DayView) {
  const kinds = marks.map(({ kind }) => kind);
  const classes = { off: state !== 'open', today: kinds.includes('today'), lastDay: kinds.includes('lastDay') };
  return html`<li class=${classMap(classes)} data-box data-piece>
    <span class="date"><span>${weekday}</span><span class="day">${day}</span></span>
    <span class="what">
      ${hours.map(({ opens, closes }) => html`<span class="time"><span>${opens}</span><span>〜${closes}</span></span>`)}
      ${reason === null ? null : phraseText(reason)}
    </span>
    <span class="marks">${marks.map(({ kind, text }) => html`<span class="mark ${kind}">${phraseText(text)}</span>`)}</span>
  </li>`;
}
