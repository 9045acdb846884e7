// @ts-check
// What 2,000 slides cost against 20, in the same run: `npm run bench -- scale [EDITS]`.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright/test';
import { ensureCommands } from '../../electron/launch/system-packages.mjs';
import { at, cpuSeconds, memoryMb, wait } from './processes.mjs';
import { displayOptions, holdFirst, paintedWith } from './shown.mjs';

const FEW = 20;
const MANY = 2_000;
const STARTS = 3;
const IDLE_MS = 20_000;
const POLLED_PAUSE_MS = 900;

/**
 * @typedef {{ root: string, executable: string, args: readonly string[], env: Record<string, string> }} Display
 * @typedef {{ app: import('playwright/test').ElectronApplication, page: import('playwright/test').Page, pid: number, folder: string }} Shown
 */

/**
 * Prints start, edit to glass and memory of a small and a large folder.
 * @param {Display} display
 * @param {number} edits
 */
export async function measureScale(display, edits) {
  ensureCommands({ bindfs: 'bindfs' });
  const folders = [FEW, MANY].map((count) => folderOf(display.root, count));
  process.stdout.write(`${FEW} slides against ${MANY}, ${edits} edits each; load of the machine ${load()}\n`);
  await measureStarts(display, folders);
  await measureLocal(display, folders, edits);
  await measurePolled(display, folders, edits);
  for (const folder of folders) rmSync(folder, { recursive: true });
  process.stdout.write(`load of the machine at the end ${load()}\n`);
}

/**
 * @param {Display} display
 * @param {readonly string[]} folders
 */
async function measureStarts(display, folders) {
  /** @type {number[][]} */
  const starts = folders.map(() => []);
  for (let start = 0; start < STARTS; start += 1)
    for (const [index, folder] of folders.entries()) starts[index]?.push(await startOf(display, folder));
  compare(
    'spawn to first picture',
    'ms',
    starts.map((times) => at(times, 0.5)),
  );
}

/**
 * Memory, rest, and the edits of one after those of the other in turn: whatever else the machine does, it does to both.
 * @param {Display} display
 * @param {readonly string[]} folders
 * @param {number} edits
 */
async function measureLocal(display, folders, edits) {
  const shown = [];
  for (const folder of folders) shown.push(await show(display, folder, folder));
  await wait(IDLE_MS / 4);
  const before = shown.map(({ pid }) => cpuSeconds(pid));
  await wait(IDLE_MS);
  const idle = shown.map(({ pid }, index) => ((cpuSeconds(pid) - (before[index] ?? 0)) / (IDLE_MS / 1000)) * 100);
  compare('idle CPU', '% of a core', idle);
  const memory = shown.map(({ pid }) => memoryMb(pid));
  compare('memory of all processes', 'MB', memory);
  /** @type {number[][]} */
  const times = shown.map(() => []);
  for (let edit = 0; edit < edits; edit += 1)
    for (const [index, one] of shown.entries()) times[index]?.push(await editOf(one, edit));
  compareTimes('edit to glass, local', times);
  await wait(IDLE_MS / 2);
  compare(
    'memory after the edits',
    'MB',
    shown.map(({ pid }) => memoryMb(pid)),
  );
  await Promise.all(shown.map(close));
}

/**
 * Behind a mount by another program nobody tells of changes. What takes the time is waiting for the next look, so both displays wait at
 * the same time.
 * @param {Display} display
 * @param {readonly string[]} folders
 * @param {number} edits
 */
async function measurePolled(display, folders, edits) {
  const mounts = await Promise.all(folders.map(mount));
  const shown = [];
  for (const [index, folder] of folders.entries()) shown.push(await show(display, folder, mounts[index]?.path ?? ''));
  const times = await Promise.all(
    shown.map(async (one) => {
      const own = [];
      for (let edit = 0; edit < edits; edit += 1) own.push(await editOf(one, edit, POLLED_PAUSE_MS));
      return own;
    }),
  );
  compareTimes('edit to glass, polled', times);
  process.stdout.write(`the first polled edits: ${times.map(([first]) => `${first} ms`).join(' → ')}\n`);
  await Promise.all(shown.map(close));
  for (const { unmount } of mounts) await unmount();
}

/**
 * @param {string} what
 * @param {readonly (readonly number[])[]} times of the small folder, of the large one
 */
