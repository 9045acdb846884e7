import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Slide } from '../../renderer/domain/content/content';
import type { Snapshot } from '../../renderer/domain/snapshot';
import { encoded, gifOf, HOSTILE_SVG, pngOf, still, turnedJpeg } from '../fixtures/media-files';
import { lockedPdf, pdfOf, posterPdf, thickPdf } from '../fixtures/pdf';
import { endApp, expect, type SignageApp, shownSlide, test } from './signage-app';

const NOW = ['--now', '2023-09-28T15:24+09:00'];
const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-movflags', '+faststart'];
const VP9 = ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8'];
const FILM = 'testsrc2=s=320x180:d=3';
/** Settling, copying and opening some twenty files on a slow machine. */
const DONE_MS = 30_000;
/** A frame that takes longer is seen as a stop. */
const LONGEST_FRAME_MS = 1_000;

/** What is wrong with each file, as staff are told. */
const BAD: Readonly<Record<string, readonly [Buffer | string, string]>> = {
  'a-empty.jpg': ['', 'ファイルが空です'],
  'b-cut.jpg': [still('jpg', '640x360', 'red').subarray(0, 600), '途中で切れています'],
  'c-page.png': ['<!doctype html><title>404</title>', 'Web ページ（HTML）'],
  'd-huge.png': [pngOf(10, 10, { width: 30_000, height: 30_000 }), '30000×30000 点'],
  'e-spoilt.png': [spoilt(pngOf(64, 64)), '画像を開けません'],
  'f-long.gif': [gifOf(10_000), '1000 枚まで'],
  'g-thick.pdf': [thickPdf(10_000, true), '10000 ページ'],
  'h-locked.pdf': [lockedPdf(), 'パスワードがかかっています'],
  'i-cut.pdf': [posterPdf(Buffer.alloc(10)).subarray(0, 900), 'PDF が途中で切れています'],
  'j-nothing.pdf': [pdfOf(['<</Type/Catalog>>']), 'PDF として読めません'],
  'k-cut.mp4': [encoded(FILM, 'mp4', ...H264).subarray(0, 20_000), '動画が途中で切れています'],
  'l-8k.mp4': [encoded('color=red:s=7680x4320:d=0.04', 'mp4', ...H264), '7680×4320 点'],
  'm-old.mp4': [encoded(FILM, 'mp4', '-c:v', 'mpeg4'), '形式（mp4v）は表示できません'],
  'n-hollow.mp4': [hollow(encoded(FILM, 'mp4', ...H264)), '再生できません'],
  'o-slides.pptx': ['PK\x03\x04', 'PDF に書き出して'],
};

/** The picture's data is rubbish behind a sound header. */
function spoilt(png: Buffer): Buffer {
  const at = png.indexOf('IDAT') + 4;
  return Buffer.concat([png.subarray(0, at), Buffer.alloc(8, 255), png.subarray(at + 8)]);
}

/** A film whose index is whole and whose pictures are nothing. */
function hollow(mp4: Buffer): Buffer {
  const at = mp4.indexOf('mdat') + 4;
  return Buffer.concat([mp4.subarray(0, at), Buffer.alloc(mp4.length - at, 255)]);
}

const slidesOf = ({ page }: SignageApp): Promise<readonly Slide[]> =>
  page.evaluate(async () => (JSON.parse(await window.signage.current()) as Snapshot).content.slides);
