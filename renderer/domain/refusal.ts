import { paceOf } from './clock';
import type { PlayerState } from './player-state';
import type { Instant } from './time';

/** Long enough to be read by who has just pressed the key. */
const REFUSAL_MS = 8_000;

/** The state that says why a key does nothing. */
export function refused(state: PlayerState, text: string, now: Instant): PlayerState {
  return { ...state, refusal: { text, since: now, until: now + REFUSAL_MS * paceOf(state.snapshot?.rehearsal ?? null) } };
}

/** Takes the line off when its time is over; a clock that was set back leaves none behind. */
export function settledRefusal(state: PlayerState, now: Instant): PlayerState {
  const { refusal } = state;
  return refusal === null || (refusal.since <= now && now < refusal.until) ? state : { ...state, refusal: null };
}
