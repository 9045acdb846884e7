import { describe, expect, it } from 'vitest';
import { folderContent, type ReadContent } from '../../electron/content/folder-content';
import { SnapshotStore } from '../../electron/snapshot-store';
import type { FolderFile } from '../../renderer/domain/content/folder-file';
import type { Problem } from '../../renderer/domain/result';
import { text } from '../fixtures/folder-files';

const signage = text('signage.yaml', 'title: 窓口\ntimezone: Asia/Tokyo\n');

function reading(withMedia = (files: readonly FolderFile[]) => files, before: readonly FolderFile[] | null = null) {
  const told: ReadContent[] = [];
  const logged: string[] = [];
  const kept: (readonly FolderFile[])[] = [];
  const content = folderContent({
    kept: before && { at: Date.parse('2023-09-27T17:05+09:00'), files: before },
    keep: (files) => kept.push(files()),
    withMedia,
    changed: (now) => told.push(now),
    log: (line) => logged.push(line),
  });
  return { content, told, logged, kept };
}

describe('what the readings of a folder become', () => {
  it('logs each problem once, as long as it stands', () => {
    const { content, logged } = reading();
    const files = [signage, text('slides/10-a.md', '---\ntitle: あ\nseconds: 十五\n---\nい\n')];
    content.take({ files, lost: null });
    content.take({ files, lost: null });
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('slides/10-a.md');
  });

  it('tells the latest problem first, for on the screen there is room for a few', () => {
    const { content, told } = reading();
    const bad = (name: string) => text(`slides/${name}.md`, '---\ntitle: あ\nseconds: 十五\n---\nい\n');
    const first = [signage, bad('20-b'), bad('30-c')];
    content.take({ files: first, lost: null });
    content.take({ files: [...first, bad('90-z')], lost: null });
    content.take({ files: [...first, bad('50-y'), bad('90-z')], lost: null });
    expect(told.map(({ problems }) => problems.map(({ file }) => file.slice(7, 9)))).toEqual([
      ['20', '30'],
      ['90', '20', '30'],
      ['50', '90', '20', '30'],
    ]);
  });

  it('does not fill the log with a folder of nonsense', () => {
    const { content, logged } = reading();
    const files = Array.from({ length: 80 }, (_, index) =>
      text(`slides/${10 + index}-a.md`, '---\ntitle: あ\nseconds: 十五\n---\nい\n'),
    );
    content.take({ files: [signage, ...files], lost: null });
    expect(logged).toHaveLength(51);
    expect(logged[50]).toBe('and 30 problems more');
  });

  it('keeps the content of a folder that is lost, and says that it is not there', () => {
    const { content, told } = reading();
    content.take({ files: [signage, text('slides/10-a.md', '---\ntitle: あ\n---\nい\n')], lost: null });
    content.take({ lost: 'フォルダーが応答しません' });
    expect(told.map(({ isPresent }) => isPresent)).toEqual([true, false]);
    expect(content.now().slides.map(({ id }) => id)).toEqual(['10-a']);
  });

  it('shows what was kept of before the start while the folder can not be had, and says so; then the folder takes over', () => {
    const before = [signage, text('slides/10-a.md', '---\ntitle: あ\n---\nい\n')];
    const { content, told, kept } = reading(undefined, before);
    expect(content.now().slides).toEqual([]);
    content.take({ lost: 'フォルダーがまだ読めません' });
    expect(content.now().slides.map(({ id }) => id)).toEqual(['10-a']);
    expect(told[0]).toMatchObject({ isPresent: false, content: { signage: { title: '窓口' } } });
    expect(told[0]?.problems.map(({ message }) => message)).toEqual([
      'フォルダーがまだ読めません。起動する前の、9月27日（水） 17:05 に読んだ内容を表示しています',
    ]);
    expect(kept).toEqual([]);
    const now = [signage, text('slides/20-b.md', '---\ntitle: う\n---\nえ\n')];
    content.take({ files: now, lost: null });
    expect(content.now().slides.map(({ id }) => id)).toEqual(['20-b']);
    expect(kept).toEqual([now]);
    content.take({ lost: 'フォルダーが応答しません' });
    expect(told.at(-1)?.problems[0]?.message).toBe('フォルダーが応答しません。前の内容を表示しています');
  });

  it('keeps the last good version of a bad file over a restart, too, and tells no fault of before', () => {
    const before = [signage, text('slides/10-a.md', '---\ntitle: あ\nsecons: 5\n---\nい\n')];
    const { content, told } = reading(undefined, before);
    const bad = text('slides/10-a.md', '---\ntitle: あ\nseconds: 十五\n---\nい\n');
    content.take({ files: [signage, bad], lost: null });
    expect(content.now().slides.map(({ id }) => id)).toEqual(['10-a']);
    expect(told[0]?.problems.map(({ message }) => message)).toEqual([expect.stringContaining('十五')]);
  });

  it('makes other content of the same reading once media are ready', () => {
    let ready = false;
    const photo: FolderFile = { path: 'slides/50-photo.jpg', text: null, fault: null };
    const media = { kind: 'picture', address: 'media://content/1.jpeg', width: 10, height: 10 } as const;
    const { content, told } = reading((files) =>
      files.map((file) => (file.path === photo.path && ready ? { ...file, media } : file)),
    );
    content.again();
    expect(told).toHaveLength(0);
    content.take({ files: [signage, photo], lost: null });
    expect(content.now().slides).toHaveLength(0);
    ready = true;
    content.again();
    expect(content.now().slides.map(({ id }) => id)).toEqual(['50-photo']);
  });
});

describe('the snapshot', () => {
  it('has the problems of the folder, of telling the dashboard and of the disk, each replacing its own', () => {
    const { content } = reading();
    const problem = (message: string): Problem => ({ file: 'signage.yaml', line: null, level: 'warning', message });
    const rest = { problems: [], feed: null, staff: { place: null, hold: null }, rehearsal: null, version: '1' };
    const store = new SnapshotStore({ revision: 0, content: content.now(), folderPresent: false, ...rest });
    const messages = () => store.current().problems.map(({ message }) => message);
    store.update({ ofStatus: [problem('s1')] });
    store.update({ ofFolder: [problem('f1')] });
    store.update({ feed: null });
    expect(messages()).toEqual(['f1', 's1']);
    store.update({ ofDisk: [problem('d1')] });
    store.update({ ofStatus: [] });
    expect(messages()).toEqual(['f1', 'd1']);
    store.update({ ofDisk: [] });
    expect(messages()).toEqual(['f1']);
    expect(store.current().revision).toBe(6);
  });
});
