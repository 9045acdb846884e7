import type { Page } from 'playwright/test';
import { PNG } from 'pngjs';
import type { Content } from '../../renderer/domain/content/content';
import { emptyFolder, readFolder } from '../../renderer/domain/content/folder';
import type { SlideBody, SlideScene } from '../../renderer/domain/scene';
import { contentOf, SIGNAGE, snapshotOf, THREE_SLIDES } from '../fixtures/folder';
import { pictureAt, withMedia } from '../fixtures/media';
import { openPage } from './built-page';
import { madeFilm, madePicture } from './made-media';
import { type Area, coloursIn, luminance, type Picture, pictureOf } from './picture';
import { expect, type MadeFile, test } from './serve';

const SIZE = { width: 1600, height: 1200 };
const AT = Date.parse('2023-09-28T10:00:00+09:00');

test.beforeAll(async ({ browser, made }) => {
  const page = await browser.newPage();
  const files: Record<string, MadeFile> = {
    '/made/orange.jpg': await madePicture(page, '#e08030', 1600, 1200),
    '/made/rose.jpg': await madePicture(page, '#e0709f', 1200, 1600),
    '/made/green-then-yellow.webm': await madeFilm(page, ['#30b060', '#e0d040'], 1_000),
    '/made/blue.webm': await madeFilm(page, ['#60a0f0'], 700),
    '/made/page.jpg': { type: 'text/html', body: Buffer.from('<h1>404</h1>') },
    '/made/hanging.jpg': null,
  };
  for (const [path, file] of Object.entries(files)) made.set(path, file);
  await page.close();
});

/** A slide of the gallery's desk that is this file. */
async function slideOf(page: Page, id: string, file: string, fit: 'contain' | 'cover' = 'cover'): Promise<SlideScene> {
  const { stage } = await page.evaluate(() => window.sceneNamed('notice'));
  if (stage.kind !== 'slide') throw new Error('no slide');
  const picture = { address: `/made/${file}`, ...SIZE };
  const body: SlideBody = file.endsWith('webm')
    ? { kind: 'video', picture, fit, loops: false }
    : { kind: 'picture', picture, fit };
  return { ...stage.slide, id, title: { main: `題 ${id}`, others: [] }, body, blocks: [] };
}

/** Shows a slide with another behind it; done when it is on the stage. */
async function show(page: Page, slide: SlideScene, next: SlideScene | null, transition: 'cut' | 'fade' = 'cut') {
  await page.evaluate(
    ([on, behind, how]) =>
      window.show({ ...window.sceneNamed('notice'), stage: { kind: 'slide', slide: on }, next: behind, transition: how }),
    [slide, next, transition] as const,
  );
}

/** Waits until the slide behind the one on the stage is ready. */
async function aheadReady(page: Page): Promise<void> {
  const ahead = page.locator('slide-stage .ahead > *');
  await ahead.waitFor({ state: 'attached' });
  await ahead.evaluate((slide) => (slide as unknown as { whenReady: Promise<unknown> }).whenReady);
}

/** The commonest colour of the stage's middle, as `#rrggbb`. */
function middleOf(picture: Picture): string {
  const { width, height } = picture;
  const area: Area = { left: 0.3 * width, right: 0.4 * width, top: 0.4 * height, bottom: 0.6 * height };
  const [[colour] = [0]] = [...coloursIn(picture, area)].sort(([, a], [, b]) => b - a);
  return `#${colour.toString(16).padStart(6, '0')}`;
}

/** The same, as soon as it is no longer what was there before: the first that is seen of the next slide. */
async function middleAfter(page: Page, before: string): Promise<string> {
  let middle = before;
  await expect
    .poll(
      async () => {
        middle = middleOf(await pictureOf(page));
        return isNear(middle, before);
      },
      { intervals: [20] },
    )
    .toBe(false);
  return middle;
}

