import { isCivilDate } from '../time';
import type { DayPattern, Weekday } from './content';
import { fold } from './fold';

const JAPANESE_DAYS = '日月火水木金土';
const ENGLISH_DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** What a message says is wanted. */
export const DAYS_WANTED = '月-金・土・第2土・祝日・毎日・12/29-1/3・2023-09-20 のような日の書き方';

/**
 * Days as staff write them: 月-金, [第2土, 第4土], 祝日, 毎日, 12/29-1/3, 2023-09-20, or mon-fri, 2nd sat, holidays, daily.
 * A list, or one text with commas. Null when a part can't be read.
 */
export function parseDays(value: unknown): readonly DayPattern[] | null {
  const list = Array.isArray(value) ? value : [value];
  const texts = list.flatMap((item) => (typeof item === 'string' ? item.split(/[,、，・]/) : [item]));
  const patterns = texts.map((text) => (typeof text === 'string' ? parseDay(fold(text).toLowerCase()) : null));
  return patterns.length > 0 && patterns.every((pattern) => pattern !== null) ? patterns : null;
}

function parseDay(text: string): DayPattern | null {
  if (text === '毎日' || text === 'daily') return { kind: 'daily' };
  if (text === '祝日' || text === '祝' || text === 'holidays' || text === 'holiday') return { kind: 'holidays' };
  return parseNth(text) ?? parseYearly(text) ?? parseDates(text) ?? parseWeekdays(text);
}

/** 第2土, 第2土曜日, 2nd sat */
function parseNth(text: string): DayPattern | null {
  const match = /^第([1-5])(.+)$/.exec(text) ?? /^([1-5])(?:st|nd|rd|th) +(.+)$/.exec(text);
  const day = weekday(match?.[2] ?? '');
  return match === null || day === null ? null : { kind: 'nth', nth: Number(match[1]) as 1 | 2 | 3 | 4 | 5, day };
}

/** 12/29-1/3, 8/13 */
function parseYearly(text: string): DayPattern | null {
  const match = /^(\d{1,2})\/(\d{1,2})(?:-(\d{1,2})\/(\d{1,2}))?$/.exec(text);
  if (match === null) return null;
  const from = monthDay(match[1], match[2]);
  const until = match[3] === undefined ? from : monthDay(match[3], match[4]);
  return from === null || until === null ? null : { kind: 'yearly', from, until };
}

function monthDay(month: string | undefined, day: string | undefined): string | null {
  const text = `${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  // 2024 has a 29 February.
  return isCivilDate(`2024-${text}`) ? text : null;
}

/** 2023-09-20 */
function parseDates(text: string): DayPattern | null {
  const date = text.replaceAll('/', '-');
  return isCivilDate(date) ? { kind: 'dates', from: date, until: date } : null;
}

/** 土, 月-金, 土-月 (over the weekend), mon-fri */
function parseWeekdays(text: string): DayPattern | null {
  const [first, second, ...more] = text.split('-');
  const from = weekday(first ?? '');
  const until = second === undefined ? from : weekday(second);
  if (from === null || until === null || more.length > 0) return null;
  const length = ((until - from + 7) % 7) + 1;
  return { kind: 'weekdays', days: Array.from({ length }, (_, step) => ((from + step) % 7) as Weekday) };
}

/** 土, 土曜, 土曜日, sat, saturday */
function weekday(text: string): Weekday | null {
  const japanese = /^([日月火水木金土])(?:曜日?)?$/.exec(text.trim())?.[1];
  if (japanese !== undefined) return JAPANESE_DAYS.indexOf(japanese) as Weekday;
  const english = ENGLISH_DAYS.findIndex(
    (day) => /^[a-z]+$/.test(text) && text.startsWith(day) && 'sundaymondaytuesdaywednesdaythursdayfridaysaturday'.includes(text),
  );
  return english < 0 ? null : (english as Weekday);
}
