import { fold } from './fold';

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
const DAY_MS = 86_400_000;

/** `3s`, `500ms`, `2m`, `1h`, or a number of seconds, in milliseconds; null for what is no duration, and for more than a day. */
export function parseDuration(value: unknown): number | null {
  if (typeof value === 'number') return bounded(value * 1_000);
  const match = typeof value === 'string' ? /^(\d{1,9}(?:\.\d{1,3})?) *(ms|s|m|h)$/.exec(fold(value)) : null;
  return match === null ? null : bounded(Number(match[1]) * (UNITS[match[2] ?? ''] ?? 0));
}

function bounded(ms: number): number | null {
  return ms > 0 && ms <= DAY_MS ? Math.round(ms) : null;
}

/** A word with an offset: `closes-60m` → closes, −3,600,000. The offset is at most a day; null for anything else. */
export function parseOffset<W extends string>(text: string, words: readonly W[]): { word: W; offsetMs: number } | null {
  const match = /^([a-z]+)(?:([+-])(\d+(?:ms|s|m|h)))?$/.exec(fold(text).toLowerCase().replaceAll(' ', ''));
  const word = words.find((candidate) => candidate === match?.[1]);
  if (match === null || word === undefined) return null;
  if (match[3] === undefined) return { word, offsetMs: 0 };
  const ms = /^0+[a-z]+$/.test(match[3]) ? 0 : parseDuration(match[3]);
  return ms === null ? null : { word, offsetMs: match[2] === '-' && ms > 0 ? -ms : ms };
}
