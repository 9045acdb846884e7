import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../renderer/domain/content/block';
import { plainText } from '../../../renderer/domain/content/cut-inlines';
import { cutPages, evenPages } from '../../../renderer/domain/content/cut-pages';
import { inlinesIn } from '../../../renderer/domain/content/inlines-in';
import { parseMarkdown } from '../../../renderer/domain/content/markdown';
import { finerUnits, leads, lengthOf, type SlideUnit, textOf, textUnits } from '../../../renderer/domain/slide-units';
import { unbreakable } from '../../../renderer/domain/unbreakable';

/** The blocks of a text; live values are written out. */
function blocksOf(text: string): readonly Block<string>[] {
  const { blocks, problems } = parseMarkdown(text);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return JSON.parse(JSON.stringify(blocks).replace(/\{"kind":"live","value":\{[^}]*\}\}/g, '{"kind":"live","value":"16時24分"}'));
}

/** A text in pages that are as full as `fits` lets them be. */
function pagesOf(blocks: readonly Block<string>[], fits: (blocks: readonly Block<string>[]) => boolean) {
  const pages = cutPages<SlideUnit>(textUnits(blocks), {
    fits: (units) => fits(textOf(units)),
    finer: (unit) => finerUnits(unit, 'phrase'),
    leads,
  });
  return pages.map(textOf);
}

/** The letters of a text, without line ends; `table` heads count on their first page only. */
const lettersOf = (blocks: readonly Block<string>[]) => plainText(inlinesIn(blocks)).replaceAll('\n', '');
const room = (letters: number) => (blocks: readonly Block<string>[]) => lettersOf(blocks).length <= letters;
const pages = (text: string, letters: number) => pagesOf(blocksOf(text), room(letters)).map(lettersOf);

describe('pages that are to be even', () => {
  const even = (text: string, letters: number, allFit = (_: readonly (readonly SlideUnit[])[]) => true) => {
    const units: readonly SlideUnit[] = textUnits(blocksOf(text));
    const full = cutPages(units, { fits: (some) => room(letters)(textOf(some)), finer: () => null, leads });
    return evenPages(full, lengthOf, leads, allFit).map((page) => lettersOf(textOf(page)));
  };

  it('share their sentences, so that none is left alone on the last', () => {
    const text = '一つ目の文です。二つ目の文です。三つ目の文です。はい。';
    expect(even(text, 24)).toEqual(['一つ目の文です。二つ目の文です。', '三つ目の文です。はい。']);
  });

  it('stay as they are when no other division fits', () => {
    const text = '一つ目の文です。二つ目の文です。三つ目の文です。はい。';
    expect(even(text, 24, () => false)).toEqual(['一つ目の文です。二つ目の文です。三つ目の文です。', 'はい。']);
  });

  it('keep a heading with what it leads to', () => {
    expect(even('一つ目の文です。\n\n二つ目の文です。\n\n## 題名\n\n三つ目の文です。\n\n四つ目。', 20)).toEqual([
      '一つ目の文です。二つ目の文です。',
      '題名三つ目の文です。四つ目。',
    ]);
  });
});

