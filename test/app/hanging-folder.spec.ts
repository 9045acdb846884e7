import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright/test';
import { expect, pressKey, test } from './signage-app';

const NOW = ['--now', '2023-09-28T15:24+09:00'];
/** It stays on the glass as long as the test. */
const slide = (name: string) => `---\ntitle: ${name}\nseconds: 600\n---\n本文です。\n`;
/** A scan that does not answer is given up after ten seconds; then comes the pause before the next. */
const GIVEN_UP_MS = 15_000;
/** An edit on a share: twice what is promised, for the benches measure the time, and a busy machine is no fault. */
const SHARE_EDIT_MS = 8_000;

/** The process that looks at the folder. */
async function contentProcess(app: ElectronApplication): Promise<number | undefined> {
  const pids = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().flatMap(({ name, pid }) => (name === 'fureai-signage content' ? [pid] : [])),
  );
  return pids[0];
}

/** The threads of a process that wait for the program behind a mount: they can't be told to stop, and a process ends with its last one. */
function stuckThreads(pid: number | undefined): readonly string[] {
  if (pid === undefined) return [];
  const waitsIn = (task: string) => readFileSync(`/proc/${pid}/task/${task}/wchan`, 'utf8');
  return readdirSync(`/proc/${pid}/task`).filter((task) => waitsIn(task) === 'request_wait_answer');
}

const tickets = (label: string) => JSON.stringify({ issuedAt: '2023-09-28T15:24:00+09:00', calling: [{ label, counter: '1' }] });

test('a content process that is stopped or killed is replaced, and the glass never waits', async ({ start, folder }) => {
  const { app, page } = await start({ args: ['--content', folder, ...NOW] });
  const title = (name: string) => page.getByRole('region', { name });
  const first = (await contentProcess(app)) ?? 0;
  process.kill(first, 'SIGKILL');
  writeFileSync(join(folder, 'slides', '10-deadlines.md'), slide('いち'));
  await expect(title('いち')).toBeVisible({ timeout: 4_000 });
  const second = (await contentProcess(app)) ?? 0;
  expect(second).not.toBe(first);
  process.kill(second, 'SIGSTOP');
  writeFileSync(join(folder, 'slides', '10-deadlines.md'), slide('に'));
  pressKey('Right');
  await expect(page.locator('[data-slide="20-hours"]')).toBeVisible({ timeout: 1_000 });
  pressKey('Home');
  await expect(title('いち')).toBeVisible({ timeout: 1_000 });
  await page.keyboard.press('F1');
  await expect(page.getByText('フォルダーが応答しません')).toBeVisible({ timeout: GIVEN_UP_MS });
  await expect(page.getByText('フォルダーが応答しません')).toBeHidden({ timeout: 4_000 });
  await expect(title('に')).toBeVisible();
  expect(() => process.kill(second, 0)).toThrow();
});

test.describe('a mount of another file system', () => {
  let mount: string;
  let daemon: ChildProcess;

  test.beforeEach(({ folder }) => {
    mount = `${folder}-mount`;
    mkdirSync(mount);
    daemon = spawn('bindfs', ['-f', folder, mount], { stdio: 'ignore' });
  });

  test.afterEach(() => {
    daemon.kill('SIGCONT');
    execFileSync('umount', ['--lazy', mount]);
    rmSync(mount, { recursive: true });
  });

  test('brings edits without any event; it may hang, fail and come back', async ({ start, folder }) => {
    await expect.poll(() => execFileSync('stat', ['-f', '-c', '%T', mount], { encoding: 'utf8' }).trim()).toBe('fuseblk');
    const { app, page } = await start({ args: ['--content', mount, ...NOW] });
    const title = (name: string) => page.getByRole('region', { name });
    writeFileSync(join(folder, 'slides', '10-deadlines.md'), slide('いち'));
    await expect(title('いち')).toBeVisible({ timeout: SHARE_EDIT_MS });
    daemon.kill('SIGSTOP');
    writeFileSync(join(folder, 'slides', '10-deadlines.md'), slide('に'));
    writeFileSync(join(folder, 'tickets.json'), tickets('C-45'));
    await page.keyboard.press('F1');
    await expect(page.getByText('フォルダーが応答しません')).toBeVisible({ timeout: GIVEN_UP_MS });
    await page.keyboard.press('F1');
    pressKey('Right');
    await expect(page.locator('[data-slide="20-hours"]')).toBeVisible({ timeout: 1_000 });
    pressKey('Home');
    await expect(title('いち')).toBeVisible({ timeout: 1_000 });
    // Neither looks nor tickets are read by the process that has to be ended, and started anew, whatever a share does.
    await expect.poll(async () => stuckThreads(await contentProcess(app))).not.toEqual([]);
    expect(stuckThreads(app.process().pid)).toEqual([]);
    daemon.kill('SIGCONT');
    await expect(title('に')).toBeVisible({ timeout: SHARE_EDIT_MS });
    await expect(page.getByRole('status')).toContainText('C-45', { timeout: SHARE_EDIT_MS });
    // The program behind it dies: every call fails with ENOTCONN until somebody mounts it again.
    daemon.kill('SIGKILL');
    await page.keyboard.press('F1');
    await expect(page.getByText('フォルダーを開けません（ENOTCONN）。前の内容を表示しています')).toBeVisible({
      timeout: SHARE_EDIT_MS,
    });
    await page.keyboard.press('F1');
    await expect(title('に')).toBeVisible();
    writeFileSync(join(folder, 'slides', '10-deadlines.md'), slide('さん'));
    execFileSync('umount', ['--lazy', mount]);
    daemon = spawn('bindfs', ['-f', folder, mount], { stdio: 'ignore' });
    await expect(title('さん')).toBeVisible({ timeout: SHARE_EDIT_MS });
  });
});

test('a folder that is swapped by its link, and slides that are replaced, never empty the glass', async ({ start, folder }) => {
  const link = `${folder}-link`;
  const other = `${folder}-other`;
  execFileSync('cp', ['-a', folder, other]);
  symlinkSync(folder, link);
  writeFileSync(join(other, 'slides', '10-deadlines.md'), slide('べつの'));
  const { page } = await start({ args: ['--content', link, ...NOW] });
  const title = (name: string) => page.getByRole('region', { name });
  symlinkSync(other, `${link}-new`);
  renameSync(`${link}-new`, link);
  await expect(title('べつの')).toBeVisible({ timeout: 2_000 });
  const count = await page.getByRole('img', { name: /スライド/ }).getAttribute('aria-label');
  renameSync(join(other, 'slides'), join(other, 'away'));
  await page.keyboard.press('F1');
  await expect(page.getByText('slides: フォルダーがないか、空です。前の内容を表示しています')).toBeVisible();
  await expect(page.getByRole('img', { name: count ?? '' })).toBeAttached();
  renameSync(join(other, 'away'), join(other, 'slides'));
  await expect(page.getByText('slides: フォルダーがないか')).toBeHidden({ timeout: 2_000 });
  await expect(page.getByRole('img', { name: count ?? '' })).toBeAttached();
  rmSync(link);
  rmSync(other, { recursive: true });
});
