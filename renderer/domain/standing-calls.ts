import { isSame } from './call-board';
import type { Call, TicketReading } from './tickets';
import { civilDateAt, type Instant } from './time';

/** The calls of a reading that name no time, each with the time since when it has been in the feed's list. */
export function standingCalls({ calling }: TicketReading, before: readonly Call[], now: Instant): readonly Call[] {
  return calling
    .filter(({ calledAt }) => calledAt === null)
    .map((call) => {
      const since = before.find((known) => isSame(known, call))?.calledAt ?? now;
      // A clock that was set back: it has not been there since tomorrow.
      return { ...call, calledAt: Math.min(since, now) };
    });
}

/** The reading, with their times for those calls that have been in the list since another day: they are no calls of today. */
export function withOldTimes(reading: TicketReading, standing: readonly Call[], now: Instant, zone: string): TicketReading {
  const today = civilDateAt(now, zone);
  const old = standing.filter(({ calledAt }) => calledAt !== null && civilDateAt(calledAt, zone) !== today);
  if (old.length === 0) return reading;
  const dated = (call: Call) => (call.calledAt === null ? old.find((known) => isSame(known, call)) : undefined) ?? call;
  return { ...reading, calling: reading.calling.map(dated) };
}
