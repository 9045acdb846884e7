import { legibilityOf } from '../../renderer/domain/legibility';
import { animations } from './animations';
import { breakFaults, paragraphsOnScreen } from './paragraphs';
import { expect, galleryTest as test } from './serve';
import { blemishes, textOnScreen } from './text-on-screen';

/** On the twice as fine screens, whose sizes are those of the others times two, each third picture tells what hairlines and rounding do. */
const SIZES = [
  ['1920×1080', 1],
  ['1080×1920', 1],
  ['1280×720', 1],
  ['3840×2160', 3],
  ['2160×3840', 3],
] as const;

for (const [size, step] of SIZES) {
  test(`at ${size} every picture is still, its text whole, apart, inside its box, large enough and well broken`, async ({
    page,
    gallery,
  }) => {
    test.setTimeout(240_000);
    await gallery.open(size, 'standby');
    await page.evaluate(() => {
      addEventListener('overfull', () => document.documentElement.setAttribute('data-overfull', ''));
    });
    const [width = 0, height = 0] = size.split('×').map(Number);
    const { floor } = legibilityOf({ inches: 55, distance: 5, width, height });
    const found: Record<string, readonly string[]> = {};
    const names = (await gallery.names()).filter((_, index) => index % step === 0);
    for (const name of names) {
      await gallery.show(name, { transition: 'cut' });
      const lines = await textOnScreen(page);
      expect(lines.length, `${name} has text`).toBeGreaterThan(0);
      const leftOut = await page.evaluate(() => {
        const root = document.documentElement;
        const told = root.hasAttribute('data-overfull');
        root.removeAttribute('data-overfull');
        return told ? ['something had to be left out'] : [];
      });
      // Between phrases: kinsoku kept, nothing split that is read as one, no lonely letter.
      const breaks = (await paragraphsOnScreen(page)).flatMap(breakFaults);
      const moving = (await animations(page)).length > 0 ? ['something moves while nothing changes'] : [];
      const wrong = [...blemishes(lines, floor), ...leftOut, ...breaks, ...moving];
      if (wrong.length > 0) found[name] = wrong;
    }
    expect(found).toEqual({});
  });
}

test('on 43 inches read from 5 metres every text keeps the larger smallest size', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'standby');
  const screen = { inches: 43, distance: 5 };
  const { floor } = legibilityOf({ ...screen, width: 1920, height: 1080 });
  const found: Record<string, readonly string[]> = {};
  for (const name of ['hours-open', 'hours-closed', 'checklist', 'countdown-two', 'notice', 'cards', 'contact', 'tickets-one']) {
    await gallery.show(name, { transition: 'cut', screen });
    const wrong = blemishes(await textOnScreen(page), floor);
    if (wrong.length > 0) found[name] = wrong;
  }
  expect(found).toEqual({});
});

test('the faults of line breaks that it looks for are faults', () => {
  expect(breakFaults(['お早めにご確認くださ', 'い。'])).toEqual(['「お早めにご確認くださ／い。」 leaves a lonely letter']);
  expect(breakFaults(['9月30日', '（土）まで'])).toEqual(['「9月30日／（土）まで」 splits 9月30日（土）']);
  expect(breakFaults(['受付は午後', '5時まで'])).toEqual(['「受付は午後／5時まで」 splits 午後5時']);
  expect(breakFaults(['全国で', '、報告されています'])).toEqual([
    '「全国で／、報告されています」 begins a line with what must not',
  ]);
  expect(breakFaults(['ご案内（', '無料です）'])).toEqual(['「ご案内（／無料です）」 ends a line with what must not']);
});
