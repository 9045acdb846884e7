import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Words } from '../domain/scene';
import { base } from './base';
import { otherWords, phraseText } from './phrase-text';

/** A slide's title, balanced over its lines, with its other languages small beneath. Takes its sizes from the slide: `--h`, `--s`. */
@customElement('slide-title')
export class SlideTitle extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        flex: none;
      }

      h1 {
        font-size: var(--h);
        font-weight: 700;
        line-height: 1.22;
        text-wrap: balance;
      }

      .other {
        margin-top: calc(4 * var(--u));
        color: var(--second);
        font-size: min(var(--s), calc(1.1 * var(--small)));
        line-height: 1.25;
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;

  override render() {
    return html`<h1>${phraseText(this.words.main)}</h1>${otherWords(this.words)}`;
  }
}
