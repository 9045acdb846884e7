import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isContentName,
  isLeftBehind,
  isSlideName,
  nameFault,
  nameKey,
  printableName,
} from '../../../renderer/domain/content/file-names';
import { emptyFolder, goodFiles, lostFolder, readFolder } from '../../../renderer/domain/content/folder';
import type { FolderFile } from '../../../renderer/domain/content/folder-file';
import { problemText } from '../../../renderer/domain/result';
import { SIGNAGE } from '../../fixtures/folder';
import { processorMs } from '../../fixtures/processor-time';

const file = (path: string, text: string | null, fault: string | null = null): FolderFile => ({ path, text, fault });
const slide = (title: string) => `---\ntitle: ${title}\n---\n本文です。\n`;
const GOOD = [file('signage.yaml', SIGNAGE), file('slides/10-a.md', slide('あ')), file('slides/20-b.md', slide('い'))];

/** By what leaves it there. */
const LEFT_BEHIND = [
  // Office, LibreOffice
  '~$10-a.docx',
  '~$10-a.md',
  '~WRL0001.tmp',
  '.~lock.10-a.odp#',
  '10-a.md.lck',
  '5F2A.ac$',
  '5F2A1C00',
  // OneDrive, Dropbox, Syncthing, rsync, browsers
  '10-a~RF1a2b3c.TMP',
  '.dropbox',
  '.dropbox.attr',
  '.syncthing.10-a.md.tmp',
  '~syncthing~10-a.md.tmp',
  '.stfolder',
  '.stversions',
  '.stignore',
  '.10-a.md.Xa3bQ9',
  '10-a.md.part',
  '10-a.md.filepart',
  '10-a.md.crdownload',
  '未確認 12345.crdownload',
  // Samba, NFS, FUSE, NAS
  '.smbdelete0001',
  '.nfs000000001',
  '.fuse_hidden0001',
  '@eaDir',
  // macOS, Windows
  '._10-a.md',
  '.DS_Store',
  'Icon\r',
  'Thumbs.db',
  'desktop.ini',
  '$RECYCLE.BIN',
  'System Volume Information',
  // vim, emacs, gedit, nano
  '.10-a.md.swp',
  '4913',
  '10-a.md~',
  '#10-a.md#',
  '.#10-a.md',
  '10-a.md.~1~',
  '.goutputstream-A1B2C3',
  '10-a.md.bak',
] as const;