function isNear(colour: string, other: string): boolean {
  const parts = (text: string) => [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
  const [a, b] = [parts(colour), parts(other)];
  return a.every((part, index) => Math.abs(part - (b[index] ?? 0)) < 24);
}

test('the next slide stands ready behind the one on the stage, and is nothing to anybody', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'notice');
  const { stage } = await gallery.scene('countdown-two');
  if (stage.kind !== 'slide') throw new Error('no slide');
  await gallery.show('checklist', { transition: 'cut', next: stage.slide });
  await aheadReady(page);
  await expect(page.getByRole('region')).toHaveCount(1);
  await expect(page.getByRole('main').getByRole('timer')).toHaveCount(0);
  await expect(page.locator('[data-slide]')).toHaveCount(1);
  expect(await page.getByRole('main').ariaSnapshot()).not.toContain('締め切りが近づいています');
  const ahead = page.locator('slide-stage .ahead');
  await expect(ahead).toHaveAttribute('aria-hidden', 'true');
  await expect(ahead).toHaveJSProperty('inert', true);
  await expect(ahead).toBeHidden();
});

test('at its turn the slide that stood ready is on the stage in the same frame, as it was made ready', async ({
  page,
  gallery,
}) => {
  await gallery.open('1920×1080', 'notice');
  const { stage } = await gallery.scene('hours-open');
  if (stage.kind !== 'slide') throw new Error('no slide');
  await gallery.show('checklist', { transition: 'cut', next: stage.slide });
  await aheadReady(page);
  const turned = await page.evaluate(async () => {
    const root = document.querySelector('signage-screen')?.shadowRoot?.querySelector('slide-stage')?.shadowRoot;
    const ready = root?.querySelector('.ahead > hours-slide');
    const sizes = (element: Element | null | undefined) => (element as HTMLElement).style.cssText;
    const before = sizes(ready);
    const scene = window.sceneNamed('hours-open');
    await window.show({ ...scene, transition: 'cut' });
    const shown = root?.querySelector('[data-slide] > hours-slide');
    return { isSame: shown === ready, isFitted: before.includes('--fit') && before === sizes(shown) };
  });
  expect(turned).toEqual({ isSame: true, isFitted: true });
});

test('nothing is made ready while a fade runs', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'notice');
  const { stage } = await gallery.scene('hours-open');
  if (stage.kind !== 'slide') throw new Error('no slide');
  const seen = await page.evaluate(async (next) => {
    const root = document.querySelector('signage-screen')?.shadowRoot?.querySelector('slide-stage')?.shadowRoot;
    await window.show({ ...window.sceneNamed('checklist'), transition: 'fade', next });
    let during = 0;
    while (root?.querySelectorAll('.layer').length === 2) {
      during = Math.max(during, root.querySelectorAll('.ahead').length);
      await new Promise((done) => requestAnimationFrame(done));
    }
    return during;
  }, stage.slide);
  expect(seen).toBe(0);
  await expect(page.locator('slide-stage .ahead')).toHaveCount(1);
});

test('no frame is dark or empty in 200 changes of mixed media, and no more is kept than is needed', async ({ page, gallery }) => {
  test.setTimeout(240_000);
  await page.addInitScript(() => {
    const make = document.createElement.bind(document) as (name: string) => HTMLElement;
    const films: Element[] = [];
    const counted = (name: string) => {
      const element = make(name);
      if (name === 'video') films.push(element);
      return element;
    };
    Object.assign(document, { createElement: counted });
    Object.assign(window, { films });
  });
  await gallery.open('1920×1080', 'notice');
  const slides = [
    await slideOf(page, 'a', 'orange.jpg'),
    await slideOf(page, 'b', 'green-then-yellow.webm'),
    await slideOf(page, 'c', 'blue.webm'),
    await slideOf(page, 'd', 'rose.jpg'),
    await slideOf(page, 'e', 'green-then-yellow.webm'),
  ];
  await show(page, slides[0] as SlideScene, slides[1] as SlideScene);
  const frames = await framesOf(page);
  const held = { pictures: 0, films: 0, nodes: 0 };
  for (let change = 1; change <= 200; change += 1) {
    const [slide, next] = [slides[change % slides.length], slides[(change + 1) % slides.length]];
    if (!slide || !next) throw new Error('no slide');
    // Now and then the turn comes before the slide is ready, or as a fade.
    if (change % 9 !== 0) await aheadReady(page);
    await show(page, slide, next, change % 20 === 0 ? 'fade' : 'cut');
    const now = await mediaHeld(page);
    held.pictures = Math.max(held.pictures, now.pictures);
    held.films = Math.max(held.films, now.films);
    held.nodes = Math.max(held.nodes, now.nodes);
  }
  const { count, dark, empty } = await frames.stop();
  expect(count).toBeGreaterThan(200);
  expect({ dark, empty }).toEqual({ dark: 0, empty: 0 });
  expect(held.pictures).toBeLessThanOrEqual(2);
  expect(held.films).toBeLessThanOrEqual(2);
  // Three slides, each between two markers, and the template's own: a marker left behind by each change would be seen after months.
  expect(held.nodes).toBeLessThanOrEqual(3 * 3 + 6);
  expect(await page.evaluate(() => (window as unknown as { films: Element[] }).films.length)).toBeLessThanOrEqual(2);
});

