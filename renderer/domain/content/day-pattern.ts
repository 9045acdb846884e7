import { isCivilDate } from '../time';
import type { DayPattern, Weekday } from './content';
import { fold, found } from './fold';
import { parseDate } from './written-date';

const JAPANESE_DAYS = '日月火水木金土';
const ENGLISH_DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** More than anyone lists; a longer list is garbage. */
const MOST = 100;

/** What a message says is wanted. */
export const DAYS_WANTED = '月-金・土・第2土・祝日・毎日・12/29-1/3・2023-09-20 のような日の書き方';

/**
 * Days as staff write them: 月-金, [第2土, 第4土], 第2・第4土, 土日, 祝日, 毎日, 12/29-1/3, 2023-09-20, or mon-fri, 2nd sat, holidays,
 * daily. A list, or one text with commas. A text instead of patterns is the problem: what is wanted, and the part that can't be read.
 */
export function parseDays(source: unknown): readonly DayPattern[] | string {
  const list: readonly unknown[] = Array.isArray(source) ? source : [source];
  const parts = list.flatMap((item): readonly unknown[] =>
    typeof item === 'string' ? item.slice(0, 2_000).split(/[,、，・]/) : [item],
  );
  const patterns: DayPattern[] = [];
  for (const [index, part] of parts.entries()) {
    const pattern =
      typeof part === 'string' && patterns.length < MOST ? parseDay(withSharedDay(part, parts.slice(index + 1))) : null;
    if (pattern === null) return problem(part);
    patterns.push(...pattern);
  }
  return patterns.length > 0 ? patterns : problem('');
}

function problem(part: unknown): string {
  const weekdays = part === '平日' ? '。月曜から金曜までは 月-金 と書きます' : '';
  return `${DAYS_WANTED}です${found(part)}${weekdays}`;
}

/** In 「第2・第4土」 the weekday is said once, at the end. */
function withSharedDay(part: string, later: readonly unknown[]): string {
  const text = fold(part).toLowerCase();
  if (!/^第[1-5]$/.test(text)) return text;
  const shared = later.map((item) => (typeof item === 'string' ? /^第[1-5](.+)$/.exec(fold(item))?.[1] : undefined));
  return text + (shared.find((day) => day !== undefined) ?? '');
}

function parseDay(text: string): readonly DayPattern[] | null {
  if (text === '毎日' || text === 'daily') return [{ kind: 'daily' }];
  if (/^(祝日?|(public )?holidays?)$/.test(text)) return [{ kind: 'holidays' }];
  const one = parseNth(text) ?? parseYearly(text) ?? parseDates(text) ?? parseWeekdays(text);
  return one === null ? parseRow(text) : [one];
}

/** 第2土, 第2土曜日, 2nd sat */
function parseNth(text: string): DayPattern | null {
  const match = /^第([1-5])(.+)$/.exec(text) ?? /^([1-5])(?:st|nd|rd|th) +(.+)$/.exec(text);
  const day = weekday(match?.[2] ?? '');
  return match === null || day === null ? null : { kind: 'nth', nth: Number(match[1]) as 1 | 2 | 3 | 4 | 5, day };
}

/** 12/29-1/3, 8/13, 12月29日-1月3日 */
function parseYearly(text: string): DayPattern | null {
  const match = /^(\d{1,2})\/(\d{1,2})(?:-(\d{1,2})\/(\d{1,2}))?$/.exec(text.replace(/(\d)月(\d{1,2})日/g, '$1/$2'));
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

/** 2023-09-20, 2023-09-20..2023-09-22, 2023/9/20〜2023/9/22 */
function parseDates(text: string): DayPattern | null {
  const range = /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})(?:\.\.|-)(\d{4}[-/]\d{1,2}[-/]\d{1,2})$/.exec(text);
  const from = parseDate(range?.[1] ?? text);
  const until = range?.[2] === undefined ? from : parseDate(range[2]);
  return from === null || until === null || until < from ? null : { kind: 'dates', from, until };
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

/** 土日, 土日祝: the days one after another. */
function parseRow(text: string): readonly DayPattern[] | null {
  const match = /^([日月火水木金土]{2,7})(祝日?)?$/.exec(text);
  if (match?.[1] === undefined) return null;
  const days = [...match[1]].map((day) => JAPANESE_DAYS.indexOf(day) as Weekday);
  return [{ kind: 'weekdays', days }, ...(match[2] === undefined ? [] : [{ kind: 'holidays' } as const])];
}

/** 土, 土曜, 土曜日, sat, saturday */
function weekday(text: string): Weekday | null {
  const plain = text.trim();
  const japanese = /^([日月火水木金土])(?:曜日?)?$/.exec(plain)?.[1];
  if (japanese !== undefined) return JAPANESE_DAYS.indexOf(japanese) as Weekday;
  const english = plain.length < 3 ? -1 : ENGLISH_DAYS.findIndex((day) => day.startsWith(plain));
  return english < 0 ? null : (english as Weekday);
}
