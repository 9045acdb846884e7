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
