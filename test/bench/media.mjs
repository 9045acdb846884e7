// @ts-check
// What 2,000 files and 5 GB of media cost against 20 slides of text, in the same run: `npm run bench -- media [GIGABYTES]`. For some
// minutes it takes more than twice that of the disk.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { mediaFolder } from './media-folder.mjs';
import { at, memoryMb, wait } from './processes.mjs';
import { close, editOf, folderOf, show, startOf } from './scale.mjs';

const FEW = 20;
const EDITS = 40;
const BETWEEN_EDITS_MS = 500;

/**
 * Prints start, edits and memory while the media come in and when they are known, and what the copies take of the disk.
 * @param {import('./scale.mjs').Display} display
 * @param {number} gigabytes
 */
export async function measureMedia(display, gigabytes) {
  const small = folderOf(display.root, FEW);
  const { folder, media } = mediaFolder(display.root, gigabytes);
  process.stdout.write(`${FEW} slides of text against 2,000 files, ${media} of them media; load of the machine ${load()}\n`);
  const userData = mkdtempSync(join(tmpdir(), 'signage-data-'));
  const smallStart = await startOf(display, small);
  const littleAt = performance.now();
  const little = await show(display, small, small);
  const littleStart = seconds(littleAt);
  await wait(5_000);
  const smallMemory = memoryMb(little.pid);
  tellEdits(`${FEW} slides`, await editsUntil(little, 0, (count) => count >= EDITS));
  await close(little);

  const shownAt = performance.now();
  const large = await show(display, folder, folder, userData);
  process.stdout.write(
    `first start, looked at from outside: a slide is on the glass after ${littleStart} → ${seconds(shownAt)} s\n`,
  );
  const memory = watchMemory(large.pid);
  const copies = () => countOf(join(userData, 'media', 'copies.json'));
  const developed = () => countOf(join(userData, 'media', 'developed.json'));
  const during = await editsUntil(large, 0, () => copies() >= media);
  process.stdout.write(`all copied after ${seconds(shownAt)} s, ${developed()} of them ready for the glass\n`);
  tellEdits('while they are copied', during);
  const after = await editsUntil(large, during.length, () => developed() >= media);
  process.stdout.write(`all ready for the glass after ${seconds(shownAt)} s\n`);
  tellEdits('while they are made ready', after);
  tellEdits('with all of them ready', await editsUntil(large, during.length + after.length, (count) => count >= EDITS));
  const most = memory.stop();
  await wait(10_000);
  tellMemory('at most', most, smallMemory);
  tellMemory('at rest', memoryMb(large.pid), smallMemory);
  await close(large);
  process.stdout.write(
    `the copies take ${sizeGb(join(userData, 'media'))} GB, the folder ${sizeGb(join(folder, 'slides'))} GB\n`,
  );

  const again = await startOf(display, folder, userData);
  process.stdout.write(
    `spawn to first picture, media known: ${smallStart.toFixed(0)} → ${again.toFixed(0)} ms (${ratio(again, smallStart)})\n`,
  );
  const known = await show(display, folder, folder, userData);
  await wait(5_000);
  tellMemory('with media known', memoryMb(known.pid), smallMemory);
  await close(known);
  for (const path of [small, folder, userData]) rmSync(path, { recursive: true });
  process.stdout.write(`load of the machine at the end ${load()}\n`);
}

/**
 * @param {import('./scale.mjs').Shown} shown
 * @param {number} first the number of the first edit
 * @param {(count: number) => boolean} isOver
 */
async function editsUntil(shown, first, isOver) {
  const times = [];
  while (!isOver(times.length)) {
    times.push(await editOf(shown, first + times.length));
    await wait(BETWEEN_EDITS_MS);
  }
  return times;
}

/** @param {number} pid */
function watchMemory(pid) {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, memoryMb(pid));
  }, 1_000);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

/** How many entries an index of the cache has. @param {string} path */
function countOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).length;
  } catch {
    return 0;
  }
}

/** @param {string} folder */
function sizeGb(folder) {
  return (readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1e9).toFixed(2);
}

/**
 * @param {string} when
 * @param {readonly number[]} times
 */
function tellEdits(when, times) {
  process.stdout.write(`edit to glass, ${when}: p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms (${times.length} edits)\n`);
}

/**
 * @param {string} when
 * @param {number} mb
 * @param {number} small
 */
function tellMemory(when, mb, small) {
  process.stdout.write(`memory of all processes, ${when}: ${small.toFixed(0)} → ${mb.toFixed(0)} MB (${ratio(mb, small)})\n`);
}

/**
 * @param {number} large
 * @param {number} small
 */
function ratio(large, small) {
  return `ratio ${(large / small).toFixed(2)}`;
}

/** @param {number} since */
function seconds(since) {
  return ((performance.now() - since) / 1_000).toFixed(1);
}

function load() {
  return (loadavg()[0] ?? 0).toFixed(1);
}
