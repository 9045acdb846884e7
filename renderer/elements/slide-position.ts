import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FootScene } from '../domain/scene';
import { base } from './base';
import './digit-figure';

/** More slides than dots can show at a glance are counted in figures. */
const MOST_DOTS = 12;

/** Which slide of how many: a row of dots, or 3/17. */
@customElement('slide-position')
export class SlidePosition extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
      }

      .dots {
        display: flex;
        align-items: center;
        gap: calc(12 * var(--u));
      }

      .dots span {
        width: calc(15 * var(--u));
        height: calc(15 * var(--u));
        border-radius: calc(8 * var(--u));
        background: var(--dot);
      }

      .dots .here {
        width: calc(44 * var(--u));
        background: var(--on-navy);
      }

      .count {
        font-size: max(var(--floor), calc(40 * var(--u)));
        font-weight: 400;
      }
    `,
  ];

  @property({ attribute: false }) position!: NonNullable<FootScene['position']>;

  /** Little room: always in figures. */
  @property({ type: Boolean }) narrow = false;

  override render() {
    const { index, count } = this.position;
    const words = `スライド ${index + 1}／${count}`;
    if (this.narrow || count > MOST_DOTS)
      return html`<digit-figure class="count" role="img" aria-label=${words} .text=${`${index + 1}/${count}`} .forms=${[`${count}/${count}`]}></digit-figure>`;
    const dots = Array.from({ length: count }, (_, dot) => html`<span class=${dot === index ? 'here' : ''}></span>`);
    return html`<div class="dots" role="img" aria-label=${words}>${dots}</div>`;
  }
}
