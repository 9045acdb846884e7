import type { Content, HolidayTable, Signage } from './content/content';
import { type DayHours, type DeskOverride, type DeskState, deskAt, hoursOn } from './desk';
import type { Snapshot } from './snapshot';
import { currentReading } from './ticket-age';
import type { CivilDate, Instant } from './time';
import { civilDateAt } from './time';

/** What is true of a folder at an instant: the ground on which slides, live values and bands are decided. */
export interface Moment {
  readonly now: Instant;
  /** Today in the folder's zone. */
  readonly date: CivilDate;
  readonly signage: Signage;
  readonly holidays: HolidayTable | null;
  /** Null: the folder names no desk. */
  readonly desk: DeskState | null;
  /** Today's hours with the day's changes; null without a desk. */
  readonly today: DayHours | null;
}

/** Null until a good `signage.yaml` was read: without its zone not even the date is known. */
export function momentAt(content: Content, now: Instant, override?: DeskOverride): Moment | null {
  const { signage, holidays } = content;
  if (signage === null) return null;
  const date = civilDateAt(now, signage.timezone);
  return {
    now,
    date,
    signage,
    holidays,
    desk: signage.desk && deskAt(signage.desk, signage.timezone, holidays, now, override),
    today: signage.desk && hoursOn(signage.desk, date, holidays),
  };
}

/** The moment as the display lives it: what the feed says of the desk counts too, where the calendar leaves room for it. */
export function displayMoment(snapshot: Snapshot, now: Instant): Moment | null {
  return momentAt(snapshot.content, now, feedOverride(snapshot, now));
}

/** A desk status that is too old, or from another day, says nothing (product.md §4). */
function feedOverride(snapshot: Snapshot, now: Instant): DeskOverride {
  const none: DeskOverride = { receptionClosedOn: null, pause: null };
  const { signage } = snapshot.content;
  const status = signage && currentReading(snapshot, now)?.desk;
  if (!signage || !status) return none;
  if (status.status === 'paused') return { ...none, pause: { until: null, reason: status.note } };
  if (status.status === 'receptionClosed') return { ...none, receptionClosedOn: civilDateAt(now, signage.timezone) };
  return none;
}
