import { css, html, svg, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { ContactCard } from '../domain/scene';
import './digit-figure';
import { otherWords, phraseText } from './phrase-text';
import { SlideElement } from './slide-element';
import { slideSheet, slideSheetStyles } from './slide-sheet';

/** Whom to call: the number as large as the width allows, and whether somebody answers now. */
@customElement('contact-slide')
export class ContactSlide extends SlideElement<'contact'> {
  static override styles = [
    ...SlideElement.styles,
    slideSheetStyles,
    css`
      :host {
        --text-max: max(calc(1.1 * var(--target)), calc(54 * var(--u)));
      }

      .list {
        display: grid;
        grid-auto-rows: minmax(0, 1fr);
        gap: var(--g);
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
        justify-content: center;
        gap: calc(0.35 * var(--g));
        height: 100%;
        margin: 0 calc(1.4 * var(--g));
        line-height: 1.3;
      }

      .name {
        font-weight: 700;
      }

      .phone {
        color: var(--accent);
        line-height: 1;
      }

      .phone digit-figure {
        font-size: calc(1.5 * var(--floor) + (min((98cqw - 2.8 * var(--g)) / var(--ems), 46cqh) - 1.5 * var(--floor)) * var(--fit, 1));
      }

      .status {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.2em 0.7em;
      }

      .word {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        padding: 0.15em 0.6em;
        border-radius: 0.35em;
        background: var(--calm-fill);
        color: var(--on-fill);
        font-weight: 700;
        white-space: nowrap;
      }

      .word .other {
        display: var(--spare, inline);
        margin-inline-start: 0.6em;
        color: inherit;
      }

      .word svg {
        width: 0.75em;
        height: 0.75em;
      }

      .word.open {
        background: var(--open-fill);
      }

      @container (aspect-ratio >= 1.3) {
        .beside {
          grid-auto-flow: column;
          grid-auto-columns: minmax(0, 1fr);
        }
      }

      @container (aspect-ratio > 2) {
        .list {
          grid-auto-flow: column;
          grid-auto-columns: minmax(0, 1fr);
        }
      }

      /* Cards side by side begin at one height. */
      @container slide (aspect-ratio > 2) {
        .card:not(:only-child) .inner {
          justify-content: flex-start;
          padding-top: var(--g);
        }
      }
    `,
  ];

  override render() {
    const { body, blocks } = this.shown;
    const list = html`<div class="list ${blocks.length > 0 ? 'beside' : ''}" data-box>${body.contacts.map(card)}</div>`;
    return slideSheet(this.shown, list, blocks);
  }
}

function card({ name, phone, note, status }: ContactCard): TemplateResult {
  return html`<div class="card">
    <div class="inner" data-box>
      <p class="name">${phraseText(name)}</p>
      ${phone === null ? null : html`<p class="phone"><digit-figure .text=${phone}></digit-figure></p>`}
      ${note === null ? null : html`<p class="note">${phraseText(note)}</p>`}
      ${status === null ? null : statusLine(status)}
    </div>
  </div>`;
}

function statusLine({ open, word, text }: NonNullable<ContactCard['status']>): TemplateResult {
  return html`<p class="status">
    <span class="word ${open ? 'open' : ''}">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        ${
          open
            ? svg`<circle cx="12" cy="12" r="11" fill="currentColor"></circle>`
            : svg`<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="4"></circle>`
        }
      </svg>
      <span>${phraseText(word.main)}${otherWords(word)}</span>
    </span>
    ${text === '' ? null : html`<span>${phraseText(text)}</span>`}
  </p>`;
}
