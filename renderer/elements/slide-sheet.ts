import { css, html, type TemplateResult } from 'lit';
import type { SlideScene } from '../domain/scene';
import './rich-text';
import './slide-title';
import './two-dimensional-code';

/** For layouts that draw `slideSheet`. `--code`: the code's edge; a layout may set another. */
export const slideSheetStyles = css`
  :host {
    --code: calc((237 + 40 * var(--fit, 1)) * var(--u));
  }

  .body {
    display: flex;
    gap: var(--g);
  }

  .body > :first-child {
    flex: 1;
    min-width: 0;
    min-height: 0;
  }

  /* A thing in several parts, one below another. */
  .parts {
    display: flex;
    flex-direction: column;
    gap: var(--g);
  }

  two-dimensional-code {
    flex: none;
    align-self: center;
    max-width: calc(1.45 * var(--code));
  }

  @container (aspect-ratio < 1.3) {
    .body {
      flex-direction: column;
    }

    two-dimensional-code {
      max-width: 100%;
    }
  }
`;

/**
 * The frame of a slide that draws one thing: its title, what is said before it, the thing itself with all the room that is left, and the
 * two-dimensional code beside it, on a tall stage below it.
 */
export function slideSheet(
  { title, page, link }: Pick<SlideScene, 'title' | 'page' | 'link'>,
  thing: TemplateResult,
  before: SlideScene['blocks'] = [],
): TemplateResult {
  return html`<div class="sheet" data-box>
    <slide-title .words=${title} .page=${page}></slide-title>
    ${before.length === 0 ? null : html`<rich-text class="second" data-text .blocks=${before}></rich-text>`}
    <div class="rest body" data-box>
      ${thing}
      ${link === null ? null : html`<two-dimensional-code .url=${link.url} .caption=${link.caption}></two-dimensional-code>`}
    </div>
  </div>`;
}
