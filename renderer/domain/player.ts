import { paceOf } from './clock';
import { displayMoment } from './moment';
import { assertNever } from './result';
import { type Position, positionAt, rotationAt, type Turn } from './rotation';
import type { Snapshot, StaffState } from './snapshot';
import type { Instant } from './time';

/** A hold ends by itself (product.md §5). */
export const HOLD_MS = 600_000;

/** What staff ask for, whichever key or remote they use. Slides count from 0. */
export type Intent =
  | { readonly kind: 'next' | 'previous' | 'first' | 'last' | 'hold' | 'keys' | 'leave' | 'confirm' | 'dismiss' }
  | { readonly kind: 'slide'; readonly index: number };

export type PlayerEvent =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'intent'; readonly intent: Intent }
  /** Time has passed: the scene's next change is here. */
  | { readonly kind: 'tick' };

/** What must happen outside the page. */
export type Effect = { readonly kind: 'remember'; readonly staff: StaffState } | { readonly kind: 'leave' };

/** The page's whole state; changed by `player` alone. */
export interface PlayerState {
  /** Null until main has answered for the first time. */
  readonly snapshot: Snapshot | null;
  readonly staff: StaffState;
  readonly overlay: 'keys' | 'leave' | null;
  /** How the slide on show came on. */
  readonly arrival: 'cut' | 'fade';
}

export const INITIAL_PLAYER: PlayerState = {
  snapshot: null,
  staff: { place: null, hold: null },
  overlay: null,
  arrival: 'cut',
};

/** The next state after an event at `now` (display time), and what must be done outside. */
export function player(state: PlayerState, event: PlayerEvent, now: Instant): { state: PlayerState; effects: readonly Effect[] } {
  const next = settled(received(settled(state, now), event, now), now);
  const effects: Effect[] = [];
  if (next.snapshot !== null && !sameStaff(next.staff, state.staff)) effects.push({ kind: 'remember', staff: next.staff });
  if (event.kind === 'intent' && event.intent.kind === 'confirm' && state.overlay === 'leave') effects.push({ kind: 'leave' });
  return { state: next, effects };
}

/** The rotation at `now`, and where it stands: on the held slide while a hold lasts. */
export function rotationOf(state: PlayerState, now: Instant): { turns: readonly Turn[]; position: Position | null } {
  const { snapshot, staff } = state;
  const moment = snapshot && displayMoment(snapshot, now);
  if (snapshot === null || moment === null) return { turns: [], position: null };
  const turns = rotationAt(snapshot.content, moment, paceOf(snapshot.rehearsal));
  const held = holdAt(state, now);
  const index = held === null ? -1 : turns.findIndex(({ slide }) => slide.id === held.slideId);
  // A held slide whose time is over goes all the same: the display never says something untrue.
  if (held === null || index < 0) return { turns, position: positionAt(turns, staff.place, now) };
  return { turns, position: { index, since: staff.place?.since ?? now, until: held.until } };
}

/** The hold that is on at `now`. One that reaches farther than any hold may was set by a wrong clock. */
export function holdAt({ snapshot, staff }: PlayerState, now: Instant): StaffState['hold'] {
  const { hold } = staff;
  if (hold === null || hold.until <= now) return null;
  return hold.until - now > HOLD_MS * paceOf(snapshot?.rehearsal ?? null) ? null : hold;
}

/** Makes what time did permanent: an ended hold is dropped, the anchor moves to the slide on show. */
function settled(state: PlayerState, now: Instant): PlayerState {
  if (state.snapshot === null) return state;
  const { hold } = state.staff;
  const running = holdAt(state, now);
  if (hold !== null && running === null) {
    // The slide stays its own time from the end of the hold on.
    const since = Math.min(hold.until, now);
    return settled({ ...state, staff: { place: { slideId: hold.slideId, since }, hold: null } }, now);
  }
  const { turns, position } = rotationOf(state, now);
  const slide = position && turns[position.index]?.slide;
  if (!position || !slide) return state;
  const { place } = state.staff;
  const stillHeld = running !== null && running.slideId === slide.id ? running : null;
  if (place?.slideId === slide.id && (stillHeld !== null || place.since === position.since) && stillHeld === hold) return state;
  return {
    ...state,
    staff: { place: { slideId: slide.id, since: position.since }, hold: stillHeld },
    arrival: place !== null && place.slideId !== slide.id ? 'fade' : state.arrival,
  };
}

function received(state: PlayerState, event: PlayerEvent, now: Instant): PlayerState {
  switch (event.kind) {
    case 'snapshot':
      return withSnapshot(state, event.snapshot);
    case 'intent':
      return withIntent(state, event.intent, now);
    case 'tick':
      return state;
    default:
      return assertNever(event);
  }
}

/** Higher revisions win; the first snapshot also brings back what staff did before the page was loaded. */
function withSnapshot(state: PlayerState, snapshot: Snapshot): PlayerState {
  if (state.snapshot === null) return { ...state, snapshot, staff: snapshot.staff, arrival: 'cut' };
  return snapshot.revision > state.snapshot.revision ? { ...state, snapshot } : state;
}

function withIntent(state: PlayerState, intent: Intent, now: Instant): PlayerState {
  const { turns, position } = rotationOf(state, now);
  const index = position?.index ?? 0;
  switch (intent.kind) {
    case 'next':
      return moved(state, turns, (index + 1) % Math.max(turns.length, 1), now);
    case 'previous':
      return moved(state, turns, (index - 1 + turns.length) % Math.max(turns.length, 1), now);
    case 'first':
      return moved(state, turns, 0, now);
    case 'last':
      return moved(state, turns, turns.length - 1, now);
    case 'slide':
      return moved(state, turns, intent.index, now);
    case 'hold':
      return holdToggled(state, turns[index], now);
    case 'keys':
      return { ...state, overlay: state.overlay === 'keys' ? null : 'keys' };
    case 'leave':
      return { ...state, overlay: 'leave' };
    case 'confirm':
    case 'dismiss':
      return { ...state, overlay: null };
    default:
      return assertNever(intent);
  }
}

/** Staff's move is a cut, and the slide gets its whole stay. While a hold is on, the new slide is held in place of the old. */
function moved(state: PlayerState, turns: readonly Turn[], index: number, now: Instant): PlayerState {
  const slide = turns[index]?.slide;
  if (slide === undefined) return state;
  const hold = holdAt(state, now);
  return {
    ...state,
    staff: { place: { slideId: slide.id, since: now }, hold: hold && { ...hold, slideId: slide.id } },
    arrival: 'cut',
  };
}

function holdToggled(state: PlayerState, turn: Turn | undefined, now: Instant): PlayerState {
  if (turn === undefined) return state;
  const place = { slideId: turn.slide.id, since: now };
  const hold =
    holdAt(state, now) === null
      ? { slideId: turn.slide.id, until: now + HOLD_MS * paceOf(state.snapshot?.rehearsal ?? null) }
      : null;
  return { ...state, staff: { place, hold } };
}

function sameStaff(a: StaffState, b: StaffState): boolean {
  return (
    a.place?.slideId === b.place?.slideId &&
    a.place?.since === b.place?.since &&
    a.hold?.slideId === b.hold?.slideId &&
    a.hold?.until === b.hold?.until
  );
}
