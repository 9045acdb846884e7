import { tzOffset } from '@date-fns/tz';

/** An instant: whole epoch milliseconds. */
export type Instant = number;
/** A day of the calendar in the folder's zone: `2023-09-28`. Compares as text. */
export type CivilDate = string;
/** A wall time `08:30`, or `24:00` as the end of a day. Compares as text. */
export type WallTime = string;

const MINUTE = 60_000;
const DAY = 86_400_000;
/** The calendar as text has years of four digits; days outside of it are taken for its first and its last. */
const FIRST_DAY = Date.parse('0000-01-01T00:00:00Z');
const LAST_DAY = Date.parse('9999-12-31T00:00:00Z');

/** The offset of one day (UTC) of a zone: `before` until `turnsAt`, `after` from there on. */
interface DayOffset {
  readonly before: number;
  readonly after: number;
  readonly turnsAt: Instant;
}

/** Asking Intl is slow and a zone's clocks turn a few times a year: each day is asked about once. */
const offsets = new Map<string, Map<number, DayOffset>>();
const MOST_DAYS_KEPT = 4_000;

/** What the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(now: Instant, zone: string): number {
  const day = Math.floor(now / DAY);
  const { before, after, turnsAt } = offsets.get(zone)?.get(day) ?? learnOffset(day, zone);
  return now < turnsAt ? before : after;
}

function learnOffset(day: number, zone: string): DayOffset {
  const start = day * DAY;
  const before = askOffset(start, zone);
  const after = askOffset(start + DAY, zone);
  const known = { before, after, turnsAt: before === after ? start : turn(start, start + DAY, before, zone) };
  const days = offsets.get(zone) ?? new Map<number, DayOffset>();
  if (days.size >= MOST_DAYS_KEPT) days.clear();
  offsets.set(zone, days.set(day, known));
  return known;
}

/** The millisecond at which the clocks turn, by halving; they never turn twice within a day. */
function turn(from: Instant, until: Instant, before: number, zone: string): Instant {
  if (until - from <= 1) return until;
  const middle = Math.floor((from + until) / 2);
  return askOffset(middle, zone) === before ? turn(middle, until, before, zone) : turn(from, middle, before, zone);
}

function askOffset(now: Instant, zone: string): number {
  return tzOffset(zone, new Date(now)) * MINUTE;
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

/** The first instant of a day; where clocks skip midnight it is 01:00, where they repeat it, its first pass. */
export function dayStart(date: CivilDate, zone: string): Instant {
  return instantOf(date, '00:00', zone);
}

/** `addDays('2023-09-30', 1)` → `2023-10-01`. The last day there is has itself as its next: staff write 9999-12-31 for "for ever". */
export function addDays(date: CivilDate, days: number): CivilDate {
  const at = Date.parse(`${date}T00:00:00Z`) + days * DAY;
  return new Date(Math.min(Math.max(at, FIRST_DAY), LAST_DAY)).toISOString().slice(0, 10);
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

/** Whether a text names a zone of the time zone database: `Asia/Tokyo`. A bare offset, which newer runtimes take, does not. */
export function isTimeZone(text: string): boolean {
  if (!/^[a-z]/i.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** 2023-09-29T16:30:00+09:00, with milliseconds only where there are any: 2023-09-29T16:59:59.500+09:00. */
export function isoInstant(now: Instant, zone: string): string {
  const clock = wallClock(now, zone).slice(0, -1).replace('.000', '');
  const minutes = Math.round(offsetAt(now, zone) / MINUTE);
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${clock}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/**
 * An instant from ISO 8601 text with an offset or Z: `2023-09-29T16:55+09:00`. Null for anything else, a day that does not exist
 * included; a text without an offset could mean any zone.
 */
export function parseInstant(text: string): Instant | null {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/i.exec(text.trim());
  if (match?.[1] === undefined || !isCivilDate(match[1])) return null;
  const at = Date.parse(text.trim());
  return Number.isNaN(at) ? null : at;
}
