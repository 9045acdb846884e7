import { paceOf } from './clock';
import type { EmergencyCard } from './content/content';
import { chosenAt, withChosen, withoutChosen } from './emergency';
import type { Intent, Overlay, PlayerState } from './player-state';
import type { Snapshot } from './snapshot';
import type { Instant } from './time';

/** An overlay covers the slides: one that staff walked away from closes itself, so long after the last key. */
const OVERLAY_MS = 120_000;

/** The state with an overlay opened or kept open at `now`. */
export function withOverlay(state: PlayerState, overlay: Overlay, now: Instant): PlayerState {
  return { ...state, overlay, overlayUntil: now + OVERLAY_MS * paceOf(state.snapshot?.rehearsal ?? null) };
}

/** The state without an overlay. */
export function closed(state: PlayerState): PlayerState {
  return { ...state, overlay: null, overlayUntil: null };
}

/** Closes an overlay whose time is over. One that would stay longer than any may was opened before the clock was set back. */
export function settledOverlay(state: PlayerState, now: Instant): PlayerState {
  const { overlay, overlayUntil, snapshot } = state;
  if (overlay === null || overlayUntil === null) return state;
  const isOver = overlayUntil <= now || overlayUntil - now > OVERLAY_MS * paceOf(snapshot?.rehearsal ?? null);
  return isOver ? closed(state) : state;
}

/** The cards in the order in which they are offered. */
export function offeredCards(snapshot: Snapshot | null): readonly EmergencyCard[] {
  return snapshot?.content.emergencyCards ?? [];
}

/** E: ends the card that is on; else opens the choice, or closes it. */
export function emergencyKey(state: PlayerState, now: Instant): PlayerState {
  if (chosenAt(state, now) !== null) return closed(withoutChosen(state));
  return state.overlay?.kind === 'emergency'
    ? closed(state)
    : withOverlay(state, { kind: 'emergency', selected: 0, asking: false }, now);
}

/**
 * What a key does while the emergency cards are open: arrows, digits, Home and End select, Enter asks, Enter again puts the card on the
 * glass, Esc takes one step back. Null: the key means what it always means.
 */
export function chooserKey(state: PlayerState, intent: Intent, now: Instant): PlayerState | null {
  const { overlay } = state;
  if (overlay?.kind !== 'emergency') return null;
  const cards = offeredCards(state.snapshot);
  const last = Math.max(cards.length - 1, 0);
  const { selected, asking } = { ...overlay, selected: Math.min(overlay.selected, last) };
  const select = (index: number) => withOverlay(state, { kind: 'emergency', selected: index, asking: false }, now);
  switch (intent.kind) {
    case 'next':
    case 'down':
      return select(selected >= last ? 0 : selected + 1);
    case 'previous':
    case 'up':
      return select(selected <= 0 ? last : selected - 1);
    case 'first':
      return select(0);
    case 'last':
      return select(last);
    case 'slide':
      return intent.index <= last ? select(intent.index) : state;
    case 'hold':
    case 'erase':
    case 'field':
    case 'type':
      return state;
    case 'confirm': {
      const card = cards[selected];
      if (card === undefined) return state;
      return asking
        ? closed(withChosen(state, card, now))
        : withOverlay(state, { kind: 'emergency', selected, asking: true }, now);
    }
    case 'dismiss':
      return asking ? select(selected) : closed(state);
    default:
      return null;
  }
}
