import { paceOf } from './clock';
import type { PlayerState } from './player-state';
import { placeOf, type Turn } from './rotation';
import type { StaffState } from './snapshot';
import type { Instant } from './time';

/** A hold ends by itself (product.md §5). */
export const HOLD_MS = 600_000;

/** The hold that is on at `now`. One that reaches farther than any hold may was set by a wrong clock. */
export function holdAt({ snapshot, staff }: PlayerState, now: Instant): StaffState['hold'] {
  const { hold } = staff;
  if (hold === null || hold.until <= now) return null;
  return hold.until - now > HOLD_MS * paceOf(snapshot?.rehearsal ?? null) ? null : hold;
}

/** Drops a hold that has ended. Its slide stays its own time from there on. */
export function settledHold(state: PlayerState, now: Instant): PlayerState {
  const { hold, place } = state.staff;
  if (hold === null || holdAt(state, now) !== null) return state;
  const since = Math.min(hold.until, now);
  const held = place?.slideId === hold.slideId ? { ...place, since } : { slideId: hold.slideId, since };
  return { ...state, staff: { ...state.staff, place: held, hold: null } };
}

/** Space: holds the slide of this turn, or lets it go; either way it gets its whole stay. */
export function holdToggled(state: PlayerState, turn: Turn | undefined, now: Instant): PlayerState {
  if (turn === undefined) return state;
  const hold =
    holdAt(state, now) === null
      ? { slideId: turn.slide.id, until: now + HOLD_MS * paceOf(state.snapshot?.rehearsal ?? null) }
      : null;
  return { ...state, staff: { ...state.staff, place: placeOf(turn, now), hold } };
}
