import type { CivilDate } from '../time';

/**
 * Names of days and months as a language writes them. Only names that all editions of Unicode's tables agree on are asked for (long
 * ones, and the short ones of the languages that use them here): whole dates differ from one Chromium to the next.
 */
export function dateName(
  locale: string,
  part: 'weekday' | 'month',
  width: 'long' | 'short' | 'narrow',
): (date: CivilDate) => string {
  const format = new Intl.DateTimeFormat(locale, { [part]: width, timeZone: 'UTC' });
  return (date) => format.format(new Date(`${date}T00:00:00Z`));
}

/** The numbers of a date: `{ year: 2023, month: 9, day: 28 }`. */
export function numbersOf(date: CivilDate): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}
