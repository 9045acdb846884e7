import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeAtomically } from '../../electron/atomic-file';
import { keptFiles } from '../../electron/content/kept-files';
import type { FolderFile } from '../../renderer/domain/content/folder-file';

let folder: string;
let log: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signage-kept-'));
  log = [];
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const path = () => join(folder, 'content.json');
const open = (from = '/share/lobby', write = writeAtomically) =>
  keptFiles({ path: path(), folder: from, write, now: () => 1_000, log: (line) => log.push(line) });

const FILES: readonly FolderFile[] = [
  { path: 'signage.yaml', text: 'title: 窓口\n', fault: null },
  {
    path: 'slides/30-c.pdf',
    text: null,
    media: { kind: 'document', pages: [{ address: 'media://content/1.png', width: 3, height: 4 }] },
    fault: null,
  },
];

describe('the good files of a folder', () => {
  it('are there again after a restart, for the same folder alone', () => {
    const first = open();
    first.keep(() => FILES);
    first.flush();
    expect(readdirSync(folder)).toEqual(['content.json']);
    expect(open().before()).toEqual({ at: 1_000, files: FILES });
    expect(open('/share/other').before()).toBeNull();
    expect(log).toEqual([]);
  });

  it('are those of the moment at which they are written, and written once', () => {
    let writes = 0;
    const kept = open('/share/lobby', (_, text) => {
      writes += 1;
      writeFileSync(path(), text);
    });
    for (let edit = 0; edit < 100; edit += 1) kept.keep(() => FILES.slice(0, edit));
    kept.flush();
    kept.flush();
    expect(writes).toBe(1);
    expect(open().before()?.files).toEqual(FILES);
  });

  it.each([
    [1_000, 61],
    [1_500_000, 3],
  ])(
    'are written the more seldom the more they are, %d characters, while edits go on; the last edit is not lost',
    (size, most) => {
      vi.useFakeTimers();
      const written: string[] = [];
      const kept = open('/share/lobby', (_, text) => written.push(text));
      for (let edit = 1; edit <= 600; edit += 1) {
        kept.keep(() => [{ path: 'slides/10.md', text: `${edit}`.padEnd(size), fault: null }]);
        vi.advanceTimersByTime(1_000);
      }
      kept.flush();
      expect(written).toHaveLength(most);
      expect(written.at(-1)).toContain('"600 ');
    },
  );

  it.each(['', '{"folder":', '[]', '{"folder":"/share/lobby","at":1,"files":[{"path":1}]}'])(
    'are forgotten, and said to be so, when their file holds %j',
    (text) => {
      writeFileSync(path(), text);
      expect(open().before()).toBeNull();
      expect(log).toEqual([expect.stringContaining('forgotten')]);
    },
  );

  it('that the disk does not take leave those of before, and the display goes on', () => {
    const first = open();
    first.keep(() => FILES);
    first.flush();
    const before = readFileSync(path(), 'utf8');
    const full = open('/share/lobby', () => {
      throw new Error('ENOSPC');
    });
    full.keep(() => []);
    full.flush();
    expect(log).toEqual([expect.stringContaining('ENOSPC')]);
    expect(readFileSync(path(), 'utf8')).toBe(before);
    // It is tried again, whether or not something changes.
    full.flush();
    expect(log).toHaveLength(2);
  });

  it('that are too many are not kept', () => {
    const kept = open();
    kept.keep(() => [{ path: 'slides/a.md', text: 'あ'.repeat(20_000_000), fault: null }]);
    kept.flush();
    expect([readdirSync(folder), log]).toEqual([[], [expect.stringContaining('too many')]]);
  });
});
