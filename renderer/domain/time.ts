import { tzOffset } from '@date-fns/tz';

/** An instant: whole epoch milliseconds. */
export type Instant = number;
/** A day of the calendar in the folder's zone: `2023-09-28`. Compares as text. */
export type CivilDate = string;
/** A wall time `08:30`, or `24:00` as the end of a day. Compares as text. */
export type WallTime = string;

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Zone offsets change on quarter hours only; within one the last answer holds. */
const QUARTER = 15 * MINUTE;
const offsets = new Map<string, { quarter: number; offset: number }>();

/** What the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(now: Instant, zone: string): number {
  const quarter = Math.floor(now / QUARTER);
  const known = offsets.get(zone);
  if (known?.quarter === quarter) return known.offset;
  const offset = tzOffset(zone, new Date(now)) * MINUTE;
  offsets.set(zone, { quarter, offset });
  return offset;
}

/** The zone's wall clock at an instant, as if it were UTC: `2023-09-28T15:24:10.000Z`. */
function wallClock(now: Instant, zone: string): string {
  return new Date(now + offsetAt(now, zone)).toISOString();
}

/** 2023-09-28 */
export function civilDateAt(now: Instant, zone: string): CivilDate {
  return wallClock(now, zone).slice(0, 10);
}

/** 15:24 */
export function wallTimeAt(now: Instant, zone: string): WallTime {
  return wallClock(now, zone).slice(11, 16);
}

/**
 * The instant of a wall time on a date; 24:00 is the next day's 00:00. Where clocks go forward a skipped time means the one as
 * much later; where they go back a repeated time means its first pass.
 */
export function instantOf(date: CivilDate, time: WallTime, zone: string): Instant {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const before = wall - offsetAt(wall - DAY, zone);
  if (offsetAt(before, zone) === offsetAt(wall - DAY, zone)) return before;
  const after = wall - offsetAt(wall + DAY, zone);
  return offsetAt(after, zone) === offsetAt(wall + DAY, zone) ? after : before;
}

/** The first instant of a day. */
export function dayStart(date: CivilDate, zone: string): Instant {
  return instantOf(date, '00:00', zone);
}

/** `addDays('2023-09-30', 1)` → `2023-10-01` */
export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from `a` to `b`, negative when b is earlier: a difference of dates, whatever the hours. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return (Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY;
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: CivilDate): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return new Date(`${date}T00:00:00Z`).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

/** Whether a text names a day that exists: `2023-02-28` does, `2023-02-30` and `2023-2-3` do not. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Whether a text names a zone of the time zone database: `Asia/Tokyo`. */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** 2023-09-29T16:30:00+09:00, with milliseconds only where there are any. */
export function isoInstant(now: Instant, zone: string): string {
  const clock = wallClock(now, zone).slice(0, 23).replace('.000', '');
  const minutes = Math.round(offsetAt(now, zone) / MINUTE);
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${clock}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
