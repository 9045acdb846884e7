import { closed, withOverlay } from './overlay';
import type { Effect, Intent, PlayerState } from './player-state';
import type { OverlayScene } from './scene';
import type { Instant } from './time';

/** As long as the longest PIN. */
const LONGEST_PIN = 8;

/** Whether the folder sets a PIN for leaving. The page does not know which. */
function asksPin({ snapshot }: PlayerState): boolean {
  return (snapshot?.content.signage?.pin ?? null) !== null;
}

/** Ctrl+Shift+Q: asks whether the display shall end, and for the PIN where one is set; pressed again, it begins anew. */
export function leaveKey(state: PlayerState, now: Instant): PlayerState {
  return withOverlay(state, { kind: 'leave', digits: '' }, now);
}

/**
 * What a key does while the PIN is asked for: digits type it, Backspace takes the last one away, Enter hands it over, Esc gives up. Null:
 * the key means what it always means, as where only Enter is asked for.
 */
export function leaveDialogKey(state: PlayerState, intent: Intent, typed: string | null, now: Instant): PlayerState | null {
  const { overlay } = state;
  if (overlay?.kind !== 'leave' || !asksPin(state)) return null;
  const show = (digits: string) => withOverlay(state, { kind: 'leave', digits }, now);
  if (typed !== null) return /^\d$/.test(typed) ? show(`${overlay.digits}${typed}`.slice(0, LONGEST_PIN)) : state;
  if (intent.kind === 'erase') return show(overlay.digits.slice(0, -1));
  if (intent.kind === 'confirm') return show('');
  return intent.kind === 'dismiss' ? closed(state) : null;
}

/** What Enter asks main for; null where there is nothing to ask: no question is open, no digit typed, or a wrong PIN has to be waited for. */
export function leaveAsked(state: PlayerState): Effect | null {
  const { overlay, snapshot } = state;
  if (overlay?.kind !== 'leave') return null;
  if (!asksPin(state)) return { kind: 'leave', pin: null };
  return overlay.digits === '' || (snapshot?.pinWaitMs ?? null) !== null ? null : { kind: 'leave', pin: overlay.digits };
}

/** The question as drawn: of the PIN only how many digits have been typed. */
export function leaveScene(digits: string, state: PlayerState): OverlayScene {
  const waitMs = state.snapshot?.pinWaitMs ?? null;
  return { kind: 'leave', pin: asksPin(state) ? { typed: digits.length, waitMs } : null };
}
