import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockTime,
  daysLeftText,
  duration,
  durationForms,
  englishDate,
  englishTime,
  eraDate,
  shortDate,
  spokenTime,
  tableTime,
  weekdayName,
} from '../../renderer/domain/notation';
import { wallTimeAt } from '../../renderer/domain/time';
import { TOKYO } from '../fixtures/desk';
import { at } from '../fixtures/folder';

const SECOND = 1_000;

describe('the room that a countdown needs', () => {
  it.each([
    [8.5 * 3_600 * SECOND, ['0時間00分', '00分00秒']],
    [10 * 3_600 * SECOND, ['00時間00分', '00分00秒']],
    [9 * 3_600 * SECOND + 3_599_999, ['00時間00分', '00分00秒']],
    [3_599 * SECOND, ['00分00秒']],
    [0, ['00分00秒']],
  ])('from %i ms on is %j', (ms, forms) => {
    expect(durationForms(ms)).toEqual(forms);
  });

  it('holds every text on the way down', () => {
    const hours = (text: string) => /^(\d+)時間/.exec(text)?.[1]?.length ?? 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400_000 }), fc.integer({ min: 0, max: 86_400_000 }), (a, b) => {
        const [most = ''] = durationForms(Math.max(a, b));
        const text = duration(Math.min(a, b));
        // Of the texts without hours 59分59秒 is the widest; 1時間, rounded up from less, is narrower than that.
        expect(hours(text) <= hours(most) || text === '1時間').toBe(true);
      }),
    );
  });
});

describe('time left', () => {
  it.each([
    [30_600 * SECOND, '8時間30分'],
    [24 * 3_600 * SECOND, '24時間'],
    [9_000 * SECOND, '2時間30分'],
    [7_200_001, '2時間1分'],
    [7_200_000, '2時間'],
    [7_199_999, '2時間'],
    [7_140_000, '1時間59分'],
    [5_760_000, '1時間36分'],
    [3_660_000, '1時間1分'],
    [3_600_001, '1時間1分'],
    [3_600_000, '1時間'],
    [3_599_999, '1時間'],
    [3_599_500, '1時間'],
    [3_599_001, '1時間'],
    [3_599_000, '59分59秒'],
    [2_165_000, '36分05秒'],
    [1_800_000, '30分00秒'],
    [60_001, '1分01秒'],
    [60_000, '1分00秒'],
    [59_999, '1分00秒'],
    [59_000, '59秒'],
    [5_000, '5秒'],
    [4_001, '5秒'],
    [1_000, '1秒'],
    [500, '1秒'],
    [1, '1秒'],
    [0, '0秒'],
    [-1, '0秒'],
    [-90_000, '0秒'],
  ])('%i ms is %s', (ms, text) => {
    expect(duration(ms)).toBe(text);
  });

  it('agrees with the clock beside it: clock and whole minutes left add up to the closing', () => {
    const closing = at('2023-09-29T17:00+09:00');
    const clockMinutes = (now: number) => {
      const [hour = 0, minute = 0] = wallTimeAt(now, TOKYO).split(':').map(Number);
      return hour * 60 + minute;
    };
    fc.assert(
      fc.property(fc.integer({ min: 3_600_000, max: 8 * 3_600_000 }), (left) => {
        const [, hours = '0', , minutes = '0'] = /^(\d+)(時間)(?:(\d+)分)?$/.exec(duration(left)) ?? [];
        expect(clockMinutes(closing - left) + Number(hours) * 60 + Number(minutes)).toBe(17 * 60);
      }),
    );
  });

  it('never grows while time passes, and never says sixty', () => {
    const seconds = (text: string) => {
      const [, hours = 0, minutes = 0, rest = 0] = (/^(?:(\d+)時間)?(?:(\d+)分)?(?:(\d+)秒)?$/.exec(text) ?? []).map(Number);
      return (hours || 0) * 3_600 + (minutes || 0) * 60 + (rest || 0);
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000_000 }), fc.integer({ min: 0, max: 5_000_000 }), (left, passed) => {
        expect(seconds(duration(left + passed))).toBeGreaterThanOrEqual(seconds(duration(left)));
        expect(seconds(duration(left)) * SECOND).toBeGreaterThanOrEqual(left);
        expect(duration(left)).not.toMatch(/(^|\D)[6-9]\d[分秒]/);
      }),
    );
  });
});

