import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { PaintReport } from '../../renderer/domain/bridge';
import type { Content } from '../../renderer/domain/content/content';
import { emptyFolder, readFolder } from '../../renderer/domain/content/folder';
import type { Snapshot } from '../../renderer/domain/snapshot';
import { installLinesOnScreen } from './text-on-screen';

const SAMPLE = join(__dirname, '..', '..', 'assets', 'sample');

declare global {
  interface Window {
    /** What the page has last said that it painted. */
    painted: PaintReport;
  }
}

/** The sample folder as main would hand it to the page. */
export function sampleContent(): Content {
  const slides = readdirSync(join(SAMPLE, 'slides')).map((name) => `slides/${name}`);
  const files = ['signage.yaml', ...slides].map((path) => ({
    path,
    text: readFileSync(join(SAMPLE, path), 'utf8'),
    fault: null,
  }));
  const { content, problems } = readFolder(emptyFolder, files);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return content;
}

/** Opens the real page with a bridge that answers with this snapshot; `push` on the window hands it another, `painted` is its last report. */
export async function openPage(page: Page, address: string, snapshot: Snapshot): Promise<void> {
  await page.addInitScript(installLinesOnScreen);
  await page.addInitScript((given) => {
    let current = given;
    const listeners = new Set<(news: string) => void>();
    Object.assign(window, {
      signage: {
        current: () => Promise.resolve(JSON.stringify(current)),
        onNews: (listener: (news: string) => void) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        remember: () => {},
        working: () => {},
        painted: (report: unknown) => {
          window.painted = report as PaintReport;
        },
        leave: () => {},
      },
      push: (snapshot: typeof given) => {
        const base = current.revision;
        current = snapshot;
        for (const listener of listeners) listener(JSON.stringify({ ...snapshot, base }));
      },
    });
  }, snapshot);
  await page.goto(`${address}/index.html`);
}
