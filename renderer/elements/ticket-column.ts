import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { TicketsView, Words } from '../domain/scene';
import './absent-numbers';
import './call-list';
import './digit-figure';
import { base } from './base';
import { FitController } from './fit-controller';
import { otherWords, phraseText, spokenWords } from './phrase-text';

type Calls = Extract<TicketsView, { kind: 'calls' }>;

/**
 * The called tickets, always in view: numbers with their counters, who waits and how long, who was missed, and that the order can change.
 * Where the letters are too large for all of that, the translations go, then the note, the missed, the wait, one after another, whole.
 */
@customElement('ticket-column')
export class TicketColumn extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        --c: calc(var(--floor) + (max(var(--floor), calc(44 * var(--u))) - var(--floor)) * var(--fit, 1));
        --cs: calc(var(--floor) + (max(var(--floor), calc(34 * var(--u))) - var(--floor)) * var(--fit, 1));
        --g: calc((10 + 14 * var(--fit, 1)) * var(--u));
        display: block;
        container: column / size;
        /* On the right it ends where the bands do. */
        padding: calc(1.5 * var(--g)) calc(1.15 * var(--edge)) calc(1.5 * var(--g)) calc(26 * var(--u));
        border-left: var(--stroke) solid var(--tint-line);
        background: var(--tint);
        font-size: var(--cs);
        line-height: 1.3;
      }

      aside {
        display: flex;
        flex-direction: column;
        gap: var(--g);
        height: 100%;
        min-height: 0;
      }

      h2 {
        font-size: var(--c);
        font-weight: 700;
        line-height: 1.25;
      }

      .other {
        color: var(--second);
        font-size: var(--floor);
        line-height: 1.2;
      }

      .calls {
        flex: 1 1 0;
        min-height: max(calc(7 * var(--floor)), calc(346 * var(--u)));
      }

      .calls.several {
        min-height: max(calc(10 * var(--floor)), calc(390 * var(--u)));
      }

      .calls.many {
        min-height: max(calc(11 * var(--floor)), calc(470 * var(--u)));
      }

      /* Without translations numbers and facts shrink together. */
      :host([lean='more']) .calls {
        min-height: calc(3.4 * var(--floor) + (max(7 * var(--floor), 346 * var(--u)) - 3.4 * var(--floor)) * var(--fit));
      }

      :host([lean='more']) .calls.several {
        min-height: calc(4.4 * var(--floor) + (max(10 * var(--floor), 390 * var(--u)) - 4.4 * var(--floor)) * var(--fit));
      }

      :host([lean='more']) .calls.many {
        min-height: calc(7 * var(--floor) + (max(11 * var(--floor), 470 * var(--u)) - 7 * var(--floor)) * var(--fit));
      }

      .short {
        display: none;
      }

      /* Large letters: few words. */
      @container column (aspect-ratio <= 1) and (height < 18em) {
        .long {
          display: none;
        }

        .short {
          display: inline;
        }
      }

      @container column (aspect-ratio > 1) and (width < 24em) {
        .long {
          display: none;
        }

        .short {
          display: inline;
        }
      }

      /* With the missed, too: few words, so that the number keeps its size. */
      @container screen (orientation: landscape) {
        .with-missed .long {
          display: none;
        }

        .with-missed .short {
          display: inline;
        }
      }

      .calls:empty {
        display: none;
      }

      .facts {
        display: flex;
        flex-direction: column;
        gap: calc(0.4 * var(--g));
      }

      /* Nobody is called: who waits, and how long, has the middle of the column. */
      .calls:empty + .facts {
        margin-block: auto;
      }

      .fact + .fact {
        margin-top: calc(0.4 * var(--g));
      }

      .fact {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 0 0.5em;
      }

      .head .other {
        display: var(--spare, inline-block);
        margin-right: 0.8em;
      }

      .fact .other {
        display: var(--spare, inline);
        margin-left: 0.5em;
      }

      .fact .other.spare-first {
        display: var(--spare-first, inline);
      }

      .fact dd {
        margin-left: auto;
        font-size: calc(1.1 * var(--floor) + (1.35 * max(var(--floor), 44 * var(--u)) - 1.1 * var(--floor)) * var(--fit, 1));
        line-height: 1.15;
      }

      /* Quieter than who is called: they know that they were. */
      .absent dd {
        font-size: inherit;
        font-weight: 700;
        line-height: inherit;
      }

      .age {
        align-self: flex-end;
        padding: 0.1em 0.6em;
        border-radius: 0.3em;
        background: var(--soon-tint);
        color: var(--soon);
        font-weight: 700;
      }

      .note {
        margin-top: auto;
        padding-top: calc(0.6 * var(--g));
        border-top: var(--hair) solid var(--tint-line);
        color: var(--second);
        line-height: 1.35;
      }

      .quiet {
        flex: 1;
        min-height: 0;
        display: grid;
        place-content: center;
        font-size: calc(1.25 * var(--c));
        font-weight: 700;
        text-align: center;
        text-wrap: balance;
      }

      .quiet .other {
        margin-top: 0.3em;
      }

      /* The number has the left half for itself. */
      @container screen (orientation: portrait) {
        :host {
          padding-left: calc(1.15 * var(--edge));
          border-left: 0;
          border-top: var(--stroke) solid var(--tint-line);
        }

        .with-facts {
          display: grid;
          grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr);
          grid-template-rows: auto minmax(min-content, 1fr) auto;
          column-gap: calc(32 * var(--u));
        }

        .with-facts .head {
          grid-column: 2;
        }

        .with-facts .calls {
          grid-column: 1;
          grid-row: 1 / span 2;
          min-height: 0;
        }

        .with-facts .facts {
          grid-column: 2;
          grid-row: 2;
          justify-content: center;
        }

        .with-facts .note {
          grid-column: 1 / -1;
          grid-row: 3;
        }
      }
    `,
  ];

  @property({ attribute: false }) tickets!: TicketsView;

  constructor() {
    super();
    new FitController(this, 0.05);
  }

  override render() {
    const { tickets } = this;
    const body = tickets.kind === 'calls' ? callsAndFacts(tickets) : quiet(tickets);
    const classes = {
      'with-facts': tickets.kind === 'calls' && tickets.calls.length > 0,
      'with-missed': tickets.kind === 'calls' && tickets.absent !== null,
    };
    return html`<aside aria-label=${spokenWords(tickets.heading)} class=${classMap(classes)} data-box>
      <div class="head"><h2>${phraseText(tickets.heading.main)}</h2>${otherWords(tickets.heading)}</div>
      ${body}
      <p class="note" data-piece>${longOrShort(tickets.note)}${otherWords(tickets.note, 'spare spare-first')}</p>
    </aside>`;
  }
}

function callsAndFacts({ calls, age, waiting, wait, absent }: Calls): TemplateResult {
  return html`<div class="calls ${calls.length > 3 ? 'many' : calls.length > 1 ? 'several' : ''}" role="status">${calls.length === 0 ? null : html`<call-list .calls=${calls}></call-list>`}</div>
    <div class="facts" data-box>
      <dl>
      ${
        waiting === null
          ? null
          : html`<div class="fact" data-piece><dt>${phraseText(waiting.label.main)}${factWords(waiting.label)}</dt><dd><digit-figure .text=${`${waiting.count}人`}></digit-figure></dd></div>`
      }
      ${
        wait === null
          ? null
          : html`<div class="fact" data-piece><dt>${longOrShort({ ...wait.label, short: wait.short })}${factWords(wait.label)}</dt><dd><digit-figure .text=${wait.text}></digit-figure></dd></div>`
      }
      ${
        absent === null
          ? null
          : html`<div class="fact absent" data-piece><dt>${phraseText(absent.label.main)}${otherWords(absent.label, 'spare spare-first')}</dt><dd><absent-numbers .absent=${absent}></absent-numbers></dd></div>`
      }
      </dl>
      ${age === null ? null : html`<p class="age">${age}</p>`}
    </div>`;
}

/** The words, and fewer of them where the letters are large for the column. */
function longOrShort({ main, short }: Words & { readonly short: string }): TemplateResult {
  return html`<span class="long">${phraseText(main)}</span><span class="short">${phraseText(short)}</span>`;
}

/** One translation stands beside its words; several are the first to go. */
function factWords(label: Words): readonly TemplateResult[] {
  return otherWords(label, label.others.length > 1 ? 'spare spare-first' : 'spare');
}

function quiet({ text }: Extract<TicketsView, { kind: 'quiet' }>): TemplateResult {
  return html`<div class="quiet" role="status" data-box><p>${phraseText(text.main)}${otherWords(text, '')}</p></div>`;
}
