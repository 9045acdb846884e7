import { describe, expect, it } from 'vitest';
import { checkFolder } from '../../../renderer/domain/check/check';
import type { Block } from '../../../renderer/domain/content/block';
import type { MediaContent } from '../../../renderer/domain/content/content';
import { parseMarkdown } from '../../../renderer/domain/content/markdown';
import { mediaIn } from '../../../renderer/domain/content/media-in';
import { picturesIn } from '../../../renderer/domain/content/pictures-in';
import { characterCount } from '../../../renderer/domain/content/reading';
import { player } from '../../../renderer/domain/player';
import { INITIAL_PLAYER } from '../../../renderer/domain/player-state';
import { problemText } from '../../../renderer/domain/result';
import { sceneAt } from '../../../renderer/domain/scene-at';
import { unshowableProblems } from '../../../renderer/domain/unshowable';
import { at, SIGNAGE, snapshotOf } from '../../fixtures/folder';
import { FILM, media, read, text, told } from '../../fixtures/folder-files';

const MAP = { address: 'media://content/map', width: 1600, height: 900 };
const PICTURE: MediaContent = { kind: 'picture', ...MAP };

const ids = ({ content }: ReturnType<typeof read>) => content.slides.map(({ id }) => id);
const drawn = ({ content }: ReturnType<typeof read>) => content.slides.map(({ blocks }) => shape(blocks));
const shape = <V>(blocks: readonly Block<V>[]) =>
  blocks.map((block) => (block.kind === 'picture' ? (block.picture?.address ?? block.name) : block.kind));
const kinds = (written: string) => shape(parseMarkdown(written).blocks);
const SLIDE = '# 場所\n\n右へ。\n\n![案内図](map.jpg)\n';
const PATH = 'slides/10-a.md';

