import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decode } from '../../electron/content/decode';
import { localScanner } from '../../electron/content/local-scanner';
import type { Look } from '../../electron/content/look';
import { watchFolder } from '../../electron/content/watch-folder';
import type { FolderFile } from '../../renderer/domain/content/folder-file';

let folder: string;
let readings: (readonly FolderFile[] | null)[];
let stop: () => void;

const texts = () => Object.fromEntries((readings.at(-1) ?? []).map(({ path, text, fault }) => [path, text ?? fault]));
/** Waits until the last reading is as wanted. */
const settled = (wanted: unknown, timeout = 2_000) =>
  expect.poll(() => (readings.at(-1) === null ? null : texts()), { timeout, interval: 10 }).toEqual(wanted);

/** What a look tells where the system has no change events to give. */
const deaf = (look: Look | null) => look && { ...look, hears: false };
const noMedia = () => Promise.resolve(null);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signage-watch-'));
  mkdirSync(join(folder, 'slides'));
  writeFileSync(join(folder, 'signage.yaml'), 'title: あ\n');
  readings = [];
  stop = watchFolder(
    (known, hint) => localScanner(folder, known, hint, noMedia),
    (reading) => readings.push(reading.lost === null ? reading.files : null),
  );
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
    writeFileSync(join(folder, 'slides', '30-b.md'), 'う');
    await settled({ 'signage.yaml': 'title: あ\n', 'slides/20-a.md': 'い', 'slides/30-b.md': 'う' }, 1_000);
    rmSync(join(folder, 'slides', '20-a.md'));
    await settled({ 'signage.yaml': 'title: あ\n', 'slides/30-b.md': 'う' }, 1_000);
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

  it('follows no link that leads out of it, opens no huge file, and passes over what is no content', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'signage-outside-'));
    writeFileSync(join(outside, 'secret.md'), '秘密');
    symlinkSync(join(outside, 'secret.md'), join(folder, 'slides', '10-link.md'));
    symlinkSync(join(outside, 'nowhere.md'), join(folder, 'slides', '11-nowhere.md'));
    symlinkSync(outside, join(folder, 'emergency'));
    symlinkSync('20.md', join(folder, 'slides', '20.md'));
    execFileSync('mkfifo', [join(folder, 'slides', '25-pipe.md')]);
    writeFileSync(join(folder, 'slides', '~$20.md'), 'x');
    mkdirSync(join(folder, 'slides', '30-folder.md'));
    writeFileSync(join(folder, 'slides', '40-huge.md'), Buffer.alloc(2_000_000));
    await settled({
      'signage.yaml': 'title: あ\n',
      'slides/40-huge.md': 'ファイルが大きすぎます（約2 MB）。1 MB までです',
      'slides/10-link.md': 'フォルダーの外へのリンクです。リンクの先は表示しません',
      'slides/20.md': 'ファイルを開けません（ELOOP）。前の内容を表示しています',
      emergency: 'フォルダーの外へのリンクです。リンクの先は表示しません',
    });
    rmSync(outside, { recursive: true });
  });

  it('takes a set that is swapped by one link, in the folder or above it, all at once', async () => {
    for (const set of ['a', 'b']) {
      mkdirSync(join(folder, `..${set}`, 'slides'), { recursive: true });
      writeFileSync(join(folder, `..${set}`, 'slides', '10.md'), `${set}1`);
      writeFileSync(join(folder, `..${set}`, 'slides', '20.md'), `${set}2`);
    }
    rmSync(join(folder, 'slides'), { recursive: true });
    symlinkSync('..a/slides', join(folder, 'slides'));
    await settled({ 'signage.yaml': 'title: あ\n', 'slides/10.md': 'a1', 'slides/20.md': 'a2' });
    const count = readings.length;
    symlinkSync('..b/slides', join(folder, 'slides.new'));
    renameSync(join(folder, 'slides.new'), join(folder, 'slides'));
    await settled({ 'signage.yaml': 'title: あ\n', 'slides/10.md': 'b1', 'slides/20.md': 'b2' });
    expect(readings.length).toBe(count + 1);
  });

  it('sees a file of the same size and date, of an older date, and of a date to come', async () => {
    const slide = join(folder, 'slides', '10.md');
    const put = (text: string, date: Date) => {
      writeFileSync(`${slide}.tmp`, text);
      utimesSync(`${slide}.tmp`, date, date);
      renameSync(`${slide}.tmp`, slide);
    };
    const [now, past, future] = [new Date('2023-09-28'), new Date('1980-02-01'), new Date('2099-01-01')];
    for (const [text, date] of [
      ['い', now],
      ['ろ', now],
      ['は', past],
      ['に', future],
      ['ほ', future],
    ] as const) {
      put(text, date);
      await settled({ 'signage.yaml': 'title: あ\n', 'slides/10.md': text });
    }
    // Written over in place, and its date put back.
    writeFileSync(slide, 'へ');
    utimesSync(slide, future, future);
    await settled({ 'signage.yaml': 'title: あ\n', 'slides/10.md': 'へ' });
  });

  it('keeps the slides of a folder that is away or empty, and lets those go that do not come back', async () => {
    const slides = join(folder, 'slides');
    const whole = { 'signage.yaml': 'title: あ\n', 'slides/10.md': 'い', 'slides/20.md': 'ろ' };
    writeFileSync(join(slides, '10.md'), 'い');
    writeFileSync(join(slides, '20.md'), 'ろ');
    await settled(whole);
    const count = readings.length;
    renameSync(slides, `${slides}-old`);
    const away = { ...whole, slides: 'フォルダーがないか、空です。前の内容を表示しています' };
    await settled(away);
    mkdirSync(slides);
    writeFileSync(join(slides, '10.md'), 'は');
    await settled({ ...whole, 'slides/10.md': 'は' });
    // A sync tool has put a new folder in the old one's place, and the second slide was not in it.
    await settled({ 'signage.yaml': 'title: あ\n', 'slides/10.md': 'は' }, 8_000);
    expect(readings.slice(count, -1).every((files) => files?.some(({ path }) => path === 'slides/20.md'))).toBe(true);
    rmSync(join(slides, '10.md'));
    await settled({ ...away, 'slides/10.md': 'は', 'slides/20.md': undefined });
  }, 15_000);

  it('shows the slides of before the display started while their folder is missing, empty or closed, and then those in it', async () => {
    const kept: readonly FolderFile[] = [
      { path: 'signage.yaml', text: 'title: 前\n', fault: null },
      { path: 'slides/10.md', text: 'い', fault: null },
      { path: 'slides/20.md', text: 'ろ', fault: null },
    ];
    const whole = { 'signage.yaml': 'title: あ\n', 'slides/10.md': 'い', 'slides/20.md': 'ろ' };
    const away = { ...whole, slides: 'フォルダーがないか、空です。前の内容を表示しています' };
    const restart = () => {
      stop();
      readings = [];
      stop = watchFolder(
        (known, hint) => localScanner(folder, known, hint, noMedia),
        (reading) => readings.push(reading.lost === null ? reading.files : null),
        kept,
      );
    };
    restart();
    await settled(away);
    rmSync(join(folder, 'slides'), { recursive: true });
    restart();
    await settled(away);
    symlinkSync('slides', join(folder, 'slides'));
    restart();
    await settled({ ...whole, slides: 'フォルダーを開けません（ELOOP）。前の内容を表示しています' });
    rmSync(join(folder, 'slides'));
    mkdirSync(join(folder, 'slides'));
    writeFileSync(join(folder, 'slides', '20.md'), 'は');
    await settled({ ...whole, 'slides/20.md': 'は' });
    restart();
    await settled({ 'signage.yaml': 'title: あ\n', 'slides/20.md': 'は' });
  });

  it('says once what is wrong with names, and which of two it takes', async () => {
    const slide = (name: string) => writeFileSync(join(folder, 'slides', name), name);
    slide('10-が.md'.normalize('NFC'));
    slide('10-が.md'.normalize('NFD'));
    slide('20-A.md');
    slide('20-a.md');
    slide('30-a\nb.md');
    slide('40.md.txt');
    slide(`50-${'あ'.repeat(83)}.md`);
    slide('60-🎉.md');
    slide('80-お知らせ.txt');
    slide('memo.txt');
    slide('新しいテキスト ドキュメント.txt');
    slide('新規 テキスト ドキュメント.txt');
    slide('81-一太郎.jtd');
    slide('82-poster.yaml');
    slide('signage.yaml');
    slide('ポスター.lnk');
    slide('資料.zip');
    mkdirSync(join(folder, 'slides', '90-夏まつり'));
    writeFileSync(join(folder, 'holidays.xlsx'), 'x');
    writeFileSync(join(folder, 'Emergency.MD'), '逃げてください');
    writeFileSync(join(folder, 'signage.yaml.txt'), 'title: い');
    writeFileSync(Buffer.from(`${folder}/slides/70-\x83\x65.md`, 'latin1'), 'x');
    await settled({
      'signage.yaml': 'title: あ\n',
      'emergency.md': '逃げてください',
      'slides/10-が.md': expect.stringMatching(/^10-/),
      'slides/10-が.md（2つ目）': '見た目が同じ名前のファイルが2つあります。どちらかを消してください',
      'slides/20-A.md': '20-A.md',
      'slides/20-a.md': 'slides/20-A.md と大文字・小文字が違うだけの名前です。どちらかの名前を変えてください',
      'slides/30-a□b.md': '名前に改行など、見えない文字か使えない文字があります。名前を付け直してください',
      'slides/40.md.txt': '名前の終わりに .txt が付いています。取ってください',
      [`slides/50-${'あ'.repeat(83)}.md`]: `50-${'あ'.repeat(83)}.md`,
      'slides/60-🎉.md': '60-🎉.md',
      'slides/70-\uFFFDe.md': '名前の文字が壊れています。名前を付け直してください',
      'slides/80-お知らせ.txt': '表示しません。文章を表示するには、名前の終わりを .md にしてください',
      'slides/新しいテキスト ドキュメント.txt': '表示しません。文章を表示するには、名前の終わりを .md にしてください',
      'slides/新規 テキスト ドキュメント.txt': '表示しません。文章を表示するには、名前の終わりを .md にしてください',
      'slides/81-一太郎.jtd': expect.stringContaining('PDF に書き出してください'),
      'slides/82-poster.yaml': expect.stringContaining('40-poster.pdf.yaml のように'),
      'slides/signage.yaml': 'ここでは読みません。slides の外に置いてください',
      'slides/ポスター.lnk': 'ショートカットです。リンクの先ではなく、ファイルそのものを置いてください',
      'slides/資料.zip': expect.stringContaining('中のファイルを直接置いてください'),
      'slides/90-夏まつり': expect.stringContaining('中のファイルを直接置いてください'),
      'holidays.xlsx': '読みません。文字だけのファイルにして、名前を holidays.csv にしてください',
      'signage.yaml.txt': '名前の終わりに .txt が付いています。取ってください',
    });
  });

  it('sees a change within two looks where no change event arrives', async () => {
    stop();
    stop = watchFolder(
      (known) => {
        const { look, close } = localScanner(folder, known, () => {}, noMedia);
        return { look: async (isWhole) => deaf(await look(isWhole)), close };
      },
      (reading) => readings.push(reading.lost === null ? reading.files : null),
    );
    await settled({ 'signage.yaml': 'title: あ\n' });
    for (const text of ['い', 'ろ', 'は']) {
      writeFileSync(join(folder, 'slides', '10.md'), text);
      await settled({ 'signage.yaml': 'title: あ\n', 'slides/10.md': text });
    }
  });

  it('hears of changes in a folder that has taken the place of another one', async () => {
    writeFileSync(join(folder, 'slides', '10.md'), 'い');
    await settled({ 'signage.yaml': 'title: あ\n', 'slides/10.md': 'い' });
    renameSync(join(folder, 'slides'), join(folder, 'old'));
    mkdirSync(join(folder, 'slides'));
    writeFileSync(join(folder, 'slides', '10.md'), 'ろ');
    await settled({ 'signage.yaml': 'title: あ\n', 'slides/10.md': 'ろ' });
    let hints = 0;
    stop();
    const hint = () => {
      hints += 1;
    };
    const scanner = localScanner(folder, new Map(), hint, noMedia);
    await scanner.look(true);
    renameSync(join(folder, 'slides'), join(folder, 'older'));
    mkdirSync(join(folder, 'slides'));
    await scanner.look(true);
    await expect.poll(() => hints).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await scanner.look(true);
    hints = 0;
    writeFileSync(join(folder, 'slides', '10.md'), 'は');
    await expect.poll(() => hints).toBeGreaterThan(0);
    scanner.close();
  });

  it('sees an emergency within a second, its cards too, and its end', async () => {
    await settled({ 'signage.yaml': 'title: あ\n' });
    const startedAt = performance.now();
    // As a Notepad of some years ago saves it: nobody must have to find out why nothing comes on.
    writeFileSync(join(folder, 'emergency.md'), Uint8Array.from([0x89, 0xce, 0x8e, 0x96]));
    await settled({ 'signage.yaml': 'title: あ\n', 'emergency.md': '火事' });
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    mkdirSync(join(folder, 'emergency'));
    writeFileSync(join(folder, 'emergency', '10-fire.md'), '火災');
    rmSync(join(folder, 'emergency.md'));
    await settled({ 'signage.yaml': 'title: あ\n', 'emergency/10-fire.md': '火災' });
    writeFileSync(join(folder, '緊急のお知らせ.txt'), '火災');
    const meant = { '緊急のお知らせ.txt': expect.stringContaining('名前を emergency.md にしてください') };
    await settled({ 'signage.yaml': 'title: あ\n', 'emergency/10-fire.md': '火災', ...meant });
  });

  it('gives one name to a file however its letters are composed', async () => {
    writeFileSync(join(folder, 'slides', '10-が.md'.normalize('NFD')), 'い');
    await settled({ 'signage.yaml': 'title: あ\n', ['slides/10-が.md'.normalize('NFC')]: 'い' });
  });
});

describe('decoding', () => {
  it('takes UTF-8, of Shift_JIS only what is told to come in it, and names what else it knows', () => {
    const shiftJis = Uint8Array.from([0x83, 0x65, 0x83, 0x58, 0x83, 0x67]);
    expect(decode(new TextEncoder().encode('\uFEFFテスト'), false).text).toBe('テスト');
    expect(decode(shiftJis, false).fault).toBe('Shift_JIS で保存されています。UTF-8 で保存し直してください');
    expect(decode(shiftJis, true).text).toBe('テスト');
    expect(decode(Uint8Array.from([0x41, 0]), false).fault).toContain('文字だけのファイルではありません');
    expect(decode(new TextEncoder().encode('{\\rtf1\\ansi'), false).fault).toContain('文字だけのファイルではありません');
    expect(decode(Buffer.from('\uFEFFテスト', 'utf16le'), true).fault).toBe(
      'UTF-16（Unicode）で保存されています。UTF-8 で保存し直してください',
    );
    expect(decode(Uint8Array.from([0xfd, 0xfe, 0xff]), false).fault).toBe('文字として読めません。UTF-8 で保存し直してください');
  });
});
