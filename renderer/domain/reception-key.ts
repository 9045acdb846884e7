import { momentAt } from './moment';
import type { PlayerState } from './player-state';
import { refused } from './refusal';
import type { StaffState } from './snapshot';
import { currentReading } from './ticket-age';
import { type CivilDate, civilDateAt, type Instant } from './time';

/** Outside the hours C and P have nothing to say: the calendar does. */
export const OUT_OF_HOURS = '今は受付時間の外なので、この操作はできません';
const NO_DESK = '窓口の受付時間（signage.yaml の desk）がないので、この操作はできません';
const CLOSED_BY_FEED = '番号のシステムが受付を締め切っています。ここからは開けません';

/**
 * C: closes reception for the rest of today, or opens it again; forgotten at midnight. Where it could change nothing it says why
 * and does nothing: outside the hours, and where the feed has closed reception.
 */
export function receptionKey(state: PlayerState, now: Instant): PlayerState {
  const { snapshot, staff } = state;
  const moment = snapshot && momentAt(snapshot.content, now);
  if (snapshot === null || moment === null || moment.desk === null) return refused(state, NO_DESK, now);
  if (!canClose(state, now)) return refused(state, OUT_OF_HOURS, now);
  const byFeed = currentReading(snapshot, now)?.desk?.status === 'receptionClosed';
  if (staff.receptionClosedOn !== moment.date) {
    return byFeed ? refused(state, CLOSED_BY_FEED, now) : withReception(state, moment.date);
  }
  const opened = withReception(state, null);
  return byFeed ? refused(opened, CLOSED_BY_FEED, now) : opened;
}

/** Whether staff have closed reception and it counts at `now`. */
export function isReceptionClosed(state: PlayerState, now: Instant): boolean {
  return (
    state.staff.receptionClosedOn !== undefined && state.staff.receptionClosedOn === dateAt(state, now) && canClose(state, now)
  );
}

/** Drops a closing of another day. */
export function settledReception(state: PlayerState, now: Instant): PlayerState {
  const { receptionClosedOn } = state.staff;
  const today = receptionClosedOn === undefined ? null : dateAt(state, now);
  return today === null || receptionClosedOn === today ? state : withReception(state, null);
}

/** Today in the folder's zone; null while that is not known. */
function dateAt({ snapshot }: PlayerState, now: Instant): CivilDate | null {
  const zone = snapshot?.content.signage?.timezone;
  return zone === undefined ? null : civilDateAt(now, zone);
}

/** Inside hours, and between two spans of a day that has begun, for then the later one would not open. */
function canClose({ snapshot }: PlayerState, now: Instant): boolean {
  const moment = snapshot && momentAt(snapshot.content, now);
  if (snapshot === null || !moment?.desk) return false;
  const { kind } = moment.desk;
  if (kind !== 'before') return kind === 'open' || kind === 'paused';
  return momentAt(snapshot.content, now, { receptionClosedOn: moment.date, pause: null })?.desk?.kind !== 'before';
}

function withReception(state: PlayerState, closedOn: CivilDate | null): PlayerState {
  const { receptionClosedOn: _, ...rest } = state.staff;
  const staff: StaffState = closedOn === null ? rest : { ...rest, receptionClosedOn: closedOn };
  return { ...state, staff };
}
