import type { Page } from 'playwright/test';
import { coloursIn, luminance, type Picture, pictureOf } from './picture';
import { expect, galleryTest as test } from './serve';

/**
 * The picture is looked at in this many parts across and down. Each is 2.9 % of it: what flashes counts from a quarter of a field of ten degrees
 * on, 2.8 % of a picture (WCAG 2.3.1).
 */
const ACROSS = 7;
const DOWN = 5;
/** WCAG 2.3.1: a flash is a swing of a tenth of the greatest luminance, there and back. */
const SWING = 0.1;
const STEPS = [0, 40, 90, 140, 180, 220, 270, 320, 359];

function brightness(picture: Picture): readonly number[] {
  const { width, height } = picture;
  return Array.from({ length: ACROSS * DOWN }, (_, part) => {
    const [column, row] = [part % ACROSS, Math.floor(part / ACROSS)];
    const colours = coloursIn(picture, {
      left: (column * width) / ACROSS,
      right: ((column + 1) * width) / ACROSS,
      top: (row * height) / DOWN,
      bottom: ((row + 1) * height) / DOWN,
    });
    let sum = 0;
    let pixels = 0;
    for (const [colour, count] of colours) {
      sum += count * luminance(colour);
      pixels += count;
    }
    return sum / pixels;
  });
}

/** How often a part of the picture swings to one side and back again. */
function flashes(series: readonly number[]): number {
  let count = 0;
  let direction = 0;
  let turn = series[0] ?? 0;
  for (const value of series) {
    const swing = value - turn;
    if (Math.abs(swing) >= SWING) {
      if (direction !== 0 && Math.sign(swing) !== direction) count += 1;
      direction = Math.sign(swing);
      turn = value;
    } else if (Math.sign(swing) === direction) turn = value;
  }
  return count;
}

/** The pictures of one slide change, at chosen milliseconds of its fade. */
async function fadePictures(page: Page, from: string, to: string): Promise<readonly Picture[]> {
  await page.evaluate((name) => window.show({ ...window.sceneNamed(name), transition: 'cut' }), from);
  const pictures = [await pictureOf(page)];
  const fades = await page.evaluateHandle(async (name) => {
    // Held from its start: on a busy machine it would be over before it is found.
    const held: Animation[] = [];
    const { animate } = Element.prototype;
    Element.prototype.animate = function (...how) {
      const animation = animate.apply(this, how);
      animation.pause();
      held.push(animation);
      return animation;
    };
    await window.show({ ...window.sceneNamed(name), transition: 'fade' });
    Element.prototype.animate = animate;
    return held;
  }, to);
  expect(await fades.evaluate((all) => all.length)).toBe(1);
  for (const time of STEPS) {
    await fades.evaluate((all, at) => {
      for (const fade of all) fade.currentTime = at;
    }, time);
    pictures.push(await pictureOf(page));
  }
  await fades.evaluate((all) => {
    for (const fade of all) fade.finish();
  });
  pictures.push(await pictureOf(page));
  return pictures;
}

test('the measure finds a flash', () => {
  expect(flashes([0.2, 0.6, 0.9])).toBe(0);
  expect(flashes([0.9, 0.5, 0.9])).toBe(1);
  expect(flashes([0.1, 0.9, 0.1, 0.9])).toBe(2);
  expect(flashes([0.5, 0.55, 0.5, 0.55])).toBe(0);
});

for (const [from, to] of [
  ['notice', 'checklist'],
  ['hours-paused', 'tickets-one'],
  ['countdown-two', 'notice-long-link'],
  ['hours-ended', 'contact-three'],
] as const) {
  test(`no part of the picture flashes while ${from} becomes ${to}`, async ({ page, gallery }) => {
    await gallery.open('1920×1080', from);
    const series = (await fadePictures(page, from, to)).map(brightness);
    for (let part = 0; part < ACROSS * DOWN; part += 1)
      expect(flashes(series.map((parts) => parts[part] ?? 0)), `part ${part}`).toBe(0);
  });
}
