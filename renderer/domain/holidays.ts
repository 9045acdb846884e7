import holidayJp from '@holiday-jp/holiday_jp';
import type { HolidayTable } from './content/content';
import type { CivilDate } from './time';

/**
 * The built-in table of Japan's public holidays, substitute days included. It is read by date text: the library's own lookups
 * take a Date and answer wrongly on a machine outside Japan (facts: 2023-09-18T00:30+09:00 under UTC).
 */
const BUILT_IN: HolidayTable = Object.fromEntries(Object.entries(holidayJp.holidays).map(([date, { name }]) => [date, name]));

/** 敬老の日, or null on a day that is no public holiday. A null table means the built-in one. */
export function holidayName(date: CivilDate, table: HolidayTable | null): string | null {
  const names = table ?? BUILT_IN;
  return Object.hasOwn(names, date) ? (names[date] ?? null) : null;
}

/**
 * The last day a table speaks for: the end of its last year, for the Cabinet Office publishes whole years. From there on no day is
 * known to be a holiday, and staff should be warned. 2050-12-31 for the built-in table; an empty one speaks for no day: 0000-01-01.
 */
export function holidaysEnd(table: HolidayTable | null): CivilDate {
  const last = Object.keys(table ?? BUILT_IN)
    .sort()
    .at(-1);
  return last === undefined ? '0000-01-01' : `${last.slice(0, 4)}-12-31`;
}
