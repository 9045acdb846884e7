import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ListedFile, Listing } from '../../electron/content/list';
import { type Known, type Look, OF_BEFORE, type Scanner } from '../../electron/content/look';
import type { Opened } from '../../electron/content/read';
import { FolderScan, type ScanWorld } from '../../electron/content/scanner';
import { type FolderReading, watchFolder } from '../../electron/content/watch-folder';

/** A folder that stands in memory, and can fail in the ways that a disk or a share does. */
class FakeFolder implements ScanWorld {
  files = new Map<string, string>();
  closed: string[] = [];
  fails: string | null = null;
  share = false;
  /** Paths that can't be opened, and why: a code, or `hangs`. */
  stuck = new Map<string, string>();
  opened: string[] = [];
  readies = 0;
  /** What each look has asked for: all, or these. */
  asked: ('all' | readonly string[])[] = [];

  async list(waiting: readonly string[] | null): Promise<Listing> {
    this.asked.push(waiting ?? 'all');
    if (this.fails !== null) throw Object.assign(new Error(this.fails), { code: this.fails });
    return {
      files: [...this.files].map(([path, text]) => entry(path, text)),
      refused: [],
      closed: this.closed,
      folders: new Map(),
      tookMs: 0,
    };
  }

  open(listed: ListedFile): Promise<Opened | null> {
    const { path } = listed;
    this.opened.push(path);
    const why = this.stuck.get(path);
    if (why === 'hangs') return new Promise(() => {});
    if (why !== undefined) return Promise.resolve({ file: { path, text: null, fault: why }, passing: true });
    const text = this.files.get(path) ?? null;
    return Promise.resolve(text === null ? null : { file: { path, text, fault: null }, passing: false });
  }

  isMedia = (path: string) => path.endsWith('.mp4');
  isShare = async () => this.share;
  hears = () => false;
  ready = () => {
    this.readies += 1;
  };
}

function entry(path: string, text: string): ListedFile {
  return { path, location: path, size: text.length, mtimeMs: 0, ctimeMs: 0, ino: 0, stamp: text };
}

/** Looks, while the fake clock runs on for what the look waits for. */
async function lookOf(scan: FolderScan, ms = 6_000): Promise<Look> {
  const look = scan.look(true);
  await vi.advanceTimersByTimeAsync(ms);
  return look;
}

