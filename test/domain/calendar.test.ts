import { describe, expect, it } from 'vitest';
import { closureReason, matchesDay, spansOn } from '../../renderer/domain/calendar';
import type { DayPattern } from '../../renderer/domain/content/content';
import { addDays, weekdayOf } from '../../renderer/domain/time';
import { DESK, HOLIDAYS, nth, rule, span, WEEKEND, WORKDAYS, YEAR_END } from '../fixtures/desk';

const DAILY: DayPattern = { kind: 'daily' };
const OBON: DayPattern = { kind: 'yearly', from: '08-13', until: '08-16' };

describe('a pattern of days', () => {
  it.each<[string, DayPattern, string, boolean]>([
    ['weekdays on a Friday', WORKDAYS, '2023-09-29', true],
    ['weekdays on a Saturday', WORKDAYS, '2023-09-30', false],
    ['weekdays on a holiday', WORKDAYS, '2023-09-18', true],
    ['the weekend on a Sunday', WEEKEND, '2023-10-01', true],
    ['every day', DAILY, '2023-10-01', true],
    ['holidays on a holiday', HOLIDAYS, '2023-09-18', true],
    ['holidays on its substitute', HOLIDAYS, '2023-01-02', true],
    ['holidays at the year end', HOLIDAYS, '2022-12-30', false],
    ['2nd Saturday on the 8th, the earliest', nth(2, 6), '2023-07-08', true],
    ['2nd Saturday on the 14th, the latest', nth(2, 6), '2023-01-14', true],
    ['2nd Saturday on the 1st', nth(2, 6), '2023-07-01', false],
    ['2nd Saturday on the 7th, in the second calendar week', nth(2, 6), '2023-01-07', false],
    ['2nd Saturday on another weekday', nth(2, 6), '2023-07-09', false],
    ['4th Saturday on the 28th', nth(4, 6), '2023-01-28', true],
    ['5th Saturday', nth(5, 6), '2023-09-30', true],
    ['4th Saturday on the 5th one', nth(4, 6), '2023-09-30', false],
    ['the year end, before it', YEAR_END, '2022-12-28', false],
    ['the year end, its first day', YEAR_END, '2022-12-29', true],
    ['the year end, over midnight of the year', YEAR_END, '2023-01-01', true],
    ['the year end, its last day', YEAR_END, '2023-01-03', true],
    ['the year end, after it', YEAR_END, '2023-01-04', false],
    ['a stretch within the year, its first day', OBON, '2023-08-13', true],
    ['a stretch within the year, its last day', OBON, '2031-08-16', true],
    ['a stretch within the year, after it', OBON, '2023-08-17', false],
    ['one day of the year', { kind: 'yearly', from: '02-29', until: '02-29' }, '2024-02-29', true],
    ['dates, their last', { kind: 'dates', from: '2023-09-20', until: '2023-09-22' }, '2023-09-22', true],
    ['dates, a year later', { kind: 'dates', from: '2023-09-20', until: '2023-09-22' }, '2024-09-21', false],
  ])('%s', (_, pattern, date, matches) => {
    expect(matchesDay([pattern], date, null)).toBe(matches);
  });

  it('matches as one of a list, and an empty list matches nothing', () => {
    expect(matchesDay([HOLIDAYS, WEEKEND], '2023-09-18', null)).toBe(true);
    expect(matchesDay([], '2023-09-18', null)).toBe(false);
  });

  it('takes holidays from the table of the folder', () => {
    expect(matchesDay([HOLIDAYS], '2023-09-18', { '2023-09-19': '市民の日' })).toBe(false);
    expect(matchesDay([HOLIDAYS], '2023-09-19', { '2023-09-19': '市民の日' })).toBe(true);
  });

  it('numbers the weekdays of a month as one counts them, through eleven years', () => {
    const seen = new Map<string, number>();
    for (let date = '2020-01-01'; date <= '2030-12-31'; date = addDays(date, 1)) {
      const key = `${date.slice(0, 7)} ${weekdayOf(date)}`;
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      const numbers = ([1, 2, 3, 4, 5] as const).filter((number) => matchesDay([nth(number, weekdayOf(date))], date, null));
      expect([date, numbers]).toEqual([date, [count]]);
    }
  });

  it('finds the dates on which 2nd and 4th Saturdays meet a holiday', () => {
    const days = Array.from({ length: 4018 }, (_, day) => addDays('2020-01-01', day));
    const both = days.filter((date) => matchesDay([nth(2, 6), nth(4, 6)], date, null) && matchesDay([HOLIDAYS], date, null));
    expect(both).toEqual(['2023-02-11', '2023-09-23', '2024-11-23', '2029-08-11', '2030-02-23', '2030-11-23']);
  });
});

