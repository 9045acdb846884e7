import { type Called, STAFF_SOURCE } from './call-board';
import { paceOf } from './clock';
import type { Moment } from './moment';
import type { Snapshot, StaffState } from './snapshot';
import { currentReading, feedAgeAt } from './ticket-age';
import { type Instant, instantOf } from './time';
import { typedCallsAt } from './typed-tickets';

/** Ticket holders are served after the closing; a number still there later was left behind. */
const AFTER_HOURS_MS = 3_600_000;

/** What is called at a moment, and how old that word is. */
export interface CalledNow extends Called {
  /** When it was read, or typed. */
  readonly toldAt: Instant;
  /** So old that its time is told with it (`stale`). */
  readonly isStale: boolean;
}

/**
 * What may be shown as called: what staff typed, else the feed's current reading; null when there is neither, or nobody is served. A
 * typed number stands until the next one; like a silent feed's it tells its age, and it goes with the end of serving.
 */
export function calledAt(snapshot: Snapshot, staff: StaffState, moment: Moment): CalledNow | null {
  const settings = moment.signage.tickets;
  if (settings === null || snapshot.feed === null || !isServing(moment)) return null;
  const { now } = moment;
  const typed = typedCallsAt(snapshot, staff, now);
  if (typed !== null) {
    const toldAt = Math.max(...typed.map((call) => call.calledAt));
    const isStale = now - toldAt >= settings.staleMs * paceOf(snapshot.rehearsal);
    return { source: STAFF_SOURCE, calls: typed, bySource: now, toldAt, isStale };
  }
  const reading = currentReading(snapshot, now);
  if (reading === null) return null;
  return {
    source: `feed ${snapshot.feed.since ?? ''}`,
    calls: reading.calling,
    bySource: reading.issuedAt,
    toldAt: snapshot.feed.readAt ?? now,
    isStale: feedAgeAt(snapshot, now) === 'stale',
  };
}

/** When what is called next changes by itself, but for what turns on whole minutes; null when it does not. */
export function calledChangesAfter(snapshot: Snapshot, staff: StaffState, now: Instant): Instant | null {
  const settings = snapshot.content.signage?.tickets;
  const typed = typedCallsAt(snapshot, staff, now);
  if (!settings || typed === null) return null;
  const stale = Math.max(...typed.map((call) => call.calledAt)) + settings.staleMs * paceOf(snapshot.rehearsal);
  return stale > now ? stale : null;
}

/** Numbers are called on a day that opens, from before the opening (tickets are handed out early) until a while after the closing. */
export function isServing({ desk, today, signage, date, now }: Moment): boolean {
  if (desk === null || today === null) return true;
  if (desk.kind === 'closed' || desk.kind === 'ended') return false;
  const closes = today.spans.at(-1)?.until;
  if (desk.kind !== 'after' || closes === undefined) return true;
  return now < instantOf(date, closes, signage.timezone) + AFTER_HOURS_MS;
}
