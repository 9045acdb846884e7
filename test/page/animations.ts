import type { Page } from 'playwright/test';

/** The durations, in milliseconds, of all animations that run, through all shadow roots: the document's own list leaves those out. */
export function animations(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const all = (root: Document | ShadowRoot): Animation[] => [
      ...root.getAnimations(),
      ...Array.from(root.querySelectorAll('*')).flatMap(({ shadowRoot }) => (shadowRoot === null ? [] : all(shadowRoot))),
    ];
    return all(document).map((animation) => Number(animation.effect?.getComputedTiming().duration));
  });
}
