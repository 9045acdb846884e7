import { html, type TemplateResult } from 'lit';
import { phraseText } from './phrase-text';

/** What staff have switched and how each ends; nothing when all goes by itself. */
export function staffList(lines: readonly string[]): TemplateResult | null {
  if (lines.length === 0) return null;
  return html`<div>
    <h3 class="spare-first">手動の操作</h3>
    ${lines.map((line) => html`<p data-piece>${phraseText(line)}</p>`)}
  </div>`;
}
