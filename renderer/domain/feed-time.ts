import { CLOCK_SLACK_MS } from './ticket-age';
import { addDays, type CivilDate, civilDateAt, type Instant, instantOf, isCivilDate, parseInstant } from './time';

/** Epoch seconds of this century have ten digits, milliseconds thirteen. */
const LEAST_SECONDS = 1_000_000_000;
const LEAST_MS = 1_000_000_000_000;
const MOST_MS = 10_000_000_000_000;

/**
 * An instant as ticket machines write it; null for anything else. Text with an offset (`2023-09-28T15:23:58+09:00`), epoch seconds or
 * milliseconds, or a wall time of the folder's zone: `2023-09-28 15:23:58`, `2023/9/28 15:23`, or `15:23:58` of the day of `now`, of the
 * day before where that is still to come.
 */
export function feedTime(value: unknown, zone: string, now: Instant): Instant | null {
  if (typeof value === 'number') return epoch(value);
  if (typeof value !== 'string') return null;
  const text = value.slice(0, 60).normalize('NFKC').trim();
  if (/^\d{10,13}(\.\d+)?$/.test(text)) return epoch(Number(text));
  return parseInstant(text) ?? wallTime(text, zone, now);
}

function epoch(value: number): Instant | null {
  if (value >= LEAST_MS && value < MOST_MS) return Math.round(value);
  return value >= LEAST_SECONDS && value < LEAST_MS / 100 ? Math.round(value * 1000) : null;
}

function wallTime(text: string, zone: string, now: Instant): Instant | null {
  const match = /^(?:(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T ]\s*)?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})?$/.exec(text);
  if (match === null) return null;
  const [, year, month = '', day = '', hour = '', minute = '', second = '0'] = match;
  const today = civilDateAt(now, zone);
  const date = year === undefined ? today : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isCivilDate(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const on = (day: CivilDate) => instantOf(day, `${hour.padStart(2, '0')}:${minute}`, zone) + Number(second) * 1000;
  return year === undefined && on(today) > now + CLOCK_SLACK_MS ? on(addDays(today, -1)) : on(date);
}
