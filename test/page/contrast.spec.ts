import { type Area, coloursIn, contrast, type Picture, pictureOf } from './picture';
import { expect, galleryTest as test } from './serve';
import { textOnScreen } from './text-on-screen';

/** WCAG 1.4.6, for text of every size. */
const LEAST = 7;

/**
 * The contrast that a text has on the picture itself: the commonest colour around its letters is the ground, its ink is what stands
 * out most of it and fills more than a few pixels (the edges of letters are mixed colours).
 */
function contrastOf(picture: Picture, area: Area): number {
  const colours = [...coloursIn(picture, area)].sort(([, a], [, b]) => b - a);
  const [ground] = colours[0] ?? [0];
  const pixels = colours.reduce((sum, [, count]) => sum + count, 0);
  const inks = colours.slice(1).filter(([, count]) => count >= Math.max(4, pixels / 200));
  return Math.max(1, ...inks.map(([ink]) => contrast(ground, ink)));
}

test('in each dress every text stands out seven times from what is behind it, on the picture itself', async ({
  page,
  gallery,
}) => {
  test.setTimeout(240_000);
  await gallery.open('1920×1080', 'standby');
  const found: Record<string, readonly string[]> = {};
  for (const name of await gallery.names()) {
    for (const theme of ['light', 'contrast', 'evening'] as const) {
      await gallery.show(name, { transition: 'cut', theme });
      const lines = await textOnScreen(page);
      const picture = await pictureOf(page);
      const weak = lines.flatMap((line) => {
        const ratio = contrastOf(picture, line);
        return ratio >= LEAST ? [] : [`「${line.text}」 ${ratio.toFixed(2)}`];
      });
      if (weak.length > 0) found[`${name} in the ${theme} dress`] = [...new Set(weak)];
    }
  }
  expect(found).toEqual({});
});
