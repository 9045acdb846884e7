import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decode } from '../../electron/content/decode';
import { watchFolder } from '../../electron/content/watch-folder';
import type { FolderFile } from '../../renderer/domain/content/folder';

let folder: string;
let readings: (readonly FolderFile[] | null)[];
let stop: () => void;

const texts = () => Object.fromEntries((readings.at(-1) ?? []).map(({ path, text, fault }) => [path, text ?? fault]));
/** Waits until the last reading is as wanted. */
const settled = (wanted: unknown, timeout = 2_000) =>
  expect.poll(() => (readings.at(-1) === null ? null : texts()), { timeout, interval: 10 }).toEqual(wanted);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signage-watch-'));
  mkdirSync(join(folder, 'slides'));
  writeFileSync(join(folder, 'signage.yaml'), 'title: あ\n');
  readings = [];
  stop = watchFolder(folder, (files) => readings.push(files));
});

afterEach(() => {
  stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the watched folder', () => {
  it('tells of what is there, and of each change within a second', async () => {
    await settled({ 'signage.yaml': 'title: あ\n' });
    const changedAt = performance.now();
    writeFileSync(join(folder, 'slides', '10-a.md'), 'い');
    await settled({ 'signage.yaml': 'title: あ\n', 'slides/10-a.md': 'い' }, 1_000);
    expect(performance.now() - changedAt).toBeLessThan(1_000);
    renameSync(join(folder, 'slides', '10-a.md'), join(folder, 'slides', '20-a.md'));
    await settled({ 'signage.yaml': 'title: あ\n', 'slides/20-a.md': 'い' }, 1_000);
    rmSync(join(folder, 'slides', '20-a.md'));
    await settled({ 'signage.yaml': 'title: あ\n' }, 1_000);
  });

  it('says nothing while nothing changes', async () => {
    await settled({ 'signage.yaml': 'title: あ\n' });
    const count = readings.length;
    utimesSync(folder, new Date(), new Date());
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(readings.length).toBe(count);
  });

  it('never tells of half a file: the former text stands until the new one has settled', async () => {
    await settled({ 'signage.yaml': 'title: あ\n' });
    writeFileSync(join(folder, 'signage.yaml'), '');
    for (let part = 1; part <= 10; part += 1) {
      writeFileSync(join(folder, 'signage.yaml'), 'title: いろはにほへと\n'.slice(0, part));
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    writeFileSync(join(folder, 'signage.yaml'), 'title: いろはにほへと\n');
    await settled({ 'signage.yaml': 'title: いろはにほへと\n' });
    const seen = new Set(readings.flatMap((files) => (files ?? []).map(({ text }) => text)));
    expect([...seen]).toEqual(['title: あ\n', 'title: いろはにほへと\n']);
  });

  it('says that the folder is missing, and sees it come back, also as another one', async () => {
    await settled({ 'signage.yaml': 'title: あ\n' });
    renameSync(folder, `${folder}-away`);
    await settled(null);
    mkdirSync(folder);
    writeFileSync(join(folder, 'signage.yaml'), 'title: う\n');
    await settled({ 'signage.yaml': 'title: う\n' });
    rmSync(`${folder}-away`, { recursive: true });
  });

  it('takes an empty folder for a missing one', async () => {
    await settled({ 'signage.yaml': 'title: あ\n' });
    rmSync(join(folder, 'signage.yaml'));
    await settled(null);
  });

  it('follows no link, opens no huge file, and passes over what is no content', async () => {
    writeFileSync(join(folder, 'secret.txt'), '秘密');
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'slides', '10-link.md'));
    writeFileSync(join(folder, 'slides', '~$20.md'), 'x');
    mkdirSync(join(folder, 'slides', '30-folder.md'));
    writeFileSync(join(folder, 'slides', '40-huge.md'), Buffer.alloc(2_000_000));
    await settled({ 'signage.yaml': 'title: あ\n', 'slides/40-huge.md': 'ファイルが大きすぎます（約2 MB）。1 MB までです' });
  });

  it('sees an emergency within a second, its cards too, and its end', async () => {
    await settled({ 'signage.yaml': 'title: あ\n' });
    const startedAt = performance.now();
    writeFileSync(join(folder, 'emergency.md'), '逃げてください');
    await settled({ 'signage.yaml': 'title: あ\n', 'emergency.md': '逃げてください' });
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    mkdirSync(join(folder, 'emergency'));
    writeFileSync(join(folder, 'emergency', '10-fire.md'), '火災');
    rmSync(join(folder, 'emergency.md'));
    await settled({ 'signage.yaml': 'title: あ\n', 'emergency/10-fire.md': '火災' });
  });

  it('gives one name to a file however its letters are composed', async () => {
    writeFileSync(join(folder, 'slides', '10-が.md'.normalize('NFD')), 'い');
    await settled({ 'signage.yaml': 'title: あ\n', ['slides/10-が.md'.normalize('NFC')]: 'い' });
  });
});

describe('decoding', () => {
  it('takes UTF-8, and of Shift_JIS only what is told to come in it', () => {
    const shiftJis = Uint8Array.from([0x83, 0x65, 0x83, 0x58, 0x83, 0x67]);
    expect(decode(new TextEncoder().encode('\uFEFFテスト'), false).text).toBe('テスト');
    expect(decode(shiftJis, false).fault).toBe('Shift_JIS で保存されています。UTF-8 で保存し直してください');
    expect(decode(shiftJis, true).text).toBe('テスト');
    expect(decode(Uint8Array.from([0x41, 0]), false).fault).toContain('NUL');
    expect(decode(Uint8Array.from([0xff, 0xfe, 0xfd]), false).fault).toBe('文字として読めません。UTF-8 で保存し直してください');
  });
});
