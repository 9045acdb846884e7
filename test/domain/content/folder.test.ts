import { describe, expect, it } from 'vitest';
import { isContentName, isSlideName } from '../../../renderer/domain/content/file-names';
import { emptyFolder, type FolderFile, readFolder } from '../../../renderer/domain/content/folder';
import { problemText } from '../../../renderer/domain/result';
import { SIGNAGE } from '../../fixtures/folder';

const file = (path: string, text: string | null, fault: string | null = null): FolderFile => ({ path, text, fault });
const slide = (title: string) => `---\ntitle: ${title}\n---\n本文です。\n`;
const GOOD = [file('signage.yaml', SIGNAGE), file('slides/10-a.md', slide('あ')), file('slides/20-b.md', slide('い'))];

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

  it('takes an empty folder for a lost share, not for an order to show nothing', () => {
    const before = readFolder(emptyFolder, GOOD);
    const after = readFolder(before, []);
    expect(after.content).toBe(before.content);
    expect(after.problems.map(problemText)).toEqual(['content: フォルダーが見つからないか、空です。前の内容を表示しています']);
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

  it('knows content from what editors, offices and sync services leave behind', () => {
    for (const name of [
      '~$10-a.md',
      '.10-a.md.swp',
      '10-a.md~',
      '.syncthing.10-a.md.tmp',
      '~syncthing~10-a.md.tmp',
      '10-a.md.part',
      'Thumbs.db',
      '._10-a.md',
      '10-a.sync-conflict-20230928-152400-ABC.md',
      'desktop.ini',
      '4913',
      'a\nb.md',
    ]) {
      expect([name, isContentName(name)]).toEqual([name, false]);
    }
    for (const name of ['10-a.md', '30-持ち物.md', '10-a.en.md', '10 a.MD'])
      expect([name, isSlideName(name)]).toEqual([name, true]);
    expect(isSlideName('.md')).toBe(false);
    expect(isSlideName('photo.jpg')).toBe(false);
  });
});
