import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTicketFeed } from '../../renderer/domain/ticket-feed';
import { at } from '../fixtures/folder';

const NOW = at('2023-09-28T15:24:20+09:00');
const read = (text: string) => parseTicketFeed(text, { csv: true, fields: null, zone: 'Asia/Tokyo' }, NOW);

describe('a table of a ticket machine', () => {
  it('is read with Japanese column names', () => {
    const text =
      '\uFEFF番号,窓口,呼出時刻,待ち人数,待ち時間,更新日時,状態,備考\r\n42,1,15:23:58,12人,50〜70,2023/9/28 15:24:10,休止中,点検\r\n"４３","2",2023-09-28 15:20,,,,,\r\n';
    expect(read(text)).toEqual({
      reading: {
        issuedAt: at('2023-09-28T15:24:10+09:00'),
        calling: [
          { label: '42', counter: '1', calledAt: at('2023-09-28T15:23:58+09:00') },
          { label: '43', counter: '2', calledAt: at('2023-09-28T15:20:00+09:00') },
        ],
        absent: [],
        waiting: { count: 12, minutes: [50, 70] },
        desk: { status: 'paused', note: '点検' },
      },
      leftOut: [],
    });
  });

  it('stands in the guide, and is read', () => {
    const guide = readFileSync(join(__dirname, '..', '..', 'assets', 'sample', 'はじめに.md'), 'utf8');
    const table = /```csv\n([^`]*)```/.exec(guide)?.[1] ?? '';
    expect(read(table)).toMatchObject({
      reading: {
        issuedAt: at('2023-09-28T15:24:10+09:00'),
        calling: [
          { label: '42', counter: '1', calledAt: at('2023-09-28T15:23:58+09:00') },
          { label: '43', counter: '2', calledAt: at('2023-09-28T15:20:11+09:00') },
        ],
        waiting: { count: 12, minutes: [50, 70] },
        desk: { status: 'open', note: null },
      },
      leftOut: [],
    });
  });

  it('is read with English column names, tabs, and columns that nobody knows', () => {
    expect(read('Ticket\tShop\tCounter\nC-45\t"a ""b""\tc"\t3\n')).toMatchObject({
      reading: { calling: [{ label: 'C-45', counter: '3', calledAt: null }], waiting: null, issuedAt: null, desk: null },
    });
  });

  it('may have nobody called, and people waiting all the same', () => {
    expect(read('番号,待ち人数\n,3\n')).toMatchObject({ reading: { calling: [], waiting: { count: 3, minutes: null } } });
    expect(read('番号\n')).toMatchObject({ reading: { calling: [], waiting: null } });
  });

  it('without a column for the number is no reading', () => {
    expect(read('12,1\n13,2\n')).toEqual({ trouble: '番号の表（CSV）の1行目に「番号」という見出しがありません' });
  });

  it('whose time of issue can’t be read is no reading', () => {
    expect(read('番号,更新日時\n42,きのう\n')).toMatchObject({ trouble: expect.stringContaining('issuedAt') });
    expect(read('番号,更新日時\n42,\n')).toMatchObject({ reading: { issuedAt: null } });
  });

  it('survives anything', () => {
    const signs = fc.constantFrom('"', ',', '\n', '\r', '\t', ' ', '7', '番号', '😀', '\u0000', '\ud800');
    fc.assert(fc.property(fc.array(signs), (text) => void read(`番号,窓口\n${text.join('')}`)));
  });

  it.each([
    ['quotes', `番号\n${'"'.repeat(1_000_000)}`],
    ['quotes within a cell', `番号\n${'a"'.repeat(500_000)}`],
    ['columns', `番号${','.repeat(1_000_000)}\n`],
    ['lines', `番号${'\n7'.repeat(500_000)}`],
  ])('takes no time for a million %s', (_, text) => {
    const before = process.cpuUsage().user;
    expect('reading' in read(text)).toBe(true);
    expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(1_500);
  });
});