describe('the folder', () => {
  it('shows slides in the order of their names, with their titles in other languages', () => {
    const { content, problems } = readFolder(
      emptyFolder,
      [...GOOD].reverse().concat(file('slides/10-a.en.md', '---\ntitle: A\n---\n')),
    );
    expect(problems).toEqual([]);
    expect(content.slides.map(({ id, translations }) => [id, translations])).toEqual([
      ['10-a', [{ language: 'en', title: 'A', blocks: [] }]],
      ['20-b', []],
    ]);
  });

  it('keeps the last good version of a file that breaks, and all others', () => {
    const before = readFolder(emptyFolder, GOOD);
    const after = readFolder(before, [
      file('signage.yaml', 'title: [\n'),
      file('slides/10-a.md', '---\nseconds: x\ntitle: あ2\n---\n本文\n'),
      file('slides/20-b.md', slide('い2')),
    ]);
    expect(after.content.signage).toEqual(before.content.signage);
    expect(after.content.slides.map(({ title }) => title)).toEqual(['あ', 'い2']);
    expect(after.problems.map(({ file: name }) => name)).toEqual(['signage.yaml', 'slides/10-a.md']);
    const mended = readFolder(after, [...GOOD.slice(0, 1), file('slides/10-a.md', slide('あ3'))]);
    expect(mended.problems).toEqual([]);
    expect(mended.content.slides.map(({ title }) => title)).toEqual(['あ3']);
  });

  it('leaves out a file that was never good', () => {
    const { content, problems } = readFolder(emptyFolder, [
      ...GOOD,
      file('slides/30-c.md', null, 'Shift_JIS で保存されています。UTF-8 で保存し直してください'),
    ]);
    expect(content.slides).toHaveLength(2);
    expect(problems.map(problemText)).toEqual(['slides/30-c.md: Shift_JIS で保存されています。UTF-8 で保存し直してください']);
  });

  it('says of an emergency among the slides that it does not take the screen', () => {
    const { content, problems } = readFolder(emptyFolder, [...GOOD, file('slides/emergency.md', slide('火災です'))]);
    expect(content.slides).toHaveLength(3);
    expect(problems.map(problemText)).toEqual([expect.stringMatching(/^slides\/emergency\.md: .*slides の外に置いてください$/)]);
  });

  it('takes an empty folder for a lost share, not for an order to show nothing', () => {
    const before = readFolder(emptyFolder, GOOD);
    const after = readFolder(before, []);
    expect(after.content).toBe(before.content);
    expect(after.problems.map(problemText)).toEqual(['content: フォルダーが見つからないか、空です。前の内容を表示しています']);
  });

  it('says when what stands in for a lost folder was read, and asks for its place where nothing ever was', () => {
    const told = (...args: Parameters<typeof lostFolder>) => lostFolder(...args).problems.map(({ message }) => message);
    const why = 'フォルダーが応答しません';
    const at = Date.parse('2023-09-27T17:05+09:00');
    expect(told(readFolder(emptyFolder, GOOD), why, at)).toEqual([
      'フォルダーが応答しません。起動する前の、9月27日（水） 17:05 に読んだ内容を表示しています',
    ]);
    expect(told(emptyFolder, why)).toEqual(['フォルダーが応答しません。場所と名前を確かめてください']);
  });

  it('gives the files that make the same content anew: of a bad one its last good version', () => {
    const photo = { kind: 'picture', address: 'media://content/1.jpeg', width: 10, height: 10 } as const;
    const all = [
      ...GOOD,
      file('holidays.csv', '国民の祝日・休日月日,国民の祝日・休日名称\n2023/9/28,臨時\n'),
      file('slides/10-a.en.md', slide('A')),
      { ...file('slides/30-c.jpg', null), media: photo },
      file('slides/30-c.jpg.yaml', 'title: 写真\n'),
      file('emergency.md', slide('火災')),
      file('emergency/10-quake.md', slide('地震')),
      file('slides/40-d.md', null, 'Shift_JIS で保存されています'),
    ];
    const good = readFolder(emptyFolder, all);
    const spoilt = all.map(({ path }) => file(path, null, '開けません'));
    const after = readFolder(good, spoilt);
    expect(after.content).toEqual(good.content);
    expect(goodFiles(after)).toHaveLength(all.length - 1);
    expect(readFolder(emptyFolder, goodFiles(after)).content).toEqual(good.content);
    expect(goodFiles(emptyFolder)).toEqual([]);
  });

  it('finds what a translation is of whatever is written in capitals', () => {
    const { content } = readFolder(emptyFolder, [
      ...GOOD,
      file('slides/30-c.MD', slide('う')),
      file('slides/30-C.EN.md', slide('C')),
      file('slides/20-b.PT-br.md', slide('B')),
    ]);
    expect(content.slides.map(({ id, translations }) => [id, ...translations.map(({ language }) => language)])).toEqual([
      ['10-a'],
      ['20-b', 'pt-BR'],
      ['30-c', 'en'],
    ]);
  });

  it('says that signage.yaml is missing, and goes on with the last one', () => {
    const before = readFolder(emptyFolder, GOOD);
    const after = readFolder(before, GOOD.slice(1));
    expect(after.content.signage).toEqual(before.content.signage);
    expect(after.problems.map(problemText)).toEqual(['signage.yaml: ファイルがありません。前の設定を使っています']);
  });

  it('keeps the very objects of files that did not change', () => {
    const before = readFolder(emptyFolder, GOOD);
    const after = readFolder(before, [...GOOD, file('slides/30-c.md', slide('う'))]);
    expect(after.content.signage).toBe(before.content.signage);
    expect(after.content.slides[0]).toBe(before.content.slides[0]);
  });

  it('warns of a deadline that a text names and nobody has', () => {
    const { problems } = readFolder(emptyFolder, [...GOOD, file('slides/30-c.md', '---\ntitle: 題\n---\n{{days left: 納期}}\n')]);
    expect(problems.map(problemText)).toEqual(['slides/30-c.md: 「納期」という期限は signage.yaml の deadlines にありません']);
  });

  it('takes its own table of holidays, whole or not at all', () => {
    const csv = '国民の祝日・休日月日,国民の祝日・休日名称\r\n2023/9/18,敬老の日\r\n';
    const { content } = readFolder(emptyFolder, [...GOOD, file('holidays.csv', csv)]);
    expect(content.holidays).toEqual({ '2023-09-18': '敬老の日' });
    const broken = readFolder(emptyFolder, [...GOOD, file('holidays.csv', `${csv}2023/9/31,ない日\r\n`)]);
    expect(broken.content.holidays).toBeNull();
    expect(broken.problems.map(problemText)).toEqual([
      'holidays.csv 3行目: 「2023/9/18,敬老の日」の形で書いてください（"2023/9/31,ない日" とあります）',
    ]);
  });

  it('knows content from what editors, offices, shares and sync services leave behind', () => {
    for (const name of LEFT_BEHIND) {
      expect([name, isLeftBehind(name), isContentName(name), nameFault(name)]).toEqual([name, true, false, null]);
    }
    for (const name of [
      '10-a.md',
      '30-持ち物.md',
      '10-a.en.md',
      '10 a.MD',
      `${'あ'.repeat(84)}.md`,
      '10-🎉👨‍👩‍👧.md',
      '10-が.md'.normalize('NFD'),
    ])
      expect([name, isSlideName(name), nameFault(name)]).toEqual([name, true, null]);
    expect(isSlideName('.md')).toBe(false);
    expect(isSlideName('photo.jpg')).toBe(false);
  });

  it('says what is wrong with a name that somebody meant to be shown', () => {
    const unseen = '名前に改行など、見えない文字か使えない文字があります。名前を付け直してください';
    const conflict = '同期の競合でできたファイルです。中身を元のファイルと比べ、要らない方を消してください';
    const ending = '名前の終わりに点か空白があります。名前を付け直してください';
    const wide = '名前の終わり（.md など）に全角の文字があります。半角で書いてください';
    for (const [name, fault] of [
      ['a\nb.md', unseen],
      ['a\u0007.md', unseen],
      ['a\u202Edm.md', unseen],
      ['a\\b.md', unseen],
      ['a\uFFFD.md', '名前の文字が壊れています。名前を付け直してください'],
      ['10-a.sync-conflict-20230928-152400-ABCDEFG.md', conflict],
      ["10-a (Yamada's conflicted copy 2023-09-28).md", conflict],
      ['10-a (conflicted copy 2023-09-28 152400).md', conflict],
      ['10-a (山田 の競合コピー 2023-09-28).md', conflict],
      ['10-a_conflict-20230928-152400.md', conflict],
      ['10-a [Conflict].md', conflict],
      ['10-a.md ', ending],
      ['10-a.md.', ending],
      ['10-a.md.txt', '名前の終わりに .txt が付いています。取ってください'],
      ['10-a.ｍｄ', wide],
      ['10-a．md', wide],
      ['10-a.md.nextcloud', 'ファイルの中身がまだこの機械にありません。同期の設定を確かめてください'],
    ] as const) {
      expect([name, nameFault(name), isContentName(name)]).toEqual([name, fault, false]);
    }
    expect(printableName('a\nb\u202E.md')).toBe('a□b□.md');
    expect(nameKey('10-ガA.md'.normalize('NFD'))).toBe(nameKey('10-ガa.md'));
  });

  it('tells of folders, and of names that are no place in the folder', () => {
    const { problems, content } = readFolder(emptyFolder, [
      ...GOOD,
      file('slides', null, 'フォルダーを開けません（EACCES）。前の内容を表示しています'),
      file('signage.yaml.txt', null, '名前の終わりに .txt が付いています。取ってください'),
    ]);
    expect(content.slides).toHaveLength(2);
    expect(problems.map(problemText)).toEqual([
      'slides: フォルダーを開けません（EACCES）。前の内容を表示しています',
      'signage.yaml.txt: 名前の終わりに .txt が付いています。取ってください',
    ]);
  });

  it('never throws, and never loses a good slide because of any other file', () => {
    const name = fc.oneof(
      fc.constantFrom(
        'slides/10-a.md',
        'slides/20-b.md',
        'slides/20-b.en.md',
        'signage.yaml',
        'holidays.csv',
        'emergency.md',
        '__proto__',
      ),
      fc.string().map((text) => `slides/${text}.md`),
      fc.string(),
    );
    const text = fc.oneof(
      fc.constantFrom(slide('い'), SIGNAGE, '---\ntitle: x\n', '---\nseconds: 十五\n---\n', '# い\n'),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
    );
    const any = fc
      .record({ path: name, text: fc.option(text), fault: fc.option(fc.string()) })
      .filter(({ path }) => path !== 'slides/00-good.md' && path !== 'slides/00-good.en.md');
    const readings = fc.array(fc.array(any, { maxLength: 6 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(readings, (all) => {
        let state = emptyFolder;
        all.forEach((files, index) => {
          const good = file('slides/00-good.md', slide(`よい${index}`));
          const before = new Map(state.content.slides.map((one) => [one.file, one]));
          const busyMs = processorMs(() => {
            state = readFolder(state, [...files, good]);
          });
          expect(state.content.slides.find(({ file: path }) => path === good.path)?.title).toBe(`よい${index}`);
          // A file that is there and was good before is still there, in this version or the last.
          for (const { path } of files) if (before.has(path)) expect(state.content.slides.map((one) => one.file)).toContain(path);
          expect(busyMs).toBeLessThan(1_000);
        });
      }),
      { numRuns: 60 },
    );
  }, 20_000);

  it('reads one file anew in a folder of two thousand about as fast as in one of twenty', () => {
    const folder = (count: number) => {
      const slides = Array.from({ length: count }, (_, index) => [
        file(`slides/${index + 1_000}-a.md`, slide(`題${index}`)),
        file(`slides/${index + 1_000}-a.en.md`, `---\ntitle: Title ${index}\n---\nText.\n`),
      ]);
      return [file('signage.yaml', SIGNAGE), ...slides.flat()];
    };
    const files = folder(2_000);
    const before = readFolder(emptyFolder, files);
    const edited = files.map((one) => (one.path === 'slides/1005-a.md' ? file(one.path, slide('新しい題')) : one));
    const times = Array.from({ length: 5 }, (_, index) => {
      let after = before;
      const busyMs = processorMs(() => {
        after = readFolder(index % 2 === 0 ? before : readFolder(before, edited), index % 2 === 0 ? edited : files);
      });
      const others = after.content.slides.filter((one, place) => one !== before.content.slides[place]);
      if (index % 2 === 0) expect(others.map(({ title }) => title)).toEqual(['新しい題']);
      return busyMs;
    });
    // Comparing every pair would take seconds.
    expect(Math.min(...times)).toBeLessThan(200);
  });
});
