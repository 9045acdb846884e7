import type { DisplayStatus } from './display-status';

/** What must be known at once still leaves room between two messages: a fault that comes and goes must not flood the broker. */
const SOONEST_MS = 1_000;
/** A new slide is worth a message so often: slides change every 8 s and up. */
const SLIDE_EVERY_MS = 30_000;
/** Nothing new is told too, so that a dashboard can tell a quiet display from a dead one: within a minute, the way there included. */
const SIGN_OF_LIFE_MS = 55_000;

/**
 * In how many ms `status` is to be told, 0 for now. `told` is what the broker has of us by now, null when it has nothing that holds;
 * `sinceMs` is how long ago the last message was.
 */
export function tellIn(told: DisplayStatus | null, status: DisplayStatus, sinceMs: number): number {
  const pause =
    told === null || isUrgent(told, status) ? SOONEST_MS : isNewSlide(told, status) ? SLIDE_EVERY_MS : SIGN_OF_LIFE_MS;
  return Math.max(0, pause - sinceMs);
}

/** All that somebody may have to act on, or waits for; the standby in place of slides is among it. Ages and times change always, and say nothing new. */
function isUrgent(told: DisplayStatus, status: DisplayStatus): boolean {
  const facts = ({ content, feed, pageDeaths, problemCount, problems, painted }: DisplayStatus) =>
    JSON.stringify([
      content,
      feed && [feed.age, feed.trouble],
      pageDeaths,
      problemCount,
      problems,
      (painted?.slide ?? null) === null,
    ]);
  return facts(told) !== facts(status);
}

function isNewSlide(told: DisplayStatus, status: DisplayStatus): boolean {
  return told.painted?.slide !== status.painted?.slide;
}
