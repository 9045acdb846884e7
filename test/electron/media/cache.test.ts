import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically } from '../../../electron/atomic-file';
import { CacheFolder } from '../../../electron/content/media/cache-folder';
import { mediaCopies } from '../../../electron/content/media/media-copies';
import { pngOf } from '../../fixtures/media-files';

let folder: string;
let cache: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signage-media-'));
  cache = join(folder, 'cache');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const png = pngOf(8, 8);
const KEY = `${createHash('sha256').update(png).digest('hex')}.png`;

function listed(name: string, bytes: Buffer) {
  const location = join(folder, name);
  writeFileSync(location, bytes);
  const { size, mtimeMs, ctimeMs, ino } = statSync(location);
  return { path: `slides/${name}`, location, size, mtimeMs, ctimeMs, ino, stamp: `${size}:${mtimeMs}:${ctimeMs}:${ino}` };
}

const copiesIn = (place: string, log: string[] = []) => mediaCopies(place, writeAtomically, (line) => log.push(line));

describe('copies of media files', () => {
  it('are whole, called by their content, and one for the same bytes', async () => {
    const copies = copiesIn(cache);
    const opened = await copies.open(listed('a.png', png));
    const copy = { key: KEY, facts: { kind: 'picture', format: 'png', width: 8, height: 8, moves: false } };
    expect(opened).toEqual({ file: { path: 'slides/a.png', text: null, fault: null, copy }, passing: false });
    expect(readFileSync(join(cache, KEY))).toEqual(png);
    await copies.open(listed('b.jpg', png));
    copies.flush();
    expect(readdirSync(cache).sort()).toEqual([KEY, 'copies.json'].sort());
  });

  it('are known after a restart: the file is not even opened again', async () => {
    const file = listed('a.png', png);
    const first = copiesIn(cache);
    const before = await first.open(file);
    first.flush();
    rmSync(file.location);
    expect(await copiesIn(cache).open(file)).toEqual(before);
    // Without its copy the file is wanted again, and it has gone.
    rmSync(join(cache, KEY));
    expect(await copiesIn(cache).open(file)).toBeNull();
  });

  it('are made anew when the index is spoilt', async () => {
    const file = listed('a.png', png);
    mkdirSync(cache);
    for (const text of ['', '[{"path":1}]', '{}']) {
      writeFileSync(join(cache, 'copies.json'), text);
      expect(await copiesIn(cache).open(file)).toMatchObject({ file: { copy: { key: KEY } } });
    }
  });

  it('are not kept of a file that is refused, nor of one that changes meanwhile', async () => {
    const copies = copiesIn(cache);
    const cut = await copies.open(listed('a.png', png.subarray(0, 50)));
    expect(cut).toMatchObject({ file: { fault: expect.stringContaining('途中で切れています') }, passing: false });
    expect(await copies.open({ ...listed('a.png', png), size: png.length + 1 })).toBeNull();
    expect(readdirSync(cache)).toEqual([]);
  });

  it('that the disk of the display does not take are said to be so, and may come later', async () => {
    // A file where the folder should be: what root can't write either.
    writeFileSync(cache, '');
    const log: string[] = [];
    expect(await copiesIn(join(cache, 'media'), log).open(listed('a.png', png))).toEqual({
      file: { path: 'slides/a.png', text: null, fault: expect.stringContaining('表示用パソコンに写しを作れません（ENOTDIR）') },
      passing: true,
    });
    expect(log).toHaveLength(1);
  });
});

describe('the cache', () => {
  const name = (letter: string) => `${letter.repeat(64)}.png`;
  const put = (file: string, size: number, ageMs: number) => {
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, file), Buffer.alloc(size));
    utimesSync(join(cache, file), (Date.now() - ageMs) / 1000, (Date.now() - ageMs) / 1000);
  };
  const HOUR = 3_600_000;

  it('forgets what was not used for the longest time, never what is in use or new', async () => {
    put(name('a'), 100, 40 * HOUR);
    put(name('b'), 100, 3 * HOUR);
    put(name('c'), 100, 2 * HOUR);
    put(name('d'), 100, 0);
    const files = new CacheFolder(cache);
    await files.open();
    await files.tidy(new Set([name('a')]), Date.now(), 300);
    expect(readdirSync(cache)).toEqual([name('a'), name('c'), name('d')]);
    expect([files.has(name('b')), files.has(name('c'))]).toEqual([false, true]);
    // It has just been used: when it goes out of use it is not the oldest any more.
    await files.tidy(new Set(), Date.now() + HOUR / 2, 250);
    expect(readdirSync(cache)).toEqual([name('a'), name('d')]);
  });

  it('answers for its own files alone, and removes what a power cut left', async () => {
    put(name('a'), 1, 0);
    for (const stray of ['incoming-1-1', 'drawing-x', 'copies.json', 'a.png']) put(stray, 1, HOUR);
    put('incoming-2-1', 1, 0);
    const files = new CacheFolder(cache);
    await files.open();
    expect(readdirSync(cache)).toEqual(['a.png', name('a'), 'copies.json', 'incoming-2-1'].sort());
    expect(files.get(`/${name('a')}`)).toEqual({ file: join(cache, name('a')), type: 'image/png' });
    for (const path of [
      '/copies.json',
      '/a.png',
      `/${name('b')}`,
      `/../${name('a')}`,
      `//${name('a')}`,
      `/${name('a')}%00`,
      '/',
    ]) {
      expect([path, files.get(path)]).toEqual([path, undefined]);
    }
  });

  it('starts empty where there is none, and where it can not be read', async () => {
    const files = new CacheFolder(join(cache, 'none'));
    await files.open();
    await files.tidy(new Set(), Date.now());
    expect(files.has(name('a'))).toBe(false);
  });
});
