import { expect, galleryTest as test } from './serve';

test('the parts of the screen are landmarks with names', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'checklist');
  await expect(page.getByRole('banner', { name: '窓口と日時' })).toContainText('マイナポイント支援窓口');
  await expect(page.getByRole('banner')).toContainText('令和5年9月28日（木）');
  await expect(page.getByRole('banner').getByRole('time')).toHaveText('15:24');
  await expect(page.getByRole('main', { name: 'ご案内' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'ただいまのご案内' })).toContainText('窓口 1');
  await expect(page.getByRole('complementary').getByRole('status')).toContainText('42番');
  await expect(page.getByRole('contentinfo', { name: '残り時間と締め切り' })).toBeVisible();
});

test('the slide on show is a region named by its title and carries its id', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'checklist');
  const slide = page.getByRole('region', { name: 'お申し込みに必要なもの' });
  await expect(slide).toHaveAttribute('data-slide', 'checklist');
  await expect(slide.getByRole('listitem')).toHaveCount(4);
});

test('each countdown is a timer named for what it counts', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'countdown-two');
  const foot = page.getByRole('contentinfo');
  await expect(foot.getByRole('timer', { name: '本日の受付終了まで' })).toHaveText('1時間36分');
  await expect(foot.getByRole('timer', { name: 'マイナポイント申込期限まで' })).toHaveText('あと2日');
  await expect(page.getByRole('main').getByRole('timer', { name: '窓口の最終日' })).toHaveText('あと1日');
});

test('without a ticket feed there is no column and the stage has its room', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'tickets-no-feed');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  const stage = await page.getByRole('main').boundingBox();
  expect(stage?.width).toBeGreaterThanOrEqual(1920);
});

test('a screen on its side stacks header, stage, tickets and foot', async ({ page, gallery }) => {
  await gallery.open('1080×1920', 'checklist');
  const tops: number[] = [];
  for (const role of ['banner', 'main', 'complementary', 'contentinfo'] as const) {
    tops.push((await page.getByRole(role).boundingBox())?.y ?? Number.NaN);
  }
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
});

test('other languages say which they are', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'checklist');
  await expect(page.locator('signage-screen')).toHaveAttribute('lang', 'ja');
  await expect(page.getByText('What to bring')).toHaveAttribute('lang', 'en');
});

test('the position is a row of dots, in figures when there are many', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'checklist');
  await expect(page.getByRole('img', { name: 'スライド 2／6' })).toBeVisible();
  await gallery.show('foot-three');
  const figures = page.getByRole('img', { name: 'スライド 2／6' });
  await expect(figures).toBeVisible();
  await expect(figures).toHaveText('2/6');
});

test('neither cursor, scroll bar nor selection is ever seen', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'notice-long');
  const seen = await page.evaluate(() => {
    const screen = document.querySelector('signage-screen');
    const style = screen && getComputedStyle(screen);
    const { scrollWidth, scrollHeight } = document.documentElement;
    return [
      style?.cursor,
      style?.userSelect,
      getComputedStyle(document.body).cursor,
      scrollWidth - innerWidth,
      scrollHeight - innerHeight,
    ];
  });
  expect(seen).toEqual(['none', 'none', 'none', 0, 0]);
});

test('the dark picture shows one dim line and nothing else', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'sleep');
  await expect(page.locator('signage-screen')).toHaveText('22:00');
  await expect(page.getByRole('banner')).toHaveCount(0);
});

test('each step of the burn-in drift moves the bands by a few pixels and bares no edge', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'checklist');
  const places = new Set<string>();
  for (let drift = 0; drift < 8; drift += 1) {
    await gallery.show('checklist', { drift });
    const head = await page.locator('header-band').boundingBox();
    const foot = await page.locator('foot-band').boundingBox();
    if (!head || !foot) throw new Error('no bands');
    expect(Math.max(head.x, head.y)).toBeLessThanOrEqual(0);
    expect(Math.min(foot.x + foot.width - 1920, foot.y + foot.height - 1080)).toBeGreaterThanOrEqual(0);
    places.add(`${head.x} ${head.y}`);
  }
  expect(places.size).toBe(8);
});
