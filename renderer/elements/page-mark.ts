import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SlideScene } from '../domain/scene';
import { base } from './base';
import './digit-figure';

/** Which page of a slide it is: two sheets and 1/3 (which alone might be a date), quiet but not small; nothing where there is one page. */
@customElement('page-mark')
export class PageMark extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        flex: none;
      }

      span {
        display: flex;
        align-items: center;
        gap: 0.35em;
        padding: 0.06em 0.5em;
        border: var(--stroke) solid var(--line);
        border-radius: 1em;
        background: var(--panel);
        color: var(--second);
        font-size: max(var(--floor), var(--s, var(--small)));
      }

      svg {
        width: 0.8em;
        height: 0.8em;
      }
    `,
  ];

  @property({ attribute: false }) page: SlideScene['page'];

  override render() {
    if (this.page === undefined || this.page.count < 2) return nothing;
    const { index, count } = this.page;
    return html`<span role="img" aria-label=${`ページ ${index + 1}／${count}`}>
      <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linejoin="round">
        <path d="M8 6V2h13v15h-4M3 7h13v15H3z"></path>
      </svg>
      <digit-figure .text=${`${index + 1}/${count}`} .forms=${[`${count}/${count}`]}></digit-figure>
    </span>`;
  }
}