/** How many pictures and films the stage holds now, and how many nodes of its own. */
function mediaHeld(page: Page) {
  return page.evaluate(() => {
    const root = document.querySelector('signage-screen')?.shadowRoot?.querySelector('slide-stage')?.shadowRoot;
    const slides = Array.from(root?.querySelectorAll('picture-slide, video-slide') ?? []);
    const all = (name: string) => slides.filter((slide) => slide.shadowRoot?.querySelector(name)).length;
    const nodes = root?.querySelector('main')?.childNodes.length ?? 0;
    return { pictures: all('img'), films: all('video'), nodes };
  });
}

/** Every frame that is put on the glass from now on, looked at where the stage is: all dark, or bare paper. */
async function framesOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  const seen = { count: 0, dark: 0, empty: 0 };
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    void session.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
    const picture = PNG.sync.read(Buffer.from(data, 'base64'));
    const { width, height } = picture;
    const colours = coloursIn(picture, { left: 0.05 * width, right: 0.6 * width, top: 0.2 * height, bottom: 0.75 * height });
    const pixels = [...colours.values()].reduce((sum, one) => sum + one, 0);
    const light = [...colours].reduce((sum, [colour, one]) => sum + one * luminance(colour), 0) / pixels;
    seen.count += 1;
    if (light < 0.15) seen.dark += 1;
    if (light > 0.9) seen.empty += 1;
  });
  await session.send('Page.startScreencast', { format: 'png', maxWidth: 320, maxHeight: 180, everyNthFrame: 1 });
  return {
    async stop() {
      await session.send('Page.stopScreencast');
      return seen;
    },
  };
}

test('a film runs from its start at each of its turns, and stands on its last picture at its end', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'notice');
  const film = await slideOf(page, 'film', 'green-then-yellow.webm');
  const photo = await slideOf(page, 'photo', 'orange.jpg');
  const video = page.locator('[data-slide] video');
  await show(page, photo, film);
  for (let turn = 0; turn < 2; turn += 1) {
    await aheadReady(page);
    await expect(page.locator('.ahead video')).toHaveJSProperty('currentTime', 0);
    await show(page, film, photo);
    const first = await middleAfter(page, '#e08030');
    expect(isNear(first, '#30b060'), `turn ${turn} begins green, not ${first}`).toBe(true);
    await expect(video).toHaveJSProperty('ended', true);
    const last = middleOf(await pictureOf(page));
    expect(isNear(last, '#e0d040'), `turn ${turn} ends yellow, not ${last}`).toBe(true);
    await aheadReady(page);
    await show(page, photo, film);
  }
});

test('a film is silent, goes on when something stops it, and begins anew while it is held', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'notice');
  const film = await slideOf(page, 'film', 'blue.webm');
  await show(page, film, null);
  const video = page.locator('[data-slide] video');
  expect(
    await video.evaluate((one: HTMLVideoElement) => [one.muted, one.playsInline, one.controls, one.disablePictureInPicture]),
  ).toEqual([true, true, false, true]);
  await video.evaluate((one: HTMLVideoElement) => one.pause());
  await expect(video).toHaveJSProperty('ended', true);
  if (film.body.kind !== 'video') throw new Error('no film');
  await show(page, { ...film, body: { ...film.body, loops: true } }, null);
  await expect(video).toHaveJSProperty('ended', false);
  await expect(video).toHaveJSProperty('paused', false);
});

