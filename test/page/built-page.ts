import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { test as base, type Page } from 'playwright/test';
import type { Content } from '../../renderer/domain/content/content';
import { emptyFolder, readFolder } from '../../renderer/domain/content/folder';
import type { Snapshot } from '../../renderer/domain/snapshot';

const ROOT = join(__dirname, '..', '..');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** Serves the built page, as the display's own scheme does. */
export const test = base.extend<object, { address: string }>({
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
    async ({}, use) => {
      const server = createServer((request, response) => {
        const file = join(ROOT, 'out', 'renderer', normalize(new URL(request.url ?? '/', 'http://x').pathname));
        if (!existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end();
        response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
        createReadStream(file).pipe(response);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
});

/** The sample folder as main would hand it to the page. */
export function sampleContent(): Content {
  const folder = join(ROOT, 'assets', 'sample');
  const slides = readdirSync(join(folder, 'slides')).map((name) => `slides/${name}`);
  const files = ['signage.yaml', ...slides].map((path) => ({
    path,
    text: readFileSync(join(folder, path), 'utf8'),
    fault: null,
  }));
  const { content, problems } = readFolder(emptyFolder, files);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return content;
}

export function snapshotOf(content: Content, rest: Partial<Snapshot> = {}): Snapshot {
  return {
    revision: 1,
    content,
    folderPresent: true,
    problems: [],
    feed: null,
    staff: { place: null, hold: null },
    rehearsal: null,
    version: '0.0.0',
    ...rest,
  };
}

/** Opens the real page with a bridge that answers with this snapshot; `push` on the window hands it another. */
export async function openPage(page: Page, address: string, snapshot: Snapshot): Promise<void> {
  await page.addInitScript((given) => {
    let current = given;
    const listeners = new Set<(snapshot: unknown) => void>();
    Object.assign(window, {
      signage: {
        current: () => Promise.resolve(current),
        onSnapshot: (listener: (snapshot: unknown) => void) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        remember: () => {},
        painted: () => {},
        leave: () => {},
      },
      push: (snapshot: typeof given) => {
        current = snapshot;
        for (const listener of listeners) listener(snapshot);
      },
    });
  }, snapshot);
  await page.goto(`${address}/index.html`);
}

/** Everything that is wrong with the picture as it stands: text cut off, over other text, too small, outside the screen. */
export function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    interface Piece {
      readonly text: string;
      readonly host: Element;
      readonly rects: readonly DOMRect[];
      readonly size: number;
    }
    const faults: string[] = [];
    const pieces: Piece[] = [];
    const parentOf = (node: Node): Element | null => {
      const parent = node.parentNode;
      return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
    };
    const isHidden = (node: Element | null): boolean => {
      for (let element = node; element !== null; element = parentOf(element)) {
        const style = getComputedStyle(element);
        if (style.visibility === 'hidden' || style.display === 'none' || style.opacity === '0') return true;
      }
      return false;
    };
    const walk = (root: Node) => {
      for (const node of root.childNodes) {
        if (node instanceof Element) {
          if (node.shadowRoot) walk(node.shadowRoot);
          walk(node);
        } else if (node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '') {
          const host = parentOf(node);
          if (host === null || ['STYLE', 'SCRIPT', 'TITLE'].includes(host.tagName.toUpperCase()) || isHidden(host)) continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
          if (rects.length > 0)
            pieces.push({
              text: (node.textContent ?? '').trim(),
              host,
              rects,
              size: Number.parseFloat(getComputedStyle(host).fontSize),
            });
        }
      }
    };
    walk(document.body);
    const screen =
      document.querySelector('signage-screen') ??
      document.querySelector('signage-app')?.shadowRoot?.querySelector('signage-screen');
    const floor = Number.parseFloat(getComputedStyle(screen as Element).getPropertyValue('--floor'));
    if (!(floor > 0)) faults.push('the smallest size is not set');
    for (const { text, rects, size, host } of pieces) {
      if (size < floor - 0.5) faults.push(`too small (${size} < ${floor}): ${text}`);
      for (const rect of rects) {
        // A line box is taller than its letters: what counts is the middle, where the letters are.
        const middle = { top: rect.top + rect.height * 0.2, bottom: rect.bottom - rect.height * 0.2 };
        if (rect.left < -1 || rect.right > innerWidth + 1 || middle.top < -1 || middle.bottom > innerHeight + 1)
          faults.push(`outside the screen: ${text}`);
        for (let box: Element | null = host; box !== null; box = parentOf(box)) {
          const style = getComputedStyle(box);
          const clips = style.overflow !== 'visible' || box.hasAttribute('data-box');
          if (!clips || ['inline', 'contents'].includes(style.display)) continue;
          const outer = box.getBoundingClientRect();
          if (
            rect.left < outer.left - 1 ||
            rect.right > outer.right + 1 ||
            middle.top < outer.top - 1 ||
            middle.bottom > outer.bottom + 1
          ) {
            faults.push(`cut off by <${box.tagName.toLowerCase()}>: ${text}`);
            break;
          }
        }
      }
    }
    const isInsideOverlay = (host: Element) => {
      for (let element: Element | null = host; element !== null; element = parentOf(element))
        if (element.getAttribute('role') === 'dialog') return true;
      return false;
    };
    for (let one = 0; one < pieces.length; one += 1) {
      for (let other = one + 1; other < pieces.length; other += 1) {
        const [a, b] = [pieces[one] as Piece, pieces[other] as Piece];
        if (isInsideOverlay(a.host) !== isInsideOverlay(b.host)) continue;
        for (const x of a.rects) {
          for (const y of b.rects) {
            const width = Math.min(x.right, y.right) - Math.max(x.left, y.left);
            const top = Math.max(x.top + x.height * 0.22, y.top + y.height * 0.22);
            const bottom = Math.min(x.bottom - x.height * 0.22, y.bottom - y.height * 0.22);
            // Furigana that are longer than their word lean over the kana beside it, as print has it (JLREQ 3.3.8).
            const isRuby = a.host.closest('ruby') !== null || b.host.closest('ruby') !== null;
            if (width > (isRuby ? Math.min(a.size, b.size) / 2 : 2) && bottom - top > 2)
              faults.push(`"${a.text}" over "${b.text}"`);
          }
        }
      }
    }
    return [...new Set(faults)];
  });
}

export { expect } from 'playwright/test';
