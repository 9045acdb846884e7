import { type CivilDate, isCivilDate } from '../time';
import { fold } from './fold';

/** `2023-09-05`, also as `2023-9-5`, `2023/9/5`, `2023年9月5日`, `２０２３／９／５`; null for what is no date or no day that exists. */
export function parseDate(text: string): CivilDate | null {
  const date = paddedDate(text);
  return date !== null && isCivilDate(date) ? date : null;
}

/** Whether a text has the form of a date, though that day may not exist: `2023-02-30`. */
export function looksLikeDate(text: string): boolean {
  return paddedDate(text) !== null;
}

function paddedDate(text: string): string | null {
  const match = /^(\d{4})(?:[-/](\d{1,2})[-/](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/.exec(fold(text));
  if (match === null) return null;
  const [month = '', day = ''] = [match[2] ?? match[4], match[3] ?? match[5]];
  return `${match[1]}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
