import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { SlideBody } from '../domain/scene';
import './day-calendar';
import './digit-figure';
import { otherWords, phraseText } from './phrase-text';
import './rich-text';
import { SlideElement, textSheet } from './slide-element';
import { slideSheet, slideSheetStyles } from './slide-sheet';
import './state-badge';

type HoursBody = Extract<SlideBody, { kind: 'hours' }>;

/**
 * Today's hours with the desk's state, and the week ahead. An open desk shows its hours, very large, on the paper; an hour before
 * the closing they stand on amber, on the last day under its own line; a desk that cannot be used covers them with a plate
 * in the colour of its state and says what is the matter and when it goes on.
 */
@customElement('hours-slide')
export class HoursSlide extends SlideElement<'hours'> {
  static override styles = [
    ...SlideElement.styles,
    slideSheetStyles,
    css`
      :host {
        --text-max: max(calc(1.15 * var(--target)), calc(56 * var(--u)));
        --figure: calc(2 * var(--floor) + (min(13.6cqw, 26cqh) - 2 * var(--floor)) * var(--fit, 1));
        --sentence: calc(1.5 * var(--floor) + (min(7cqw, 15cqh) - 1.5 * var(--floor)) * var(--fit, 1));
      }

      .plate {
        flex: 1;
        min-height: 0;
        display: flex;
        flex-direction: column;
        justify-content: center;
        gap: calc(0.8 * var(--g));
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(0.5 * var(--g)) calc(1.6 * var(--g));
      }

      .hours {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 0.6em;
        font-size: var(--figure);
        font-weight: 700;
        line-height: 1.1;
      }

      .span {
        white-space: nowrap;
      }

      .to {
        margin-inline: 0.12em;
        font-size: 0.5em;
        vertical-align: 0.22em;
      }

      state-badge {
        font-size: calc(1.15 * var(--t));
      }

      .sentence {
        font-size: var(--sentence);
        font-weight: 700;
        line-height: 1.25;
        text-wrap: balance;
      }

      .detail {
        font-size: calc(1.15 * var(--t));
        font-weight: 700;
        line-height: 1.3;
      }

      .detail digit-figure {
        text-align: start;
        font-size: calc(1.8 * var(--t));
      }

      .filled,
      .framed {
        padding: calc(1.1 * var(--g)) calc(1.6 * var(--g));
        border-radius: var(--radius);
      }

      .framed {
        border: calc(2 * var(--stroke)) solid currentColor;
        background: var(--ground);
        color: var(--tone);
      }

      .framed .hours {
        color: var(--ink);
      }

      .filled {
        background: var(--fill);
        color: var(--on-fill);
      }

      .filled .other {
        color: inherit;
      }

      .soon {
        --tone: var(--soon);
        --fill: var(--soon-fill);
        --ground: var(--soon-tint);
      }

      .urgent {
        --tone: var(--urgent);
        --fill: var(--urgent-fill);
        --ground: var(--urgent-tint);
      }

      .open {
        --tone: var(--open);
        --fill: var(--open-fill);
        --ground: var(--open-tint);
      }

      .calm {
        --tone: var(--calm);
        --fill: var(--calm-fill);
        --ground: var(--calm-tint);
      }

      /* No calendar stands below it: the words have the stage. */
      .ended {
        --fill: var(--ended-fill);
        --sentence: calc(1.5 * var(--floor) + (min(8.6cqw, 22cqh) - 1.5 * var(--floor)) * var(--fit, 1));
      }

      .filled.plate {
        flex-direction: row;
        align-items: center;
        justify-content: flex-start;
        gap: calc(2 * var(--g));
      }

      .shape state-badge {
        font-size: calc(2 * var(--sentence));
      }

      .says {
        min-width: 0;
      }

      /* On a tall stage a plate with room stands its shape above its words, which have the whole width then. */
      @container (aspect-ratio < 1.3) {
        .filled.plate.ended {
          flex-direction: column;
          align-items: flex-start;
          justify-content: center;
          --sentence: calc(1.5 * var(--floor) + (min(13cqw, 15cqh) - 1.5 * var(--floor)) * var(--fit, 1));
        }
      }

      .filled .detail {
        margin-top: calc(0.6 * var(--g));
        font-size: max(var(--t), calc(0.62 * var(--sentence)));
      }

      .last {
        justify-self: start;
        align-self: start;
        padding: 0.15em 0.6em;
        border-radius: 0.35em;
        background: var(--urgent-fill);
        color: var(--on-fill);
        font-size: calc(1.15 * var(--t));
        font-weight: 700;
        line-height: 1.3;
      }

      /* Other hours than usual: why. */
      .note {
        align-self: start;
        padding: 0.15em 0.6em;
        border-radius: 0.35em;
        background: var(--soon-fill);
        color: var(--on-fill);
        font-size: calc(1.15 * var(--t));
        font-weight: 700;
        line-height: 1.3;
      }

      day-calendar {
        flex: none;
      }
    `,
  ];

