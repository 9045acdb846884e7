import type { CDPSession, Locator, Page } from 'playwright/test';
import { PNG } from 'pngjs';
import { coloursIn, contrast, luminance, type Picture } from './picture';
import { expect, galleryTest as test } from './serve';

/** The eyes that Chromium can imitate. */
const EYES = ['none', 'protanopia', 'deuteranopia', 'tritanopia', 'achromatopsia'] as const;
/** A scene for each state of the desk. */
const STATES = {
  open: 'hours-open',
  before: 'hours-before',
  paused: 'hours-paused',
  receptionClosed: 'hours-reception-closed',
  after: 'hours-after',
  closed: 'hours-closed',
  ended: 'hours-ended',
} as const;
/** WCAG 1.4.11 asks 3:1 of a sign. */
const LEAST_CONTRAST = 4.5;
const GRID = 24;
/** Of 576 points of two signs so many must differ. */
const LEAST_DIFFERENCE = 60;

async function see(session: CDPSession, type: (typeof EYES)[number]): Promise<void> {
  await session.send('Emulation.setEmulatedVisionDeficiency', { type });
}

async function pictureOfSign(sign: Locator): Promise<Picture> {
  return PNG.sync.read(await sign.screenshot());
}

/** The sign's ground and ink, and at which points of a grid there is ink: its shape, whatever its size and colour. */
function shapeOf(picture: Picture): { readonly contrast: number; readonly mask: string } {
  const { width, height, data } = picture;
  const [first, second] = [...coloursIn(picture, { left: 0, top: 0, right: width, bottom: height })].sort(
    ([, a], [, b]) => b - a,
  );
  const at = (x: number, y: number): number => {
    const index = 4 * (Math.floor(((y + 0.5) * height) / GRID) * width + Math.floor(((x + 0.5) * width) / GRID));
    return ((data[index] ?? 0) << 16) | ((data[index + 1] ?? 0) << 8) | (data[index + 2] ?? 0);
  };
  const ground = at(0, 0);
  const ink = (first?.[0] === ground ? second?.[0] : first?.[0]) ?? ground;
  const middle = (luminance(ground) + luminance(ink)) / 2;
  const isInk = (colour: number) => luminance(colour) > middle === luminance(ink) > middle;
  let mask = '';
  for (let y = 0; y < GRID; y += 1) for (let x = 0; x < GRID; x += 1) mask += isInk(at(x, y)) ? '1' : '0';
  return { contrast: contrast(ground, ink), mask };
}

function difference(a: string, b: string): number {
  return [...a].filter((point, index) => point !== b[index]).length;
}

const sign = (page: Page) => page.locator('hours-slide state-badge svg').first();

for (const theme of ['light', 'contrast', 'evening'] as const) {
  test(`in the ${theme} dress each state has a shape of its own, whatever colours an eye can tell apart`, async ({
    page,
    gallery,
  }) => {
    test.setTimeout(120_000);
    await gallery.open('1920×1080', 'standby');
    const session = await page.context().newCDPSession(page);
    for (const eye of EYES) {
      await see(session, eye);
      const masks = new Map<string, string>();
      for (const [state, name] of Object.entries(STATES)) {
        await gallery.show(name, { transition: 'cut', theme });
        const shape = shapeOf(await pictureOfSign(sign(page)));
        expect(shape.contrast, `${state} to ${eye}`).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        for (const [other, mask] of masks)
          expect(difference(mask, shape.mask), `${state} and ${other} to ${eye}`).toBeGreaterThanOrEqual(LEAST_DIFFERENCE);
        masks.set(state, shape.mask);
      }
    }
    await see(session, 'none');
  });
}

test('every state also has a word of its own', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'standby');
  const words = new Set<string>();
  for (const name of Object.values(STATES)) {
    await gallery.show(name, { transition: 'cut' });
    words.add((await page.locator('hours-slide .plate').allInnerTexts()).join('').replace(/[\d:〜（）\s]/g, ''));
  }
  expect(words.size).toBe(Object.keys(STATES).length);
});
