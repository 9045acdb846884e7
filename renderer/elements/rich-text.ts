import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import type { Block, ListItem } from '../domain/content/block';
import type { Picture } from '../domain/content/picture';
import { assertNever } from '../domain/result';
import { base } from './base';
import { inlineText } from './phrase-text';
import { tellUnshowable } from './unshowable';

/** A slide's text: paragraphs, headings, lists, quotes, tables. Takes its size and colour from where it stands. */
@customElement('rich-text')
export class RichText extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: calc((0.32 + 0.2 * var(--fit, 1)) * 1em);
        line-height: calc(1.36 + 0.14 * var(--fit, 1));
      }

      h2 {
        font-size: 1.12em;
        font-weight: 700;
        line-height: 1.3;
        text-wrap: balance;
      }

      ul,
      ol {
        display: flex;
        flex-direction: column;
        gap: 0.3em;
      }

      li {
        display: grid;
        grid-template-columns: auto 1fr;
        column-gap: 0.4em;
        align-items: baseline;
      }

      .below {
        grid-column: 2;
        display: flex;
        flex-direction: column;
        gap: 0.3em;
      }

      .mark {
        color: var(--accent);
        font-weight: 700;
      }

      ul .mark {
        font-size: max(var(--floor), 0.7em);
      }

      .quote {
        display: flex;
        flex-direction: column;
        gap: 0.4em;
        padding-left: 0.6em;
        border-left: calc(2 * var(--stroke)) solid var(--accent);
      }

      table {
        border-collapse: collapse;
        width: 100%;
      }

      th,
      td {
        padding: 0.25em 0.5em;
        border-bottom: var(--hair) solid var(--line);
        text-align: left;
        vertical-align: baseline;
      }

      th {
        font-weight: 700;
      }

      hr {
        width: 100%;
        height: 0;
        margin: 0;
        border: 0;
        border-top: var(--hair) solid var(--line);
      }

      .picture {
        /* Its room is known before the file is there: nothing moves when it comes. */
        width: min(
          100%,
          (24 + 20 * var(--fit, 1)) * 1cqh * var(--width) / var(--height),
          2px * var(--width)
        );
        aspect-ratio: var(--width) / var(--height);
        align-self: center;
        object-fit: contain;
      }

      .code {
        white-space: pre-wrap;
      }
    `,
  ];

  @property({ attribute: false }) blocks: readonly Block<string>[] = [];

  override render() {
    return this.blocks.map(blockText);
  }
}

function blockText(block: Block<string>): TemplateResult {
  switch (block.kind) {
    case 'paragraph':
      return html`<p data-piece>${inlineText(block.children)}</p>`;
    case 'heading':
      return html`<h2 data-piece>${inlineText(block.children)}</h2>`;
    case 'list': {
      const items = block.items.map((item, index) => listItem(item, block.ordered ? `${block.start + index}.` : '●'));
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'quote':
      return html`<div class="quote">${block.blocks.map(blockText)}</div>`;
    case 'table': {
      const head = block.head.some((cell) => cell.length > 0);
      return html`<table>
        ${head ? html`<thead><tr>${block.head.map((cell) => html`<th scope="col">${inlineText(cell)}</th>`)}</tr></thead>` : null}
        <tbody>${block.rows.map((row) => html`<tr data-piece>${row.map((cell) => html`<td>${inlineText(cell)}</td>`)}</tr>`)}</tbody>
      </table>`;
    }
    case 'code':
      return html`<p class="code" data-piece>${block.text}</p>`;
    case 'picture':
      return html`${block.picture === null ? null : pictureIn(block.picture, block.alt)}`;
    case 'rule':
      return html`<hr />`;
    default:
      return assertNever(block);
  }
}

/** Drawn with the frame that shows it. The sign of a broken one is never seen; it is told of, and leaves the text. */
function pictureIn({ address, width, height }: Picture, alt: string): unknown {
  const broken = ({ target }: Event) => {
    if (!(target instanceof HTMLElement)) return;
    target.style.visibility = 'hidden';
    tellUnshowable(target, address);
  };
  // The page's policy refuses styles that are written as an attribute.
  const shape = (element: Element | undefined) => {
    if (!(element instanceof HTMLElement)) return;
    element.style.setProperty('--width', String(width));
    element.style.setProperty('--height', String(height));
  };
  const image = html`<img
    class="picture"
    data-piece
    src=${address}
    alt=${alt}
    ${ref(shape)}
    decoding="sync"
    @error=${broken}
  />`;
  // Another picture is another element.
  return keyed(address, image);
}

function listItem({ children, below }: ListItem<string>, mark: string): TemplateResult {
  return html`<li data-piece>
    <span class="mark" aria-hidden="true">${mark}</span><span>${inlineText(children)}</span>
    ${below.length === 0 ? null : html`<div class="below">${below.map(blockText)}</div>`}
  </li>`;
}