  /** Cards stand in one row: where the letters are large for the stage, the farthest days are left out. */
  private daysWithRoom(): number {
    const { clientWidth: width, clientHeight: height } = this;
    const floor = Number.parseFloat(getComputedStyle(this).getPropertyValue('--floor'));
    if (width === 0 || width < 1.3 * height || Number.isNaN(floor)) return this.shown.body.days.length;
    const room = this.shown.link === null ? 0.9 * width : 0.6 * width;
    return Math.max(3, Math.floor(room / (4.6 * floor)));
  }

  override render() {
    const { body, blocks, apart } = this.shown;
    if (apart) return textSheet(this.shown);
    const parts = html`<div class="parts" data-box>
      ${plate(body)}
      ${blocks.length === 0 ? null : html`<rich-text class="second" data-text .blocks=${blocks}></rich-text>`}
      ${body.days.length === 0 ? null : html`<day-calendar .days=${body.days.slice(0, this.daysWithRoom())}></day-calendar>`}
    </div>`;
    return slideSheet(this.shown, parts);
  }
}

function plate(body: HoursBody): TemplateResult {
  const { state, tone } = body.status;
  if (state === 'open') return openPlate(body);
  if (state === 'before') {
    return html`<div class="plate framed ${tone}" data-box>
      <div class="line">${badge(body)}${hours(body)}</div>
      <p class="detail">${phraseText(body.status.text.main)}${otherWords(body.status.text)}</p>
      ${note(body)}
    </div>`;
  }
  return html`<div class="plate filled ${tone} ${state}" data-box>
    <div class="shape"><state-badge plain .status=${body.status}></state-badge></div>
    <div class="says">
      <p class="sentence">${phraseText(body.status.text.main)}</p>
      ${otherWords(body.status.text)}
      ${body.status.detail === null ? null : html`<p class="detail">${phraseText(body.status.detail)}</p>`}
    </div>
  </div>`;
}

/** Calm while there is time; framed in amber or red as the closing comes near. */
function openPlate(body: HoursBody): TemplateResult {
  const { tone, text, detail: lastDay } = body.status;
  const presses = tone !== 'open';
  const last = lastDay === null ? null : html`<p class="last">${phraseText(lastDay)}</p>`;
  return html`<div class="plate ${presses ? `framed ${tone}` : ''}" data-box>
    ${presses ? null : last}
    <div class="line">${badge(body)}${hours(body)}</div>
    ${presses ? html`<div class="line">${last}<p class="detail">${timeLeft(text.main)}</p></div>` : null}
    ${note(body)}
  </div>`;
}

/** Where the sentence counts down its digits have cells; in plain Japanese, and other languages that lead, it names the closing. */
function timeLeft(text: string): TemplateResult | readonly TemplateResult[] {
  if (!/\d(?:時間|分|秒)$/.test(text)) return phraseText(text);
  return html`<digit-figure .text=${text} .forms=${lastHourForms(text)}></digit-figure>`;
}

/** 受付終了まで 1時間 becomes 受付終了まで 59分59秒 and 受付終了まで 5秒, all in the same room. */
function lastHourForms(text: string): readonly string[] {
  return [text.replace(/\d.*$/, '00分00秒')];
}

function badge({ status }: HoursBody): TemplateResult {
  return html`<state-badge .status=${status}></state-badge>`;
}

function hours({ today }: HoursBody): TemplateResult | null {
  if (today.length === 0) return null;
  return html`<p class="hours">
    ${today.map(
      ({ opens, closes }) =>
        html`<span class="span"><digit-figure .text=${opens}></digit-figure><span class="to">〜</span><digit-figure .text=${closes}></digit-figure></span>`,
    )}
  </p>`;
}

function note({ note: text }: HoursBody): TemplateResult | null {
  return text === null ? null : html`<p class="note">${phraseText(text)}</p>`;
}
