import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../renderer/domain/content/block';
import { checklistItems } from '../../../renderer/domain/content/checklist';
import type { LiveExpression } from '../../../renderer/domain/content/content';
import { parseMarkdown } from '../../../renderer/domain/content/markdown';
import { inlineText } from '../../../renderer/domain/content/reading';
import { cardSections } from '../../../renderer/domain/content/sections';
import { parseSlide } from '../../../renderer/domain/content/slide';
import { processorMs } from '../../fixtures/processor-time';

const blocksOf = (text: string) => parseMarkdown(text).blocks;
const textOf = (text: string) =>
  blocksOf(text).map((block) => ('children' in block ? inlineText(block.children) : 'text' in block ? block.text : block.kind));
const cell = (text: string): readonly Inline<LiveExpression>[] => [{ kind: 'text', text }];

describe('Markdown as staff write it', () => {
  it('takes a tilde for a range, never for a stroke through the words', () => {
    expect(textOf('9:30~20:00、土日 9:30~17:30')).toEqual(['9:30〜20:00、土日 9:30〜17:30']);
    expect(textOf('月~金 ~~中止~~ のお知らせ')).toEqual(['月〜金 ~~中止~~ のお知らせ']);
    expect(textOf('8:30\\~17:00')).toEqual(['8:30〜17:00']);
  });

  it('keeps a note that looks like the definition of a link', () => {
    expect(textOf('[注]: 本文\n')).toEqual(['[注]: 本文']);
    expect(textOf('本文です。\n\n[※1]: 土日を除く\n')).toEqual(['本文です。', '[※1]: 土日を除く']);
    expect(textOf('[市の案内][1]へ\n\n[1]: https://example.com/a\n')).toEqual(['市の案内へ']);
  });

  it('knows furigana in the cells of a table', () => {
    const ruby = { kind: 'ruby', base: '漢字', reading: 'かんじ' };
    expect(blocksOf('| {漢字|かんじ} | 二 |\n|---|---|\n| 三 | {漢字|かんじ}です |\n\n後の文')).toEqual([
      { kind: 'table', head: [[ruby], cell('二')], rows: [[cell('三'), [ruby, ...cell('です')]]] },
      { kind: 'paragraph', children: cell('後の文') },
    ]);
  });

  it('reads character references, but not in code', () => {
    expect(textOf('A &amp; B &lt;b&gt; &#9312; &copy `&amp;`')).toEqual(['A & B <b> ① &copy &amp;']);
    expect(textOf('# 生活 &amp; 福祉')).toEqual(['生活 & 福祉']);
    expect(textOf('&#38;amp;')).toEqual(['&amp;']);
    expect(textOf('    a &amp; b')).toEqual(['a &amp; b']);
  });

  it('sets bold what stands in signs of bold, though Japanese has no spaces beside them', () => {
    const strong = (text: string) => ({ kind: 'strong', children: cell(text) });
    const line = (text: string) => blocksOf(text).flatMap((block) => (block.kind === 'paragraph' ? block.children : []));
    expect(line('**注意。**次の')).toEqual([strong('注意。'), ...cell('次の')]);
    expect(line('次の**「注意」**を')).toEqual([...cell('次の'), strong('「注意」'), ...cell('を')]);
    expect(line('**午前**と**午後**')).toEqual([strong('午前'), ...cell('と'), strong('午後')]);
    expect(line('2 ** 3 ** 4と、a**(b)**c')).toEqual(cell('2 ** 3 ** 4と、a**(b)**c'));
  });

  it('leaves furigana and live values alone that are written to be read as they are', () => {
    expect(textOf('\\{漢字|かんじ\\} と \\{\\{now\\}\\}')).toEqual(['{漢字|かんじ} と {{now}}']);
  });

  it('shows the things of a list with boxes, without the boxes', () => {
    expect(checklistItems(blocksOf('- [ ] カード\n- [x] 通帳\n')).map(({ thing }) => inlineText(thing))).toEqual([
      'カード',
      '通帳',
    ]);
  });

  it('refuses what is nested deeper than any slide, and says so', () => {
    const refused = { blocks: [], problems: [{ line: null, message: '引用や箇条書きの入れ子が深すぎます' }] };
    for (const mark of ['1. ', '> ', '- ', '1) ', '> 1. ', '* > ', '12. - '])
      expect([mark, parseMarkdown(`${mark.repeat(1_500)}a`)]).toEqual([mark, refused]);
    expect(parseMarkdown('> '.repeat(10_000))).toEqual(refused);
    const stairs = Array.from({ length: 60 }, (_, step) => `${'\t'.repeat(step)}- a`).join('\n');
    expect(parseMarkdown(stairs)).toEqual(refused);
    expect(parseMarkdown('1. 1. - > あ').problems).toEqual([]);
  });
});

