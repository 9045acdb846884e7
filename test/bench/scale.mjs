// @ts-check
// What 2,000 slides cost against 20, in the same run: `npm run bench -- scale [EDITS]`.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright/test';
import { ensureCommands } from '../../electron/launch/system-packages.mjs';
import { at, cpuSeconds, memoryMb, wait } from './processes.mjs';
import { displayOptions, holdFirst, paintedWith } from './shown.mjs';

const FEW = 20;
const MANY = 2_000;
const STARTS = 3;
const IDLE_MS = 20_000;

/**
 * @typedef {{ root: string, executable: string, args: readonly string[], env: Record<string, string> }} Display
 */

/**
 * Prints start, edit to glass and memory of a small and a large folder.
 * @param {Display} display
 * @param {number} edits
 */
export async function measureScale(display, edits) {
  ensureCommands({ bindfs: 'bindfs' });
  const few = await measure(display, FEW, edits);
  const many = await measure(display, MANY, edits);
  const rows = /** @type {const} */ ([
    ['spawn to first picture', 'ms', few.startMs, many.startMs],
    ['memory of all processes', 'MB', few.memoryMb, many.memoryMb],
    ['memory after the edits', 'MB', few.editedMb, many.editedMb],
    ['idle CPU', '% of a core', few.cpu, many.cpu],
    ['edit to glass, local, p50', 'ms', at(few.local, 0.5), at(many.local, 0.5)],
    ['edit to glass, local, p95', 'ms', at(few.local, 0.95), at(many.local, 0.95)],
    ['edit to glass, polled, p50', 'ms', at(few.polled, 0.5), at(many.polled, 0.5)],
    ['edit to glass, polled, p95', 'ms', at(few.polled, 0.95), at(many.polled, 0.95)],
  ]);
  process.stdout.write(`${FEW} slides against ${MANY}, ${edits} edits each\n`);
  for (const [what, unit, small, large] of rows) {
    process.stdout.write(`${what}: ${small.toFixed(1)} → ${large.toFixed(1)} ${unit} (ratio ${(large / small).toFixed(2)})\n`);
  }
}

/**
 * @param {Display} display
 * @param {number} count
 * @param {number} edits
 */
async function measure(display, count, edits) {
  const folder = mkdtempSync(join(tmpdir(), 'signage-scale-'));
  const mount = mkdtempSync(join(tmpdir(), 'signage-mount-'));
  mkdirSync(join(folder, 'slides'));
  copyFileSync(join(display.root, 'assets', 'sample', 'signage.yaml'), join(folder, 'signage.yaml'));
  for (let slide = 0; slide < count; slide += 1) writeFileSync(slideOf(folder, slide), textOf(`スライド${slide}`));
  const starts = [];
  for (let start = 0; start < STARTS; start += 1) starts.push(await startOf(display, folder));
  const local = await editsOf(display, folder, folder, edits, IDLE_MS);
  // A mount by another program: nobody tells of changes behind it.
  const daemon = spawn('bindfs', ['-f', folder, mount], { stdio: 'ignore' });
  while (execFileSync('stat', ['-f', '-c', '%T', mount], { encoding: 'utf8' }).trim() !== 'fuseblk') await wait(20);
  const polled = await editsOf(display, folder, mount, edits, 0);
  daemon.kill('SIGTERM');
  await new Promise((resolve) => daemon.once('exit', resolve));
  rmSync(folder, { recursive: true });
  rmSync(mount, { recursive: true });
  return { startMs: at(starts, 0.5), local: local.times, polled: polled.times, ...local };
}

/** @param {string} folder @param {number} slide */
function slideOf(folder, slide) {
  return join(folder, 'slides', `${String(slide).padStart(4, '0')}-slide.md`);
}

/** @param {string} title */
function textOf(title) {
  return `---\ntitle: ${title}\n---\n1. マイナンバーカード\n2. カードの{暗証番号|あんしょうばんごう}（数字4桁）\n\n受付は {{closes-60m}} までにお越しください。\n`;
}

/**
 * @param {Display} display
 * @param {string} folder
 */
function commandOf({ args }, folder) {
  const userData = mkdtempSync(join(tmpdir(), 'signage-data-'));
  return { userData, args: [...args, ...displayOptions(folder, userData)] };
}

/**
 * From the start of the process to the first picture.
 * @param {Display} display
 * @param {string} folder
 */
async function startOf(display, folder) {
  const { args, userData } = commandOf(display, folder);
  const startedAt = performance.now();
  const child = spawn(display.executable, args, { env: display.env, stdio: 'ignore' });
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
 * From a written file to the frame that shows it, `seen` being the folder that the display looks at.
 * @param {Display} display
 * @param {string} folder
 * @param {string} seen
 * @param {number} edits
 * @param {number} idleMs how long it is watched doing nothing before
 */
async function editsOf(display, folder, seen, edits, idleMs) {
  const { args } = commandOf(display, seen);
  process.stdout.write(`${edits} edits, ${folder === seen ? 'local' : 'polled'} …\n`);
  const app = await _electron.launch({ executablePath: display.executable, args, env: display.env });
  const page = await app.firstWindow();
  await holdFirst(page);
  const pid = app.process().pid ?? 0;
  await wait(idleMs / 4);
  const before = cpuSeconds(pid);
  await wait(idleMs);
  const cpu = ((cpuSeconds(pid) - before) / (idleMs / 1000)) * 100;
  const startMb = memoryMb(pid);
  const times = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const painted = paintedWith(page, `編集${edit}`);
    const writtenAt = Date.now();
    writeFileSync(slideOf(folder, 0), textOf(`編集${edit}`));
    times.push((await painted) - writtenAt);
    // Not in step with the looks.
    await wait(50 + ((edit * 37) % 200));
  }
  const editedMb = memoryMb(pid);
  app.process().kill('SIGTERM');
  return { times, cpu, memoryMb: startMb, editedMb };
}
