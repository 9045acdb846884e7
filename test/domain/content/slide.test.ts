import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checklistItems } from '../../../renderer/domain/content/checklist';
import { parseMarkdown } from '../../../renderer/domain/content/markdown';
import { characterCount, dwellMs, inlineText } from '../../../renderer/domain/content/reading';
import { cardSections } from '../../../renderer/domain/content/sections';
import { parseSlide } from '../../../renderer/domain/content/slide';
import { problemText } from '../../../renderer/domain/result';
import { processorMs } from '../../fixtures/processor-time';

const FILE = 'slides/20-hours.md';
const told = (text: string) => parseSlide(text, FILE).problems.map(problemText);
const blocksOf = (text: string) => parseMarkdown(text).blocks;

describe('a slide', () => {
  it('is read with all its settings', () => {
    const { value, problems } = parseSlide(
      `---
layout: checklist
title: お申し込みに必要なもの
seconds: 15
show:
  from: 2023-09-01
  until: 2023-09-30
  days: 月-金
  time: opens..closes-60m
  when: [open, paused]
priority: normal
link: https://example.com/a?b=1
---
1. マイナンバーカード
2. カードの{暗証番号|あんしょうばんごう}（数字4桁）
`,
      'slides/30-what-to-bring.md',
    );
    expect(problems).toEqual([]);
    expect(value).toMatchObject({
      id: '30-what-to-bring',
      layout: 'checklist',
      title: 'お申し込みに必要なもの',
      seconds: 15,
      show: {
        from: '2023-09-01',
        until: '2023-09-30',
        days: [{ kind: 'weekdays', days: [1, 2, 3, 4, 5] }],
        time: { from: { kind: 'opens', offsetMs: 0 }, until: { kind: 'closes', offsetMs: -3_600_000 } },
        when: ['open', 'paused'],
      },
      link: 'https://example.com/a?b=1',
    });
  });

  it('may do without settings, with a byte order mark and Windows line ends', () => {
    const { value, problems } = parseSlide('\uFEFF# お知らせ\r\n\r\n本文です。\r\n', FILE);
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ layout: 'notice', title: 'お知らせ' });
  });

  it('needs no text where the data says it all', () => {
    expect(parseSlide('---\nlayout: hours\n---\n', FILE).value).toMatchObject({ layout: 'hours', title: '', blocks: [] });
  });

  it.each([
    ['---\nlayout: hours\nseconds: 十五\n---\n', '3行目: seconds は 3〜600 の数字です（"十五" とあります）'],
    [
      '---\nlayout: cheklist\ntitle: 題\n---\n',
      '2行目: layout は notice・checklist・hours・countdown・tickets・cards・contact のどれかです（"cheklist" とあります）。checklist の間違いではありませんか',
    ],
    ['---\ntitle: 題\n\tseconds: 5\n---\n', '3行目: 行の頭にタブがあります。半角の空白で字下げしてください'],
    ['---\ntitle: 題\n本文\n', '1行目: 初めの --- に対する終わりの --- がありません'],
    ['', '1行目: 題も本文もありません。title か本文を書いてください'],
    ['---\ntitle: 題\n---\n\0\0', '文字ではないデータが入っています。文章をメモ帳に貼り付けて、保存し直してください'],
    [`---\ntitle: 題\n---\n${'あ'.repeat(5_000)}`, '4行目: 文章が長すぎます（5001字）。4000字までに分けてください'],
    [
      `---\ntitle: 題\n---\n${'あ'.repeat(200)}`,
      '4行目: 201字あり、30秒では読み切れません（108字までが目安）。画面に入り切らなければ、文の切れ目で次のページに続けます',
    ],
    ['---\ntitle: 題\nshow: { from: 2023-02-30 }\n---\nあ', '3行目: from は カレンダーにある日付です（"2023-02-30" とあります）'],
    [
      '---\ntitle: 題\nshow: { time: 12:00..9:00 }\n---\nあ',
      '3行目: time は 始まりより終わりが後の時間です（"12:00..9:00" とあります）',
    ],
    [
      '---\ntitle: 題\nshow: { when: [opne] }\n---\nあ',
      '3行目: when は before（受付前）・open（受付中）・paused（休止）・receptionClosed（締め切り）・after（受付後）・closed（お休み）・ended（終了）を並べたものです（"opne" とあります）。open の間違いではありませんか',
    ],
    [
      '---\ntitle: 題\nlink: javascript:alert(1)\n---\nあ',
      '3行目: link は https:// で始まる300字までのアドレスです（"javascript:alert(1)" とあります）',
    ],
    [
      '---\ntitle: 題\n---\nあ\n\nい {{clozes}} う',
      '6行目: 「clozes」という値はありません（now+60m・opens・closes-60m・next opening・days left: 名前 が使えます）',
    ],
    ['---\ntitle: 題\nuntil: 2023-09-30\n---\nあ', '3行目: until は show: の中に、字下げして書いてください'],
    [
      '---\ntitel: 題\n---\nあ',
      '2行目: 「titel」という項目はありません（title の間違いではありませんか）。書いてあることは効きません',
    ],
  ])('%j is answered with file, line, what was found and what is wanted', (text, message) => {
    expect(told(text)).toContain(/^\d+行目/.test(message) ? `${FILE} ${message}` : `${FILE}: ${message}`);
  });

  it('stays by default as long as it takes to read, within bounds', () => {
    const dwell = (text: string) => {
      const { value } = parseSlide(`---\ntitle: 題\n---\n${text}`, FILE);
      return value && dwellMs(value);
    };
    expect(dwell('あ')).toBe(8_000);
    expect(dwell('あ'.repeat(39))).toBe(13_000);
    expect(dwell('あ'.repeat(250))).toBe(30_000);
  });

  it('counts what can be seen: no furigana, no markup', () => {
    const { value } = parseSlide('---\ntitle: 題名\n---\n**カード**の{暗証番号|あんしょうばんごう}\n', FILE);
    expect(value && characterCount(value)).toBe(2 + 3 + 1 + 4);
    expect(characterCount({ title: '{今日|きょう}', blocks: [] })).toBe(2);
  });

  it('survives any text, in bounded time', () => {
    const word = fc.constantFrom(
      '---',
      '\n',
      'title: ',
      '{{',
      '}}',
      'now+60m',
      '{',
      '|',
      '}',
      '**',
      '> ',
      '- ',
      '1. ',
      '# ',
      '`',
      '<b>',
      '](',
      '![',
      '\t',
      'あ',
      '|a|\n|-|\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(word, { maxLength: 200 }).map((words) => words.join('')),
        ),
        (text) => {
          const first = parseSlide(text, FILE);
          expect(first.value === null ? first.problems.length : 1).toBeGreaterThan(0);
          expect(parseSlide(text, FILE)).toEqual(first);
        },
      ),
      { numRuns: 500 },
    );
    for (const nasty of [
      '> '.repeat(10_000),
      '['.repeat(5_000),
      '*'.repeat(5_000),
      `${'- '.repeat(3_000)}a`,
      '{{'.repeat(2_000),
      '(~'.repeat(2_500),
    ]) {
      expect(processorMs(() => parseSlide(`---\ntitle: 題\n---\n${nasty}`, FILE))).toBeLessThan(2_000);
    }
  });
});

