import { closureReason, spansOn } from './calendar';
import type { Desk, DeskStateName, HolidayTable, WallSpan } from './content/content';
import { addDays, type CivilDate, civilDateAt, type Instant, instantOf } from './time';

/** How far ahead an opening is looked for, and how far back a last closing: more than a year, so that any yearly rule comes round. */
const SEARCH_DAYS = 400;

/** A day's hours with its changes applied. */
export interface DayHours {
  /** In order, not touching; empty on a day that does not open. */
  readonly spans: readonly WallSpan[];
  /** Why the day is closed, why its hours differ, or why the desk has moved; null on an ordinary day. */
  readonly reason: string | null;
  /** Where the desk is on this day, when it is not at its place. */
  readonly place: string | null;
  readonly pauses: readonly { readonly span: WallSpan; readonly reason: string | null }[];
}

/** The desk at an instant (product.md §3). */
export interface DeskState {
  readonly kind: DeskStateName;
  readonly reason: string | null;
  /** The next opening after the instant; null when there is none. */
  readonly opensAt: Instant | null;
  /** When reception next begins: at `opensAt`, or where a pause covers that opening when the pause is over, perhaps on a later day. */
  readonly receivesAt: Instant | null;
  /** Set while inside hours; null there only for a desk that never closes. Hours to 24:00 go on in a next day's hours from 00:00. */
  readonly closesAt: Instant | null;
  /** The end of a pause, when it is known, comes before the closing, and reception is open then. */
  readonly resumesAt: Instant | null;
}

/** What staff or the feed say beside the calendar. It counts inside hours only. */
export interface DeskOverride {
  /** Reception was closed on this date; forgotten at midnight. */
  readonly receptionClosedOn: CivilDate | null;
  /** `until` null: nobody knows yet. Past `until` the pause is over. */
  readonly pause: { readonly until: Instant | null; readonly reason: string | null } | null;
}

