import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../renderer/domain/content/block';
import { plainText } from '../../renderer/domain/content/cut-inlines';
import { inlinesIn } from '../../renderer/domain/content/inlines-in';
import { player } from '../../renderer/domain/player';
import { INITIAL_PLAYER } from '../../renderer/domain/player-state';
import type { SlideScene } from '../../renderer/domain/scene';
import { sceneAt } from '../../renderer/domain/scene-at';
import { type SlidePart, slideParts, withPart } from '../../renderer/domain/slide-parts';
import { at, contentOf, SIGNAGE, snapshotOf } from '../fixtures/folder';

const NOW = at('2023-09-28T15:24:00+09:00');

function slideOf(markdown: string, english?: string): SlideScene {
  const files = { 'signage.yaml': SIGNAGE, 'slides/10-a.md': markdown, ...(english ? { 'slides/10-a.en.md': english } : {}) };
  const snapshot = snapshotOf(contentOf(files));
  const { stage } = sceneAt(player(INITIAL_PLAYER, { kind: 'snapshot', snapshot }, NOW).state, NOW);
  if (stage.kind !== 'slide') throw new Error('no slide');
  return stage.slide;
}

const text = (blocks: readonly Block<string>[]) => plainText(inlinesIn(blocks)).replaceAll('\n', '');
const items = ({ body }: Pick<SlidePart, 'body'>) =>
  body?.kind === 'checklist' ? body.items.map(({ number, thing, note }) => [number, plainText(thing), plainText(note)]) : [];
const cards = ({ body }: Pick<SlidePart, 'body'>) =>
  body?.kind === 'cards' ? body.cards.map(({ heading, blocks }) => `${plainText(heading)}: ${text(blocks)}`) : [];
const room =
  (letters: number) =>
  ({ characters }: SlidePart) =>
    characters <= letters;
const parts = (slide: SlideScene, letters: number, finest: 'sentence' | 'phrase' = 'sentence') =>
  slideParts(slide, { fits: room(letters), finest });

