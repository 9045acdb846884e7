import type { Rehearsal } from './snapshot';
import type { Instant } from './time';

/** The display's clock: the machine's, or the rehearsed one. `realNow` is the machine's epoch milliseconds. */
export function displayNow(rehearsal: Rehearsal | null, realNow: Instant): Instant {
  if (rehearsal === null) return realNow;
  return rehearsal.start + Math.round((realNow - rehearsal.realStart) * rehearsal.speed);
}

/**
 * How much faster than real time the display's clock runs. What people watch (a slide's stay, a reading's age) keeps its real
 * pace in a fast rehearsal, so those durations are multiplied by it before they are compared with display instants.
 */
export function paceOf(rehearsal: Rehearsal | null): number {
  return rehearsal === null || isStill(rehearsal) ? 1 : rehearsal.speed;
}

/** Whether the clock stands still: a picture is taken (`capture`). */
export function isStill(rehearsal: Rehearsal | null): boolean {
  return rehearsal?.speed === 0;
}
