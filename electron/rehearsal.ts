import type { Rehearsal } from '../renderer/domain/snapshot';
import { type Instant, parseInstant } from '../renderer/domain/time';

/** The sample shows its desk on the last day but one, in the afternoon. */
const SAMPLE_NOW = parseInstant('2023-09-28T15:20+09:00');

/** The options of the clock, and whether a folder was named. */
interface ClockOptions {
  readonly content: string | null;
  readonly now: Instant | null;
  readonly speed: number | null;
}

/**
 * The clock that the options ask for; null: the real one. Without a folder the sample is rehearsed at its own date; with one, the clock is
 * real unless told otherwise. `realStart`: the machine's instant at the start.
 */
export function rehearsalOf({ content, now, speed }: ClockOptions, realStart: number): Rehearsal | null {
  const start = now ?? (content === null ? SAMPLE_NOW : null);
  if (start === null && speed === null) return null;
  return { start: start ?? realStart, realStart, speed: speed ?? 1 };
}