interface OpenSpan {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * The hours of a date. A dated change beats the closures, the closures beat the weekly rules. Several changes of one date count
 * together: of those that set hours the later line wins, of those that name a place too, and all pauses hold. After `lastDay`
 * nothing opens, whatever a change says.
 */
export function hoursOn(desk: Desk, date: CivilDate, table: HolidayTable | null): DayHours {
  const changes = desk.changes.filter(({ from, until }) => from <= date && date <= until);
  const move = changes.filter(({ place }) => place !== null).at(-1);
  const place = move?.place ?? null;
  if (desk.lastDay !== null && date > desk.lastDay) return { spans: [], reason: null, place, pauses: [] };
  const pauses = changes.flatMap(({ pause, reason }) => (pause === null ? [] : [{ span: pause, reason }]));
  const change = changes.filter(({ closed, time }) => closed || time !== null).at(-1);
  if (change !== undefined && !change.closed && change.time !== null) {
    return { spans: [change.time], reason: change.reason, place, pauses };
  }
  const spans = change === undefined ? spansOn(desk.hours, date, table) : [];
  if (spans.length === 0) return { spans, reason: change?.reason ?? closureReason(desk.hours, date, table), place, pauses };
  // A line that pauses gives the reason of its pause; only a line that does nothing but move gives that of the move.
  return { spans, reason: move?.pause === null ? move.reason : null, place, pauses };
}

/**
 * The last closing on or before `lastDay`: from there on the desk has ended, for ever. Null without a last day; the end of the
 * last day for a desk that was not open in the year before it.
 */
export function endedAt(desk: Desk, zone: string, table: HolidayTable | null): Instant | null {
  const { lastDay } = desk;
  if (lastDay === null) return null;
  for (let back = 0; back <= SEARCH_DAYS; back += 1) {
    const last = openSpans(desk, zone, table, addDays(lastDay, -back)).at(-1);
    if (last !== undefined) return last.until;
  }
  return instantOf(lastDay, '24:00', zone);
}

/**
 * The state of the desk at `now`, by the folder's zone and table of holidays (null: the built-in one). Spans include their start
 * and exclude their end; between two spans of one day the desk is `before` its next opening. `override` is what staff or the feed
 * add; outside hours the calendar beats it. Once reception was closed for today, nothing else opens today.
 */
export function deskAt(
  desk: Desk,
  zone: string,
  table: HolidayTable | null,
  now: Instant,
  override: DeskOverride = { receptionClosedOn: null, pause: null },
): DeskState {
  const ended = endedAt(desk, zone, table);
  const none = { reason: null, opensAt: null, receivesAt: null, closesAt: null, resumesAt: null };
  if (ended !== null && now >= ended) return { ...none, kind: 'ended' };

  const date = civilDateAt(now, zone);
  const { reason } = hoursOn(desk, date, table);
  const spans = openSpans(desk, zone, table, date);
  const receptionClosed = override.receptionClosedOn === date && spans.some(({ from }) => from <= now);
  const later = receptionClosed ? undefined : spans.find(({ from }) => from > now);
  const opensAt = later?.from ?? nextOpening(desk, zone, table, date);
  const opening = opensAt === null ? null : openingPause(desk, zone, table, opensAt);
  const receivesAt = opening === null ? opensAt : opening.receivesAt;
  const current = spans.find(({ from, until }) => from <= now && now < until);
  if (current === undefined) {
    const kind = spans.length === 0 ? 'closed' : later !== undefined ? 'before' : 'after';
    return { ...none, kind, reason: kind === 'before' ? (opening?.reason ?? reason) : reason, opensAt, receivesAt };
  }

  const closesAt = closing(desk, zone, table, date, current.until);
  const inside = { ...none, opensAt, receivesAt, closesAt };
  const pause = pauseAt(desk, zone, table, date, now, override.pause);
  if (pause !== null) {
    const resumes = !receptionClosed && pause.until < (closesAt ?? Number.POSITIVE_INFINITY);
    const resumesAt = resumes ? pause.until : null;
    return { ...inside, kind: 'paused', reason: pause.reason, resumesAt };
  }
  return receptionClosed ? { ...inside, kind: 'receptionClosed' } : { ...inside, kind: 'open', reason };
}

/** A day's spans as instants. A span that lies in an hour which the clocks skip is none. */
function openSpans(desk: Desk, zone: string, table: HolidayTable | null, date: CivilDate): readonly OpenSpan[] {
  return hoursOn(desk, date, table)
    .spans.map(({ from, until }) => ({ from: instantOf(date, from, zone), until: instantOf(date, until, zone) }))
    .filter(({ from, until }) => from < until);
}

/** The first opening on a day after `today`. Going on at midnight is no opening. */
function nextOpening(desk: Desk, zone: string, table: HolidayTable | null, today: CivilDate): Instant | null {
  let closed = openSpans(desk, zone, table, today).at(-1)?.until;
  for (let step = 1; step <= SEARCH_DAYS; step += 1) {
    const date = addDays(today, step);
    if (desk.lastDay !== null && date > desk.lastDay) return null;
    const spans = openSpans(desk, zone, table, date);
    const opening = spans.find(({ from }) => from !== closed);
    if (opening !== undefined) return opening.from;
    closed = spans.at(-1)?.until;
  }
  return null;
}

/** The closing of a span that ends at `until`, over midnight where the next day opens there; null when no closing is in sight. */
function closing(desk: Desk, zone: string, table: HolidayTable | null, date: CivilDate, until: Instant): Instant | null {
  let closes = until;
  for (let step = 1; step <= SEARCH_DAYS; step += 1) {
    const next = openSpans(desk, zone, table, addDays(date, step))[0];
    if (next?.from !== closes) return closes;
    closes = next.until;
  }
  return null;
}

/**
 * The planned pause that covers an opening, and when reception begins after it: at its end where that lies inside hours, else at the next
 * opening that no pause covers. Null when none covers it. What staff or feed pause counts inside hours only.
 */
function openingPause(
  desk: Desk,
  zone: string,
  table: HolidayTable | null,
  opensAt: Instant,
): { readonly receivesAt: Instant | null; readonly reason: string | null } | null {
  const pauseOn = (at: Instant) => pauseAt(desk, zone, table, civilDateAt(at, zone), at, null);
  const first = pauseOn(opensAt);
  if (first === null) return null;
  let receivesAt = openFrom(desk, zone, table, first.until);
  for (let more: typeof first | null = first; receivesAt !== null && more !== null; ) {
    more = pauseOn(receivesAt);
    if (more !== null) receivesAt = openFrom(desk, zone, table, more.until);
  }
  return { receivesAt, reason: first.reason };
}

/** The first instant inside hours, this one or later; null when there is none. */
function openFrom(desk: Desk, zone: string, table: HolidayTable | null, at: Instant): Instant | null {
  const date = civilDateAt(at, zone);
  const span = openSpans(desk, zone, table, date).find(({ until }) => at < until);
  return span === undefined ? nextOpening(desk, zone, table, date) : Math.max(span.from, at);
}

/**
 * The pause that is on, planned or pressed, to the end of the last one that follows without a gap: what is announced as the
 * resumption must be one. Infinity when nobody knows the end. Of several reasons the latest line's is told, staff's before all.
 */
function pauseAt(
  desk: Desk,
  zone: string,
  table: HolidayTable | null,
  date: CivilDate,
  now: Instant,
  pressed: DeskOverride['pause'],
): { readonly until: Instant; readonly reason: string | null } | null {
  const planned = [date, addDays(date, 1)].flatMap((day) =>
    hoursOn(desk, day, table).pauses.map(({ span, reason }) => ({
      from: instantOf(day, span.from, zone),
      until: instantOf(day, span.until, zone),
      reason,
    })),
  );
  const staff = pressed && {
    from: Number.NEGATIVE_INFINITY,
    until: pressed.until ?? Number.POSITIVE_INFINITY,
    reason: pressed.reason,
  };
  const pauses = staff === null ? planned : [...planned, staff];
  const on = pauses.filter(({ from, until }) => from <= now && now < until);
  if (on.length === 0) return null;
  let end = now;
  for (let more = on; more.length > 0; more = pauses.filter(({ from, until }) => from <= end && end < until)) {
    end = Math.max(...more.map(({ until }) => until));
  }
  const reasons = on.map(({ reason }) => reason).filter((reason) => reason !== null);
  return { until: end, reason: reasons.at(-1) ?? null };
}