describe('days left', () => {
  it.each([
    [28, 'あと28日'],
    [2, 'あと2日'],
    [1, 'あと1日'],
    [0, '本日まで'],
  ])('%i is %s', (days, text) => {
    expect(daysLeftText(days)).toBe(text);
  });
});

describe('a time of day', () => {
  it.each([
    ['00:00', '午前0時', '0:00', '0時00分', 'midnight'],
    ['00:30', '午前0時30分', '0:30', '0時30分', '12:30 a.m.'],
    ['08:30', '午前8時30分', '8:30', '8時30分', '8:30 a.m.'],
    ['09:05', '午前9時5分', '9:05', '9時05分', '9:05 a.m.'],
    ['11:00', '午前11時', '11:00', '11時00分', '11:00 a.m.'],
    ['11:59', '午前11時59分', '11:59', '11時59分', '11:59 a.m.'],
    ['12:00', '正午', '12:00', '12時00分', 'noon'],
    ['12:30', '午後0時30分', '12:30', '12時30分', '12:30 p.m.'],
    ['13:00', '午後1時', '13:00', '13時00分', '1:00 p.m.'],
    ['16:24', '午後4時24分', '16:24', '16時24分', '4:24 p.m.'],
    ['17:00', '午後5時', '17:00', '17時00分', '5:00 p.m.'],
    ['23:59', '午後11時59分', '23:59', '23時59分', '11:59 p.m.'],
    ['24:00', '24時', '24:00', '24時00分', 'midnight'],
  ])('%s is said %s, stands in a table as %s, on a clock as %s, in English as %s', (wall, spoken, table, clock, english) => {
    expect([spokenTime(wall), tableTime(wall), clockTime(wall), englishTime(wall)]).toEqual([spoken, table, clock, english]);
  });
});

describe('a date', () => {
  it.each([
    ['2023-09-28', '令和5年9月28日（木）', '9月28日（木）', 'Thu, 28 Sep'],
    ['2023-09-29', '令和5年9月29日（金）', '9月29日（金）', 'Fri, 29 Sep'],
    ['2024-02-29', '令和6年2月29日（木）', '2月29日（木）', 'Thu, 29 Feb'],
    ['2019-05-01', '令和元年5月1日（水）', '5月1日（水）', 'Wed, 1 May'],
    ['2019-12-31', '令和元年12月31日（火）', '12月31日（火）', 'Tue, 31 Dec'],
    ['2020-01-01', '令和2年1月1日（水）', '1月1日（水）', 'Wed, 1 Jan'],
    ['2019-04-30', '平成31年4月30日（火）', '4月30日（火）', 'Tue, 30 Apr'],
    ['2016-01-04', '平成28年1月4日（月）', '1月4日（月）', 'Mon, 4 Jan'],
    ['1989-01-08', '平成元年1月8日（日）', '1月8日（日）', 'Sun, 8 Jan'],
    ['1989-01-07', '昭和64年1月7日（土）', '1月7日（土）', 'Sat, 7 Jan'],
    ['2028-07-01', '令和10年7月1日（土）', '7月1日（土）', 'Sat, 1 Jul'],
  ])('%s is %s, in short %s, in English %s', (date, era, short, english) => {
    expect([eraDate(date), shortDate(date), englishDate(date)]).toEqual([era, short, english]);
  });

  it('has a weekday', () => {
    const week = ['2023-09-24', '2023-09-25', '2023-09-26', '2023-09-27', '2023-09-28', '2023-09-29', '2023-09-30'];
    expect(week.map(weekdayName).join('')).toBe('日月火水木金土');
  });
});
