import { CALLS_SHOWN, type Call } from './tickets';
import type { Instant } from './time';

/** Nobody's number is on the glass for less than 4 s (product.md §4): half a second more, for a busy machine paints it late. */
export const LEAST_SHOWN_MS = 4_500;
/** How long a newly called number stands out (product.md §1). */
export const FRESH_MS = 5_000;
/** Numbers that wait for room on the glass: two rounds of the list, so that it never lags by more than 9 s. The oldest give way. */
const MOST_WAITING = 2 * CALLS_SHOWN;
/** A number that was called longer ago, by the feed's own clock, has only come into the feed's list again. */
const RECENT_MS = 120_000;

/** A number on the glass. */
export interface BoardCall {
  readonly call: Call;
  /** When it came on the glass, or was called again while there. */
  readonly since: Instant;
  /** It was called just then, and not found there at the start. */
  readonly isNew: boolean;
}

/** The numbers on the glass, and what is needed to say which are newly called. */
export interface CallBoard {
  /** Where the numbers come from: another source, or a new run of the feed, starts without news. Null: nothing is known yet. */
  readonly source: string | null;
  /** All that the source calls, each with the time of its call or, where the feed names none, of its coming. */
  readonly called: readonly Call[];
  /** Newest first, at most five. */
  readonly shown: readonly BoardCall[];
  /** Called, but there was no room yet: oldest first. */
  readonly waiting: readonly Call[];
}

/** What a source calls at an instant. `bySource`: its own clock then, where it tells. */
export interface Called {
  readonly source: string;
  readonly calls: readonly Call[];
  readonly bySource: Instant | null;
}

/** Before anything is known. */
export const UNKNOWN_BOARD: CallBoard = { source: null, called: [], shown: [], waiting: [] };
/** It is known that there is nothing to show. */
const NOTHING: CallBoard = { ...UNKNOWN_BOARD, source: 'nothing' };
/** The source of numbers that staff typed. */
export const STAFF_SOURCE = 'staff';

/**
 * The board at `now`. A newly called number comes on at once while there is room: those that have had their four seconds give way to
 * it. When more are called than there is room for, they wait, and come on in the order of their calls; what room is left shows the
 * newest of the others. A number that is no longer called goes once it has had its four seconds. Without anything to show (a feed
 * that is too old, a closed day) the board is empty at once. `pace` stretches the four seconds in a fast rehearsal.
 */
export function boardAt(board: CallBoard, given: Called | null, now: Instant, pace: number): CallBoard {
  if (given === null) return board.source === NOTHING.source ? board : NOTHING;
  const { source } = given;
  const goesOn = board.source === source || (board.source !== null && source === STAFF_SOURCE);
  const before = board.source === source ? board.called : [];
  const called = given.calls.map((call) => withTime(call, before, goesOn ? now : null));
  const isNewAt = given.calls.map((call) => goesOn && isNews(call, before, given.bySource ?? now, pace));
  const news = called
    .filter((_, index) => isNewAt[index])
    .reverse()
    .sort(byTime);
  const again = board.shown.flatMap(({ call }) => news.find((one) => isSame(one, call)) ?? []);
  const line = [
    ...(goesOn ? board.waiting : []).filter((call) => !news.some((one) => isSame(one, call))),
    ...without(news, again),
  ];

  const kept = board.shown.filter(({ call, since }) => isHeld(since, now, pace) && !again.some((one) => isSame(one, call)));
  const room = CALLS_SHOWN - kept.length - again.length;
  const waiting = line.slice(room).slice(-MOST_WAITING);
  const coming = [...again, ...line.slice(0, room)].map((call): BoardCall => ({ call, since: now, isNew: true }));
  const sure = [...kept, ...coming];
  const others = [...without(called, [...sure.map(({ call }) => call), ...waiting])]
    .sort((a, b) => byTime(b, a))
    .slice(0, CALLS_SHOWN - sure.length)
    .map((call) => board.shown.find((one) => isSame(one.call, call)) ?? { call, since: now, isNew: false });
  const shown = inOrder([...sure, ...others], called);
  return { source, called, shown, waiting };
}

/** When the board next changes by itself; null when it does not. */
export function boardChangesAfter({ shown }: CallBoard, now: Instant, pace: number): Instant | null {
  const steps = shown.flatMap(({ since, isNew }) => [since + LEAST_SHOWN_MS * pace, ...(isNew ? [since + FRESH_MS * pace] : [])]);
  const next = Math.min(...steps.filter((step) => step > now));
  return Number.isFinite(next) ? next : null;
}

/** Whether a number stands out as newly called. */
export function isFresh({ since, isNew }: BoardCall, now: Instant, pace: number): boolean {
  return isNew && since <= now && now < since + FRESH_MS * pace;
}

/** The same ticket at the same counter. */
export function isSame(a: Call, b: Call): boolean {
  return a.label === b.label && a.counter === b.counter;
}

function withTime(call: Call, before: readonly Call[], now: Instant | null): Call {
  if (call.calledAt !== null) return call;
  const earlier = before.find((one) => isSame(one, call));
  return { ...call, calledAt: earlier === undefined ? now : earlier.calledAt };
}

/** New in the list, or called again: later than before. Where the feed names no time, only what is new in the list. */
function isNews(call: Call, before: readonly Call[], sourceNow: Instant, pace: number): boolean {
  const earlier = before.find((one) => isSame(one, call));
  if (call.calledAt === null) return earlier === undefined;
  if (earlier !== undefined && !(earlier.calledAt !== null && call.calledAt > earlier.calledAt)) return false;
  return sourceNow - call.calledAt < RECENT_MS * pace;
}

/** A clock that was set back holds nothing on the glass. */
function isHeld(since: Instant, now: Instant, pace: number): boolean {
  return since <= now && now < since + LEAST_SHOWN_MS * pace;
}

/** Newest first; at one time in the order of the source. */
function inOrder(shown: readonly BoardCall[], called: readonly Call[]): readonly BoardCall[] {
  const place = ({ call }: BoardCall) => called.findIndex((one) => isSame(one, call));
  return [...shown].sort((a, b) => byTime(b.call, a.call) || place(a) - place(b));
}

function without(calls: readonly Call[], others: readonly Call[]): readonly Call[] {
  return calls.filter((call) => !others.some((one) => isSame(one, call)));
}

function byTime(a: Call, b: Call): number {
  return timeOf(a) - timeOf(b);
}

function timeOf({ calledAt }: Call): Instant {
  return calledAt ?? 0;
}
