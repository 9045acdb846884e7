import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Scene } from '../domain/scene';
import { base } from './base';

/** Small marks for staff: a slide is held, the clock is a rehearsed one. In the slide's upper margin, over nothing that is read. */
@customElement('staff-marks')
export class StaffMarks extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        gap: calc(12 * var(--u));
        pointer-events: none;
      }

      span {
        padding: 0 0.6em;
        border-radius: 0.35em;
        background: var(--sun);
        color: var(--on-sun);
        font-size: var(--floor);
        font-weight: 700;
        line-height: 1.3;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) marks: Scene['marks'] = [];

  override render() {
    return this.marks.map(({ text }) => html`<span>${text}</span>`);
  }
}
