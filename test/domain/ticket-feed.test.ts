import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTicketFeed } from '../../renderer/domain/ticket-feed';
import { at } from '../fixtures/folder';

const NOW = at('2023-09-28T15:24:20+09:00');
const read = (text: string) => parseTicketFeed(text, { csv: false, fields: null, zone: 'Asia/Tokyo' }, NOW);
const parse = (value: unknown) => read(JSON.stringify(value));
const labels = (...given: unknown[]) => {
  const result = parse({ calling: given.map((label) => ({ label })) });
  return 'reading' in result ? result.reading.calling.map(({ label }) => label) : result.trouble;
};

describe('a feed', () => {
  it('is read in the shape of the specification', () => {
    expect(
      parse({
        issuedAt: '2023-09-28T15:24:10+09:00',
        calling: [{ label: '42', counter: '1', calledAt: '2023-09-28T15:23:58+09:00' }],
        absent: ['37'],
        waiting: { count: 12, minutes: [50, 70] },
        desk: { status: 'open', note: null },
      }),
    ).toEqual({
      reading: {
        issuedAt: Date.parse('2023-09-28T15:24:10+09:00'),
        calling: [{ label: '42', counter: '1', calledAt: Date.parse('2023-09-28T15:23:58+09:00') }],
        absent: ['37'],
        waiting: { count: 12, minutes: [50, 70] },
        desk: { status: 'open', note: null },
      },
      leftOut: [],
    });
  });

  it('keeps labels as printed, folds full-width signs, drops what can’t be seen', () => {
    expect(labels('２３番', ' 023 ', 'C-45', 7, 'Ａ１２', '1\u202e2\u200b3')).toEqual(['23', '023', 'C-45', '7', 'A12', '123']);
  });

  it('takes markup for the text it is, and nothing that turns or hides the rest of the line', () => {
    expect(labels('<b>1</b>', '\u2066\u202e12\u2069', '\ufeff\u00ad7\u200d', '\u0000\u0007', '\ud800', '\ue000')).toEqual([
      '<b>1</b>',
      '12',
      '7',
    ]);
  });

  it('leaves out a call that is none, and keeps the others', () => {
    expect(labels('', null, { a: 1 }, 'x'.repeat(1_000_000), '8')).toEqual(['8']);
  });

  it('that lists all calls of the day gives the newest, wherever they stand in the list', () => {
    const calling = Array.from({ length: 60 }, (_, index) => ({
      label: `${index + 1}`,
      calledAt: new Date(NOW - (60 - index) * 60_000).toISOString(),
    }));
    const given = (list: readonly unknown[]) => {
      const result = parse({ calling: list });
      return 'reading' in result ? result.reading.calling.map(({ label }) => label) : result.trouble;
    };
    const newest = Array.from({ length: 20 }, (_, index) => `${index + 41}`);
    expect(given(calling)).toEqual(newest);
    expect(given([...calling].reverse())).toEqual([...newest].reverse());
  });

  it('infers nothing', () => {
    expect(parse({ calling: [] })).toEqual({
      reading: { issuedAt: null, calling: [], absent: [], waiting: null, desk: null },
      leftOut: [],
    });
    expect(parse({ calling: [], waiting: { count: -1, minutes: [70, 50] }, desk: { status: 'asleep' } })).toMatchObject({
      reading: { waiting: null, desk: null },
    });
    expect(parse({ calling: [], waiting: { count: 1.5 } })).toMatchObject({ reading: { waiting: null } });
    expect(parse({ issuedAt: '', calling: [] })).toMatchObject({ reading: { issuedAt: null } });
  });

  it.each(['2023-09-28 15:24', '28.9.2023', 'yesterday', 1_695_882_240_000, true, {}])(
    'that says it was issued at %j is none: nobody could tell yesterday’s from today’s',
    (issuedAt) => {
      expect(parse({ issuedAt, calling: [{ label: '5' }] })).toEqual({
        trouble: '番号のデータの発行時刻（issuedAt）が、日付と時刻として読めません',
      });
    },
  );

  it.each([
    ['', '番号のデータが空です'],
    ['<!doctype html>', '番号のデータではなく Web ページ（HTML）が返ってきました'],
    ['{"calling":[{"la', '番号のデータが途中で切れているか、JSON ではありません'],
    ['{"queue":1}', '番号のデータに calling（呼び出し中の番号の並び）がありません'],
    ['null', '番号のデータに calling（呼び出し中の番号の並び）がありません'],
    ['[]', '番号のデータに calling（呼び出し中の番号の並び）がありません'],
  ])('%j is no reading, and the reason is said', (text, trouble) => {
    expect(read(text)).toEqual({ trouble });
  });

  it('is not harmed by names that mean something to the machine', () => {
    const result = read(
      '{"__proto__":{"polluted":1},"constructor":{"x":1},"calling":[{"label":"5","__proto__":{"counter":"9"}}]}',
    );
    expect(result).toMatchObject({ reading: { calling: [{ label: '5', counter: null }] } });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('survives anything', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (text) => void read(text)));
    fc.assert(
      fc.property(fc.object(), (value) => {
        parse({ calling: [value], waiting: value, desk: value, absent: value });
      }),
    );
  }, 30_000);
});
