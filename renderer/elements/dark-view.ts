import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from './base';

/** The hours of rest: near-black, one dim line of time, which wanders with the burn-in step. */
@customElement('dark-view')
export class DarkView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        background: var(--dark);
        color: var(--dim);
        font-size: var(--title);
        font-weight: 400;
      }
    `,
  ];

  /** 21:30; empty while no time is known. */
  @property() time = '';

  override render() {
    return html`<main aria-label="休止中の画面"><time>${this.time}</time></main>`;
  }
}
