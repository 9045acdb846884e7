import type { Instant } from './time';

/** By how much the times of issue of a run of pushed payloads are behind the steady clock, at least: two clocks apart, of use only to compare. */
export interface Lag {
  readonly leastMs: number;
  /** The steady clock when that was last looked at. */
  readonly atMs: number;
}

/** Every transport gives a silent line up sooner: what seems to have been on its way for longer was issued by a clock that was set back. */
const LONGEST_MS = 60_000;
/** One that was set back by less is made up for little by little: within ten minutes for each minute. */
const FORGIVEN = 0.1;

/**
 * How late a pushed payload came, in real milliseconds, beside the promptest of its run: it had waited on a line that stood still, or in its
 * server. `before`: null for the first of a run, of which nothing can be said. `pace`: how much faster than real time the clock of issue runs.
 */
export function lateness(
  before: Lag | null,
  issuedAt: Instant,
  steadyMs: number,
  pace: number,
): { readonly lag: Lag; readonly lateMs: number } {
  const lagMs = steadyMs - issuedAt / pace;
  const known = before === null ? lagMs : before.leastMs + (steadyMs - before.atMs) * FORGIVEN;
  const lateMs = Math.max(0, lagMs - known);
  const leastMs = lateMs > LONGEST_MS ? lagMs : Math.min(lagMs, known);
  return { lag: { leastMs, atMs: steadyMs }, lateMs: lateMs > LONGEST_MS ? 0 : lateMs };
}
