import { expect, galleryTest as test } from './serve';

/** What a visitor may find on the wall: each has its picture. */
const STATES = [
  ['open', 'hours-open'],
  ['last hour', 'hours-open-soon'],
  ['last ten minutes', 'hours-open-urgent'],
  ['before', 'hours-before'],
  ['after', 'hours-after'],
  ['closed with its reason', 'hours-closed'],
  ['reception closed', 'hours-reception-closed'],
  ['paused', 'hours-paused'],
  ['last day', 'hours-last-day'],
  ['ended', 'hours-ended'],
  ['deadline day', 'countdown-deadline-day'],
  ['deadline over', 'countdown-over'],
  ['no feed', 'tickets-no-feed'],
  ['stale feed', 'tickets-stale'],
  ['one call', 'tickets-one'],
  ['two calls', 'tickets-two'],
  ['three calls', 'tickets-three'],
  ['four calls', 'tickets-four'],
  ['five calls', 'tickets-five'],
  ['an hour and more', 'tickets-long-wait'],
  ['emergency', 'emergency'],
  ['drill', 'emergency-drill'],
  ['rehearsal', 'rehearsal'],
  ['hold', 'hold'],
  ['standby', 'standby'],
  ['sleep', 'sleep'],
] as const;

test('every state has its picture, and no two are the same', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'standby');
  const pictures = new Map<string, string>();
  for (const [state, name] of STATES) {
    await gallery.show(name, { transition: 'cut' });
    const picture = (await page.screenshot()).toString('base64');
    expect(pictures.get(picture), `${state} looks otherwise`).toBeUndefined();
    pictures.set(picture, state);
  }
});

test('the sheet shows every picture on one page, at the size and in the dress that is chosen', async ({ page, address }) => {
  // Pages far below the window are not loaded: in a small one there are few.
  await page.setViewportSize({ width: 400, height: 400 });
  await page.goto(`${address}/gallery/index.html`);
  const frames = page.locator('iframe');
  const names = await page.evaluate(() => window.sceneNames.length);
  await expect(frames).toHaveCount(names);
  await page.getByRole('combobox', { name: 'size' }).selectOption('1080×1920');
  await page.getByRole('combobox', { name: 'theme' }).selectOption('contrast');
  await page.getByRole('combobox', { name: 'scale' }).selectOption('1/5');
  await expect(frames).toHaveCount(names);
  const box = await frames.first().boundingBox();
  expect(box).toMatchObject({ width: 216, height: 384 });
  const first = page.frameLocator('iframe').first().locator('signage-screen');
  await expect(first).toHaveAttribute('theme', 'contrast', { timeout: 30_000 });
});

test('each face of the type is asked for once, however often the picture changes', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'checklist');
  const asked = await page.evaluate(async () => {
    let count = 0;
    const { load } = FontFace.prototype;
    FontFace.prototype.load = function () {
      count += 1;
      return load.call(this);
    };
    await window.show('notice');
    const again = count;
    await window.show('emergency');
    return { again, inNewLanguages: count - again };
  });
  expect(asked.again).toBe(0);
  // Chinese and Korean have not been on the glass before.
  expect(asked.inNewLanguages).toBeGreaterThan(100);
});
