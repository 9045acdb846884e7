import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { DeadlineCard } from '../domain/scene';
import './digit-figure';
import { otherWords, phraseText } from './phrase-text';
import './rich-text';
import { SlideElement } from './slide-element';
import './slide-title';

/** A card for each deadline, its days left as large as the card allows. What is over is grey and says so. */
@customElement('countdown-slide')
export class CountdownSlide extends SlideElement<'countdown'> {
  static override styles = [
    ...SlideElement.styles,
    css`
      :host {
        --text-max: max(var(--target), calc(48 * var(--u)));
      }

      .rest {
        display: grid;
        grid-auto-columns: minmax(0, 1fr);
        grid-auto-rows: minmax(0, 1fr);
        gap: calc(1.1 * var(--g));
      }

      .card {
        container-type: size;
        min-width: 0;
        border: var(--hair) solid var(--line);
        border-radius: calc(1.2 * var(--radius));
        background: var(--panel);
      }

      .inner {
        display: flex;
        flex-direction: column;
        height: 100%;
        margin: 0 calc(1.4 * var(--g));
      }

      .name {
        padding-top: var(--g);
        font-weight: 700;
        line-height: 1.3;
        text-wrap: balance;
      }

      .figure {
        flex: 1;
        display: flex;
        align-items: center;
        color: var(--open);
      }

      digit-figure {
        font-size: calc(
          1.4 * var(--floor) + (max(1.4 * var(--floor), min(92cqw / (var(--ems) + 0.4), 54cqh)) - 1.4 * var(--floor)) * var(--fit, 1)
        );
      }

      .foot {
        padding-bottom: var(--g);
        line-height: 1.35;
      }

      .left {
        font-weight: 700;
      }

      .left digit-figure {
        font-size: calc(1.25 * var(--t));
      }

      .soon .figure,
      .soon .left {
        color: var(--soon);
      }

      .urgent {
        border: var(--stroke) solid var(--urgent);
      }

      .urgent .figure,
      .urgent .left {
        color: var(--urgent);
      }

      .over {
        border-style: dashed;
        background: var(--calm-tint);
      }

      .over,
      .over .figure {
        color: var(--second);
      }

      @container (aspect-ratio >= 1.3) {
        .count-2 {
          grid-auto-flow: column;
        }

      }

      /* Three and more are rows: what it is on the left, how long on the right. */
      .many .inner {
        flex-direction: row;
        flex-wrap: nowrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--g);
      }

      .many .words {
        flex: 1;
        min-width: 0;
      }

      .many .name,
      .many .foot {
        padding: 0;
      }

      .many .figure {
        flex: none;
      }

      .many digit-figure {
        font-size: max(1.4 * var(--floor), min(42cqw / (var(--ems) + 0.3), 62cqh));
      }

      .many .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1em;
      }

      .many .left digit-figure {
        font-size: inherit;
      }
    `,
  ];

  override render() {
    const { title, body, blocks } = this.slide;
    return html`<div class="sheet" data-box>
      <slide-title .words=${title}></slide-title>
      ${blocks.length === 0 ? null : html`<rich-text class="second" .blocks=${blocks}></rich-text>`}
      <div class="rest ${body.cards.length > 2 ? 'many' : `count-${body.cards.length}`}" data-box>
        ${body.cards.map(body.cards.length > 2 ? row : card)}
      </div>
    </div>`;
  }
}

function card(of: DeadlineCard): TemplateResult {
  return html`<div class="card ${of.tone} ${of.over ? 'over' : ''}">
    <div class="inner" data-box>${name(of)} ${figure(of)} ${foot(of)}</div>
  </div>`;
}

function row(of: DeadlineCard): TemplateResult {
  return html`<div class="card ${of.tone} ${of.over ? 'over' : ''}">
    <div class="inner" data-box>
      <div class="words" data-box>${name(of)} ${foot(of)}</div>
      ${figure(of)}
    </div>
  </div>`;
}

function name({ name }: DeadlineCard): TemplateResult {
  return html`<p class="name">${phraseText(name.main)}${otherWords(name, 'spare spare-first')}</p>`;
}

function figure({ name, figure, unit }: DeadlineCard): TemplateResult {
  const text = unit === null ? figure : `あと${figure}${unit}`;
  return html`<p class="figure" role="timer" aria-label=${name.main}><digit-figure .small=${0.36} .text=${text}></digit-figure></p>`;
}

function foot({ timeLeft, detail, note }: DeadlineCard): TemplateResult {
  return html`<div class="foot">
    ${timeLeft === null ? null : html`<p class="left"><digit-figure .text=${timeLeft}></digit-figure></p>`}
    <p>${phraseText(detail)}</p>
    ${note === null ? null : html`<p class="second spare">${phraseText(note)}</p>`}
  </div>`;
}