describe('the pages of a slide', () => {
  it('hold no more than can be read while they are on, however much would fit', () => {
    const slide = slideOf(`---\ntitle: 題\n---\n${'これは長い文の一つです。'.repeat(20)}`);
    const pages = parts(slide, 10_000);
    expect(pages.map(({ characters }) => characters)).toEqual([84, 84, 72]);
    expect(pages.map(({ blocks }) => text(blocks)).join('')).toBe(text(slide.blocks));
  });

  it('keep title, code and the folder’s data, and say which page they are', () => {
    const slide = slideOf('---\nlayout: hours\ntitle: 題\nlink: https://example.jp/\n---\n一つ目です。二つ目です。');
    const pages = parts(slide, 8).map((part, index) => withPart(slide, part, { index, count: 2 }));
    expect(pages.map(({ title, link, body, page }) => [title.main, link?.url, body.kind, page?.index])).toEqual([
      ['題', 'https://example.jp/', 'hours', 0],
      ['題', 'https://example.jp/', 'hours', 1],
    ]);
  });

  it('have the folder’s data on a page of their own where the text has no room beside them', () => {
    const slide = slideOf('---\nlayout: hours\ntitle: 題\n---\n一つ目です。二つ目です。');
    const pages = slideParts(slide, { fits: room(8), finest: 'sentence', apart: true });
    expect(pages.map(({ apart, blocks }) => [apart, text(blocks)])).toEqual([
      [false, ''],
      [true, '一つ目です。'],
      [true, '二つ目です。'],
    ]);
  });

  it('have the code on a page of its own where the text has no room beside it', () => {
    const slide = slideOf('---\ntitle: 題\nlink: https://example.jp/\n---\n一つ目です。二つ目です。');
    const pages = slideParts(slide, { fits: room(8), finest: 'sentence', apart: true }).map((part) =>
      withPart(slide, part, { index: 0, count: 3 }),
    );
    expect(pages.map(({ blocks, link }) => [text(blocks), link?.url])).toEqual([
      ['一つ目です。', undefined],
      ['二つ目です。', undefined],
      ['', 'https://example.jp/'],
    ]);
  });

  it('go on numbering, after an introduction that stands once', () => {
    const slide = slideOf(
      '---\nlayout: checklist\ntitle: 題\n---\n前置きです。\n\n1. 一つ目\n2. 二つ目\n   説明です。\n3. 三つ目\n',
    );
    const pages = parts(slide, 10);
    expect(pages.map((part) => [text(part.blocks), items(part)])).toEqual([
      ['前置きです。', [[1, '一つ目', '']]],
      ['', [[2, '二つ目', '説明です。']]],
      ['', [[3, '三つ目', '']]],
    ]);
  });

  it('repeat what a note is about where the note itself goes on', () => {
    const slide = slideOf('---\nlayout: checklist\ntitle: 題\n---\n1. カード\n   一つ目の説明。二つ目の説明。三つ目の説明。\n');
    expect(parts(slide, 17).map(items)).toEqual([
      [[1, 'カード', '一つ目の説明。二つ目の説明。']],
      [[1, 'カード', '三つ目の説明。']],
    ]);
  });

  it('have whole cards, and one too long for a page under its heading again', () => {
    const slide = slideOf('---\nlayout: cards\ntitle: 題\n---\n## 甲\n\n一つ目です。\n\n## 乙\n\n二つ目です。三つ目です。\n');
    expect(parts(slide, 19).map(cards)).toEqual([['甲: 一つ目です。'], ['乙: 二つ目です。三つ目です。']]);
    expect(parts(slide, 8).map(cards)).toEqual([['甲: 一つ目です。'], ['乙: 二つ目です。'], ['乙: 三つ目です。']]);
  });

  it('have of another language what stands in the same place, paragraph beside paragraph', () => {
    const slide = slideOf(
      '---\ntitle: 題\n---\n一つ目です。二つ目です。\n\n三つ目です。四つ目です。',
      '---\ntitle: T\n---\nThis is one. This is two. Still two.\n\nThis is three. This is four.',
    );
    expect(parts(slide, 6).map(({ blocks, translations }) => [text(blocks), text(translations[0]?.blocks ?? [])])).toEqual([
      ['一つ目です。', 'This is one. '],
      ['二つ目です。', 'This is two. Still two.'],
      ['三つ目です。', 'This is three. '],
      ['四つ目です。', 'This is four.'],
    ]);
  });

  it('have of another language its items and cards by their number, each once', () => {
    const list = slideOf(
      '---\nlayout: checklist\ntitle: 題\n---\n1. 一つ目\n2. 二つ目\n   説明です。説明です。\n3. 三つ目\n',
      '---\ntitle: T\n---\n1. One\n2. Two\n',
    );
    expect(parts(list, 8).map((part) => [items(part).map(([number]) => number), part.translations.flatMap(items)])).toEqual([
      [[1], [[1, 'One', '']]],
      [[2], [[2, 'Two', '']]],
      [[2], [[0, '', '']]],
      [[3], [[0, '', '']]],
    ]);
  });

  it('lose nothing of any language, and say nothing twice', () => {
    const sentence = fc.constantFrom(
      '短い文。',
      '令和5年9月30日（土）までに、窓口で申し込んでください。',
      '電話は 0120-95-0178 です。',
    );
    const foreign = fc.constantFrom('Short. ', 'Please apply at the counter by 5 p.m. on 30 September. ', 'Call 0120-95-0178. ');
    const paragraphs = (one: fc.Arbitrary<string>) =>
      fc
        .array(
          fc.array(one, { minLength: 1, maxLength: 6 }).map((all) => all.join('').trim()),
          { minLength: 1, maxLength: 5 },
        )
        .map((all) => all.join('\n\n'));
    fc.assert(
      fc.property(paragraphs(sentence), paragraphs(foreign), fc.integer({ min: 10, max: 120 }), (ja, en, letters) => {
        const slide = slideOf(`---\ntitle: 題\n---\n${ja}`, `---\ntitle: T\n---\n${en}`);
        const pages = parts(slide, letters, 'phrase');
        expect(pages.map(({ blocks }) => text(blocks)).join('')).toBe(text(slide.blocks));
        const others = pages.map(({ translations }) => text(translations[0]?.blocks ?? [])).join('');
        expect(others).toBe(text(slide.translations?.[0]?.blocks ?? []));
      }),
      { numRuns: 60 },
    );
  });
});
