import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from './base';

/** Width of a digit's cell in em: BIZ UDPGothic's widest digit, bold. */
const CELL = 0.76;

/** A part of a figure: digits, a sign between them, or words; words beside digits are small. */
interface Part {
  readonly kind: 'digits' | 'sign' | 'unit' | 'words';
  readonly text: string;
}

/**
 * A figure whose digits change: 1時間36分, あと2日, 36分05秒, 15:24, 0120-95-0178. Every digit stands in a cell of the same width, so
 * nothing moves when 11 becomes 20; words beside digits are small, a figure without digits (本日まで) is written large. The host
 * has `--ems`, the figure's width in em, for layouts that size it by the room it has. `small` is the size of the words, in em. With
 * `forms` it is as wide as the widest of them, whatever it says, and stands at the right of that room.
 */
@customElement('digit-figure')
export class DigitFigure extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
        min-width: var(--room, 0);
        text-align: end;
        font-weight: 700;
        line-height: 1.1;
        white-space: nowrap;
        word-break: keep-all;
      }

      .digit {
        display: inline-block;
        width: 0.76em;
        text-align: center;
      }

      .unit {
        margin-inline: 0.06em;
        font-size: max(var(--floor), calc(1em * var(--small-words)));
      }
    `,
  ];

  @property() text = '';
  @property({ type: Number }) small = 0.56;
  @property({ attribute: false }) forms: readonly string[] = [];

  /** What its size depends on: figures of one shape take the same room. */
  get shape(): string {
    return this.forms.length === 0 ? this.text.replace(/\d/g, '0') : this.forms.join();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('text') && !changed.has('small') && !changed.has('forms')) return;
    const [own = 0, ...others] = [this.text, ...this.forms].map((text) => widthOf(partsOf(text), this.small));
    this.style.setProperty('--ems', Math.max(own, ...others).toFixed(2));
    this.style.setProperty('--room', `${this.forms.length === 0 ? 0 : Math.max(own, ...others).toFixed(2)}em`);
    this.style.setProperty('--small-words', String(this.small));
  }

  override render() {
    return partsOf(this.text).map(({ kind, text }) =>
      kind === 'digits'
        ? Array.from(text, (digit) => html`<span class="digit">${digit}</span>`)
        : html`<span class=${kind}>${text}</span>`,
    );
  }
}

function partsOf(text: string): readonly Part[] {
  const hasDigits = /\d/.test(text);
  return Array.from(text.matchAll(/\d+|[-:：.,/〜]+|[^\d:：.,/〜-]+/g), ([part]): Part => {
    if (/^\d/.test(part)) return { kind: 'digits', text: part };
    if (/^[-:：.,/〜]/.test(part)) return { kind: 'sign', text: part };
    return { kind: hasDigits && !/^[A-Z]$/.test(part) ? 'unit' : 'words', text: part };
  });
}

function widthOf(parts: readonly Part[], small: number): number {
  return parts.reduce((sum, part) => sum + partWidth(part, small), 0);
}

function partWidth({ kind, text }: Part, small: number): number {
  switch (kind) {
    case 'digits':
      return CELL * text.length;
    case 'sign':
      return (text === '〜' ? 1 : 0.48) * text.length;
    case 'unit':
      return small * (text.length + 0.22);
    case 'words':
      return text.length;
  }
}
