import type { Instant } from './time';

/** What staff switched on: from when, and until when at the latest. */
interface ManualSpan {
  readonly since: Instant;
  readonly until: Instant;
}

/**
 * The span at `now`: null once it is over. A clock that was set back must not lengthen it: a span that begins later than now
 * is moved to begin now. The very same object while nothing is to be said.
 */
export function runningSpan<T extends ManualSpan>(span: T | undefined, now: Instant): T | null {
  if (span === undefined || span.until <= now) return null;
  const ahead = span.since - now;
  return ahead > 0 ? { ...span, since: now, until: span.until - ahead } : span;
}
