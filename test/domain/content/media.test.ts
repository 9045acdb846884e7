import { describe, expect, it } from 'vitest';
import { checkFolder } from '../../../renderer/domain/check/check';
import type { MediaContent } from '../../../renderer/domain/content/content';
import { isMediaName, isSideName, isSlideName } from '../../../renderer/domain/content/file-names';
import { dwellMs } from '../../../renderer/domain/content/reading';
import { parseDarkroomReport } from '../../../renderer/domain/darkroom';
import { problemText } from '../../../renderer/domain/result';
import { SIGNAGE } from '../../fixtures/folder';
import { FILM, media, read, text, told } from '../../fixtures/folder-files';

const PICTURE: MediaContent = { kind: 'picture', address: 'media://content/a', width: 1920, height: 1080 };

describe('media in the folder', () => {
  it('are slides in the order of all names, called by theirs', () => {
    const { content, problems } = read([
      media('slides/40-夏まつり.pdf', { kind: 'document', pages: [PICTURE] }),
      media('slides/05-clip.mp4', FILM),
      text('slides/10-a.md', '# 題\n'),
      media('slides/2023.jpg', PICTURE),
    ]);
    expect(problems).toEqual([]);
    expect(content.slides.map(({ id, title, layout }) => [id, title, layout])).toEqual([
      ['05-clip', 'clip', 'media'],
      ['10-a', '題', 'notice'],
      ['2023', '2023', 'media'],
      ['40-夏まつり', '夏まつり', 'media'],
    ]);
    expect(content.slides[0]?.media).toEqual({ ...FILM, fit: 'contain' });
  });

  it('take their settings from a side file', () => {
    const { content, problems } = read([
      media('slides/50-photo.jpg', PICTURE),
      text(
        'slides/50-photo.jpg.yaml',
        'title: 夏まつり\nseconds: 20\nfit: cover\npriority: urgent\nshow:\n  until: 2023-09-30\n',
      ),
    ]);
    expect(problems).toEqual([]);
    expect(content.slides).toMatchObject([
      {
        title: '夏まつり',
        seconds: 20,
        priority: 'urgent',
        media: { fit: 'cover', titled: true },
        show: { until: '2023-09-30' },
      },
    ]);
  });

  it('keep the last good settings when the side file breaks, and tell it with its line', () => {
    const good = read([media('slides/50-photo.jpg', PICTURE), text('slides/50-photo.jpg.yaml', 'title: 夏まつり\n')]);
    const broken = read(
      [media('slides/50-photo.jpg', PICTURE), text('slides/50-photo.jpg.yaml', 'title: 秋まつり\nseconds: 2\nfitt: cover\n')],
      good,
    );
    expect(broken.content.slides[0]?.title).toBe('夏まつり');
    expect(told(broken)).toEqual([
      'slides/50-photo.jpg.yaml 2行目: seconds は 3〜600 の数字です（"2" とあります）',
      'slides/50-photo.jpg.yaml 3行目: 「fitt」という項目はありません（fit の間違いではありませんか）。書いてあることは効きません',
    ]);
    const without = read([media('slides/50-photo.jpg', PICTURE)], broken);
    expect(without.content.slides[0]?.title).toBe('photo');
  });

  it('are told of when their settings stand alone', () => {
    expect(told(read([text('slides/50-foto.jpg.yaml', 'title: 題\n')]))).toEqual([
      'slides/50-foto.jpg.yaml: 設定だけがあり、50-foto.jpg がありません。名前を確かめてください',
    ]);
  });

  it('stay as they were while a new version is bad or not ready, and go when the file goes', () => {
    const good = read([media('slides/50-photo.jpg', PICTURE)]);
    const pending = read([media('slides/50-photo.jpg', null)], good);
    expect([pending.content.slides, told(pending)]).toEqual([good.content.slides, []]);
    const bad = read([media('slides/50-photo.jpg', null, '画像を開けません')], pending);
    expect([bad.content.slides, told(bad)]).toEqual([good.content.slides, ['slides/50-photo.jpg: 画像を開けません']]);
    const mended = read([media('slides/50-photo.jpg', { ...PICTURE, address: 'media://content/c' })], bad);
    expect([mended.content.slides[0]?.media, told(mended)]).toEqual([
      { ...PICTURE, address: 'media://content/c', fit: 'contain' },
      [],
    ]);
    expect(read([], mended).content.slides).toEqual([]);
  });

  it('stay out while they were never good', () => {
    const first = read([media('slides/50-photo.jpg', null), media('slides/60-x.mp4', null, '動画として読めません')]);
    expect([first.content.slides, told(first)]).toEqual([[], ['slides/60-x.mp4: 動画として読めません']]);
  });

  it('with the name of another file are both shown, by their whole names', () => {
    const folder = read([
      media('slides/40-a.pdf', { kind: 'document', pages: [PICTURE] }),
      media('slides/40-a.jpg', PICTURE),
      media('slides/50-b.jpg', PICTURE),
      text('slides/50-b.md', '# 題\n'),
    ]);
    expect(folder.content.slides.map(({ id }) => id)).toEqual(['40-a.jpg', '40-a.pdf', '50-b', '50-b.jpg']);
    expect(told(folder)).toHaveLength(3);
    expect(told(folder)[2]).toBe(
      'slides/50-b.jpg: 「50-b」という名前のファイルがほかにもあります。どちらも表示します。片方だけにするか、番号を変えてください',
    );
  });

  it('stay as long as a film lasts, or as their settings say', () => {
    const dwell = (content: MediaContent, settings = '') => {
      const { content: whole } = read([media('slides/1-a.mp4', content), text('slides/1-a.mp4.yaml', settings)]);
      return whole.slides.map(dwellMs);
    };
    expect(dwell(FILM)).toEqual([42_500]);
    expect(dwell({ ...FILM, durationMs: 400 })).toEqual([3_000]);
    expect(dwell(FILM, 'seconds: 10\n')).toEqual([10_000]);
    expect(dwell(PICTURE)).toEqual([8_000]);
  });

  it('are told by their names', () => {
    for (const name of ['a.jpg', 'A.JPEG', '40-ポスター.pdf', '🎉.webp', 'x.mov', 'x.pptx'])
      expect([name, isMediaName(name)]).toEqual([name, true]);
    for (const name of ['.jpg', '._a.jpg', '~$x.pptx', 'a.jpg.part', 'a.md', 'a.txt'])
      expect([name, isMediaName(name)]).toEqual([name, false]);
    expect(['a.pdf.yaml', 'a.PDF.yml', 'a.yaml', 'a.md.yaml'].map(isSideName)).toEqual([true, true, false, false]);
    expect(isSlideName('a.pdf.yaml')).toBe(false);
  });
});

