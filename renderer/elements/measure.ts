import { LitElement } from 'lit';
import { DigitFigure } from './digit-figure';

/** A phrase taller than so many of its lines has been broken over two; one with furigana, than so many of its font sizes. */
const TWO_LINES = 1.5;
const TWO_LINES_WITH_FURIGANA = 2.4;

/** Waits until all elements inside have drawn themselves. */
export async function drawn(host: LitElement): Promise<void> {
  await Promise.resolve();
  for (const element of host.renderRoot.querySelectorAll('*')) {
    if (!(element instanceof LitElement)) continue;
    await element.updateComplete;
    await drawn(element);
  }
}

/** Lets an element, and all elements inside, draw themselves at once rather than in their own time. */
export function drawNow(element: Element): void {
  // Lit keeps `performUpdate` for elements themselves; measuring in one task is what it is for.
  if (element instanceof LitElement && element.isUpdatePending) (element as unknown as { performUpdate(): void }).performUpdate();
  for (const inner of element.shadowRoot?.querySelectorAll('*') ?? []) drawNow(inner);
}

/** All shadow roots within an element, its own first. */
export function openRoots(host: Element): readonly ShadowRoot[] {
  const root = host.shadowRoot;
  if (root === null) return [];
  return [root, ...Array.from(root.querySelectorAll('*')).flatMap(openRoots)];
}

/**
 * How many parts, which text, and pictures of which form; but of figures, whose digits have cells and whose changes have their room, only
 * the form: a ticking second needs no new search.
 */
export function shapeOf(root: ShadowRoot): string {
  if (root.host instanceof DigitFigure) return root.host.shape;
  const pictures = Array.from(root.querySelectorAll('img'), ({ style }) => style.cssText);
  return [root.querySelectorAll('*').length, root.textContent, ...pictures].join(' ');
}

/** Whether every marked box (`data-box`) holds what is in it. */
export function isInside(roots: readonly ShadowRoot[]): boolean {
  return roots.every((root) => Array.from(root.querySelectorAll('[data-box]')).every(holds));
}

/** Whether a box holds what is in it: no child beyond its inner edge on any side, nothing deeper in sticking out of it. */
function holds(box: Element): boolean {
  if (box.getClientRects().length === 0) return true;
  if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) return false;
  const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(box);
  const outer = box.getBoundingClientRect();
  const inner = {
    left: outer.left + box.clientLeft + Number.parseFloat(paddingLeft) - 1,
    right: outer.left + box.clientLeft + box.clientWidth - Number.parseFloat(paddingRight) + 1,
    top: outer.top + box.clientTop + Number.parseFloat(paddingTop) - 1,
    bottom: outer.top + box.clientTop + box.clientHeight - Number.parseFloat(paddingBottom) + 1,
  };
  return Array.from(box.children).every((child) => {
    const { left, right, top, bottom, width, height } = child.getBoundingClientRect();
    if (width === 0 && height === 0) return true;
    return left >= inner.left && right <= inner.right && top >= inner.top && bottom <= inner.bottom;
  });
}

/** Whether no phrase is broken over two lines. */
export function hasWholePhrases(roots: readonly ShadowRoot[]): boolean {
  return roots.every((root) =>
    Array.from(root.querySelectorAll<HTMLElement>('.part, .phrase:not(:has(.part))')).every(
      (phrase) => phrase.offsetHeight <= highestLine(phrase),
    ),
  );
}

function highestLine(phrase: HTMLElement): number {
  const { fontSize, lineHeight } = getComputedStyle(phrase);
  return phrase.querySelector('ruby') === null
    ? TWO_LINES * Number.parseFloat(lineHeight)
    : TWO_LINES_WITH_FURIGANA * Number.parseFloat(fontSize);
}