test('a picture keeps its shape on the paper, is not blown up beyond twice its size, may fill the stage and bear a title', async ({
  page,
  gallery,
}) => {
  await gallery.open('1920×1080', 'notice');
  const image = page.locator('[data-slide] img');
  const box = async () => {
    const found = await image.boundingBox();
    if (found === null) throw new Error('no picture');
    return found;
  };
  const stage = await page.getByRole('main').boundingBox();
  await gallery.show('picture', { transition: 'cut' });
  const whole = await box();
  expect(whole.width / whole.height).toBeCloseTo(4 / 3, 2);
  expect(whole.y).toBeGreaterThan((stage?.y ?? 0) + 20);
  await expect(image).toHaveAttribute('alt', '海の家のご案内');
  await gallery.show('picture-tall', { transition: 'cut' });
  const tall = await box();
  expect(tall.width / tall.height).toBeCloseTo(3 / 4, 2);
  await gallery.show('picture-small', { transition: 'cut' });
  expect(await box()).toMatchObject({ width: 640, height: 480 });
  await gallery.show('picture-cover', { transition: 'cut' });
  expect(await box()).toMatchObject({ width: stage?.width, height: stage?.height });
  // A title that staff gave stands above the picture and covers nothing of it.
  for (const fit of ['contain', 'cover'] as const) {
    const slide = await slideOf(page, 'titled', 'orange.jpg', fit);
    if (slide.body.kind !== 'picture') throw new Error('no picture');
    await show(page, { ...slide, body: { ...slide.body, titled: true }, page: { index: 0, count: 3 } }, null);
    const title = await page.getByRole('heading', { name: '題 titled' }).boundingBox();
    const below = await box();
    expect(below.y).toBeGreaterThan((title?.y ?? 0) + (title?.height ?? 0));
    expect(below.y + below.height).toBeLessThanOrEqual((stage?.y ?? 0) + (stage?.height ?? 0) + 0.5);
    expect(below.height).toBeGreaterThan(0.7 * (stage?.height ?? 0));
    expect(below.width / below.height).toBeCloseTo(fit === 'contain' ? 4 / 3 : (stage?.width ?? 0) / below.height, 2);
    await expect(page.getByRole('img', { name: 'ページ 1／3' })).toHaveCount(1);
  }
});

/** Opens the real page on this content at `AT`; its clock runs. */
async function openDisplay(page: Page, address: string, content: Content): Promise<void> {
  await openPage(page, address, snapshotOf(content, { rehearsal: { start: AT, realStart: Date.now(), speed: 1 } }));
  await expect(page.locator('[data-slide="10-a"]')).toHaveCount(1);
}

const on = (page: Page) => page.locator('[data-slide]').getAttribute('data-slide');

test('a broken picture never comes on: it is told of before its turn, and skipped', async ({ page, address }) => {
  await openDisplay(page, address, withMedia(contentOf(THREE_SLIDES), { '20-b': pictureAt('/made/page.jpg') }));
  await expect
    .poll(() => page.evaluate(() => window.painted.troubles))
    .toEqual(['slides/20-b.md: 画面に出せないので、飛ばしています。ファイルを開いて確かめてください']);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => on(page)).toBe('30-c');
});

test('a picture that does not come is waited for behind the slide before it, for three seconds, and skipped', async ({
  page,
  address,
}) => {
  await openDisplay(page, address, withMedia(contentOf(THREE_SLIDES), { '20-b': pictureAt('/made/hanging.jpg') }));
  const pressedAt = Date.now();
  await page.keyboard.press('ArrowRight');
  const slides = new Set<string | null>();
  await expect
    .poll(
      async () => {
        const slide = await on(page);
        slides.add(slide);
        return slide;
      },
      { intervals: [50] },
    )
    .toBe('30-c');
  expect(Date.now() - pressedAt).toBeGreaterThan(2_500);
  expect(Date.now() - pressedAt).toBeLessThan(3_800);
  expect([...slides]).toEqual(['10-a', '30-c']);
});

