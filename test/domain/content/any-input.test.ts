import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePaintReport, parseStaffState } from '../../../renderer/domain/bridge';
import { parseEmergency } from '../../../renderer/domain/content/emergency';
import { isContentName, nameFault, printableName } from '../../../renderer/domain/content/file-names';
import { emptyFolder, readFolder } from '../../../renderer/domain/content/folder';
import type { FolderFile } from '../../../renderer/domain/content/folder-file';
import { parseHolidaysCsv } from '../../../renderer/domain/content/holidays-csv';
import { parseSignage } from '../../../renderer/domain/content/signage';
import { parseSlide, parseTranslation } from '../../../renderer/domain/content/slide';
import { player } from '../../../renderer/domain/player';
import { INITIAL_PLAYER } from '../../../renderer/domain/player-state';
import { problemText } from '../../../renderer/domain/result';
import { sceneAt } from '../../../renderer/domain/scene-at';
import { parseTicketFeed } from '../../../renderer/domain/ticket-feed';
import { at, SIGNAGE, snapshotOf } from '../../fixtures/folder';
import { processorMs } from '../../fixtures/processor-time';
import { ZOO } from '../../fixtures/zoo';

const NOW = at('2023-09-28T15:24:00+09:00');
/** On a busy machine; a parser that goes on for ever takes minutes. */
const LONGEST_MS = 3_000;
const FORM = { fields: null, zone: 'Asia/Tokyo' };

/** Every parser of texts; none may throw, and what it returns must be plain data. */
const PARSERS: Readonly<Record<string, (text: string) => unknown>> = {
  'signage.yaml': (text) => parseSignage(text),
  'a slide': (text) => parseSlide(text, 'slides/a.md'),
  'a translation': (text) => parseTranslation(text, 'slides/a.en.md'),
  'an emergency': (text) => parseEmergency(text, 'emergency.md'),
  'holidays.csv': (text) => parseHolidaysCsv(text),
  'a ticket feed': (text) => parseTicketFeed(text, { ...FORM, csv: false }, NOW),
  'a ticket table': (text) => parseTicketFeed(text, { ...FORM, csv: true }, NOW),
};

const piece = fc.constantFrom(
  ...[
    '---\n',
    '\n',
    ' ',
    '\t',
    '\u3000',
    'title: ',
    'show: ',
    'desk:\n',
    'hours:\n',
    '- ',
    '{ ',
    ' }',
    '[',
    ']',
    ', ',
    ': ',
    '：',
    '、',
  ],
  ...[
    '"',
    "'",
    '#',
    '&a ',
    '*a',
    '!!',
    '|',
    '>',
    '%',
    '`',
    '<b>',
    '](',
    '![',
    '{{',
    '}}',
    '｛',
    '**',
    '１',
    '令和5年',
    '2023-02-30',
  ],
  ...[
    '月-金',
    '8:30-17:00',
    '9月29日(',
    '__proto__',
    'constructor',
    '\0',
    '\u202e',
    '\ud83d',
    '😀',
    'あ',
    'a',
    '{"calling":',
    'null',
    '1e999',
  ],
);
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join('')),
  fc.tuple(piece, piece, fc.integer({ min: 1, max: 3_000 })).map(([a, b, times]) => (a + b).repeat(times)),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom(...Object.values(ZOO)),
);

function within<T>(work: () => T): T | undefined {
  let result: T | undefined;
  const busyMs = processorMs(() => {
    result = work();
  });
  expect(busyMs).toBeLessThan(LONGEST_MS);
  return result;
}

describe('any input', () => {
  it.each(Object.entries(PARSERS))(
    'is taken by the parser of %s, in bounded time',
    (_, parse) => {
      fc.assert(
        fc.property(anyText, (text) => {
          expect(JSON.parse(JSON.stringify(within(() => parse(text))))).toBeTypeOf('object');
        }),
        { numRuns: 40 },
      );
    },
    60_000,
  );

  it('as a file of the folder is told by its name, or drawn as text; the others stay what they were', () => {
    const path = fc.constantFrom(
      'slides/20-b.md',
      'slides/20-b.en.md',
      'emergency.md',
      'emergency/1.md',
      'holidays.csv',
      'slides/__proto__.md',
    );
    const good = [
      { path: 'signage.yaml', text: SIGNAGE, fault: null },
      { path: 'slides/10-a.md', text: '# よい\n\n本文', fault: null },
    ];
    const holds = (files: readonly FolderFile[]) => {
      const before = readFolder(emptyFolder, good);
      const { content, problems } = readFolder(before, [...good, ...files]);
      expect(content.signage).toEqual(before.content.signage);
      expect(content.slides.find(({ id }) => id === '10-a')).toEqual(before.content.slides[0]);
      for (const problem of problems) expect(problemText(problem)).toMatch(/^[^\p{Cc}\p{Cs}]+: [^\p{Cc}\p{Cs}]+$/u);
      const { state } = player(INITIAL_PLAYER, { kind: 'snapshot', snapshot: snapshotOf(content) }, NOW);
      expect(JSON.parse(JSON.stringify(sceneAt(state, NOW)))).toBeTypeOf('object');
    };
    const file = (path: string, text: string): FolderFile => ({ path, text, fault: null });
    for (const text of Object.values(ZOO)) within(() => holds([file('slides/20-b.md', text), file('emergency/1.md', text)]));
    fc.assert(
      fc.property(fc.uniqueArray(path), anyText, (paths, text) => holds(paths.map((one) => file(one, text)))),
      { numRuns: 40 },
    );
    expect(Object.hasOwn(Object.prototype, 'title')).toBe(false);
  }, 60_000);

  it('as a name is a name or is refused, and can be printed on one line', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), anyText), (name) => {
        const printed = printableName(name);
        expect(printed).not.toMatch(/[\n\r\u202e]/);
        if (isContentName(name)) expect([nameFault(name), /[/\\\n]/.test(name)]).toEqual([null, false]);
      }),
      { numRuns: 200 },
    );
  });

  it('from the page is understood or dropped', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const parse of [parseStaffState, parsePaintReport]) {
          const parsed = parse(value);
          if (parsed !== null) expect(parse(parsed)).toEqual(parsed);
        }
      }),
      { numRuns: 300 },
    );
  });
});
