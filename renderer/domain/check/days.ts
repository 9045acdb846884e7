import type { Content } from '../content/content';
import { namedDates } from '../plan-changes';
import { addDays, type CivilDate, daysBetween } from '../time';

/** A week before the first date of a folder is like any other, and so is one after its last. */
const MARGIN = 7;
/** So many days show every weekday, month and holiday of a folder that names no end. */
const YEAR = 371;
/** Of a folder that speaks of many years, so many days are looked at, and those around its dates. */
const MOST = 800;

/**
 * The days a folder speaks of: from a week before the first date it names to a week after its last, or for a year where the desk has no
 * last day. A folder without any date is looked at for a year from `today` on.
 */
export function daysOf(content: Content, today: CivilDate): readonly CivilDate[] {
  const named = namedDates(content);
  const first = addDays(named[0] ?? today, -MARGIN);
  const last = addDays(named.at(-1) ?? today, MARGIN);
  const isEndless = (content.signage?.desk?.lastDay ?? null) === null;
  const length = Math.min(Math.max(daysBetween(first, last) + 1, isEndless ? YEAR : 0), MOST);
  const all = Array.from({ length }, (_, day) => addDays(first, day));
  const around = named.flatMap((date) => Array.from({ length: 2 * MARGIN + 1 }, (_, day) => addDays(date, day - MARGIN)));
  return [...new Set([...all, ...around])].sort();
}

/** Days in a row as one: 2023-10-01〜2023-10-09、2023-10-12. At most `most` rows, then ほか. */
export function writtenDays(days: readonly CivilDate[], most = 3): string {
  const rows: { from: CivilDate; until: CivilDate }[] = [];
  for (const day of days) {
    const row = rows.at(-1);
    if (row !== undefined && addDays(row.until, 1) === day) row.until = day;
    else rows.push({ from: day, until: day });
  }
  const written = rows.slice(0, most).map(({ from, until }) => (from === until ? from : `${from}〜${until}`));
  return `${written.join('、')}${rows.length > most ? ' ほか' : ''}`;
}
