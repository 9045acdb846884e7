// @ts-check
// Measures the real application against an empty window of the same Electron, how soon a called number is on the glass, and a large
// folder against a small one: `npm run bench`, or one part alone: `npm run bench -- display`, `-- pushes`, `-- scale [EDITS]`; and by itself
// a folder full of media, `-- media [GIGABYTES]`, and thousands of changes, `-- soak [CHANGES]`.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright/test';
import { ensureBuilt } from '../../electron/launch/build.mjs';
import { electronRuntime } from '../../electron/launch/runtime.mjs';
import { ensureLibraries } from '../../electron/launch/system-packages.mjs';
import { startVirtualDisplay } from '../../electron/launch/virtual-display.mjs';
import { measureMedia } from './media.mjs';
import { at, cpuSeconds, memoryMb, wait } from './processes.mjs';
import { measurePushes } from './pushes.mjs';
import { measureScale } from './scale.mjs';
import { displayOptions, holdFirst, paintedWith } from './shown.mjs';
import { measureSoak } from './soak.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const IDLE_MS = 60_000;
const SAMPLES = 40;
const UNHURRIED_MS = 500;
const SCALE_EDITS = 200;
const MEDIA_GB = 5;
const SOAK_CHANGES = 10_000;
const [part, count] = process.argv.slice(2);

await ensureBuilt(root);
const runtime = await electronRuntime(root);
ensureLibraries(runtime.executable);
const display = await startVirtualDisplay();
const folder = mkdtempSync(join(tmpdir(), 'signage-bench-'));
cpSync(join(root, 'assets', 'sample'), folder, { recursive: true });
const flags = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--log-level=3'];
const env = /** @type {Record<string, string>} */ ({ ...process.env, DISPLAY: display.name });

const shownBy = { root, executable: runtime.executable, args: [...runtime.args, ...flags], env };

if (part === undefined || part === 'display') await measureDisplay();
if (part === undefined || part === 'pushes') await printPushes();
if (part === undefined || part === 'scale') await measureScale(shownBy, Number(count ?? SCALE_EDITS));
// Only when asked for: it fills the disk.
if (part === 'media') await measureMedia(shownBy, Number(count ?? MEDIA_GB));
// Only when asked for: it takes three quarters of an hour.
if (part === 'soak') await measureSoak(shownBy, Number(count ?? SOAK_CHANGES));
display.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);

/** From the server's send to the glass. */
async function printPushes() {
  for (const [transport, times] of Object.entries(await measurePushes(root, runtime, flags, env))) {
    process.stdout.write(
      `push to glass over ${transport}: p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms (${times.length} pushes)\n`,
    );
  }
}

/** Start, memory, idle and how soon an edit and a key are on the glass. */
async function measureDisplay() {
  const floor = await measureFloor();
  const signage = await measureSignage();
  const rows = [
    ['spawn to first picture', 'ms', signage.startMs, floor.startMs],
    ['memory of all processes', 'MB', signage.memoryMb, floor.memoryMb],
    ['idle CPU over a minute', '% of a core', signage.cpu, floor.cpu],
  ];
  for (const [what, unit, ours, bare] of rows) {
    process.stdout.write(
      `${what}: ${Number(ours).toFixed(1)} ${unit} (empty window ${Number(bare).toFixed(1)}, ratio ${(Number(ours) / Number(bare)).toFixed(2)})\n`,
    );
  }
  process.stdout.write(`edit to glass: p50 ${at(signage.edits, 0.5)} ms, p95 ${at(signage.edits, 0.95)} ms (${SAMPLES} edits)\n`);
  process.stdout.write(
    `key to glass: p50 ${at(signage.keys, 0.5)} ms, p95 ${at(signage.keys, 0.95)} ms (${SAMPLES} keys, ${UNHURRIED_MS} ms apart)\n`,
  );
  process.stdout.write(
    `key to glass in a burst: p50 ${at(signage.burst, 0.5)} ms, p95 ${at(signage.burst, 0.95)} ms (${SAMPLES} keys)\n`,
  );
}