describe('the check', () => {
  const warned = (content: MediaContent, settings = '') =>
    checkFolder(
      [
        text('signage.yaml', SIGNAGE),
        text('slides/1.md', '# 題\n'),
        media('slides/1-a.jpg', content),
        text('slides/1-a.jpg.yaml', settings),
      ],
      '2023-09-01',
      null,
    )
      .filter(({ file }) => file === 'slides/1-a.jpg')
      .map(problemText);

  it('tells of a picture that will look blurred, and of no other', () => {
    const small = 'slides/1-a.jpg: 小さい画像です（640×480 点）。ぼやけて見えます。1920×1080 点以上が目安です';
    expect(warned({ ...PICTURE, width: 640, height: 480 })).toEqual([small]);
    expect(warned({ ...PICTURE, width: 960, height: 540 })).toEqual([]);
    // A standing picture fills the height alone, unless it is to fill all.
    expect(warned({ ...PICTURE, width: 480, height: 640 })).toEqual([]);
    expect(warned({ ...PICTURE, width: 480, height: 640 }, 'fit: cover\n')).toHaveLength(1);
    expect(warned({ kind: 'document', pages: [{ ...PICTURE, width: 210, height: 297 }] })).toEqual([]);
  });
});

describe('a word of the darkroom', () => {
  const sheet = { index: 0, width: 1, height: 1, format: 'png', bytes: new Uint8Array(3) };
  it('is taken when it is one', () => {
    for (const report of [
      { kind: 'ready' },
      { kind: 'sheet', id: 1, sheet },
      { kind: 'done', id: 1, seen: null },
      { kind: 'failed', id: 1, fault: { kind: 'pages', count: 70 }, detail: '' },
    ])
      expect(parseDarkroomReport(report)).toEqual(report);
  });

  it.each([
    null,
    'ready',
    { kind: 'ready', more: 1 },
    { kind: 'sheet', id: 1, sheet: { ...sheet, format: 'html' } },
    { kind: 'sheet', id: 1, sheet: { ...sheet, index: -1 } },
    { kind: 'sheet', id: 1, sheet: { ...sheet, bytes: '../../etc' } },
    { kind: 'done', id: 1, seen: { width: Number.NaN, height: 1 } },
    { kind: 'failed', id: 1, fault: { kind: 'other' }, detail: '' },
  ])('is dropped when it is none: %j', (report) => {
    expect(parseDarkroomReport(report)).toBeNull();
  });
});
