import { css, html, type TemplateResult } from 'lit';
import { type Problem, problemText } from '../domain/result';
import { phraseText } from './phrase-text';

/** As many problems as can be read at once; the rest are counted. */
const PROBLEMS_SHOWN = 5;

/** The dress of the list, for the overlay that has it. */
export const problemStyles = css`
  .problems {
    padding-top: 0.5em;
    border-top: var(--hair) solid var(--line);
  }

  h3 {
    font-weight: 700;
  }

  .error {
    color: var(--urgent);
  }

  .warning {
    color: var(--soon);
  }
`;

/** What is wrong in the folder, for staff; nothing when all is well. */
export function problemList(problems: readonly Problem[]): TemplateResult | null {
  if (problems.length === 0) return null;
  const more = problems.length - PROBLEMS_SHOWN;
  return html`<div class="problems">
    <h3>お知らせ（${problems.length}件）</h3>
    ${problems.slice(0, PROBLEMS_SHOWN).map((problem) => html`<p class=${problem.level} data-piece>${phraseText(problemText(problem))}</p>`)}
    ${more > 0 ? html`<p>ほか${more}件</p>` : null}
  </div>`;
}
