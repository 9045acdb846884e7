import { legibilityOf } from '../../renderer/domain/legibility';
import { expect, galleryTest as test } from './serve';
import { textOnScreen } from './text-on-screen';

/** The smallest font size of the lines whose text matches, in pixels. */
async function smallest(page: Parameters<typeof textOnScreen>[0], within: string, pattern: RegExp): Promise<number> {
  const lines = await textOnScreen(page);
  const sizes = lines
    .filter(({ text, boxes }) => pattern.test(text) && boxes.some(({ name }) => name.startsWith(within)))
    .map(({ fontSize }) => fontSize);
  expect(sizes.length, `${within} has ${pattern}`).toBeGreaterThan(0);
  return Math.min(...sizes);
}

for (const size of ['1920×1080', '1080×1920']) {
  const [width = 0, height = 0] = size.split('×').map(Number);
  const { target } = legibilityOf({ inches: 55, distance: 5, width, height });
  const tenMetres = legibilityOf({ inches: 55, distance: 10, width, height }).floor;

  test(`at ${size} a countdown can be read from 10 metres, on its slide with its unit`, async ({ page, gallery }) => {
    await gallery.open(size, 'standby');
    for (const name of ['countdown-one', 'countdown-two', 'countdown-eve']) {
      await gallery.show(name, { transition: 'cut' });
      expect(await smallest(page, 'p.figure', /^(あと|\d|日|本日まで)$/), name).toBeGreaterThanOrEqual(tenMetres);
    }
    for (const name of ['countdown-three', 'countdown-four']) {
      await gallery.show(name, { transition: 'cut' });
      expect(await smallest(page, 'div.rest', /^\d$/), name).toBeGreaterThanOrEqual(tenMetres / 2);
    }
    for (const name of ['notice', 'hours-open-soon', 'hours-last-day']) {
      await gallery.show(name, { transition: 'cut' });
      expect(await smallest(page, 'footer', /^(\d|本日まで|終了しました)$/), name).toBeGreaterThanOrEqual(tenMetres);
    }
  });

  test(`at ${size} the hours can be read from 10 metres`, async ({ page, gallery }) => {
    await gallery.open(size, 'standby');
    for (const name of [
      'hours-open',
      'hours-open-soon',
      'hours-open-urgent',
      'hours-last-day',
      'hours-before',
      'hours-changed',
    ]) {
      await gallery.show(name, { transition: 'cut' });
      expect(await smallest(page, 'div.plate', /^[\d:]$/), name).toBeGreaterThanOrEqual(tenMetres);
    }
    for (const name of ['hours-closed', 'hours-paused', 'hours-after', 'hours-ended', 'hours-reception-closed']) {
      await gallery.show(name, { transition: 'cut' });
      expect(
        await smallest(page, 'div.plate', /^(お休みです|終了しました|締め切りました|休止しています)$/),
        name,
      ).toBeGreaterThanOrEqual(target);
    }
  });
}

test('a ticket called alone is a quarter of the screen high', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'tickets-long-wait');
  expect(await smallest(page, 'li.', /^[42]$/)).toBeGreaterThanOrEqual(0.24 * 1080);
});