/** An empty window of the same size, painted once. */
async function measureFloor() {
  const app = mkdtempSync(join(tmpdir(), 'signage-floor-'));
  writeFileSync(join(app, 'package.json'), '{"name":"floor","main":"main.js"}');
  writeFileSync(
    join(app, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => {
       const window = new BrowserWindow({ frame: false, width: 1920, height: 1080, kiosk: true });
       window.loadURL('data:text/html,<body style="background:navy">');
       window.webContents.on('did-finish-load', () => window.webContents.executeJavaScript('new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))').then(() => process.stdout.write('painted\\n')));
     });`,
  );
  const bare = await electronRuntime(app).catch(() => runtime);
  const userData = mkdtempSync(join(tmpdir(), 'signage-data-'));
  return watch(bare.executable, [...bare.args, `--user-data-dir=${userData}`], (output) => output.includes('painted'));
}

async function measureSignage() {
  const userData = mkdtempSync(join(tmpdir(), 'signage-data-'));
  const args = [...runtime.args, ...displayOptions(folder, userData)];
  const cold = await watch(runtime.executable, args, () => {
    try {
      return JSON.parse(readFileSync(join(userData, 'status.json'), 'utf8')).painted !== null;
    } catch {
      return false;
    }
  });
  return { ...cold, ...(await latencies()) };
}

/**
 * Starts an application, waits until it has painted, and watches it do nothing for a minute.
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {(output: string) => boolean} hasPainted
 */
async function watch(executable, args, hasPainted) {
  const startedAt = performance.now();
  const child = spawn(executable, [...args, ...flags], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  while (!hasPainted(output)) await wait(5);
  const startMs = performance.now() - startedAt;
  await wait(5_000);
  const before = cpuSeconds(child.pid ?? 0);
  await wait(IDLE_MS);
  const cpu = ((cpuSeconds(child.pid ?? 0) - before) / (IDLE_MS / 1000)) * 100;
  const memory = memoryMb(child.pid ?? 0);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  return { startMs, cpu, memoryMb: memory };
}

/** From a written file, and from a pressed key, to the frame that shows it. */
async function latencies() {
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...runtime.args, ...flags, ...displayOptions(folder)],
    env,
  });
  const page = await app.firstWindow();
  await holdFirst(page);
  const edits = [];
  for (let edit = 0; edit < SAMPLES; edit += 1) {
    const painted = paintedWith(page, `編集${edit}`);
    const writtenAt = Date.now();
    writeFileSync(join(folder, 'slides', '10-deadlines.md'), `---\nlayout: countdown\ntitle: 編集${edit}\n---\n`);
    edits.push((await painted) - writtenAt);
    await wait(300);
  }
  // In a burst the neighbour has no time to be made ready; staff who look at what they do leave it some.
  const burst = await keyLatencies(page, 0);
  const keys = await keyLatencies(page, UNHURRIED_MS);
  app.process().kill('SIGTERM');
  return { edits, keys, burst };
}

/**
 * How long it takes from → to the frame with the next slide, each time, with so much time between two keys.
 * @param {import('playwright/test').Page} page
 * @param {number} pauseMs
 */
async function keyLatencies(page, pauseMs) {
  const keys = [];
  for (let key = 0; key < SAMPLES; key += 1) {
    await wait(pauseMs);
    keys.push(
      await page.evaluate(async () => {
        const { shown } = /** @type {any} */ (window);
        const before = shown()?.getAttribute('data-slide');
        const pressedAt = performance.now();
        window.dispatchEvent(new KeyboardEvent('keydown', { code: 'ArrowRight', key: 'ArrowRight' }));
        while (shown()?.getAttribute('data-slide') === before) await new Promise((resolve) => requestAnimationFrame(resolve));
        await new Promise((resolve) => requestAnimationFrame(resolve));
        return Math.round(performance.now() - pressedAt);
      }),
    );
  }
  return keys;
}
