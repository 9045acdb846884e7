import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically } from '../../../electron/atomic-file';
import { CacheFolder } from '../../../electron/content/media/cache-folder';
import { type Develop, MediaDesk } from '../../../electron/content/media/media-desk';
import type { FolderFile } from '../../../renderer/domain/content/folder-file';
import type { MediaFacts } from '../../../renderer/domain/content/media-facts';

let folder: string;
let jobs: string[];
let desk: MediaDesk;
let screen = { width: 1920, height: 1080 };
let answers: Develop;

const SHEET = { width: 10, height: 20, format: 'png', bytes: new Uint8Array([1]) } as const;
const done: Develop = async (job, onSheet) => {
  if (job.kind === 'document') for (const index of [0, 1]) onSheet({ index, ...SHEET });
  return { kind: 'done', seen: job.kind === 'document' ? null : { width: 360, height: 640 } };
};

function openDesk(begin = Promise.resolve()): { desk: MediaDesk; told: () => number } {
  let told = 0;
  const made = new MediaDesk({
    cache: new CacheFolder(folder),
    develop: (job, onSheet) => {
      jobs.push(`${job.kind} ${job.box.width}x${job.box.height}`);
      return answers(job, onSheet);
    },
    origin: 'media://content',
    box: () => screen,
    begin,
    write: writeAtomically,
    log: () => {},
    changed: () => {
      told += 1;
    },
    shown: () => [],
  });
  return { desk: made, told: () => told };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signage-desk-'));
  jobs = [];
  screen = { width: 1920, height: 1080 };
  answers = done;
  desk = openDesk().desk;
});
afterEach(() => {
  desk.close();
  rmSync(folder, { recursive: true, force: true });
});

function copyOf(letter: string, facts: MediaFacts): FolderFile {
  const key = `${letter.repeat(64)}.${facts.format}`;
  writeFileSync(join(folder, key), '');
  return { path: `slides/${letter}.${facts.format}`, text: null, fault: null, copy: { key, facts } };
}
const PHOTO: MediaFacts = { kind: 'picture', format: 'jpeg', width: 640, height: 360, moves: false };
const BOOK: MediaFacts = { kind: 'document', format: 'pdf', pages: 2, isLocked: false };
/** Asks until every file has an answer. */
const settled = async (files: readonly FolderFile[]) => {
  await expect
    .poll(() => desk.files(files).every(({ media, fault }) => (media ?? fault) !== null), { interval: 5, timeout: 2_000 })
    .toBe(true);
  return desk.files(files).map(({ media, fault }) => media ?? fault);
};

describe('the media desk', () => {
  it('begins when it is told that it may', async () => {
    let begin = () => {};
    const waits = openDesk(
      new Promise((resolve) => {
        begin = resolve;
      }),
    );
    const copy = copyOf('a', PHOTO);
    // Its index has been read, whether or not it has something to do.
    await expect.poll(waits.told).toBe(1);
    waits.desk.files([copy]);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(jobs).toEqual([]);
    begin();
    await expect.poll(() => jobs).toHaveLength(1);
    waits.desk.close();
  });

  it('lets everything else pass at once, and a file without an answer yet as such', () => {
    const text = { path: 'slides/10-a.md', text: 'あ', fault: null };
    const copy = copyOf('a', PHOTO);
    expect(desk.files([text, copy])).toEqual([text, { path: copy.path, text: null, media: null, fault: null }]);
  });

  it('gives a picture its size as drawn, a document its pages', async () => {
    const sheet = (letter: string, page: number) => ({
      address: `media://content/${letter.repeat(64)}-1920x1080-${page}.png`,
      width: 10,
      height: 20,
    });
    expect(await settled([copyOf('a', PHOTO), copyOf('b', BOOK)])).toEqual([
      { kind: 'picture', address: `media://content/${'a'.repeat(64)}.jpeg`, width: 360, height: 640 },
      { kind: 'document', pages: [sheet('b', 0), sheet('b', 1)] },
    ]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.png'))).toHaveLength(2);
    expect(jobs).toHaveLength(2);
  });

  it('does nothing twice, not after a restart either, unless the screen has another size', async () => {
    const files = [copyOf('a', PHOTO), copyOf('b', BOOK)];
    const before = await settled(files);
    desk.close();
    desk = openDesk().desk;
    expect(await settled(files)).toEqual(before);
    expect(jobs).toHaveLength(2);
    screen = { width: 2160, height: 3840 };
    await settled(files);
    expect(jobs.slice(2)).toEqual(['picture 2160x3840', 'document 2160x3840']);
    // A television that is off reports next to nothing: documents stay legible.
    screen = { width: 640, height: 480 };
    expect(await settled(files)).toEqual(before);
  });

  it('tells each fault in plain words, and goes on with the next file', async () => {
    const faults = ['password', 'crashed', 'silent'] as const;
    let next = 0;
    answers = async (job, onSheet) => {
      const kind = faults[next++];
      return kind === undefined ? done(job, onSheet) : { kind: 'failed', fault: { kind } };
    };
    const files = ['a', 'b', 'c', 'd'].map((letter) => copyOf(letter, BOOK));
    expect(await settled(files)).toEqual([
      'PDF にパスワードがかかっています。パスワードなしで書き出してください',
      expect.stringContaining('こわれているおそれ'),
      expect.stringContaining('1分たっても開けません'),
      expect.objectContaining({ kind: 'document' }),
    ]);
    expect(jobs).toHaveLength(4);
  });

  it('leaves out files that have gone before their turn', async () => {
    const [first, second] = [copyOf('a', PHOTO), copyOf('b', PHOTO)];
    let release = () => {};
    answers = async (job, onSheet) => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return done(job, onSheet);
    };
    desk.files([first, second]);
    await expect.poll(() => jobs.length).toBe(1);
    desk.files([first]);
    release();
    await settled([first]);
    expect(jobs).toHaveLength(1);
  });

  it('starts anew when its index is spoilt', async () => {
    const files = [copyOf('a', PHOTO)];
    await settled(files);
    desk.close();
    writeFileSync(join(folder, 'developed.json'), '[["x",{"kind":"picture","address":5}]]');
    desk = openDesk().desk;
    await settled(files);
    desk.close();
    expect(jobs).toHaveLength(2);
    expect(JSON.parse(readFileSync(join(folder, 'developed.json'), 'utf8'))).toHaveLength(1);
  });
});
