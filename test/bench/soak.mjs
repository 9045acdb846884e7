// @ts-check
// What months of running leave behind, in short: `npm run bench -- soak [CHANGES]`. Slides of every kind change four times a second
// while tickets are called and texts are edited; then as much as at the start must be in memory.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMedia } from './media-folder.mjs';
import { memoryMb, wait } from './processes.mjs';
import { close, show } from './scale.mjs';

const BETWEEN_CHANGES_MS = 250;
const CHANGES_PER_TICKET = 4;
const CHANGES_PER_EDIT = 20;
const SAMPLES = 20;
/** Each sample is of the same slide, at rest. */
const REST_MS = 3_000;
/** The first samples are of a display that still gets to know its folder. */
const WARM_PART = 0.25;

/**
 * @typedef {{ changes: number, memory: number, heap: number, nodes: number, listeners: number, windows: number }} Sample
 */

/**
 * Prints a sample a line, and by how much each value grows in ten thousand changes.
 * @param {import('./scale.mjs').Display} display
 * @param {number} changes
 */
export async function measureSoak(display, changes) {
  const folder = mkdtempSync(join(tmpdir(), 'signage-soak-'));
  cpSync(join(display.root, 'assets', 'sample'), folder, { recursive: true });
  addMedia(folder);
  const shown = await show(display, folder, folder);
  const sample = await samplerOf(shown);
  const startedAt = Date.now();
  /** @type {Sample[]} */
  const samples = [];
  for (let change = 0; change <= changes; change += 1) {
    if (change % Math.ceil(changes / SAMPLES) === 0) {
      const one = await sample(change);
      samples.push(one);
      process.stdout.write(
        `${String(change).padStart(6)} changes: ${one.memory.toFixed(0)} MB in all, ${one.heap.toFixed(1)} MB script of the page, ` +
          `${one.nodes} nodes, ${one.listeners} listeners, ${one.windows} windows\n`,
      );
    }
    if (change % CHANGES_PER_TICKET === 0) writeFileSync(join(folder, 'tickets.json'), ticketsOf(change, Date.now() - startedAt));
    if (change % CHANGES_PER_EDIT === 0)
      writeFileSync(join(folder, 'slides', '23-place.md'), `---\ntitle: 編集${change}\n---\n1階です。\n`);
    await shown.page.keyboard.press('ArrowRight');
    await wait(BETWEEN_CHANGES_MS);
  }
  const warm = samples.slice(Math.floor(samples.length * WARM_PART));
  for (const what of /** @type {const} */ (['memory', 'heap', 'nodes', 'listeners', 'windows']))
    process.stdout.write(`${what} in 10,000 changes: ${(slope(warm, what) * 10_000).toFixed(1)}\n`);
  await close(shown);
  rmSync(folder, { recursive: true });
}

/**
 * Tells what the display holds while the first slide is on, after the page has swept up.
 * @param {import('./scale.mjs').Shown} shown
 */
async function samplerOf({ app, page, pid }) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async (/** @type {number} */ changes) => {
    await page.keyboard.press('Home');
    await wait(REST_MS);
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return {
      changes,
      memory: memoryMb(pid),
      heap: of('JSHeapUsedSize') / 1024 / 1024,
      nodes: of('Nodes'),
      listeners: of('JSEventListeners'),
      windows: await app.evaluate(({ webContents }) => webContents.getAllWebContents().length),
    };
  };
}

/**
 * By how much a value grows with each change: the straight line nearest to the samples.
 * @param {readonly Sample[]} samples
 * @param {keyof Sample} what
 */
function slope(samples, what) {
  const mean = (/** @type {keyof Sample} */ name) => samples.reduce((sum, one) => sum + one[name], 0) / samples.length;
  const [x, y] = [mean('changes'), mean(what)];
  const above = samples.reduce((sum, one) => sum + (one.changes - x) * (one[what] - y), 0);
  return above / samples.reduce((sum, one) => sum + (one.changes - x) ** 2, 0);
}

/**
 * @param {number} number
 * @param {number} elapsedMs since 15:24 of the rehearsal
 */
function ticketsOf(number, elapsedMs) {
  const issuedAt = new Date(Date.UTC(2023, 8, 28, 6, 24) + elapsedMs).toISOString();
  const calling = [{ label: String(100 + (number % 900)), counter: String(1 + (number % 5)) }];
  return JSON.stringify({ issuedAt, calling, waiting: { count: number % 40, minutes: [10, 20] } });
}
