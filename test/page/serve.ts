import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { test as base, type ConsoleMessage, expect, type Page } from 'playwright/test';
import type { Scene } from '../../renderer/domain/scene';
import { listen } from '../fixtures/ports';
import { installLinesOnScreen } from './text-on-screen';

/** Where `npm run build` puts the page. */
const BUILT = resolve(process.env.SIGNAGE_PAGE ?? 'out/renderer');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.jpg': 'image/jpeg',
  '.webm': 'video/webm',
};
/** As strict as the real page's (facts/electron-kiosk.md §1.3): what the elements do must be possible under it. Frames: the gallery's sheet. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; base-uri 'none'; frame-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

/** The gallery of the built page: one scene fills the window. */
export interface Gallery {
  /** Opens the page at a size, with this scene. */
  open(size: string, scene: string): Promise<void>;
  /** Shows another scene at once; its drawing is done when this returns. */
  show(scene: string, more?: Partial<Scene>): Promise<void>;
  /** A scene of the gallery, to be varied. */
  scene(name: string): Promise<Scene>;
  names(): Promise<readonly string[]>;
}

/** A file that a test has made; null: the server takes the question and never answers. */
export type MadeFile = { readonly type: string; readonly body: Buffer } | null;

export const test = base.extend<{ gallery: Gallery }, { made: Map<string, MadeFile>; address: string }>({
  made: [async ({ browserName: _ }, use) => use(new Map()), { scope: 'worker' }],
  address: [
    async ({ made }, use) => {
      const server = createServer((request, response) => {
        const path = normalize(new URL(request.url ?? '/', 'http://page').pathname);
        const file = made.get(path);
        if (file === null) return;
        const found = file ?? readFile(join(BUILT, path)).then((body) => ({ body, type: TYPES[extname(path)] }));
        Promise.resolve(found).then(
          ({ body, type = 'application/octet-stream' }) => {
            response.setHeader('content-type', type);
            response.setHeader('content-security-policy', POLICY);
            if (file === undefined) response.setHeader('cache-control', 'max-age=3600');
            answer(request.headers.range, body, response);
          },
          () => response.writeHead(path === '/favicon.ico' ? 204 : 404).end(),
        );
      });
      await use(`http://127.0.0.1:${await listen(server)}`);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
  gallery: async ({ page, address }, use) => {
    const complaints: string[] = [];
    const onError = (error: Error) => complaints.push(error.message);
    const onMessage = (message: ConsoleMessage) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    };
    page.on('pageerror', onError).on('console', onMessage);
    await use(galleryOn(page, address));
    page.off('pageerror', onError).off('console', onMessage);
    expect(complaints, 'the page complains of nothing').toEqual([]);
  },
});

/**
 * The same, in one window for all tests of a worker, whose page is loaded anew by each `gallery.open`: Chromium keeps the decoded type of
 * the page before, which is three quarters of what opening costs. For tests that neither set a clock nor a script before the page's own.
 */
export const galleryTest = test.extend<object, { hall: Page }>({
  hall: [
    async ({ browser }, use) => {
      const context = await browser.newContext();
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ hall }, use) => {
    await use(hall);
    await hall.emulateMedia({ reducedMotion: null });
  },
});

/** All of a file, or the part that a film's element asks for (`bytes=1000-` or `bytes=0-999`). */
function answer(range: string | undefined, body: Buffer, response: ServerResponse): void {
  response.setHeader('accept-ranges', 'bytes');
  const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === '') {
    response.end(body);
    return;
  }
  const last = to === '' ? body.length - 1 : Number(to);
  response.writeHead(206, { 'content-range': `bytes ${from}-${last}/${body.length}` });
  response.end(body.subarray(Number(from), last + 1));
}

function galleryOn(page: Page, address: string): Gallery {
  return {
    async open(size, scene) {
      const [width = 1920, height = 1080] = size.split('×').map(Number);
      await page.setViewportSize({ width, height });
      // From one scene of the gallery to another Chromium would keep the page.
      await page.goto('about:blank');
      await page.goto(`${address}/gallery/index.html#${scene}`);
      await page.waitForSelector('body[data-ready]');
      await page.evaluate(installLinesOnScreen);
      await settled(page);
    },
    async show(name, more = {}) {
      await page.evaluate(([scene, changes]) => window.show({ ...window.sceneNamed(scene), ...changes }), [name, more] as const);
      await settled(page);
    },
    scene: (name) => page.evaluate((scene) => window.sceneNamed(scene), name),
    names: () => page.evaluate(() => window.sceneNames),
  };
}

/** Everything is drawn and laid out: nested elements draw in microtasks, sizes are observed with the next frame. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

export { expect };
