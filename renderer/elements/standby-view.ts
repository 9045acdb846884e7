import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Words } from '../domain/scene';
import { base } from './base';
import { otherWords, phraseText } from './phrase-text';

/** Calm words in the middle of the stage, when there is nothing to show. */
@customElement('standby-view')
export class StandbyView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        padding: var(--edge);
        text-align: center;
      }

      p {
        font-size: var(--title);
        font-weight: 700;
        line-height: 1.3;
        text-wrap: balance;
      }

      .other {
        margin-top: 0.4em;
        color: var(--second);
        font-size: var(--text);
      }
    `,
  ];

  @property({ attribute: false }) text!: Words;

  override render() {
    return html`<p>${phraseText(this.text.main)}${otherWords(this.text, '')}</p>`;
  }
}
