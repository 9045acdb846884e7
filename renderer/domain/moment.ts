import type { Content, HolidayTable, Signage } from './content/content';
import { type DayHours, type DeskOverride, type DeskState, deskAt, hoursOn } from './desk';
import { deskOverrideAt } from './desk-override';
import type { Snapshot, StaffState } from './snapshot';
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

/** The moment as the display lives it: what staff and feed say of the desk counts too, where the calendar leaves room for it. */
export function displayMoment(snapshot: Snapshot, now: Instant, staff: StaffState = snapshot.staff): Moment | null {
  return momentAt(snapshot.content, now, deskOverrideAt(snapshot, staff, now));
}
