import { type CivilDate, type WallTime, weekdayOf } from './time';

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;

/**
 * Time left, in milliseconds (product.md §3): from an hour up to the minute, rounded up so that it agrees with the clock beside
 * it; below to the second, rounded up. 1時間36分, 2時間, 36分05秒, 5秒. What has run out is 0秒.
 */
export function duration(ms: number): string {
  return timeParts(ms, { hour: '時間', minute: '分', second: '秒', between: '' });
}

/** The same with the units of another language: `1 h 36 min`, `36 min 05 s`. */
export function timeParts(
  ms: number,
  unit: { readonly hour: string; readonly minute: string; readonly second: string; readonly between: string },
): string {
  const seconds = Math.max(Math.ceil(ms / SECOND), 0);
  if (seconds * SECOND >= HOUR) {
    const minutes = Math.ceil(ms / MINUTE);
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)}${unit.hour}${rest === 0 ? '' : `${unit.between}${rest}${unit.minute}`}`;
  }
  if (seconds < 60) return `${seconds}${unit.second}`;
  return `${Math.floor(seconds / 60)}${unit.minute}${unit.between}${two(seconds % 60)}${unit.second}`;
}

/**
 * The widest texts that a language's duration gives on its way down from this many milliseconds, digits as zeros: 00時間00分,
 * 00分00秒. Whoever draws a countdown keeps room for them, so that nothing beside it moves.
 */
export function durationForms(ms: number, write: (ms: number) => string = duration): readonly string[] {
  const digits = String(Math.floor(Math.ceil(Math.max(ms, 0) / MINUTE) / 60)).length;
  const most = 10 ** digits * HOUR - MINUTE;
  return [...(ms >= HOUR ? [most] : []), HOUR - SECOND].map((time) => write(time).replaceAll(/\d/g, '0'));
}

/** あと2日; on the day itself 本日まで. */
export function daysLeftText(days: number): string {
  return days === 0 ? '本日まで' : `あと${days}日`;
}

/**
 * A time in a sentence, as municipalities write it (公用文: no 24-hour clock, neither 午前12時 nor 午後0時): 正午, 午後5時,
 * 午前8時30分, 午後0時30分, 午前0時. The end of a day is 24時 (気象庁 allows it for the end of a period).
 */
export function spokenTime(wall: WallTime): string {
  const [hour, minute] = parts(wall);
  if (hour === 24) return '24時';
  if (hour === 12 && minute === 0) return '正午';
  return `${hour < 12 ? '午前' : '午後'}${hour % 12}時${minute === 0 ? '' : `${minute}分`}`;
}

/** A time in a table or a clock: 8:30 */
export function tableTime(wall: WallTime): string {
  const [hour, minute] = parts(wall);
  return `${hour}:${two(minute)}`;
}

/** A time to be held against the header's clock: 16時24分, 16時00分. */
export function clockTime(wall: WallTime): string {
  const [hour, minute] = parts(wall);
  return `${hour}時${two(minute)}分`;
}

/** 5:00 p.m., 8:30 a.m., noon, midnight */
export function englishTime(wall: WallTime): string {
  const [hour, minute] = parts(wall);
  if (minute === 0 && hour === 12) return 'noon';
  if (minute === 0 && hour % 24 === 0) return 'midnight';
  return `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)} ${hour % 24 < 12 ? 'a.m.' : 'p.m.'}`;
}

const ERA = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone: 'UTC' });

/** 令和5年9月28日（木）; the first year of an era is 元年. */
export function eraDate(date: CivilDate): string {
  const written = ERA.formatToParts(new Date(`${date}T00:00:00Z`));
  const part = (type: string) => written.find((candidate) => candidate.type === type)?.value ?? '';
  const year = part('year');
  return `${part('era')}${year === '1' ? '元' : year}年${shortDate(date)}`;
}

/** 9月28日（木） */
export function shortDate(date: CivilDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日（${weekdayName(date)}）`;
}

/** 木 */
export function weekdayName(date: CivilDate): string {
  return '日月火水木金土'.charAt(weekdayOf(date));
}

const ENGLISH_DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Thu, 28 Sep (not by Intl: its abbreviations differ from one Chromium to the next). */
export function englishDate(date: CivilDate): string {
  return `${ENGLISH_DAYS[weekdayOf(date)]}, ${Number(date.slice(8))} ${ENGLISH_MONTHS[Number(date.slice(5, 7)) - 1]}`;
}

function parts(wall: WallTime): readonly [number, number] {
  return [Number(wall.slice(0, 2)), Number(wall.slice(3, 5))];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
