import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHints } from '../../electron/content/hints';

let parent: string;
let folder: string;
let hints: ReturnType<typeof openHints>;
let given: number;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'signage-hints-'));
  folder = join(parent, 'content');
  mkdirSync(folder);
  given = 0;
  hints = openHints(() => {
    given += 1;
  });
  hints.follow(new Map([[folder, String(statSync(folder).ino)]]));
});

afterEach(() => {
  hints.close();
  rmSync(parent, { recursive: true });
});

const hinted = () => expect.poll(() => given, { interval: 5 }).toBe(1);

describe('a change event', () => {
  it('names its file, and is one hint with those that come before it is taken', async () => {
    writeFileSync(join(folder, 'signage.yaml'), 'a');
    writeFileSync(join(folder, 'holidays.csv'), 'a');
    await hinted();
    expect([...(hints.take() ?? [])].sort()).toEqual([join(folder, 'holidays.csv'), join(folder, 'signage.yaml')]);
    expect(given).toBe(1);
  });

  it.each([
    ['moved', () => renameSync(folder, `${folder}-away`)],
    ['deleted', () => rmSync(folder, { recursive: true })],
  ])('names nothing when the folder itself was %s: then all of it is to be looked at', async (_, change) => {
    change();
    await hinted();
    expect(hints.take()).toBeNull();
  });
});
