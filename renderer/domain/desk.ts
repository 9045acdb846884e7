import { closureReason, firstDay, joined, spansOn } from './calendar';
import type { Change, Desk, DeskStateName, HolidayTable, WallSpan } from './content/content';
import { addDays, type CivilDate, civilDateAt, type Instant, instantOf } from './time';

/** How far ahead an opening is looked for, and how far back a last closing: more than a year, so that any yearly rule comes round. */
const SEARCH_DAYS = 400;

/** A day's hours with its changes applied. */
export interface DayHours {
  /** In order, not touching; empty on a day that does not open. */
  readonly spans: readonly WallSpan[];
  /** Why the day is closed, or why its hours differ; null on an ordinary day. */
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
  /** Set while inside hours. */
  readonly closesAt: Instant | null;
  /** The end of a pause, when it comes before the closing. */
  readonly resumesAt: Instant | null;
}

/** What staff or the feed say beside the calendar. It counts inside hours only. */
export interface DeskOverride {
  /** Reception was closed on this date; forgotten at midnight. */
  readonly receptionClosedOn: CivilDate | null;
  readonly pause: { readonly until: Instant | null; readonly reason: string | null } | null;
}

/**
 * The hours of a date. A dated change beats the closures, the closures beat the weekly rules; of several changes the later line
 * wins. After `lastDay` nothing opens, whatever a change says.
 */
export function hoursOn(desk: Desk, date: CivilDate, table: HolidayTable | null): DayHours {
  const changes = desk.changes.filter(({ from, until }) => from <= date && date <= until);
  const place = last(changes, ({ place }) => place);
  if (desk.lastDay !== null && date > desk.lastDay) return { spans: [], reason: null, place, pauses: [] };
  const hours = changes.filter(({ closed, time }) => closed || time !== null).at(-1);
  const pauses = changes.flatMap(({ pause, reason }) => (pause === null ? [] : [{ span: pause, reason }]));
  if (hours?.closed) return { spans: [], reason: hours.reason, place, pauses };
  if (hours?.time) return { spans: [hours.time], reason: hours.reason, place, pauses };
  const spans = spansOn(desk.hours, date, table);
  const reason = spans.length === 0 ? closureReason(desk.hours, date, table) : null;
  return { spans, reason, place, pauses };
}

function last<T>(changes: readonly Change[], pick: (change: Change) => T | null): T | null {
  return (
    changes
      .map(pick)
      .filter((value) => value !== null)
      .at(-1) ?? null
  );
}

/** The last closing on or before `lastDay`: from there on the desk has ended, for ever. Null without a last day. */
export function endedAt(desk: Desk, zone: string, table: HolidayTable | null): Instant | null {
  const { lastDay } = desk;
  if (lastDay === null) return null;
  for (let back = 0; back <= SEARCH_DAYS; back += 1) {
    const date = addDays(lastDay, -back);
    const closes = hoursOn(desk, date, table).spans.at(-1)?.until;
    if (closes !== undefined) return instantOf(date, closes, zone);
  }
  // A desk that never opened before its last day has ended with that day.
  return instantOf(lastDay, '24:00', zone);
}

/** The state of the desk at `now`. `override` is what staff or the feed add; the calendar beats it outside hours. */
export function deskAt(
  desk: Desk,
  zone: string,
  table: HolidayTable | null,
  now: Instant,
  override: DeskOverride = { receptionClosedOn: null, pause: null },
): DeskState {
  const ended = endedAt(desk, zone, table);
  const none = { reason: null, opensAt: null, closesAt: null, resumesAt: null };
  if (ended !== null && now >= ended) return { ...none, kind: 'ended' };

  const date = civilDateAt(now, zone);
  const today = hoursOn(desk, date, table);
  const spans = today.spans.map(({ from, until }) => ({
    from: instantOf(date, from, zone),
    until: instantOf(date, until, zone),
  }));
  const opensAt = spans.find(({ from }) => from > now)?.from ?? nextOpening(desk, zone, table, date);
  const current = spans.find(({ from, until }) => from <= now && now < until);
  if (current === undefined) {
    const comes = spans.some(({ from }) => from > now);
    const kind = spans.length === 0 ? 'closed' : comes ? 'before' : 'after';
    return { ...none, kind, reason: today.reason, opensAt };
  }

  const open = { ...none, opensAt, closesAt: current.until };
  const pause = pauseAt(today, date, zone, now) ?? override.pause;
  if (pause !== null) {
    const resumesAt = pause.until !== null && pause.until < current.until ? pause.until : null;
    return { ...open, kind: 'paused', reason: pause.reason, resumesAt };
  }
  if (override.receptionClosedOn === date) return { ...open, kind: 'receptionClosed' };
  return { ...open, kind: 'open', reason: today.reason };
}

/** The first opening on a later day. */
function nextOpening(desk: Desk, zone: string, table: HolidayTable | null, today: CivilDate): Instant | null {
  const day = firstDay(addDays(today, 1), SEARCH_DAYS, (date) => hoursOn(desk, date, table).spans.length > 0);
  const opens = day === null ? undefined : hoursOn(desk, day, table).spans[0]?.from;
  return day === null || opens === undefined ? null : instantOf(day, opens, zone);
}

/** The pause that is on, with the end of the last one that follows it without a gap. */
function pauseAt(today: DayHours, date: CivilDate, zone: string, now: Instant): DeskOverride['pause'] {
  const covers = ({ from, until }: WallSpan) => instantOf(date, from, zone) <= now && now < instantOf(date, until, zone);
  const pause = today.pauses.find(({ span }) => covers(span));
  if (pause === undefined) return null;
  const whole = joined(today.pauses.map(({ span }) => span)).find(covers) ?? pause.span;
  return { until: instantOf(date, whole.until, zone), reason: pause.reason };
}