const mediaOf = async (display: SignageApp) => (await slidesOf(display)).filter(({ media }) => media !== null);
const windows = ({ app }: SignageApp) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test.describe('media of the folder', () => {
  test('that are bad are told in plain words, and disturb nothing', async ({ start, folder }) => {
    const display = await start({ args: ['--content', folder, ...NOW] });
    const { page } = display;
    const before = await slidesOf(display);
    await page.evaluate(() => {
      Object.assign(window, { longest: 0 });
      let last = performance.now();
      const frame = (at: number) => {
        Object.assign(window, { longest: Math.max((window as unknown as { longest: number }).longest, at - last) });
        last = at;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    for (const [name, [bytes]] of Object.entries(BAD)) writeFileSync(join(folder, 'slides', name), bytes);
    const wanted = Object.entries(BAD).map(([name, [, message]]) => [`slides/${name}`, expect.stringContaining(message)]);
    const told = async () =>
      (JSON.parse(await page.evaluate(() => window.signage.current())) as Snapshot).problems
        .map(({ file, message }) => [file, message] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1));
    await expect.poll(told, { timeout: DONE_MS }).toEqual(wanted);
    expect(await slidesOf(display)).toEqual(before);
    expect(await shownSlide(page)).not.toBeNull();
    expect(await page.evaluate(() => (window as unknown as { longest: number }).longest)).toBeLessThan(LONGEST_FRAME_MS);
    // A text is on the glass at once all the while, and a good file after the bad ones.
    writeFileSync(join(folder, 'slides', 'p-good.jpg'), still('jpg', '640x360', 'red'));
    await expect.poll(async () => (await mediaOf(display)).map(({ id }) => id), { timeout: 10_000 }).toEqual(['p-good']);
  });

  test('that are good are ready for the glass, and known after a restart', async ({ start, folder }) => {
    const userData = mkdtempSync(join(tmpdir(), 'signage-media-data-'));
    const put = (name: string, bytes: Buffer | string) => writeFileSync(join(folder, 'slides', name), bytes);
    const photo = still('jpg', '640x360', 'red');
    put('a-turned.jpg', turnedJpeg(photo, 6));
    put('b-really-a-jpeg.png', photo);
    put('c-plain.png', pngOf(64, 48));
    put('d.webp', still('webp', '64x48', 'blue'));
    put('e.avif', still('avif', '64x48', 'green', '-c:v', 'libaom-av1', '-still-picture', '1', '-cpu-used', '8'));
    put('f.gif', gifOf(3));
    put('g.svg', HOSTILE_SVG);
    put('h-huge.jpg', still('jpg', '8000x6000', 'red'));
    put('i.mp4', encoded(FILM, 'mp4', ...H264));
    put('j.webm', encoded(FILM, 'webm', ...VP9));
    put('k-poster.pdf', posterPdf(still('jp2', '64x64', 'red', '-pix_fmt', 'rgb24')));
    put('k-poster.pdf.yaml', 'title: 夏まつり\nseconds: 30\nfit: cover\n');
    const first = await start({ args: ['--content', folder, ...NOW], userData });
    await expect.poll(async () => (await mediaOf(first)).length, { timeout: DONE_MS }).toBe(11);
    const media = Object.fromEntries((await mediaOf(first)).map((slide) => [slide.id, slide]));
    const sizes = Object.values(media).flatMap(({ id, media: one }) =>
      one?.kind === 'picture' ? [[id, one.width, one.height]] : [],
    );
    expect(sizes).toEqual([
      ['a-turned', 360, 640],
      ['b-really-a-jpeg', 640, 360],
      ['c-plain', 64, 48],
      ['d', 64, 48],
      ['e', 64, 48],
      ['f', 1, 1],
      ['g', 3840, 2160],
      ['h-huge', 1920, 1440],
    ]);
    expect(media['k-poster']).toMatchObject({ title: '夏まつり', seconds: 30, media: { kind: 'document', fit: 'cover' } });
    await test.step('each can be drawn by the page', async () => {
      const pictures = Object.values(media).flatMap(({ media: one }) =>
        one === null ? [] : one.kind === 'document' ? one.pages : one.kind === 'picture' ? [one] : [],
      );
      const drawn = await first.page.evaluate(
        (addresses) =>
          Promise.all(
            addresses.map(async (address) => {
              const image = new Image();
              image.src = address;
              await image.decode();
              return image.naturalWidth > 0 || address.endsWith('.svg');
            }),
          ),
        pictures.map(({ address }) => address),
      );
      expect(drawn).toEqual(pictures.map(() => true));
      expect(first.said()).not.toContain('a request was refused');
    });
    await test.step('films are sought by ranges', async () => {
      for (const id of ['i', 'j']) {
        const film = media[id]?.media;
        if (film?.kind !== 'video') throw new Error(`${id} is no film`);
        expect(film.durationMs).toBe(3_000);
        const at = await first.page.evaluate(async (address) => {
          const video = document.createElement('video');
          video.muted = true;
          video.src = address;
          await new Promise((resolve) => video.addEventListener('loadeddata', resolve, { once: true }));
          video.currentTime = 2.5;
          await new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
          return [video.seekable.end(0), video.currentTime];
        }, film.address);
        expect(at).toEqual([expect.closeTo(3, 1), expect.closeTo(2.5, 1)]);
      }
    });
    await test.step('pages of documents show Japanese without fonts, JBIG2 and JPEG 2000', () => {
      const pages = readdirSync(join(userData, 'media'))
        .filter((name) => name.endsWith('.png') && name.includes('-1920x1080-'))
        .sort()
        .map((name) => PNG.sync.read(readFileSync(join(userData, 'media', name))));
      expect(pages.map(({ width, height }) => [width, height])).toEqual([1, 2, 3].map(() => [1528, 1080]));
      const [letters, scan, picture] = pages as readonly PNG[] as readonly [PNG, PNG, PNG];
      expect(new Set(signsOf(letters)).size).toBe(6);
      expect([grey(scan, 0.1, 0.5), grey(scan, 0.5, 0.5), grey(scan, 0.9, 0.5)]).toEqual([255, 0, 255]);
      expect(grey(picture, 0.5, 0.5)).toBeLessThan(120);
    });
    await test.step('the darkroom is closed when there is nothing to do', () =>
      expect.poll(() => windows(first), { timeout: 10_000 }).toBe(1));
    await test.step('a new version that is bad leaves the last good one on', async () => {
      put('c-plain.png', 'x');
      const problem = async () =>
        (JSON.parse(await first.page.evaluate(() => window.signage.current())) as Snapshot).problems.map(({ file }) => file);
      await expect.poll(problem, { timeout: 10_000 }).toEqual(['slides/c-plain.png']);
      expect((await mediaOf(first)).find(({ id }) => id === 'c-plain')).toEqual(media['c-plain']);
      put('c-plain.png', pngOf(64, 48));
      await expect.poll(problem, { timeout: 10_000 }).toEqual([]);
    });
    const again = await test.step('after a restart nothing is copied or drawn again', async () => {
      const made = () =>
        readdirSync(join(userData, 'media'))
          .filter((name) => !name.endsWith('.json'))
          .map((name) => [name, statSync(join(userData, 'media', name)).ctimeMs]);
      await endApp(first.app);
      const kept = made();
      const second = await start({ args: ['--content', folder, ...NOW], userData });
      await expect.poll(async () => (await mediaOf(second)).length, { timeout: 5_000 }).toBe(11);
      expect(await windows(second)).toBe(1);
      expect(made()).toEqual(kept);
      return second;
    });
    await test.step('a film that is deleted while it is on makes way for another slide', async () => {
      const film = again.page.locator('[data-slide="j"]');
      await again.page.keyboard.press('End');
      await again.page.keyboard.press('ArrowLeft');
      await expect(film).toBeVisible();
      rmSync(join(folder, 'slides', 'j.webm'));
      await expect(film).toHaveCount(0, { timeout: 2_000 });
      await expect(again.page.locator('[data-slide]')).toBeVisible();
      expect(again.said()).not.toContain('the page is gone');
    });
    rmSync(userData, { recursive: true, force: true });
  });

  test('that kill their decoder are told, and the next ones are opened', async ({ start, folder }) => {
    const display = await start({ args: ['--content', folder, ...NOW] });
    await display.app.evaluate(({ session, BrowserWindow }) => {
      let isFirst = true;
      session.fromPartition('darkroom').webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, callback) => {
        if (isFirst && url.startsWith('media:')) {
          isFirst = false;
          const room = BrowserWindow.getAllWindows().find(({ webContents }) =>
            webContents.getURL().startsWith('app://darkroom/'),
          );
          room?.webContents.forcefullyCrashRenderer();
        }
        callback({});
      });
    });
    writeFileSync(join(folder, 'slides', 'a.png'), pngOf(64, 48));
    writeFileSync(join(folder, 'slides', 'b.png'), pngOf(48, 64));
    await expect.poll(async () => (await mediaOf(display)).map(({ id }) => id), { timeout: 15_000 }).toEqual(['b']);
    const { problems } = JSON.parse(await display.page.evaluate(() => window.signage.current())) as Snapshot;
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      ['slides/a.png', expect.stringContaining('こわれているおそれ')],
    ]);
    expect(await shownSlide(display.page)).not.toBeNull();
  });
});

/** The grey of a point, by its place from 0 to 1. */
function grey(picture: PNG, x: number, y: number): number {
  const at = 4 * (Math.floor(y * picture.height) * picture.width + Math.floor(x * picture.width));
  const [red = 0, green = 0, blue = 0] = picture.data.subarray(at, at + 3);
  return Math.round((red + green + blue) / 3);
}

/** The six signs of the poster's first page, each as its dark points: six equal ones would be boxes for missing letters. */
function signsOf(picture: PNG): readonly string[] {
  return Array.from({ length: 6 }, (_, index) => {
    const points: number[] = [];
    for (let y = 0; y < 20; y += 1) {
      for (let x = 0; x < 20; x += 1) {
        points.push(grey(picture, (61 + 120 * (index + x / 20)) / 842, 1 - (220 + 120 * (y / 20)) / 595) < 128 ? 1 : 0);
      }
    }
    return points.join('');
  });
}
