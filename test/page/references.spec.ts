import type { Page } from 'playwright/test';
import { expect, type Gallery, test } from './serve';

/**
 * Reference pictures, in `references/`, of every state: a change that nobody meant shows here. They are taken at a quarter of the
 * size, where a line that has shifted by a few pixels still differs in more points than may. `npm run screens` takes them anew, and
 * makes the sheets of `assets/screens/` of them: look at each before it is committed.
 */
test.use({ deviceScaleFactor: 0.25 });

/** At a quarter, points that may differ: a few letters' edges between one Chromium and the next. */
const TOLERANCE = { scale: 'device', threshold: 0.2, maxDiffPixels: 60 } as const;

/** Of the other dresses and of screens on their side one of each kind. */
const SOME = [
  'hours-open',
  'hours-open-soon',
  'hours-paused',
  'hours-closed',
  'hours-ended',
  'countdown-two',
  'countdown-three',
  'tickets-one',
  'tickets-five',
  'tickets-hidden',
  'notice-link',
  'notice-long',
  'checklist',
  'cards',
  'contact-two',
  'hold-and-rehearsal',
  'ticket-overlay-counter',
  'staff-all-keys',
  'emergency-drill',
  'standby',
];

async function compare(gallery: Gallery, page: Page, names: readonly string[], folder: string, theme?: 'contrast' | 'evening') {
  for (const name of names) {
    await gallery.show(name, { transition: 'cut', ...(theme === undefined ? {} : { theme }) });
    await expect.soft(page).toHaveScreenshot([folder, `${name}.png`], TOLERANCE);
  }
}

test('every picture is the one that was looked at', async ({ page, gallery }) => {
  test.setTimeout(180_000);
  await gallery.open('1920×1080', 'standby');
  await compare(gallery, page, await gallery.names(), 'landscape');
});

test('so it is on a screen that stands on its side', async ({ page, gallery }) => {
  await gallery.open('1080×1920', 'standby');
  await compare(gallery, page, SOME, 'portrait');
});

for (const theme of ['contrast', 'evening'] as const) {
  test(`so it is in the ${theme} dress`, async ({ page, gallery }) => {
    await gallery.open('1920×1080', 'standby');
    await compare(gallery, page, SOME, theme, theme);
  });
}

test('a line that shifts by a fifth of its height is caught', async ({ page, gallery }, { config }) => {
  test.skip(config.updateSnapshots === 'all', 'while references are taken anew this would take a wrong one');
  await gallery.open('1920×1080', 'standby');
  await gallery.show('hours-open', { transition: 'cut' });
  await expect(page).toHaveScreenshot(['landscape', 'hours-open.png'], TOLERANCE);
  const line = page.locator('hours-slide slide-title .other');
  await line.evaluate((element: HTMLElement) => {
    element.style.transform = `translateY(${0.2 * element.offsetHeight}px)`;
  });
  await expect(page).not.toHaveScreenshot(['landscape', 'hours-open.png'], TOLERANCE);
});