describe('a text that is too long for its slide', () => {
  it('is one page when it fits', () => {
    const blocks = blocksOf('一つ目です。二つ目です。');
    expect(pagesOf(blocks, room(100)).map(lettersOf)).toEqual(['一つ目です。二つ目です。']);
    expect(pagesOf([], () => false)).toEqual([]);
  });

  it.each<[what: string, text: string, letters: number, expected: readonly string[]]>([
    ['sentences', '一つ目です。二つ目です。三つ目です。', 13, ['一つ目です。二つ目です。', '三つ目です。']],
    ['paragraphs', '一つ目です。\n\n二つ目です。', 8, ['一つ目です。', '二つ目です。']],
    ['lines of its own', '一つ目\n二つ目\n三つ目', 6, ['一つ目二つ目', '三つ目']],
    ['sentences with closing signs', '「もう一度。」本当ですか？はい！', 9, ['「もう一度。」', '本当ですか？はい！']],
    [
      'sentences that quote others',
      '一つ目です。係員に「申請です。更新です。」と言う。',
      20,
      ['一つ目です。', '係員に「申請です。更新です。」と言う。'],
    ],
    [
      'English sentences',
      'Ask Dr. Sato at 8:30 a.m. Monday. Bring No. A5 please. Thank you.',
      46,
      ['Ask Dr. Sato at 8:30 a.m. Monday. ', 'Bring No. A5 please. Thank you.'],
    ],
    [
      'English sentences with short words',
      'Please bring your card. Ask Dr. Sato now.',
      32,
      ['Please bring your card. ', 'Ask Dr. Sato now.'],
    ],
    ['bold sentences', '**一つ目です。二つ目です。**三つ目です。', 8, ['一つ目です。', '二つ目です。', '三つ目です。']],
    ['items', '- 一つ目\n- 二つ目\n- 三つ目\n', 6, ['一つ目二つ目', '三つ目']],
    ['rows', '|見出|行|\n|-|-|\n|甲|一|\n|乙|二|\n|丙|三|\n', 7, ['見出行甲一乙二', '見出行丙三']],
    ['what is quoted', '> 一つ目です。\n>\n> 二つ目です。\n', 8, ['一つ目です。', '二つ目です。']],
    [
      'clauses, where a sentence is longer than a page',
      '暗証番号がわからないときは、市民課の窓口で再設定してください。次です。',
      20,
      ['暗証番号がわからないときは、', '市民課の窓口で再設定してください。', '次です。'],
    ],
    [
      'phrases, where a clause is longer than a page',
      '市民課の窓口で午後5時までに再設定してください。',
      12,
      ['市民課の窓口で', '午後5時までに', '再設定してください。'],
    ],
    [
      'furigana that stays whole',
      '{暗証番号|あんしょうばんごう}です。{再設定|さいせってい}です。',
      8,
      ['暗証番号です。', '再設定です。'],
    ],
  ])('is continued behind %s', (_, text, letters, expected) => {
    expect(pages(text, letters)).toEqual(expected);
  });

  it('counts on where a list goes on, also within an item', () => {
    const starts = (text: string, letters: number) =>
      pagesOf(blocksOf(text), room(letters)).map(([block]) =>
        block?.kind === 'list' ? [block.start, block.items.length] : null,
      );
    expect(starts('1. 一つ目\n2. 二つ目\n3. 三つ目\n', 6)).toEqual([
      [1, 2],
      [3, 1],
    ]);
    expect(starts('1. 一\n2. とても長い一つ目。とても長い二つ目。\n', 10)).toEqual([
      [1, 1],
      [2, 1],
      [2, 1],
    ]);
  });

  it('keeps the parts of one item, and of one quote, together on a page', () => {
    const text = '1. とても長い一つ目。\n   二行目。三行目。\n\n   別の段落。\n';
    expect(pagesOf(blocksOf(text), room(16))).toMatchObject([
      [{ kind: 'list', items: [{ children: [{}], below: [{ kind: 'paragraph' }] }] }],
      [{ kind: 'list', items: [{ children: [], below: [{ kind: 'paragraph' }, { kind: 'paragraph' }] }] }],
    ]);
    const quote = '> 一つ目です。二つ目です。\n>\n> 三つ目です。四つ目です。\n';
    expect(pagesOf(blocksOf(quote), room(19))).toMatchObject([
      [{ kind: 'quote', blocks: [{ kind: 'paragraph' }, { kind: 'paragraph' }] }],
      [{ kind: 'quote', blocks: [{ kind: 'paragraph' }] }],
    ]);
  });

  it('leaves no heading at the end of a page', () => {
    expect(pages('一つ目です。\n\n## 題\n\n二つ目です。', 8)).toEqual(['一つ目です。', '題二つ目です。']);
    expect(pages('## とても長い題\n\n二つ目です。', 7)).toEqual(['とても長い題', '二つ目です。']);
  });

  it('has no empty line where it was parted', () => {
    const [first, second] = pagesOf(blocksOf('一つ目\n二つ目'), room(3));
    expect([first, second]).toEqual([
      [{ kind: 'paragraph', children: [{ kind: 'text', text: '一つ目' }] }],
      [{ kind: 'paragraph', children: [{ kind: 'text', text: '二つ目' }] }],
    ]);
  });

  it('is measured a few times a page, not once for each sentence', () => {
    let asked = 0;
    const text = Array.from({ length: 300 }, (_, at) => `これは${at}番目の文です。`).join('');
    const all = pagesOf(blocksOf(text), (blocks) => {
      asked += 1;
      return lettersOf(blocks).length <= 300;
    });
    expect(all.length).toBeGreaterThan(10);
    expect(asked).toBeLessThan(10 * all.length + 2);
  });
});

describe('any text', () => {
  const word = fc.constantFrom(
    '窓口で',
    '午前8時30分から',
    '9月29日（金）まで',
    '0120-95-0178',
    'あと2日',
    '5,000円相当',
    'です。',
    'ください。',
    '、',
    '\n',
    '「はい。」',
    '**太字。次**',
    '{漢字|かんじ}',
    '{{now}}',
    'Opens at 8:30 a.m. ',
    'Then go. ',
  );
  const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(''));
  const block = fc.oneof(
    line,
    line.map((text) => `## ${text.replaceAll('\n', '')}`),
    fc
      .array(line, { minLength: 1, maxLength: 4 })
      .map((items) =>
        items.map((item, at) => `${at + 1}. ${item.replaceAll('\n', '')}\n   - ${item.replaceAll('\n', '')}`).join('\n'),
      ),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((rows) => rows.map((row) => `> ${row.replaceAll('\n', '')}`).join('\n>\n')),
  );
  const text = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join('\n\n'));

  const leaves = (blocks: readonly Block<string>[]): readonly Inline<string>[] => inlinesIn(blocks);
  const special = (blocks: readonly Block<string>[]) => leaves(blocks).filter(({ kind }) => kind === 'ruby' || kind === 'live');

  it('loses nothing, keeps its order, and never splits furigana or a live value', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (source, letters) => {
        const blocks = blocksOf(source);
        const all = pagesOf(blocks, room(letters));
        expect(all.map(lettersOf).join('')).toBe(lettersOf(blocks));
        expect(all.flatMap(special)).toEqual(special(blocks));
        expect(all.every((page) => page.length > 0)).toBe(blocks.length > 0);
      }),
      { numRuns: 200 },
    );
  });

  it('is never parted within a date, a time, a number, a telephone number or a word', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 40 }), (source, letters) => {
        const blocks = blocksOf(source.replaceAll('\n', ''));
        const whole = unbreakable(lettersOf(blocks));
        let at = 0;
        for (const page of pagesOf(blocks, room(letters)).slice(0, -1)) {
          at += lettersOf(page).length;
          expect([source, whole.filter(({ from, until }) => from < at && at < until)]).toEqual([source, []]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('fits on every page, but for what can’t be parted', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 30, max: 120 }), (source, letters) => {
        for (const page of pagesOf(blocksOf(source), room(letters))) {
          const isSmall = room(letters)(page);
          if (!isSmall) expect(pagesOf(page, room(letters))).toHaveLength(1);
        }
      }),
      { numRuns: 200 },
    );
  });
});
