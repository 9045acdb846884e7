/**
 * How long to wait after the nth failure in a row (1 = the first): anything up to a bound that doubles and stops at the longest.
 * The full spread keeps a city's displays from asking all at once when a server comes back ("full jitter").
 * `random` is a number from 0 to 1.
 */
export function backoffMs(failures: number, baseMs: number, longestMs: number, random: number): number {
  const bound = Math.min(longestMs, baseMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(bound * random);
}
