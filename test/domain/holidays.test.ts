import { afterEach, describe, expect, it } from 'vitest';
import { holidayName, holidaysEnd } from '../../renderer/domain/holidays';

const suiteZone = process.env.TZ;
afterEach(() => {
  process.env.TZ = suiteZone;
});

describe('the built-in table of public holidays', () => {
  it.each([
    ['2023-01-01', '元日'],
    ['2023-01-02', '元日 振替休日'],
    ['2023-09-18', '敬老の日'],
    ['2023-09-23', '秋分の日'],
    ['2019-05-01', '休日（祝日扱い）'],
    ['2020-07-24', 'スポーツの日'],
    ['2021-08-09', '山の日 振替休日'],
    ['2026-09-22', '休日'],
    ['2050-11-23', '勤労感謝の日'],
  ])('calls %s %s', (date, name) => {
    expect(holidayName(date, null)).toBe(name);
  });

  it.each([
    ['the day before a holiday', '2023-09-17'],
    ['the day after a holiday', '2023-09-19'],
    ['the Monday after a holiday on a Saturday', '2023-09-25'],
    ['the year end, which is no public holiday', '2022-12-29'],
    ['the first days of the year, which are none', '2023-01-03'],
    ['the old date of a holiday that was moved for the games', '2020-10-12'],
    ['a date after the table', '2051-01-01'],
    ['no date at all', 'toString'],
  ])('does not count %s', (_, date) => {
    expect(holidayName(date, null)).toBeNull();
  });

  it('is the same on any machine', () => {
    for (const host of ['UTC', 'Asia/Tokyo', 'Pacific/Apia', 'America/St_Johns']) {
      process.env.TZ = host;
      expect(['2023-09-17', '2023-09-18', '2023-09-19'].map((date) => holidayName(date, null))).toEqual([null, '敬老の日', null]);
    }
  });

  it('speaks for the years to 2050', () => {
    expect(holidaysEnd(null)).toBe('2050-12-31');
  });
});

describe('a table of the folder', () => {
  const table = { '2023-09-18': '敬老の日', '2024-01-01': '元日' };

  it('replaces the built-in one whole', () => {
    expect(holidayName('2023-09-18', table)).toBe('敬老の日');
    expect(holidayName('2023-09-23', table)).toBeNull();
  });

  it('speaks to the end of its last year, in whatever order its days stand', () => {
    expect(holidaysEnd({ '2024-01-01': '元日', '2023-09-18': '敬老の日' })).toBe('2024-12-31');
    expect(holidaysEnd({})).toBe('0000-01-01');
  });
});
