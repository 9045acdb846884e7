import type { Page } from 'playwright/test';
import { legibilityOf } from '../../renderer/domain/legibility';
import { contentOf, SIGNAGE, snapshotOf } from '../fixtures/folder';
import { openPage } from './built-page';
import { breakFaults, paragraphsOnScreen } from './paragraphs';
import { expect, test } from './serve';
import { blemishes, textOnScreen } from './text-on-screen';

const NOW = '2023-09-28T15:24:00+09:00';
/** What is parted nowhere, neither between lines nor between pages. */
const WHOLE = ['令和5年9月30日（土）まで', '午前8時30分から', '午後5時まで', '0120-95-0178', '20,000円相当'];

const JAPANESE = `マイナポイントの申込みで、別の人の決済サービスにポイントが付与された事例が、全国で報告されています。原因は、前の人が端末からログアウトしないまま、次の人が操作したことです。

ご自身の申込状況をご確認ください。令和5年9月30日（土）まで、マイナポイントアプリの「申込状況を確認」からご覧いただけます。窓口での確認は、平日の午前8時30分から午後5時までです。

## 心当たりのない決済サービスが表示されたとき

マイナポイント コールセンター 0120-95-0178 へお電話ください。付与されたポイントは最大20,000円相当です。なお、電話がつながりにくい時間帯があります。お待ちください。

## 窓口にお持ちいただくもの

マイナンバーカードと、カードの{暗証番号|あんしょうばんごう}（数字4桁）が必要です。決済サービスのIDとセキュリティコードは、お越しになる前にお調べください。調べ方はサービスごとに違います。

代理の方は、委任状と、ご自身の本人確認書類もお持ちください。委任状の様式は市のホームページにあります。15歳未満の方は、法定代理人が手続きしてください。`;

const ENGLISH = `Points were given to another person in some cases. The next user had worked on a terminal that was still logged in.

Please check your application. You can do so in the app until 30 September. The desk is open from 8:30 a.m. to 5 p.m.

## When you see a service that you do not know

Please call 0120-95-0178. Points are worth up to 20,000 yen. The line may be busy. Please wait.

## What to bring

Bring your card and its four-digit PIN. Look up the ID of your payment service before you come. Each service has its own way.

Proxies also bring a letter of proxy and their own papers. The form is on our website. Parents act for children under 15.`;

const SLIDES = {
  'slides/10-long.md': `---\ntitle: 申込状況をご確認ください\nlink: https://www.example.lg.jp/\n---\n${JAPANESE}\n`,
  'slides/10-long.en.md': `---\ntitle: Please check your application\n---\n${ENGLISH}\n`,
  'slides/20-next.md': '---\ntitle: つぎ\n---\n本文です。\n',
};

async function open(page: Page, address: string, size: readonly [number, number], screen: string): Promise<void> {
  const signage = SIGNAGE.replace(/screen: .*/, `screen: ${screen}`);
  await page.setViewportSize({ width: size[0], height: size[1] });
  await page.clock.install({ time: new Date(NOW) });
  await openPage(page, address, snapshotOf(contentOf({ ...SLIDES, 'signage.yaml': signage })));
  await expect(page.locator('[data-slide="10-long"]')).toBeVisible();
}

/** The text that is drawn, without furigana. */
function drawn(page: Page, selector: string): Promise<string> {
  return page.locator(selector).evaluateAll((elements) => {
    const textOf = (node: Node): string => {
      if (node instanceof Element && (/^(style|rt)$/.test(node.localName) || getComputedStyle(node).display === 'none'))
        return '';
      if (node instanceof Text) return node.data;
      return Array.from((node instanceof Element ? node.shadowRoot : null)?.childNodes ?? node.childNodes, textOf).join('');
    };
    return elements.map(textOf).join('').replace(/\s+/g, ' ').trim();
  });
}

