import type { WallTime } from '../time';
import type { WallSpan } from './content';
import { fold } from './fold';

/** `8:30` → `08:30`; null for what is no time of day. 24:00 is the end of a day. */
export function parseWallTime(text: string): WallTime | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(fold(text));
  if (match === null) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return `${String(hour).padStart(2, '0')}:${match[2]}`;
}

/** `8:30-17:00`; null for what is no pair of times. The end may lie before the beginning: whoever asks decides what that means. */
export function parseWallSpan(value: unknown): WallSpan | null {
  if (typeof value !== 'string') return null;
  const [first, second, ...more] = fold(value).split('-');
  if (first === undefined || second === undefined || more.length > 0) return null;
  const from = parseWallTime(first);
  const until = parseWallTime(second);
  return from === null || until === null ? null : { from, until };
}

/** `3s`, `500ms`, `2m`, `1h`, or a number of seconds, in milliseconds; null for what is no duration. */
export function parseDuration(value: unknown): number | null {
  if (typeof value === 'number') return value > 0 ? value * 1000 : null;
  const match = typeof value === 'string' ? /^(\d+(?:\.\d+)?)\s*(ms|s|m|h)$/.exec(fold(value)) : null;
  if (match === null) return null;
  const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
  const ms = Number(match[1]) * (units[match[2] ?? ''] ?? 0);
  return ms > 0 ? ms : null;
}
