import { css, html, LitElement, type SVGTemplateResult, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DeskStateName } from '../domain/content/content';
import type { StatusView, Tone } from '../domain/scene';
import { base } from './base';
import { otherWords } from './phrase-text';

/** A shape of its own for each state, so that none is told by its colour alone. */
const SHAPES: Readonly<Record<DeskStateName, SVGTemplateResult>> = {
  open: svg`<circle cx="12" cy="12" r="10" fill="currentColor"></circle>`,
  before: svg`<circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" stroke-width="3"></circle><path d="M12 7v5.5l4 2.5" fill="none" stroke="currentColor" stroke-width="2.6"></path>`,
  paused: svg`<path d="M5 3h5v18H5zM14 3h5v18h-5z" fill="currentColor"></path>`,
  receptionClosed: svg`<path d="M12 1.5 23 21.5H1z" fill="currentColor"></path>`,
  after: svg`<rect x="2" y="9" width="20" height="6" fill="currentColor"></rect>`,
  closed: svg`<path d="m4.2 2 7.8 7.8L19.8 2 22 4.2 14.2 12l7.8 7.8-2.2 2.2-7.8-7.8L4.2 22 2 19.8 9.8 12 2 4.2z" fill="currentColor"></path>`,
  ended: svg`<rect x="3.5" y="3.5" width="17" height="17" fill="none" stroke="currentColor" stroke-width="5"></rect>`,
};

/** The desk's state as one word with its shape, on the state's colour. `plain` is the shape alone, beside a sentence that says the word. */
@customElement('state-badge')
export class StateBadge extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        padding: 0.3em 0.7em;
        border-radius: 0.4em;
        background: var(--calm-fill);
        color: var(--on-fill);
        font-weight: 700;
        line-height: 1.2;
        white-space: nowrap;
      }

      :host([tone='open']) {
        background: var(--open-fill);
      }

      :host([tone='soon']) {
        background: var(--soon-fill);
      }

      :host([tone='urgent']) {
        background: var(--urgent-fill);
      }

      :host([plain]) {
        padding: 0;
        background: none;
        color: inherit;
      }

      :host([plain]) svg {
        width: 1em;
        height: 1em;
      }

      svg {
        width: 0.8em;
        height: 0.8em;
        flex: none;
      }

      .other {
        color: inherit;
        font-size: max(var(--floor), 0.5em);
      }
    `,
  ];

  @property({ attribute: false }) status!: StatusView;
  @property({ type: Boolean, reflect: true }) plain = false;
  @property({ reflect: true }) tone: Tone = 'calm';

  protected override willUpdate(): void {
    this.tone = this.status.tone;
  }

  override render() {
    const { state, word } = this.status;
    return html`<svg viewBox="0 0 24 24" aria-hidden="true">${SHAPES[state]}</svg>
      ${this.plain ? null : html`<span>${word.main}${otherWords(word)}</span>`}`;
  }
}