const pathsOf = (look: Look) => look.changed.map(({ file }) => `${file.path}=${file.text ?? file.fault}`);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2023-09-28T06:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the scan', () => {
  it('tells of all old files at once, then only of what has changed', async () => {
    const folder = new FakeFolder();
    folder.files = new Map([
      ['signage.yaml', 'a'],
      ['slides/10.md', 'b'],
    ]);
    const scan = new FolderScan(folder, new Map());
    expect(pathsOf(await lookOf(scan))).toEqual(['signage.yaml=a', 'slides/10.md=b']);
    folder.files.set('slides/10.md', 'c');
    expect(pathsOf(await lookOf(scan, 0))).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(pathsOf(await lookOf(scan, 0))).toEqual(['slides/10.md=c']);
    expect(folder.opened).toEqual(['signage.yaml', 'slides/10.md', 'slides/10.md']);
  });

  it('asks between two looks at the whole folder only for what has not settled', async () => {
    const folder = new FakeFolder();
    folder.files.set('signage.yaml', 'a');
    for (let number = 0; number < 2_000; number += 1) folder.files.set(`slides/${number}.md`, 'b');
    const scan = new FolderScan(folder, new Map());
    expect((await lookOf(scan)).changed).toHaveLength(2_001);
    const glance = async () => {
      const look = scan.look(false);
      await vi.advanceTimersByTimeAsync(0);
      return look;
    };
    await glance();
    folder.files.set('slides/7.md', 'c');
    expect(await glance()).toMatchObject({ changed: [], againInMs: 100 });
    await vi.advanceTimersByTimeAsync(100);
    expect(pathsOf(await glance())).toEqual(['slides/7.md=c']);
    await glance();
    expect(folder.asked).toEqual(['all', [], [], ['slides/7.md'], []]);
    // One that is not where it was may be back already, under whatever name.
    folder.files.delete('slides/8.md');
    await glance();
    await vi.advanceTimersByTimeAsync(100);
    expect((await glance()).gone).toEqual(['slides/8.md']);
    expect(folder.asked.slice(5)).toEqual([[], 'all']);
  });

  it('waits longer for a file each time that it goes on growing after a pause, on a share still longer', async () => {
    for (const [share, pauses] of [
      [false, [90, 190, 390, 790, 1_490]],
      [true, [1_190, 1_490, 1_490]],
    ] as const) {
      const folder = new FakeFolder();
      folder.share = share;
      folder.files.set('signage.yaml', 'a');
      const scan = new FolderScan(folder, new Map());
      await lookOf(scan, 0);
      let text = '';
      for (const pause of pauses) {
        text += 'x';
        folder.files.set('slides/10.md', text);
        expect(pathsOf(await lookOf(scan, 0))).toEqual([]);
        await vi.advanceTimersByTimeAsync(pause);
        expect([pause, pathsOf(await lookOf(scan, 0))]).toEqual([pause, []]);
      }
      await vi.advanceTimersByTimeAsync(20);
      expect(pathsOf(await lookOf(scan, 0))).toEqual([`slides/10.md=${text}`]);
    }
  });

  it('keeps all when the folder answers with any fault, and goes on by itself', async () => {
    const folder = new FakeFolder();
    folder.files = new Map([
      ['signage.yaml', 'a'],
      ['slides/10.md', 'b'],
    ]);
    const scan = new FolderScan(folder, new Map());
    await lookOf(scan);
    for (const code of ['EIO', 'ESTALE', 'ENOTCONN', 'EACCES', 'EHOSTDOWN']) {
      folder.fails = code;
      const look = await lookOf(scan);
      expect(look).toMatchObject({ lost: `フォルダーを開けません（${code}）`, gone: [], changed: [] });
    }
    folder.fails = 'ENOENT';
    expect((await lookOf(scan)).lost).toBe('フォルダーが見つからないか、空です');
    folder.fails = null;
    expect(await lookOf(scan)).toMatchObject({ lost: null, gone: [], changed: [] });
  });

  it('takes files that can’t be looked at for unknown, not for gone', async () => {
    const folder = new FakeFolder();
    const files = [
      ['signage.yaml', 'a'],
      ['slides/10.md', 'b'],
      ['slides/20.md', 'c'],
      ['emergency/10.md', 'd'],
    ] as const;
    folder.files = new Map(files);
    const scan = new FolderScan(folder, new Map());
    await lookOf(scan);
    folder.files = new Map(files.slice(0, 2));
    folder.closed = ['slides/20.md', 'emergency'];
    for (let look = 0; look < 5; look += 1) expect((await lookOf(scan)).gone).toEqual([]);
    folder.closed = [];
    await lookOf(scan);
    await lookOf(scan);
    expect(new Set((await lookOf(scan)).gone)).toEqual(new Set());
    expect(folder.opened).toHaveLength(4);
  });

  it('is not held up by a file that hangs, nor by a film', async () => {
    const folder = new FakeFolder();
    folder.files = new Map([
      ['signage.yaml', 'a'],
      ['slides/10.md', 'b'],
      ['slides/20.mp4', 'c'],
      ['slides/30.md', 'd'],
    ]);
    folder.stuck.set('slides/10.md', 'hangs').set('slides/20.mp4', 'hangs');
    const scan = new FolderScan(folder, new Map());
    expect(pathsOf(await lookOf(scan, 5_000))).toEqual(['signage.yaml=a', 'slides/30.md=d']);
    folder.files.set('emergency.md', 'e');
    await lookOf(scan, 100);
    expect(pathsOf(await lookOf(scan, 0))).toEqual(['emergency.md=e']);
    await vi.advanceTimersByTimeAsync(20_000);
    const silent = 'slides/10.md=ファイルを読めません（応答がありません）。前の内容を表示しています';
    expect(pathsOf(await lookOf(scan, 0))).toEqual([silent]);
    // It is not opened again while the first try still hangs: each would cost a thread.
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pathsOf(await lookOf(scan, 0))).toEqual([]);
    expect(folder.opened.filter((path) => path === 'slides/10.md')).toHaveLength(1);
  });

  it('opens one film after the other, beside everything else, and calls when one is done', async () => {
    const folder = new FakeFolder();
    folder.files = new Map([
      ['signage.yaml', 'a'],
      ['slides/1.mp4', 'b'],
      ['slides/2.mp4', 'c'],
    ]);
    const done: (() => void)[] = [];
    const open = folder.open.bind(folder);
    folder.open = async (listed) => {
      if (folder.isMedia(listed.path)) await new Promise<void>((resolve) => done.push(resolve));
      return open(listed);
    };
    const scan = new FolderScan(folder, new Map());
    expect(pathsOf(await lookOf(scan, 0))).toEqual(['signage.yaml=a']);
    expect(done).toHaveLength(1);
    done[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(folder.readies).toBe(1);
    expect(done).toHaveLength(2);
    expect(pathsOf(await lookOf(scan, 0))).toEqual(['slides/1.mp4=b']);
    // Replaced while it was being opened: what was opened is not what is there.
    folder.files.set('slides/2.mp4', 'd');
    await lookOf(scan, 0);
    done[1]?.();
    expect(pathsOf(await lookOf(scan, 3_999))).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await lookOf(scan, 0);
    done[2]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(pathsOf(await lookOf(scan, 0))).toEqual(['slides/2.mp4=d']);
  });

  it('says nothing of a lock that passes, says it of one that stays, and tries again', async () => {
    const folder = new FakeFolder();
    folder.files.set('signage.yaml', 'a');
    folder.stuck.set('signage.yaml', 'EBUSY');
    const scan = new FolderScan(folder, new Map());
    expect(pathsOf(await lookOf(scan, 1_000))).toEqual([]);
    expect(pathsOf(await lookOf(scan, 1_000))).toEqual([]);
    expect(pathsOf(await lookOf(scan, 0))).toEqual(['signage.yaml=EBUSY']);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(pathsOf(await lookOf(scan, 0))).toEqual([]);
    folder.stuck.clear();
    await vi.advanceTimersByTimeAsync(6_000);
    expect(pathsOf(await lookOf(scan, 0))).toEqual(['signage.yaml=a']);
  });

  it('opens nothing again that was known before it started', async () => {
    const folder = new FakeFolder();
    folder.files = new Map([
      ['signage.yaml', 'a'],
      ['slides/10.md', 'b'],
    ]);
    const known = new Map([
      ['signage.yaml', { stamp: 'a', passing: false }],
      ['slides/10.md', { stamp: 'old', passing: false }],
      ['slides/20.md', { stamp: 'c', passing: false }],
    ]);
    const scan = new FolderScan(folder, known);
    await lookOf(scan, 100);
    expect(await lookOf(scan, 0)).toMatchObject({ changed: [{ file: { path: 'slides/10.md' } }], gone: ['slides/20.md'] });
    expect(folder.opened).toEqual(['slides/10.md']);
  });

  it('lets slides of before the display started stand in for a folder of slides that is away, and give way when it is back', async () => {
    const folder = new FakeFolder();
    folder.files = new Map([
      ['signage.yaml', 'a'],
      ['emergency/20.md', 'b'],
    ]);
    const paths = ['signage.yaml', 'slides/10.md', 'slides/20.md', 'emergency.md', 'emergency/20.md'];
    const scan = new FolderScan(folder, new Map(paths.map((path) => [path, { stamp: OF_BEFORE, passing: false }])));
    const away = { path: 'slides', text: null, fault: 'フォルダーがないか、空です。前の内容を表示しています' };
    const first = await lookOf(scan, 0);
    expect(pathsOf(first)).toEqual(['signage.yaml=a', 'emergency/20.md=b']);
    // An emergency that was ended while the display was off is not shown for a moment.
    expect(first).toMatchObject({ gone: ['emergency.md'], refused: [away] });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await lookOf(scan, 0)).toMatchObject({ changed: [], gone: [], refused: [away] });
    folder.files.set('slides/10.md', 'c');
    await lookOf(scan, 0);
    await vi.advanceTimersByTimeAsync(100);
    const back = await lookOf(scan, 0);
    expect([pathsOf(back), back.gone, back.refused]).toEqual([['slides/10.md=c'], [], []]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await lookOf(scan, 0)).gone).toEqual(['slides/20.md']);
  });

  it('lets slides of before the display started go at once that are not in the folder any more', async () => {
    const folder = new FakeFolder();
    folder.files = new Map([['slides/10.md', 'a']]);
    const paths = ['slides/10.md', 'slides/20.md'];
    const scan = new FolderScan(folder, new Map(paths.map((path) => [path, { stamp: OF_BEFORE, passing: false }])));
    expect(await lookOf(scan, 0)).toMatchObject({ changed: [{ file: { path: 'slides/10.md' } }], gone: ['slides/20.md'] });
  });
});

