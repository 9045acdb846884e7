import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Scene } from '../domain/scene';
import { base } from './base';
import { phraseText } from './phrase-text';

/** The hours of rest: near-black, one dim line of time, which wanders with the burn-in step; below it, as dim, what staff switched. */
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
        text-align: center;
      }

      .marks {
        margin-top: 1em;
        font-size: var(--floor);
      }
    `,
  ];

  /** 21:30; empty while no time is known. */
  @property() time = '';
  @property({ attribute: false }) marks: Scene['marks'] = [];

  override render() {
    const marks = this.marks.map(({ text }) => text).join('　');
    return html`<main aria-label="休止中の画面">
      <time>${this.time}</time>${marks === '' ? null : html`<p class="marks">${phraseText(marks)}</p>`}
    </main>`;
  }
}
