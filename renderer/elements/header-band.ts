import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HeaderScene } from '../domain/scene';
import './digit-figure';
import { base } from './base';
import { FitController } from './fit-controller';
import { phraseText } from './phrase-text';

/** 9:59 becomes 10:00, and the date beside it stays. */
const TIME_FORMS = ['00:00'];

/** The band above: which desk, where, and what time it is. A desk that has moved says so on a bright ground. */
@customElement('header-band')
export class HeaderBand extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        --b: calc(var(--floor) + (max(var(--floor), calc(46 * var(--u))) - var(--floor)) * var(--fit, 1));
        display: block;
        border-bottom: var(--stroke) solid var(--band-line);
        background: var(--navy);
        color: var(--on-navy);
        font-size: var(--b);
        line-height: 1.25;
      }

      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0 calc(0.8 * var(--b));
        min-height: calc(100 * var(--u));
        padding: calc(8 * var(--u)) 0;
      }

      .desk {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 calc(0.6 * var(--b));
        min-width: 0;
      }

      h2 {
        font-weight: 700;
      }

      .place {
        color: var(--on-navy-second);
        font-size: calc(var(--floor) + (max(var(--floor), calc(33 * var(--u))) - var(--floor)) * var(--fit, 1));
      }

      .moved {
        padding: 0.1em 0.5em;
        border-radius: 0.3em;
        background: var(--sun);
        color: var(--on-sun);
        font-weight: 700;
      }

      .now {
        display: flex;
        flex: none;
        align-items: center;
        gap: 0 calc(0.5 * var(--b));
        white-space: nowrap;
      }

      .date {
        font-size: max(var(--floor), calc(0.86 * var(--b)));
      }

      digit-figure {
        font-size: calc(1.5 * var(--b));
      }

      @container (orientation: portrait) {
        header {
          display: grid;
          grid-template-columns: minmax(0, 1fr) auto;
          grid-template-areas: 'title time' 'place date';
          align-items: baseline;
          padding: calc(14 * var(--u)) 0;
        }

        .desk,
        .now {
          display: contents;
        }

        h2 {
          grid-area: title;
        }

        .place {
          grid-area: place;
          justify-self: start;
        }

        .date {
          grid-area: date;
          white-space: nowrap;
        }

        time {
          grid-area: time;
          justify-self: end;
        }
      }
    `,
  ];

  @property({ attribute: false }) header!: HeaderScene;

  constructor() {
    super();
    new FitController(this, 0);
  }

  override render() {
    const { title, place, moved, date, time } = this.header;
    return html`<header aria-label="窓口と日時" data-box>
      <div class="desk" data-box>
        ${title === '' ? null : html`<h2>${phraseText(title)}</h2>`}
        ${place === '' ? null : html`<p class="place ${moved ? 'moved' : ''}">${moved ? '本日は ' : ''}${phraseText(place)}</p>`}
      </div>
      <div class="now">
        <span class="date">${date}</span>
        ${time === '' ? null : html`<time><digit-figure .text=${time} .forms=${TIME_FORMS}></digit-figure></time>`}
      </div>
    </header>`;
  }
}