/** The slide on show, not the one that is made ready behind it. */
const ON = '.layer:not([inert])';
const mark = (page: Page) => page.getByRole('img', { name: /^ページ/ });
const markText = (page: Page) => mark(page).getAttribute('aria-label');
const bare = (text: string) => text.replace(/[#\s]/g, '');

for (const [name, size, screen] of [
  ['1920×1080', [1920, 1080], '{ inches: 55, distance: 5 }'],
  ['1080×1920', [1080, 1920], '{ inches: 55, distance: 5 }'],
  ['1920×1080 of 43 inches, read from 8 metres', [1920, 1080], '{ inches: 43, distance: 8 }'],
] as const) {
  test(`at ${name} a long notice is whole over its pages, in order, each sentence once`, async ({ page, address }) => {
    await open(page, address, size, screen);
    const [width, height] = size;
    const { inches, distance } = { inches: screen.includes('43') ? 43 : 55, distance: screen.includes('8 }') ? 8 : 5 };
    const floor = Math.min(legibilityOf({ inches, distance, width, height }).floor, (48 / 1080) * Math.min(width, height));
    const count = Number((await markText(page))?.split('／')[1]);
    expect(count).toBeGreaterThan(2);
    const pages: string[] = [];
    const others: string[] = [];
    const tops: number[] = [];
    const faults: Record<string, readonly string[]> = {};
    for (let index = 0; index < count; index += 1) {
      expect(await markText(page)).toBe(`ページ ${index + 1}／${count}`);
      await expect(page.getByRole('region', { name: '申込状況をご確認ください' })).toBeVisible();
      await expect(page.getByRole('img', { name: '二次元コード' })).toBeVisible();
      pages.push(await drawn(page, `${ON} rich-text:not(.translation)`));
      others.push(await drawn(page, `${ON} rich-text.translation`));
      tops.push((await page.locator(`${ON} .text`).boundingBox())?.y ?? 0);
      const lines = (await textOnScreen(page)).filter(({ boxes }) => boxes.some((box) => box.name === 'section.layer'));
      const broken = (await paragraphsOnScreen(page)).flatMap(breakFaults);
      const wrong = [...blemishes(lines, floor), ...broken];
      if (wrong.length > 0) faults[`page ${index + 1}`] = wrong;
      await page.keyboard.press('ArrowRight');
    }
    expect(faults).toEqual({});
    expect(Math.max(...tops) - Math.min(...tops), 'all begin at one height').toBeLessThanOrEqual(1);
    expect(bare(pages.join(''))).toBe(bare(JAPANESE).replace(/\{(.+?)\|.+?\}/g, '$1'));
    for (const whole of WHOLE)
      expect(
        pages.filter((text) => bare(text).includes(whole)),
        whole,
      ).toHaveLength(1);
    for (const text of pages) expect(text, 'each page ends with a sentence').toMatch(/。$/);
    expect([bare(ENGLISH), '']).toContain(bare(others.join('')));
    await expect(page.locator('[data-slide="20-next"]')).toBeVisible();
  });
}

test('the other language stands beside each page, with what that page says', async ({ page, address }) => {
  await open(page, address, [1920, 1080], '{ inches: 75, distance: 5 }');
  const pairs: string[] = [];
  const count = Number((await markText(page))?.split('／')[1]);
  for (let index = 0; index < count; index += 1) {
    const [ja, en] = [await drawn(page, `${ON} rich-text:not(.translation)`), await drawn(page, `${ON} rich-text.translation`)];
    for (const [own, other] of [
      ['令和5年9月30日', '30 September'],
      ['0120-95-0178', '0120-95-0178'],
      ['20,000円', '20,000 yen'],
      ['心当たりのない', 'service that you do not know'],
      ['委任状の様式は', 'on our website'],
    ] as const) {
      if (bare(ja).includes(own)) {
        expect(en).toContain(other);
        pairs.push(own);
      }
    }
    await page.keyboard.press('ArrowRight');
  }
  expect(pairs).toHaveLength(5);
});

test('pages turn by themselves, are held, and stay through a change of size', async ({ page, address }) => {
  await open(page, address, [1920, 1080], '{ inches: 55, distance: 5 }');
  await page.clock.runFor(30_500);
  await expect(mark(page)).toHaveAttribute('aria-label', /^ページ 2／/);
  await page.keyboard.press('Space');
  await page.clock.runFor(120_000);
  await expect(mark(page)).toHaveAttribute('aria-label', /^ページ 2／/);
  const before = await markText(page);
  await page.setViewportSize({ width: 1080, height: 1920 });
  await page.clock.runFor(100);
  await expect(mark(page)).toHaveAttribute('aria-label', /^ページ 2／/);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.clock.runFor(100);
  await expect(mark(page)).toHaveAttribute('aria-label', before ?? '');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await expect(mark(page)).toHaveAttribute('aria-label', /^ページ 1／/);
});

test('a text is never seen before it is parted: the first frame is the first page', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'notice');
  const frames = await page.evaluate(async () => {
    const seen: number[] = [];
    const look = () => {
      const stage = document.querySelector('signage-screen')?.shadowRoot?.querySelector('slide-stage')?.shadowRoot;
      const text = stage?.querySelector('.layer:not([inert]) notice-slide')?.shadowRoot?.querySelector('rich-text')?.shadowRoot;
      seen.push((text?.textContent ?? '').replace(/\s/g, '').length);
    };
    void window.show({ ...window.sceneNamed('notice-pages'), transition: 'fade' });
    for (let frame = 0; frame < 6; frame += 1) {
      await new Promise((done) => requestAnimationFrame(done));
      look();
    }
    return seen;
  });
  const long = frames.filter((letters) => letters !== 48);
  expect(new Set(long).size).toBe(1);
  expect(long[0]).toBeLessThan(200);
});

test('4,000 characters are parted long before the page would count as frozen', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'notice');
  const scene = await gallery.scene('notice');
  if (scene.stage.kind !== 'slide') throw new Error('no slide');
  const sentences = Array.from(
    { length: 110 },
    (_, at) => `窓口${at + 1}での確認は、平日の午前8時30分から午後5時までです。お早めに。`,
  );
  const text = sentences.join('').slice(0, 4_000);
  const blocks = [{ kind: 'paragraph' as const, children: [{ kind: 'text' as const, text }] }];
  const slide = { ...scene.stage.slide, blocks };
  const took = await page.evaluate(
    async (whole) => {
      const told = new Promise((done) => addEventListener('paged', done, { once: true }));
      const startedAt = performance.now();
      await window.show(whole);
      await told;
      return performance.now() - startedAt;
    },
    { ...scene, stage: { kind: 'slide' as const, slide } },
  );
  expect(took).toBeLessThan(2_000);
});