describe('the spans of a date', () => {
  it('come in order from every rule that names the date, and a rule’s except is its own', () => {
    expect(spansOn(DESK.hours, '2023-09-29', null)).toEqual([span('08:30-17:00')]);
    expect(spansOn(DESK.hours, '2023-09-18', null)).toEqual([]);
    expect(spansOn(DESK.hours, '2023-09-23', null)).toEqual([span('08:30-12:00')]);
    const split = [rule([DAILY], '13:00-17:00'), rule([WORKDAYS], '08:30-12:00')];
    expect(spansOn(split, '2023-09-29', null)).toEqual([span('08:30-12:00'), span('13:00-17:00')]);
  });

  it.each([
    ['that touch', ['08:30-12:00', '12:00-17:00'], ['08:30-17:00']],
    ['that overlap', ['08:30-13:00', '12:00-17:00'], ['08:30-17:00']],
    ['one within the other', ['08:30-17:00', '10:00-11:00'], ['08:30-17:00']],
    ['that begin together', ['08:30-10:00', '08:30-12:00'], ['08:30-12:00']],
    ['that are equal', ['08:30-10:00', '08:30-10:00'], ['08:30-10:00']],
    ['with a minute between them', ['12:01-17:00', '08:30-12:00'], ['08:30-12:00', '12:01-17:00']],
    ['of which a third joins two', ['08:00-10:00', '12:00-14:00', '09:00-13:00'], ['08:00-14:00']],
    ['to the end of the day', ['22:00-24:00', '20:00-22:00'], ['20:00-24:00']],
  ])('are joined when there are two %s', (_, times, expected) => {
    for (const order of [times, [...times].reverse()]) {
      expect(
        spansOn(
          order.map((time) => rule([DAILY], time)),
          '2023-09-29',
          null,
        ),
      ).toEqual(expected.map(span));
    }
  });
});

describe('the reason of a closure', () => {
  it.each([
    ['a holiday that the rule excepts', '2023-09-18', '敬老の日'],
    ['the year end', '2022-12-29', '年末年始'],
    ['New Year’s Day, which is both', '2024-01-01', '年末年始'],
    ['a day that no rule names', '2023-09-16', null],
    ['a Sunday in the year end', '2023-01-01', null],
  ])('for %s (%s) is %s', (_, date, reason) => {
    expect(closureReason(DESK.hours, date, null)).toBe(reason);
  });

  it.each<[DayPattern, string, string | null]>([
    [OBON, '2023-08-14', '8月13日〜16日'],
    [{ kind: 'yearly', from: '08-30', until: '09-02' }, '2023-09-01', '8月30日〜9月2日'],
    [{ kind: 'yearly', from: '10-02', until: '10-02' }, '2023-10-02', '10月2日'],
    [{ kind: 'yearly', from: '12-01', until: '03-31' }, '2023-02-01', '12月1日〜3月31日'],
    [{ kind: 'dates', from: '2023-09-20', until: '2023-09-22' }, '2023-09-21', '9月20日〜22日'],
    [nth(3, 1), '2023-08-21', '第3月曜日'],
    [{ kind: 'weekdays', days: [1] }, '2023-08-21', null],
  ])('for the exception %j is written out', (except, date, reason) => {
    expect(closureReason([rule([DAILY], '08:30-17:00', [except])], date, null)).toBe(reason);
  });

  it('is the name in the table of the folder', () => {
    expect(closureReason(DESK.hours, '2023-09-19', { '2023-09-19': '市民の日' })).toBe('市民の日');
  });

  it('is looked for in every rule that names the date', () => {
    const rules = [rule([DAILY], '08:30-17:00', [{ kind: 'weekdays', days: [1] }]), rule([WORKDAYS], '08:30-12:00', [HOLIDAYS])];
    expect(closureReason(rules, '2023-09-18', null)).toBe('敬老の日');
  });
});