describe('a checklist', () => {
  const [item] = checklistItems(blocksOf('- 口座（**該当する方のみ**）\n  - 通帳\n  - **印鑑**\n\n  > 窓口でも\n'));

  it('finds 該当する方のみ in bold letters too', () => {
    expect(item && [inlineText(item.thing), item.conditional]).toEqual(['口座', true]);
  });

  it('loses nothing that stands below an item', () => {
    expect(item?.note).toEqual([
      { kind: 'text', text: '・' },
      { kind: 'text', text: '通帳' },
      { kind: 'break' },
      { kind: 'text', text: '・' },
      { kind: 'strong', children: [{ kind: 'text', text: '印鑑' }] },
      { kind: 'break' },
      { kind: 'text', text: '窓口でも' },
    ]);
  });
});

describe('cards', () => {
  const source = '## 一\n\nあ\n\n### 小見出し\n\nい\n\n## 二\n\nう\n';

  it('are made of ## sections; a heading below stays in its card', () => {
    expect(cardSections(blocksOf(source)).cards.map(({ heading, blocks }) => [inlineText(heading), blocks.length])).toEqual([
      ['一', 3],
      ['二', 1],
    ]);
  });

  it('keep their first heading when the slide has a # title, or one in its settings', () => {
    const { value } = parseSlide(`---\nlayout: cards\n---\n# 題\n\n${source}`, 'slides/10-a.md');
    expect(value?.title).toBe('題');
    expect(cardSections(value?.blocks ?? []).cards).toHaveLength(2);
  });
});

describe('a title', () => {
  it('may not hold a live value, which a title can’t show', () => {
    for (const text of ['# いま {{now}}\n\nあ', '---\ntitle: いま {{now}}\n---\nあ']) {
      const { value, problems } = parseSlide(text, 'slides/10-a.md');
      expect(value).toBeNull();
      expect(problems.map(({ message }) => message)).toEqual(['題の中の {{…}} は使えません。本文に書いてください']);
    }
  });

  it('is asked for where only the text stands', () => {
    expect(parseSlide('本文だけです。', 'slides/10-a.md').problems.map(({ message }) => message)).toEqual([
      '題がありません。title: か、# で始まる見出しを書いてください',
    ]);
  });
});

describe('any text at all', () => {
  const mark = fc.constantFrom(
    ...[
      '1. ',
      '- ',
      '> ',
      '\t',
      '    ',
      '\n',
      '\n\n',
      '~',
      '~~',
      '|',
      '|-|-|\n',
      '{',
      '}',
      '{{',
      '}}',
      '[',
      ']',
      '](',
      ']: ',
      '![',
    ],
    ...[
      '*',
      '**',
      '_',
      '`',
      '```\n',
      '<',
      '<b>',
      '<!--',
      '&amp;',
      '&',
      '# ',
      '---\n',
      '===\n',
      '\\',
      '(',
      ')',
      'あ',
      '8:30',
      '｜',
      ':',
    ],
  );
  const anyText = fc.oneof(
    fc.array(mark, { maxLength: 300 }).map((marks) => marks.join('')),
    fc.tuple(mark, mark, fc.integer({ min: 1, max: 1_000 })).map(([a, b, times]) => (a + b).repeat(times)),
    fc.string({ unit: 'binary', maxLength: 400 }),
  );

  /** Every stretch of letters of the source that no mark can swallow. */
  const words = (blocks: readonly Block<LiveExpression>[]) => JSON.stringify(blocks);

  it('neither crashes the parser nor keeps it busy', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const busyMs = processorMs(() => {
          const { blocks } = parseMarkdown(text.slice(0, 6_000));
          checklistItems(blocks);
          cardSections(blocks);
        });
        expect(busyMs).toBeLessThan(2_000);
      }),
      { numRuns: 1_000 },
    );
  });

  it('loses no word between two marks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('~', '~~', ' ', '\n\n', '&amp;', '|', '（', '- '), { maxLength: 12 }), (marks) => {
        const source = marks.map((one, at) => `語${at}${one}`).join('');
        const shown = words(blocksOf(source));
        for (const at of marks.keys()) expect(shown).toContain(`語${at}`);
      }),
    );
  });
});
