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
