import { paceOf } from './clock';
import type { Snapshot } from './snapshot';
import type { TicketReading } from './tickets';
import type { Instant } from './time';
import { civilDateAt } from './time';

/** How old the feed's last good reading is: shown as it is, shown with its time, or no longer shown (product.md §4). */
export type FeedAge = 'fresh' | 'stale' | 'hidden';

/**
 * The age of the reading at `now`. From `stale` on it is stale, from `hide` on hidden; a reading from the future (the clock
 * was set back) is as good as unknown.
 */
export function feedAgeAt(snapshot: Snapshot, now: Instant): FeedAge {
  const settings = snapshot.content.signage?.tickets;
  const readAt = snapshot.feed?.readAt ?? null;
  if (!settings || readAt === null || readAt > now) return 'hidden';
  const age = now - readAt;
  const pace = paceOf(snapshot.rehearsal);
  if (age >= settings.hideMs * pace) return 'hidden';
  return age >= settings.staleMs * pace ? 'stale' : 'fresh';
}

/** When the age next changes, for the one timer; null when it can't change by itself. */
export function feedAgeChangesAfter(snapshot: Snapshot, now: Instant): Instant | null {
  const settings = snapshot.content.signage?.tickets;
  const readAt = snapshot.feed?.readAt ?? null;
  if (!settings || readAt === null) return null;
  const pace = paceOf(snapshot.rehearsal);
  const steps = [readAt, readAt + settings.staleMs * pace, readAt + settings.hideMs * pace];
  return steps.find((step) => step > now) ?? null;
}

/** A feed's clock may run ahead by so much; a reading issued later than that is not of this moment. */
export const CLOCK_SLACK_MS = 600_000;

/**
 * The reading that may be shown at `now`: not hidden by age, and of this very day in the folder's zone. A feed that names no time of issue
 * may still call what was called yesterday: such calls go, and where there are no others, so does all the rest that it says.
 */
export function currentReading(snapshot: Snapshot, now: Instant): TicketReading | null {
  const zone = snapshot.content.signage?.timezone;
  const reading = snapshot.feed?.reading;
  if (zone === undefined || !reading || feedAgeAt(snapshot, now) === 'hidden') return null;
  const today = civilDateAt(now, zone);
  const isOfToday = (at: Instant) => civilDateAt(at, zone) === today && at <= now + CLOCK_SLACK_MS;
  if (!isOfToday(reading.issuedAt ?? snapshot.feed?.readAt ?? now)) return null;
  const calling = reading.calling.filter(({ calledAt }) => calledAt === null || isOfToday(calledAt));
  const isLeftOver = reading.issuedAt === null && calling.length === 0 && reading.calling.length > 0;
  return isLeftOver ? null : { ...reading, calling };
}
