import { type ChildProcess, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from 'playwright/test';

/** The display, started as a technician starts it. */
export interface SignageApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Everything it has said on standard error so far. */
  said(): string;
}

export interface StartOptions {
  readonly args?: readonly string[];
  /** Kept from an earlier start, to see what survives. */
  readonly userData?: string;
  /** What is waited for: a slide, or the calm words where there is none. */
  readonly awaits?: 'slide' | 'standby';
  /** Variables of its environment beside the test's own. */
  readonly env?: Readonly<Record<string, string>>;
}

const runtime = JSON.parse(process.env.SIGNAGE_RUNTIME ?? '{}') as { executable: string; args: readonly string[] };
const SAMPLE = join(__dirname, '..', '..', 'assets', 'sample');

/** The command line of the real application with its own user data. */
export function commandOf(userData: string, args: readonly string[]): readonly [string, readonly string[]] {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [
    runtime.executable,
    [...runtime.args, ...root, '--disable-gpu', '--log-level=3', `--user-data-dir=${userData}`, ...args],
  ];
}

interface Fixtures {
  /** Starts a display; all are ended after the test. */
  readonly start: (options?: StartOptions) => Promise<SignageApp>;
  /** A copy of the sample folder that the test may spoil. */
  readonly folder: string;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'signage-content-'));
    cpSync(SAMPLE, folder, { recursive: true });
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  start: async ({}, use) => {
    const processes: ChildProcess[] = [];
    const folders: string[] = [];
    await use(async ({ args = [], userData: given, awaits = 'slide', env: more } = {}) => {
      const userData = given ?? mkdtempSync(join(tmpdir(), 'signage-data-'));
      if (given === undefined) folders.push(userData);
      const [executablePath, all] = commandOf(userData, args);
      const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
      const app = await _electron.launch({
        executablePath,
        args: [...all],
        env: { ...(env as Record<string, string>), ...more },
        timeout: 30_000,
      });
      processes.push(app.process());
      let said = '';
      app.process().stderr?.on('data', (data) => {
        said += data;
      });
      const page = await app.firstWindow();
      await page
        .locator(awaits === 'slide' ? '[data-slide]' : 'signage-screen')
        .first()
        .waitFor({ timeout: 20_000 });
      return { app, page, userData, said: () => said };
    });
    for (const process of processes) await endProcess(process);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  },
});

/** Ends a display from outside, as the supervisor does. */
export async function endApp(app: ElectronApplication): Promise<void> {
  await endProcess(app.process());
}

async function endProcess(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const ended = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGTERM');
  await ended;
}

/** The id of the slide on show. */
export async function shownSlide(page: Page): Promise<string | null> {
  return page.locator('[data-slide]').first().getAttribute('data-slide');
}

/** Presses a key on the X keyboard, as a hand does, not through the browser. */
export function pressKey(key: string): void {
  execFileSync('xdotool', ['key', key]);
}

export { expect } from 'playwright/test';