describe('a picture in a text', () => {
  it('stands between paragraphs when it is alone on its line', () => {
    expect(parseMarkdown('![案内図](map.jpg)')).toEqual({
      blocks: [{ kind: 'picture', name: 'map.jpg', alt: '案内図', picture: null }],
      problems: [],
    });
    expect(kinds('前の文\n![](map.jpg)\n後の文')).toEqual(['paragraph', 'map.jpg', 'paragraph']);
    expect(kinds('前の文  \n ![](a.jpg)\n![](b.png)')).toEqual(['paragraph', 'a.jpg', 'b.png']);
    expect(kinds('![](<案内 図.jpg>)')).toEqual(['案内 図.jpg']);
    expect(kinds('![](map%201.jpg)')).toEqual(['map 1.jpg']);
    expect(kinds('![](100%.jpg)')).toEqual(['100%.jpg']);
    expect(kinds('![](か\u3099.jpg)')).toEqual(['が.jpg']);
    expect(parseMarkdown('- 一\n  ![](map.jpg)\n- ![](b.jpg)\n').blocks).toMatchObject([
      {
        items: [
          { children: [{ text: '一' }], below: [{ kind: 'picture', name: 'map.jpg' }] },
          { children: [], below: [{ name: 'b.jpg' }] },
        ],
      },
    ]);
  });

  it('leaves only its words within a line, and staff are told how to show it', () => {
    const message = '文の途中の写真は表示できません。写真だけの行にしてください';
    expect(parseMarkdown('\n受付は![ここ](map.jpg)です')).toEqual({
      blocks: [
        {
          kind: 'paragraph',
          children: ['受付は', 'ここ', 'です'].map((words) => ({ kind: 'text', text: words })),
        },
      ],
      problems: [{ line: 2, message }],
    });
    expect(parseMarkdown('# ![題](map.jpg)').problems).toEqual([{ line: 1, message }]);
  });

  it.each([
    'https://example.com/map.jpg',
    '../map.jpg',
    './map.jpg',
    '/etc/map.jpg',
    'photos/map.jpg',
    'photos%2Fmap.jpg',
    '..%5Cmap.jpg',
    'file:map.jpg',
    'data:image/png;base64,AAAA',
    'C:map.jpg',
    '.map.jpg',
    'map.txt',
    '',
  ])('is refused when it is not a name of a file: %s', (written) => {
    const { blocks, problems } = parseMarkdown(`本文\n\n![図](${written})\n`);
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
    expect(problems).toMatchObject([{ line: 3, message: expect.stringContaining('ファイルの名前だけ') }]);
  });

  it('is the file of that name in slides, which is then no slide of its own', () => {
    const folder = read([text(PATH, SLIDE), media('slides/map.jpg', PICTURE), media('slides/sea.jpg', PICTURE)]);
    expect(told(folder)).toEqual([]);
    expect(ids(folder)).toEqual(['10-a', 'sea']);
    expect(folder.content.slides[0]?.blocks).toMatchObject([{}, { kind: 'picture', alt: '案内図', picture: MAP }]);
    expect(folder.content.slides.flatMap(mediaIn).map(({ kind }) => kind)).toEqual(['picture', 'picture']);
    const capitals = read([text(PATH, SLIDE), media('slides/Map.JPG', PICTURE)]);
    expect([ids(capitals), drawn(capitals), told(capitals)]).toEqual([['10-a'], [['paragraph', MAP.address]], []]);
    const without = read([text(PATH, '# 場所\n\n右へ。\n'), media('slides/map.jpg', PICTURE)], folder);
    expect(ids(without)).toEqual(['10-a', 'map']);
  });

  it('keeps its slide the same object while nothing changes', () => {
    const files = [text(PATH, SLIDE), media('slides/map.jpg', PICTURE)];
    const first = read(files);
    expect(read(files, first).content.slides[0]).toBe(first.content.slides[0]);
  });

  it('is left out when it is missing, with a word to staff and to the check', () => {
    const folder = read([text(PATH, SLIDE)]);
    expect(drawn(folder)).toEqual([['paragraph']]);
    const missing = `${PATH} 5行目: 写真「map.jpg」が slides にありません。文だけを表示します`;
    expect(told(folder)).toEqual([missing]);
    const found = checkFolder([text('signage.yaml', SIGNAGE), text(PATH, SLIDE)], '2023-09-28', null);
    expect(found.filter(({ level }) => level === 'error').map(problemText)).toEqual([missing]);
  });

  it('is left out without a word until it is ready, and told of when it is faulty', () => {
    const waiting = read([text(PATH, SLIDE), media('slides/map.jpg', null)]);
    expect([drawn(waiting), ids(waiting), told(waiting)]).toEqual([[['paragraph']], ['10-a'], []]);
    const faulty = read([text(PATH, SLIDE), media('slides/map.jpg', null, '途中で切れています')]);
    expect(drawn(faulty)).toEqual([['paragraph']]);
    expect(told(faulty)).toEqual([
      'slides/map.jpg: 途中で切れています',
      `${PATH} 5行目: 写真「map.jpg」を開けません。文だけを表示します`,
    ]);
    const good = read([text(PATH, SLIDE), media('slides/map.jpg', PICTURE)], waiting);
    expect(drawn(good)).toEqual([['paragraph', MAP.address]]);
    const kept = read([text(PATH, SLIDE), media('slides/map.jpg', null, '途中で切れています')], good);
    expect(drawn(kept)).toEqual([['paragraph', MAP.address]]);
  });

  it('is no film, which stays a slide of its own', () => {
    const folder = read([text(PATH, '# 題\n\n![](map.mp4)\n'), media('slides/map.mp4', FILM)]);
    expect([ids(folder), drawn(folder)]).toEqual([
      ['10-a', 'map'],
      [[], []],
    ]);
    expect(told(folder)).toEqual([`${PATH} 3行目: 「map.mp4」は写真ではないので、文の中には出せません`]);
  });

  it('belongs to a translation as well, and is drawn once for both', () => {
    const english = '# Place\n\nTo the right.\n\n![Map](map.jpg)\n\n![Desk](desk.jpg)\n';
    const folder = read([
      text(PATH, SLIDE),
      text('slides/10-a.en.md', english),
      media('slides/map.jpg', PICTURE),
      media('slides/desk.jpg', { ...PICTURE, address: 'media://content/desk' }),
    ]);
    expect([ids(folder), told(folder)]).toEqual([['10-a'], []]);
    const now = at('2023-09-28T10:00:00+09:00');
    const content = { ...folder.content };
    if (content.signage !== null) content.signage = { ...content.signage, languages: ['ja', 'en'] };
    const { state } = player(INITIAL_PLAYER, { kind: 'snapshot', snapshot: snapshotOf(content) }, now);
    const { stage } = sceneAt(state, now);
    if (stage.kind !== 'slide') throw new Error('no slide');
    expect(picturesIn(stage.slide.blocks).map(({ name }) => name)).toEqual(['map.jpg']);
    expect(stage.slide.translations?.map(({ blocks }) => picturesIn(blocks).map(({ name }) => name))).toEqual([['desk.jpg']]);
    const orphan = read([text('slides/20-b.en.md', english), media('slides/map.jpg', PICTURE)]);
    expect(ids(orphan)).toEqual(['map']);
  });

  it('stands beside a checklist, not within its items', () => {
    const list = '---\nlayout: checklist\n---\n# 題\n\n![](map.jpg)\n\n1. 一\n   ![](desk.jpg)\n';
    const folder = read([text(PATH, list), media('slides/map.jpg', PICTURE), media('slides/desk.jpg', PICTURE)]);
    expect(picturesIn(folder.content.slides[0]?.blocks ?? []).map(({ name }) => name)).toEqual(['map.jpg']);
    expect(ids(folder)).toEqual(['10-a', 'desk']);
    expect(told(folder)).toEqual([`${PATH} 9行目: 一覧の項目の中の写真は表示できません。一覧の前か後に書いてください`]);
  });

  it('has no settings of its own: staff are told of a side file', () => {
    const { problems } = read([
      text('slides/20-b.md', '# 題\n\n![図](map.jpg)\n'),
      media('slides/map.jpg', PICTURE),
      text('slides/map.jpg.yaml', 'title: 地図\n'),
    ]);
    expect(problems.map(problemText)).toEqual([
      'slides/map.jpg.yaml: map.jpg は本文の中の写真なので、この設定は使いません。消してください',
    ]);
  });

  it('that would be drawn larger than it is, or very small, is a doubt of the check', () => {
    const doubts = (width: number, height: number) =>
      checkFolder(
        [
          text('signage.yaml', SIGNAGE),
          text('slides/20-b.md', '# 題\n\n![図](map.jpg)\n'),
          media('slides/map.jpg', { ...PICTURE, width, height }),
        ],
        '2023-09-01',
        null,
      ).flatMap((problem) => (problem.message.includes('小さ') ? [problemText(problem)] : []));
    expect(doubts(80, 60)).toEqual(['slides/20-b.md 3行目: 写真「map.jpg」が小さすぎます（80×60 点）。400×300 点以上が目安です']);
    expect(doubts(400, 300)).toEqual([]);
    expect(doubts(1200, 90)).toEqual([]);
  });

  it('comes back when it could be had after all', () => {
    const { content } = read([text('slides/20-b.md', '# 題\n\n![図](map.jpg)\n'), media('slides/map.jpg', PICTURE)]);
    const now = at('2023-09-28T10:00:00+09:00');
    const told = (state: typeof INITIAL_PLAYER, kind: 'unshowable' | 'showable') =>
      player(state, { kind, address: MAP.address }, now).state;
    const blocks = (state: typeof INITIAL_PLAYER) => {
      const { stage } = sceneAt(state, now);
      return stage.kind === 'slide' ? picturesIn(stage.slide.blocks).length : null;
    };
    const started = player(INITIAL_PLAYER, { kind: 'snapshot', snapshot: snapshotOf(content) }, now).state;
    const without = told(started, 'unshowable');
    expect([blocks(started), blocks(without), blocks(told(without, 'showable'))]).toEqual([1, 0, 1]);
  });

  it('takes no time to read', () => {
    const { content } = read([text(PATH, SLIDE), media('slides/map.jpg', PICTURE)]);
    expect(content.slides.map(characterCount)).toEqual([5]);
  });

  it('leaves its text when the page could not draw it, and staff are told', () => {
    const now = at('2023-09-28T10:00:00+09:00');
    const { content } = read([text(PATH, SLIDE), media('slides/map.jpg', PICTURE)]);
    const { state } = player(INITIAL_PLAYER, { kind: 'snapshot', snapshot: snapshotOf(content) }, now);
    const broken = player(state, { kind: 'unshowable', address: MAP.address }, now).state;
    const { stage } = sceneAt(broken, now);
    expect(stage.kind === 'slide' && shape(stage.slide.blocks)).toEqual(['paragraph']);
    expect(unshowableProblems(broken, now).map(problemText)).toEqual([
      `${PATH}: 写真「map.jpg」を画面に出せないので、飛ばしています。ファイルを開いて確かめてください`,
    ]);
  });

  it('whose name has a space is told of where it would be shown as it is written', () => {
    const files = [text('signage.yaml', SIGNAGE), text(PATH, '# 題\n\n![図](案内 図.jpg)\n')];
    expect(checkFolder(files, '2023-09-28', null).map(problemText)).toContain(
      `${PATH} 3行目: 「![図]」がそのまま画面に出ます。写真の名前に空白があるときは、![説明](<ファイル名>) のように < > で囲んでください`,
    );
  });
});
