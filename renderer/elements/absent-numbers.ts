import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { absentLine } from '../domain/absent';
import type { TicketsView } from '../domain/scene';
import { textsIn } from '../domain/texts/in-languages';
import { base } from './base';

type Absent = NonNullable<Extract<TicketsView, { kind: 'calls' }>['absent']>;

/** The numbers that were called and did not come, as many as a line of `ems` has room for, and how many more there are. */
@customElement('absent-numbers')
export class AbsentNumbers extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        gap: 0 0.8em;
        font-variant-numeric: lining-nums;
      }

      span {
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) absent!: Absent;
  /** The line's length in em of the size in which it stands. */
  @property({ type: Number }) ems = 13;

  override render() {
    const { shown, more } = absentLine(this.absent.numbers, this.ems);
    return html`${shown.map((label) => html`<span>${label}</span>`)}${
      more === 0 ? null : html`<span>${textsIn(this.absent.language).andMore(more)}</span>`
    }`;
  }
}
