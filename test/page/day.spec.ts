import AxeBuilder from 'axe-core';
import { legibilityOf } from '../../renderer/domain/legibility';
import { snapshotOf } from '../fixtures/folder';
import { animations } from './animations';
import { openPage, sampleContent } from './built-page';
import { expect, test } from './serve';
import { blemishes, textOnScreen } from './text-on-screen';

const AT = '2023-09-28T15:24:00+09:00';
const reading = {
  issuedAt: Date.parse(AT),
  calling: [{ label: '42', counter: '1', calledAt: Date.parse('2023-09-28T15:20:00+09:00') }],
  absent: [],
  waiting: { count: 12, minutes: [50, 70] as const },
  desk: null,
};
const withFeed = () =>
  snapshotOf(sampleContent(), { feed: { reading, readAt: Date.parse(AT), since: Date.parse(AT), trouble: null } });

for (const [width, height] of [
  [1920, 1080],
  [1080, 1920],
] as const) {
  test(`shows every slide of the sample whole at ${width}×${height}`, async ({ page, address }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height });
    const { floor } = legibilityOf({ inches: 55, distance: 5, width, height });
    const faults: Record<string, readonly string[]> = {};
    for (const at of [AT, '2023-09-29T16:57:10+09:00', '2023-09-29T17:00:00+09:00', '2023-10-01T10:00:00+09:00']) {
      await page.clock.install({ time: new Date(at) });
      await openPage(page, address, withFeed());
      const count = Number((await page.getByRole('img', { name: /スライド/ }).getAttribute('aria-label'))?.split('／')[1]);
      expect(count).toBeGreaterThan(1);
      for (let slide = 0; slide < count; slide += 1) {
        await page.clock.runFor(50);
        const id = await page.locator('[data-slide]').getAttribute('data-slide');
        const found = blemishes(await textOnScreen(page), floor);
        if (found.length > 0) faults[`${at} ${id}`] = found;
        await page.keyboard.press('ArrowRight');
      }
    }
    expect(faults).toEqual({});
  });
}

test('is honest to those who hear it: landmarks, timers and the region of the slide have their names', async ({
  page,
  address,
}) => {
  await page.clock.install({ time: new Date(AT) });
  await openPage(page, address, withFeed());
  await expect(page.getByRole('banner')).toContainText('マイナポイント支援窓口');
  await expect(page.getByRole('contentinfo')).toBeVisible();
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'ただいまのご案内' })).toBeVisible();
  await expect(page.getByRole('status')).toContainText('42');
  await expect(page.getByRole('region', { name: '窓口と申し込みの期限' })).toHaveAttribute('data-slide', '10-deadlines');
  await expect(page.getByRole('timer', { name: '本日の受付終了まで' })).toContainText('1時間36分');
  await page.evaluate(AxeBuilder.source);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag2aaa'] });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
  expect(violations).toEqual([]);
});

test('counts down to the last second, and turns in the frame of the closing', async ({ page, address }) => {
  // The clock runs while the page is loaded, and stands still from there on.
  await page.clock.install({ time: new Date('2023-09-29T16:59:20+09:00') });
  await openPage(page, address, snapshotOf(sampleContent()));
  const foot = page.getByRole('contentinfo');
  await expect(foot).toBeVisible();
  await page.clock.pauseAt(new Date('2023-09-29T16:59:50+09:00'));
  await expect(foot).toContainText('10秒');
  await page.clock.runFor(9_000);
  await expect(foot).toContainText(/[^\d]1秒/);
  await page.clock.runFor(1_000);
  await expect(foot).toContainText('支援窓口は終了しました');
  await expect(foot).not.toContainText('秒');
});

test('moves nothing when digits change, and animates nothing while idle', async ({ page, address }) => {
  await page.clock.install({ time: new Date('2023-09-28T16:40:00+09:00') });
  await openPage(page, address, snapshotOf(sampleContent()));
  await expect(page.locator('[data-slide]')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByText('表示を止めています')).toBeVisible();
  const foot = page.getByRole('contentinfo');
  const boxes = () =>
    foot.evaluate((element) => {
      const figures = [...element.querySelectorAll('digit-figure')];
      return figures.map((figure) => [figure.getBoundingClientRect().left, figure.getBoundingClientRect().width]);
    });
  await page.clock.runFor(1_000);
  const before = await boxes();
  expect(before.length).toBeGreaterThan(0);
  for (let second = 0; second < 30; second += 1) {
    await page.clock.runFor(1_000);
    expect(await boxes()).toEqual(before);
  }
  expect(await animations(page)).toEqual([]);
});

test('fades once between slides, within 400 ms, and a key in its middle cuts', async ({ page, address }) => {
  await page.clock.install({ time: new Date(AT) });
  await openPage(page, address, snapshotOf(sampleContent()));
  await expect(page.locator('[data-slide="10-deadlines"]')).toBeVisible();
  await page.clock.runFor(40_000);
  const running = () => animations(page);
  await page.clock.pauseAt(new Date('2023-09-28T15:30:00+09:00'));
  await page.keyboard.press('Home');
  expect(await running()).toEqual([]);
  await page.clock.runFor(30_000);
  for (const duration of await running()) expect(duration).toBeLessThanOrEqual(400);
  await page.keyboard.press('End');
  expect(await running()).toEqual([]);
  await expect(page.locator('[data-slide="92-city-section"]')).toBeVisible();
});

test('lives through a whole day by itself: the right state and slide at each hour', async ({ page, address }) => {
  test.setTimeout(120_000);
  await page.clock.install({ time: new Date('2023-09-28T07:30:00+09:00') });
  await openPage(page, address, snapshotOf(sampleContent()));
  const foot = page.getByRole('contentinfo');
  const at = async (iso: string) => {
    await page.clock.fastForward(Math.max(Date.parse(iso) - (await page.evaluate(() => Date.now())), 0));
    await page.clock.runFor(2_000);
  };
  await expect(foot).toContainText('受付は 午前8時30分から');
  await at('2023-09-28T08:30:00+09:00');
  await expect(foot).toContainText('8時間30分');
  await at('2023-09-28T12:00:00+09:00');
  await expect(foot).toContainText('5時間');
  await at('2023-09-28T17:00:00+09:00');
  await expect(foot).toContainText('本日の受付は終了しました');
  await at('2023-09-28T21:00:00+09:00');
  await expect(page.getByRole('contentinfo')).toHaveCount(0);
  await at('2023-09-29T07:00:00+09:00');
  await expect(page.getByRole('banner')).toContainText('9月29日');
  await expect(foot).toContainText('受付は 午前8時30分から');
});