test('a picture that is replaced while it is on changes without an empty frame', async ({ page, address }) => {
  const content = (file: string) =>
    withMedia(contentOf(THREE_SLIDES), { '10-a': { ...pictureAt(`/made/${file}`), fit: 'cover' } });
  await openDisplay(page, address, content('orange.jpg'));
  await expect.poll(async () => isNear(middleOf(await pictureOf(page)), '#e08030')).toBe(true);
  const frames = await framesOf(page);
  await page.evaluate(
    (next) => (window as unknown as { push(snapshot: unknown): void }).push(next),
    snapshotOf(content('rose.jpg'), { revision: 2, rehearsal: { start: AT, realStart: Date.now(), speed: 1 } }),
  );
  await expect.poll(async () => isNear(middleOf(await pictureOf(page)), '#e0709f')).toBe(true);
  expect(await frames.stop()).toMatchObject({ dark: 0, empty: 0 });
});

/** Three texts, the second with a picture under this address. */
function pictured(address: string): Content {
  const texts = {
    'signage.yaml': SIGNAGE,
    ...THREE_SLIDES,
    'slides/20-b.md': '# 場所\n\n右へ。\n\n![案内図](map.jpg)\n\n奥です。\n',
  };
  const media = { kind: 'picture', address, ...SIZE } as const;
  return readFolder(emptyFolder, [
    ...Object.entries(texts).map(([path, text]) => ({ path, text, fault: null })),
    { path: 'slides/map.jpg', text: null, media, fault: null },
  ]).content;
}

test('a picture in a text comes on with it, whole and in its own shape', async ({ page, address }) => {
  await openDisplay(page, address, pictured('/made/orange.jpg'));
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => on(page)).toBe('20-b');
  const image = page.locator('[data-slide="20-b"]').getByRole('img', { name: '案内図' });
  expect(await image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth)).toBe(SIZE.width);
  const box = await image.boundingBox();
  const stage = await page.getByRole('main').boundingBox();
  if (box === null || stage === null) throw new Error('no picture');
  expect(box.width / box.height).toBeCloseTo(4 / 3, 2);
  expect(box.height).toBeGreaterThan(0.2 * stage.height);
  expect(box.height).toBeLessThan(0.5 * stage.height);
});

/** A text for each place that a picture may have, and that picture. */
const PLACES: Readonly<Record<string, string>> = {
  '20-card': '---\nlayout: cards\ntitle: 場所\n---\n## 本庁舎\n\n![案内図](map.jpg)\n\n右へ。\n\n## 分庁舎\n\n左へ。\n',
  '30-item': '# 場所\n\n- 本庁舎\n\n  ![案内図](map.jpg)\n\n- 分庁舎\n',
  '40-quote': '# 場所\n\n> 右へ。\n>\n> ![案内図](map.jpg)\n',
  '50-page': `# 場所\n\n${'窓口は本庁舎の一階にあります。'.repeat(16)}\n\n![案内図](map.jpg)\n\nここです。\n`,
};

