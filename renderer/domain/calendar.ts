import type { DayPattern, HolidayTable, HoursRule, WallSpan } from './content/content';
import { holidayName } from './holidays';
import { weekdayName } from './notation';
import { type CivilDate, weekdayOf } from './time';

/** Whether one of the patterns names this date. Holidays include substitute days (祝日法 3条). */
export function matchesDay(patterns: readonly DayPattern[], date: CivilDate, table: HolidayTable | null): boolean {
  return patterns.some((pattern) => matches(pattern, date, table));
}

function matches(pattern: DayPattern, date: CivilDate, table: HolidayTable | null): boolean {
  switch (pattern.kind) {
    case 'daily':
      return true;
    case 'weekdays':
      return pattern.days.includes(weekdayOf(date));
    case 'nth':
      // The nth such weekday lies among seven fixed days of the month; weeks of the month play no part.
      return weekdayOf(date) === pattern.day && Math.ceil(Number(date.slice(8)) / 7) === pattern.nth;
    case 'holidays':
      return holidayName(date, table) !== null;
    case 'yearly': {
      const day = date.slice(5);
      const { from, until } = pattern;
      return from <= until ? from <= day && day <= until : day >= from || day <= until;
    }
    case 'dates':
      return pattern.from <= date && date <= pattern.until;
  }
}

/** The open spans that weekly rules give a date, in order; spans that touch or overlap are one. */
export function spansOn(rules: readonly HoursRule[], date: CivilDate, table: HolidayTable | null): readonly WallSpan[] {
  const spans = rules
    .filter((rule) => matchesDay(rule.days, date, table) && !matchesDay(rule.except, date, table))
    .map(({ time }) => time);
  return joined(spans);
}

/** Spans in order, those that touch or overlap made one. */
function joined(spans: readonly WallSpan[]): readonly WallSpan[] {
  const result: WallSpan[] = [];
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1);
    if (last === undefined || last.until < span.from) result.push(span);
    else if (last.until < span.until) result[result.length - 1] = { from: last.from, until: span.until };
  }
  return result;
}

/**
 * Why a date is closed although a weekly rule names it: 敬老の日, 年末年始, 8月13日〜16日, 第3月曜日. Null when no rule names the
 * date, for then it is simply not a day of the desk.
 */
export function closureReason(rules: readonly HoursRule[], date: CivilDate, table: HolidayTable | null): string | null {
  const excepted = rules.filter(({ days }) => matchesDay(days, date, table)).flatMap(({ except }) => except);
  // A range of dates says more than the holiday within it: 1 January is closed as 年末年始.
  const ranges = excepted.filter(({ kind }) => kind !== 'holidays');
  const reasons = [...ranges, ...excepted]
    .filter((pattern) => matches(pattern, date, table))
    .map((pattern) => reasonOf(pattern, date, table));
  return reasons.find((reason) => reason !== null) ?? null;
}

function reasonOf(pattern: DayPattern, date: CivilDate, table: HolidayTable | null): string | null {
  switch (pattern.kind) {
    case 'holidays':
      return holidayName(date, table);
    case 'yearly':
      return isYearEnd(pattern.from, pattern.until) ? '年末年始' : writtenRange(pattern.from, pattern.until);
    case 'dates':
      return writtenRange(pattern.from.slice(5), pattern.until.slice(5));
    case 'nth':
      return `第${pattern.nth}${weekdayName(date)}曜日`;
    case 'daily':
    case 'weekdays':
      return null;
  }
}

/** Days around the turn of the year, as in 12/29-1/3. A desk that rests from December to March does not rest for 年末年始. */
function isYearEnd(from: string, until: string): boolean {
  return from >= '12-20' && until <= '01-15';
}

/** From `MM-DD`: 8月13日〜16日, 8月30日〜9月2日, 8月13日. */
function writtenRange(from: string, until: string): string {
  const [month, day] = from.split('-').map(Number);
  const [endMonth, endDay] = until.split('-').map(Number);
  if (from === until) return `${month}月${day}日`;
  return `${month}月${day}日〜${month === endMonth ? '' : `${endMonth}月`}${endDay}日`;
}
