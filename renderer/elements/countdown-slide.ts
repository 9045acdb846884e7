import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { DeadlineCard } from '../domain/scene';
import './digit-figure';
import { otherWords, phraseText, spokenWords } from './phrase-text';
import { SlideElement, textSheet } from './slide-element';
import { slideSheet, slideSheetStyles } from './slide-sheet';

/** A card for each deadline, its days left as large as the card allows. What is over is grey and says so. */
@customElement('countdown-slide')
export class CountdownSlide extends SlideElement<'countdown'> {
  static override styles = [
    ...SlideElement.styles,
    slideSheetStyles,
    css`
      :host {
        --text-max: max(var(--target), calc(48 * var(--u)));
      }

      .cards {
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

      /* A row: what it is on the left, how long on the right. One card, and two side by side, have the figure in the middle instead. */
      .inner {
        display: grid;
        grid-template: 'name figure' 1fr 'foot figure' auto / minmax(0, 1fr) auto;
        align-items: center;
        gap: 0 var(--g);
        height: 100%;
        margin: 0 calc(1.4 * var(--g));
      }

      .name {
        grid-area: name;
        padding-top: var(--g);
        font-weight: 700;
        line-height: 1.3;
        text-wrap: balance;
      }

      .ground {
        display: none;
      }

      .figure {
        grid-area: figure;
        color: var(--open);
      }

      digit-figure {
        font-size: calc(
          1.4 * var(--floor) + (max(1.4 * var(--floor), min(92cqw / (var(--ems) + 0.4), 54cqh)) - 1.4 * var(--floor)) * var(--fit, 1)
        );
      }

      .foot {
        grid-area: foot;
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

      /* What is over must not outshine what is not. */
      .over .figure digit-figure {
        font-size: calc(1.5 * var(--t));
      }

      @container slide (aspect-ratio >= 1.3) {
        /* Side by side: names, figures and what is below stand in rows of the whole, level whatever they say; a card is the ground behind. */
        .count-2 {
          container-type: size;
          grid-template: auto minmax(min-content, 1fr) auto / minmax(0, 1fr) minmax(0, 1fr);
          column-gap: calc(1.1 * var(--g));
          row-gap: 0;
        }

        .count-2 .card,
        .count-2 .inner {
          display: contents;
        }

        .count-2 .card {
          --column: 1;
        }

        .count-2 .card + .card {
          --column: 2;
        }

        .count-2 :is(.ground, .name, .figure, .foot) {
          grid-column: var(--column);
        }

        .count-2 .ground {
          display: block;
          grid-row: 1 / -1;
          border: inherit;
          border-radius: inherit;
          background: inherit;
        }

        .count-2 :is(.name, .figure, .foot) {
          margin-inline: calc(1.4 * var(--g));
        }

        .count-2 .name {
          grid-row: 1;
        }

        .count-2 .figure {
          align-self: center;
          grid-row: 2;
        }

        .count-2 .foot {
          grid-row: 3;
        }

        .count-2 .figure digit-figure {
          font-size: calc(
            1.4 * var(--floor) + (max(1.4 * var(--floor), min(44cqw / (var(--ems) + 0.4), 54cqh)) - 1.4 * var(--floor)) * var(--fit, 1)
          );
        }

        .count-2 .over .figure digit-figure {
          font-size: calc(1.5 * var(--t));
        }
      }

      @container slide (aspect-ratio < 1.3) {
        .count-2 .figure digit-figure {
          font-size: max(1.4 * var(--floor), min(54cqw / (var(--ems) + 0.2), 60cqh));
        }
      }

      /* One alone stands in the middle of its card. */
      .count-1 .inner {
        grid-template: 'name' auto 'figure' 1fr 'foot' auto / minmax(0, 1fr);
        text-align: center;
      }

      .count-1 digit-figure {
        font-size: calc(
          1.4 * var(--floor) + (max(1.4 * var(--floor), min(88cqw / (var(--ems) + 0.4), 58cqh)) - 1.4 * var(--floor)) * var(--fit, 1)
        );
      }

      .many .name,
      .many .foot {
        padding: 0;
        line-height: 1.2;
      }

      .many .figure digit-figure {
        font-size: max(1.4 * var(--floor), min(7cqw, 62cqh));
      }

      .many .counts .figure digit-figure {
        font-size: max(2 * var(--floor), min(12cqw, 84cqh));
      }

      .many .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1em;
      }

      /* What changes by the minute stands last, with nothing to push. */
      .many .left {
        order: 1;
      }

      .many .left digit-figure {
        font-size: inherit;
      }
    `,
  ];

  override render() {
    const { body, blocks, apart } = this.shown;
    if (apart) return textSheet(this.shown);
    const count = body.cards.length > 2 ? 'many' : `count-${body.cards.length}`;
    return slideSheet(this.shown, html`<div class="cards ${count}" data-box>${body.cards.map(card)}</div>`, blocks);
  }
}

function classesOf({ tone, over, unit }: DeadlineCard): string {
  return `card ${tone} ${over ? 'over' : ''} ${unit === null ? '' : 'counts'}`;
}

function card(of: DeadlineCard): TemplateResult {
  return html`<div class=${classesOf(of)}>
    <div class="ground"></div>
    <div class="inner" data-box>${name(of)} ${figure(of)} ${foot(of)}</div>
  </div>`;
}

function name({ name }: DeadlineCard): TemplateResult {
  return html`<p class="name">${phraseText(name.main)}${otherWords(name, 'spare spare-first')}</p>`;
}

function figure({ name, figure, unit }: DeadlineCard): TemplateResult {
  const text = unit === null ? figure : `あと${figure}${unit}`;
  return html`<p class="figure" data-box role="timer" aria-label=${spokenWords(name)}><digit-figure .small=${0.36} .text=${text}></digit-figure></p>`;
}

function foot({ timeLeft, detail, note }: DeadlineCard): TemplateResult {
  return html`<div class="foot">
    ${timeLeft === null ? null : html`<p class="left"><digit-figure .text=${timeLeft}></digit-figure></p>`}
    <p>${phraseText(detail)}</p>
    ${note === null ? null : html`<p class="second spare">${phraseText(note)}</p>`}
  </div>`;
}
