import { type CivilDate, isCivilDate } from '../time';
import { fold } from './fold';

/** The year before 令和 began. */
const BEFORE_REIWA = 2018;

/** `2023-09-05`, also as `2023-9-5`, `2023/9/5`, `2023年9月5日`, `令和5年9月5日`, `R5.9.5`, `２０２３／９／５`; null for what is no date or no day that exists. */
export function parseDate(text: string): CivilDate | null {
  const date = paddedDate(text);
  return date !== null && isCivilDate(date) ? date : null;
}

/** Whether a text has the form of a date, though that day may not exist: `2023-02-30`. */
export function looksLikeDate(text: string): boolean {
  return paddedDate(text) !== null;
}

function paddedDate(text: string): string | null {
  const folded = fold(text);
  const common = /^(\d{4})(?:[-/](\d{1,2})[-/](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/.exec(folded);
  if (common !== null) return padded(Number(common[1]), common[2] ?? common[4], common[3] ?? common[5]);
  const era = /^(?:令和|R)(元|\d{1,2})(?:年(\d{1,2})月(\d{1,2})日|[./](\d{1,2})[./](\d{1,2}))$/i.exec(folded);
  if (era === null) return null;
  return padded(BEFORE_REIWA + (era[1] === '元' ? 1 : Number(era[1])), era[2] ?? era[4], era[3] ?? era[5]);
}

function padded(year: number, month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
