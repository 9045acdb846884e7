import { lstatSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ask, folderLister, type ListedFile } from '../../electron/content/list';

const MANY = 2_000;
const FEW = 20;
let folder: string;
/** The files that were asked for, by their names. */
let asked: string[];

const counting: Ask = {
  now(location) {
    asked.push(location);
    return lstatSync(location);
  },
  later(location) {
    asked.push(location);
    return lstat(location);
  },
};
const slide = (number: number) => join(folder, 'slides', `${String(number).padStart(4, '0')}.md`);
const changed = (before: readonly ListedFile[], after: readonly ListedFile[]) =>
  after.filter((file) => !before.includes(file)).map(({ path }) => path);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signage-list-'));
  mkdirSync(join(folder, 'slides'));
  writeFileSync(join(folder, 'signage.yaml'), 'title: あ\n');
  asked = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const fill = (count: number) => {
  for (let number = 0; number < count; number += 1) writeFileSync(slide(number), 'い');
};

describe('the list', () => {
  it('asks for each file of a large folder once, and for one that is named for that one alone', async () => {
    fill(MANY);
    const lister = folderLister(folder, counting);
    const before = await lister.all();
    expect(before.files).toHaveLength(MANY + 1);
    expect(asked).toHaveLength(MANY + 1);
    asked = [];
    writeFileSync(slide(7), 'うう');
    const after = await lister.some([slide(7)]);
    expect(asked).toEqual([slide(7)]);
    expect(changed(before.files, after.files)).toEqual(['slides/0007.md']);
    expect(after.tookMs).toBeNull();
    // What looks as it did is the same object, so whoever compares asks nothing of it.
    writeFileSync(slide(8), 'うう');
    expect(changed(after.files, (await lister.all()).files)).toEqual(['slides/0008.md']);
  });

  it('asks for nothing when a program has written what is no content', async () => {
    fill(FEW);
    const lister = folderLister(folder, counting);
    await lister.all();
    asked = [];
    const others = ['tickets.json', 'slides/.0007.md.swp', 'slides/~$0007.md', 'slides/4913'];
    const listing = await lister.some(others.map((name) => join(folder, name)));
    expect(asked).toEqual([]);
    expect(listing.files).toHaveLength(FEW + 1);
  });

  it('looks at all again where a name says more than its file does', async () => {
    fill(FEW);
    const lister = folderLister(folder, counting);
    await lister.all();
    const told: readonly (readonly [string, () => void, number])[] = [
      [slide(FEW), () => writeFileSync(slide(FEW), 'い'), FEW + 2],
      [slide(3), () => rmSync(slide(3)), FEW + 1],
      [slide(4), () => renameSync(slide(4), `${slide(4)}.tmp`), FEW],
      [join(folder, 'slides'), () => renameSync(join(folder, 'slides'), join(folder, 'old')), 1],
    ];
    for (const [location, happen, count] of told) {
      happen();
      expect((await lister.some([location])).files).toHaveLength(count);
    }
  });

  it('sees a link that leads to another file now', async () => {
    for (const name of ['a.txt', 'b.txt']) writeFileSync(join(folder, 'slides', name), name);
    symlinkSync('a.txt', slide(1));
    const lister = folderLister(folder, counting);
    const target = async (listing: ReturnType<typeof lister.all>) => (await listing).files[1]?.location.slice(-5);
    expect(await target(lister.all())).toBe('a.txt');
    rmSync(slide(1));
    symlinkSync('b.txt', slide(1));
    expect(await target(lister.some([slide(1)]))).toBe('b.txt');
  });

  it('asks a share that is slow to answer many questions side by side, but not all at once', async () => {
    fill(100);
    let asking = 0;
    let most = 0;
    const atOnce: string[] = [];
    const slow: Ask = {
      now(location) {
        atOnce.push(location);
        const until = performance.now() + 30;
        while (performance.now() < until);
        return lstatSync(location);
      },
      async later(location) {
        asking += 1;
        most = Math.max(most, asking);
        const about = await lstat(location);
        asking -= 1;
        return about;
      },
    };
    expect((await folderLister(folder, slow).all()).files).toHaveLength(101);
    expect(atOnce).toHaveLength(1);
    expect(most).toBe(16);
  });
});