describe('the watch', () => {
  /** Scanners that answer as the test says, and remember what they were told. */
  const started: { known: Known; closed: boolean; whole: boolean[]; hint: () => void; answer: (look: Look | null) => void }[] =
    [];
  const start = (known: Known, hint: () => void): Scanner => {
    const one = { known: new Map(known), closed: false, whole: [] as boolean[], hint, answer: (_: Look | null) => {} };
    started.push(one);
    return {
      look: (isWhole) =>
        new Promise((resolve) => {
          one.whole.push(isWhole);
          one.answer = resolve;
        }),
      close: () => {
        one.closed = true;
      },
    };
  };
  const look = (rest: Partial<Look>): Look => ({
    lost: null,
    changed: [],
    gone: [],
    refused: [],
    unsettled: false,
    againInMs: null,
    wholeMs: 0,
    hears: false,
    isShare: false,
    ...rest,
  });
  const found = (path: string) => ({ file: { path, text: 'a', fault: null }, stamp: 's', passing: false });
  let readings: FolderReading[];
  let stop: () => void;

  beforeEach(() => {
    started.length = 0;
    readings = [];
    stop = watchFolder(start, (reading) => readings.push(reading));
  });
  afterEach(() => stop());

  it('looks at the whole folder at its interval, and for a hint only at what it is about', async () => {
    const [scanner] = started;
    scanner?.answer(look({ changed: [found('signage.yaml')] }));
    await vi.advanceTimersByTimeAsync(100);
    scanner?.hint();
    await vi.advanceTimersByTimeAsync(10);
    expect(scanner?.whole).toEqual([true, false]);
    scanner?.answer(look({ wholeMs: null, againInMs: 100 }));
    await vi.advanceTimersByTimeAsync(100);
    expect(scanner?.whole).toEqual([true, false, false]);
    scanner?.answer(look({ wholeMs: null }));
    await vi.advanceTimersByTimeAsync(280);
    expect(scanner?.whole).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(20);
    expect(scanner?.whole).toEqual([true, false, false, true]);
  });

  it('is not put off by hints that come without end', async () => {
    const [scanner] = started;
    scanner?.answer(look({ changed: [found('signage.yaml')] }));
    for (let waited = 0; waited < 400; waited += 5) {
      await vi.advanceTimersByTimeAsync(5);
      scanner?.hint();
      scanner?.answer(look({ wholeMs: null }));
    }
    const { length } = scanner?.whole ?? [];
    expect(length).toBeGreaterThan(15);
    expect(length).toBeLessThan(45);
  });

  it('looks less often at a folder that takes long to look at, but not because it took long to open its files', async () => {
    const [scanner] = started;
    for (const [kind, wholeMs, interval] of [
      ['polled', 10, 500],
      ['polled', 80, 800],
      ['hears', 2, 500],
      ['hears', 3, 600],
      ['hears', 20, 2_000],
      ['hears', 300, 3_000],
      ['share', 60, 2_000],
      ['share', 300, 3_000],
      ['share', 9_000, 10_000],
    ] as const) {
      const looked = look({ changed: [found('signage.yaml')], wholeMs, isShare: kind === 'share', hears: kind !== 'polled' });
      scanner?.answer(looked);
      // The next one is asked, opens what it finds, and waits for that.
      await vi.advanceTimersByTimeAsync(10_000);
      const count = scanner?.whole.length ?? 0;
      scanner?.answer(looked);
      await vi.advanceTimersByTimeAsync(interval - 10);
      expect([kind, wholeMs, scanner?.whole.length]).toEqual([kind, wholeMs, count]);
      await vi.advanceTimersByTimeAsync(10);
      expect([kind, wholeMs, scanner?.whole.length]).toEqual([kind, wholeMs, count + 1]);
    }
  });

  it('does not take one slow look for the rule: a share that had stumbled is looked at again as soon as ever', async () => {
    const [scanner] = started;
    for (const wholeMs of [3_000, 40, 9_000, 40]) {
      scanner?.answer(look({ changed: [found('signage.yaml')], wholeMs, isShare: true }));
      const count = scanner?.whole.length ?? 0;
      await vi.advanceTimersByTimeAsync(2_000);
      expect([wholeMs, scanner?.whole.length]).toEqual([wholeMs, count + 1]);
    }
  });

  it('asks a share as a whole not sooner than it would say something new, but does not put that off for ever', async () => {
    const [scanner] = started;
    scanner?.answer(look({ changed: [found('signage.yaml')], isShare: true, againInMs: 1_200 }));
    await vi.advanceTimersByTimeAsync(1_200);
    scanner?.answer(look({ wholeMs: null, isShare: true }));
    await vi.advanceTimersByTimeAsync(1_099);
    expect(scanner?.whole).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(1);
    expect(scanner?.whole).toEqual([true, false, true]);
    // One file after the other settles.
    scanner?.answer(look({ isShare: true, againInMs: 500 }));
    for (let waited = 500; waited < 4_000; waited += 500) {
      await vi.advanceTimersByTimeAsync(500);
      expect(scanner?.whole.at(-1)).toBe(false);
      scanner?.answer(look({ wholeMs: null, isShare: true, againInMs: 500 }));
    }
    await vi.advanceTimersByTimeAsync(500);
    expect(scanner?.whole.at(-1)).toBe(true);
  });

  it('gives up a scanner that never answers, starts another one later and later, and goes on where it was', async () => {
    started[0]?.answer(look({ changed: [found('signage.yaml')] }));
    await vi.advanceTimersByTimeAsync(600);
    expect(readings).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(9_900);
    expect(started[0]?.closed).toBe(true);
    expect(readings.at(-1)).toEqual({ lost: 'フォルダーが応答しません' });
    await vi.advanceTimersByTimeAsync(1_100);
    expect(started).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(20_000 + 2_000);
    expect(started).toHaveLength(3);
    expect(started.map(({ closed }) => closed)).toEqual([true, true, false]);
    // An answer that comes too late is for nobody.
    started[0]?.answer(look({ changed: [found('slides/99.md')] }));
    expect([...(started[2]?.known.keys() ?? [])]).toEqual(['signage.yaml']);
    started[2]?.answer(look({}));
    await vi.advanceTimersByTimeAsync(0);
    expect(readings).toHaveLength(3);
    expect(readings.at(-1)).toEqual({ files: [{ path: 'signage.yaml', text: 'a', fault: null }], lost: null });
  });

  it('says that the first reading is late, so that what was shown before the start can stand in for it', async () => {
    await vi.advanceTimersByTimeAsync(2_900);
    expect(readings).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(readings).toEqual([{ lost: 'フォルダーがまだ読めません' }]);
    started[0]?.answer(look({ changed: [found('signage.yaml')] }));
    await vi.advanceTimersByTimeAsync(600);
    expect(readings).toHaveLength(2);
    expect(readings[1]).toMatchObject({ lost: null });
  });

  it('replaces a scanner that died without a word to anybody', async () => {
    started[0]?.answer(look({ changed: [found('signage.yaml')] }));
    await vi.advanceTimersByTimeAsync(600);
    started[0]?.answer(null);
    await vi.advanceTimersByTimeAsync(1_100);
    started[1]?.answer(look({}));
    await vi.advanceTimersByTimeAsync(0);
    expect(readings).toHaveLength(1);
  });

  it('holds the first reading until its texts are whole, but not for ever', async () => {
    started[0]?.answer(look({ changed: [found('signage.yaml')], unsettled: true, againInMs: 100 }));
    for (let waited = 0; waited < 1_500; waited += 100) {
      await vi.advanceTimersByTimeAsync(100);
      expect(readings).toHaveLength(0);
      started[0]?.answer(look({ unsettled: true, againInMs: 100 }));
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(readings).toHaveLength(1);
  });
});