test('a picture in a card, an item, a quote and on a second page is whole, on the stage and apart from the words', async ({
  page,
  address,
}) => {
  const media = { kind: 'picture', address: '/made/orange.jpg', ...SIZE } as const;
  const texts = Object.entries(PLACES).map(([name, text]) => ({ path: `slides/${name}.md`, text, fault: null }));
  const { content } = readFolder(emptyFolder, [
    { path: 'signage.yaml', text: SIGNAGE, fault: null },
    { path: 'slides/10-a.md', text: THREE_SLIDES['slides/10-a.md'] ?? null, fault: null },
    ...texts,
    { path: 'slides/map.jpg', text: null, media, fault: null },
  ]);
  await openDisplay(page, address, content);
  const stage = await page.getByRole('main').boundingBox();
  if (stage === null) throw new Error('no stage');
  const seen = new Map<string | null, number>();
  for (let turn = 0; turn < 8 && seen.size < Object.keys(PLACES).length; turn += 1) {
    const before = await page.locator('[data-slide]').elementHandle();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => before?.evaluate((one) => one.isConnected)).toBe(false);
    const image = page.locator('[data-slide]').getByRole('img', { name: '案内図' });
    if ((await image.count()) === 0) continue;
    const box = await image.boundingBox();
    if (box === null) throw new Error('no picture');
    expect(await image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth)).toBe(SIZE.width);
    expect(box.width / box.height).toBeCloseTo(4 / 3, 2);
    expect(box.x >= stage.x && box.x + box.width <= stage.x + stage.width).toBe(true);
    expect(box.y >= stage.y && box.y + box.height <= stage.y + stage.height).toBe(true);
    expect(box.height).toBeGreaterThan(0.15 * stage.height);
    const overlaps = await page.locator('[data-slide] phrase-text, [data-slide] [data-piece]:not(img)').evaluateAll(
      (words, { x, y, width, height }) =>
        words.filter((word) => {
          if (word.querySelector('img') !== null) return false;
          const { left, right, top, bottom } = word.getBoundingClientRect();
          return left < x + width && right > x && top < y + height && bottom > y;
        }).length,
      box,
    );
    expect(overlaps).toBe(0);
    seen.set(await on(page), turn);
  }
  expect([...seen.keys()]).toEqual(Object.keys(PLACES));
});

test('of two pictures in a text only the one that does not come is left out, and it is back at the next turn once it has come', async ({
  page,
  address,
  made,
}) => {
  let bring = () => {};
  const brought = new Promise<void>((resolve) => {
    bring = resolve;
  });
  await page.route('**/made/late.jpg', async (route) => {
    await brought;
    await route.fulfill({ contentType: 'image/jpeg', body: made.get('/made/rose.jpg')?.body ?? '' });
  });
  const text = '# 場所\n\n![本庁舎](a.jpg)\n\n![分庁舎](b.jpg)\n\n奥です。\n';
  const media = (file: string) => ({ kind: 'picture', address: `/made/${file}`, ...SIZE }) as const;
  const { content } = readFolder(emptyFolder, [
    { path: 'signage.yaml', text: SIGNAGE, fault: null },
    ...Object.entries({ ...THREE_SLIDES, 'slides/20-b.md': text }).map(([path, one]) => ({ path, text: one, fault: null })),
    { path: 'slides/a.jpg', text: null, media: media('orange.jpg'), fault: null },
    { path: 'slides/b.jpg', text: null, media: media('late.jpg'), fault: null },
  ]);
  await openDisplay(page, address, content);
  const pictures = page.locator('[data-slide="20-b"]').getByRole('img', { name: /庁舎/ });
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => on(page)).toBe('20-b');
  await expect(pictures).toHaveCount(1);
  await expect(pictures).toHaveAttribute('alt', '本庁舎');
  await expect
    .poll(() => page.evaluate(() => window.painted.troubles))
    .toEqual(['slides/20-b.md: 写真「b.jpg」を画面に出せないので、飛ばしています。ファイルを開いて確かめてください']);
  const came = page.waitForResponse('**/made/late.jpg');
  bring();
  await (await came).finished();
  // The text that is being read stays as it is.
  await expect(pictures).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.evaluate(() => window.painted.troubles)).toEqual([]);
  await page.keyboard.press('ArrowLeft');
  await expect(pictures).toHaveCount(2);
});

test('a picture in a text that is broken is told of, and the text is shown without it', async ({ page, address }) => {
  await openDisplay(page, address, pictured('/made/page.jpg'));
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => on(page)).toBe('20-b');
  await expect(page.locator('[data-slide="20-b"]')).toContainText('奥です。');
  await expect(page.locator('[data-slide="20-b"] img')).toHaveCount(0);
  await expect
    .poll(() => page.evaluate(() => window.painted.troubles))
    .toEqual(['slides/20-b.md: 写真「map.jpg」を画面に出せないので、飛ばしています。ファイルを開いて確かめてください']);
});