function compareTimes(what, times) {
  for (const [name, part] of /** @type {const} */ ([
    ['p50', 0.5],
    ['p95', 0.95],
  ])) {
    compare(
      `${what}, ${name}`,
      'ms',
      times.map((own) => at(own, part)),
    );
  }
}

/**
 * @param {string} what
 * @param {string} unit
 * @param {readonly number[]} values of the small folder, of the large one
 */
function compare(what, unit, [small = Number.NaN, large = Number.NaN]) {
  process.stdout.write(`${what}: ${small.toFixed(1)} → ${large.toFixed(1)} ${unit} (ratio ${(large / small).toFixed(2)})\n`);
}

function load() {
  return (loadavg()[0] ?? 0).toFixed(1);
}

/**
 * A folder with so many slides.
 * @param {string} root
 * @param {number} count
 */
export function folderOf(root, count) {
  const folder = mkdtempSync(join(tmpdir(), 'signage-scale-'));
  mkdirSync(join(folder, 'slides'));
  copyFileSync(join(root, 'assets', 'sample', 'signage.yaml'), join(folder, 'signage.yaml'));
  for (let slide = 0; slide < count; slide += 1) writeFileSync(slideOf(folder, slide), textOf(`スライド${slide}`));
  return folder;
}

/** @param {string} folder @param {number} slide */
function slideOf(folder, slide) {
  return join(folder, 'slides', `${String(slide).padStart(4, '0')}-slide.md`);
}

/** @param {string} title */
function textOf(title) {
  return `---\ntitle: ${title}\n---\n1. マイナンバーカード\n2. カードの{暗証番号|あんしょうばんごう}（数字4桁）\n\n受付は {{closes-60m}} までにお越しください。\n`;
}

/** @param {string} folder */
async function mount(folder) {
  const path = mkdtempSync(join(tmpdir(), 'signage-mount-'));
  const daemon = spawn('bindfs', ['-f', folder, path], { stdio: 'ignore' });
  while (execFileSync('stat', ['-f', '-c', '%T', path], { encoding: 'utf8' }).trim() !== 'fuseblk') await wait(20);
  const unmount = async () => {
    const ended = new Promise((resolve) => daemon.once('exit', resolve));
    daemon.kill('SIGTERM');
    await ended;
    rmSync(path, { recursive: true });
  };
  return { path, unmount };
}

/**
 * From the start of the process to the first picture.
 * @param {Display} display
 * @param {string} folder
 * @param {string} [userData]
 */
export async function startOf({ executable, args, env }, folder, userData = mkdtempSync(join(tmpdir(), 'signage-data-'))) {
  // What an earlier start has told of itself.
  rmSync(join(userData, 'status.json'), { force: true });
  const startedAt = performance.now();
  const child = spawn(executable, [...args, ...displayOptions(folder, userData)], { env, stdio: 'ignore' });
  const paintedSlide = () => {
    try {
      return JSON.parse(readFileSync(join(userData, 'status.json'), 'utf8')).painted.slide;
    } catch {
      return null;
    }
  };
  while (paintedSlide() === null) await wait(5);
  const took = performance.now() - startedAt;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  return took;
}

/**
 * A display that holds its first slide, `seen` being the folder that it looks at.
 * @param {Display} display
 * @param {string} folder
 * @param {string} seen
 * @param {string} [userData]
 * @returns {Promise<Shown>}
 */
export async function show({ executable, args, env }, folder, seen, userData) {
  const app = await _electron.launch({ executablePath: executable, args: [...args, ...displayOptions(seen, userData)], env });
  const page = await app.firstWindow();
  await holdFirst(page);
  return { app, page, pid: app.process().pid ?? 0, folder };
}

/** @param {Shown} shown */
export async function close({ app }) {
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  app.process().kill('SIGTERM');
  await ended;
}

/**
 * From a written file to the frame that shows it; then a pause, so that no edit is in step with the looks.
 * @param {Shown} shown
 * @param {number} edit
 * @param {number} [longestPauseMs]
 */
export async function editOf({ page, folder }, edit, longestPauseMs = 250) {
  const painted = paintedWith(page, `編集${edit}`);
  const writtenAt = Date.now();
  writeFileSync(slideOf(folder, 0), textOf(`編集${edit}`));
  const took = (await painted) - writtenAt;
  await wait(50 + ((edit * 37) % (longestPauseMs - 50)));
  return took;
}
