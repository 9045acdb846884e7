import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SlideScene, Words } from '../domain/scene';
import { base } from './base';
import './page-mark';
import { otherWords, phraseText } from './phrase-text';

/**
 * A slide's title, balanced over its lines, with its other languages small beneath, and which of its pages is on. Takes its sizes from
 * the slide: `--h`, `--s`.
 */
@customElement('slide-title')
export class SlideTitle extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex: none;
        align-items: flex-start;
        justify-content: space-between;
        gap: calc(24 * var(--u));
      }

      .words {
        min-width: 0;
      }

      page-mark {
        margin-top: calc(0.14 * var(--h));
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

  @property({ attribute: false }) page: SlideScene['page'];

  override render() {
    return html`<div class="words"><h1>${phraseText(this.words.main)}</h1>${otherWords(this.words)}</div>
      <page-mark .page=${this.page}></page-mark>`;
  }
}