describe('the text of a slide', () => {
  it('knows ruby and live values', () => {
    expect(blocksOf('{暗証番号|あんしょうばんごう}は {{closes-60m}} まで')).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'ruby', base: '暗証番号', reading: 'あんしょうばんごう' },
          { kind: 'text', text: 'は ' },
          { kind: 'live', value: { kind: 'closes', offsetMs: -3_600_000 } },
          { kind: 'text', text: ' まで' },
        ],
      },
    ]);
  });

  it('shows raw HTML as text, and of links only the words', () => {
    const text = blocksOf('<img src=x onerror=alert(1)>\n\n[ここ](javascript:alert(1)) と <b>太字</b>').map((block) =>
      block.kind === 'paragraph' ? inlineText(block.children) : block.kind,
    );
    expect(text).toEqual(['<img src=x onerror=alert(1)>', 'ここ と <b>太字</b>']);
  });

  it('prints brackets and ranges as Japanese does, and leaves Latin ones alone', () => {
    const text = (source: string) =>
      blocksOf(source).map((block) => (block.kind === 'paragraph' ? inlineText(block.children) : ''));
    expect(text('9月29日(金)の8:30~17:00')).toEqual(['9月29日（金）の8:30〜17:00']);
    expect(text('ID (free) here')).toEqual(['ID (free) here']);
  });

  it('makes a checklist of its list: number, thing, note, and whom it concerns', () => {
    const items = checklistItems(blocksOf('1. カード\n2. 口座情報（該当する方のみ）\n   登録する場合\n'));
    expect(items).toEqual([
      { number: 1, thing: [{ kind: 'text', text: 'カード' }], note: [], conditional: false },
      {
        number: 2,
        thing: [{ kind: 'text', text: '口座情報' }],
        note: [{ kind: 'text', text: '登録する場合' }],
        conditional: true,
      },
    ]);
  });

  it('makes a card of each section', () => {
    const { cards, rest } = cardSections(blocksOf('はじめに\n\n## 一\n\nあ\n\n## 二\n\nい\n\nう\n'));
    expect(rest).toHaveLength(1);
    expect(cards.map(({ heading, blocks }) => [inlineText(heading), blocks.length])).toEqual([
      ['一', 1],
      ['二', 2],
    ]);
  });
});
