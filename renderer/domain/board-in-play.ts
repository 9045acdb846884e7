import { boardAt, type CallBoard } from './call-board';
import { type Sound, soundsAfter } from './call-sounds';
import { calledAt } from './called';
import { paceOf } from './clock';
import type { TicketSettings } from './content/content';
import { emergencyAt } from './emergency';
import { isDarkAt } from './light';
import { displayMoment } from './moment';
import type { PlayerState } from './player-state';
import type { Instant } from './time';

/** Puts on the board what is called now. */
export function settledBoard(state: PlayerState, now: Instant): PlayerState {
  const { snapshot, staff } = state;
  // A look at the calendar costs more than all the rest: not without a feed.
  const moment = snapshot?.feed ? displayMoment(snapshot, now, staff) : null;
  const called = snapshot && moment && calledAt(snapshot, staff, moment);
  return { ...state, board: boardAt(state.board, called, now, paceOf(snapshot?.rehearsal ?? null)) };
}

/** The state with what is to be heard of the calls that came on the glass since `before`; only calls that can be seen are heard. */
export function withSounds(before: CallBoard, state: PlayerState, now: Instant): { state: PlayerState; sound: Sound | null } {
  const signage = state.snapshot?.content.signage ?? null;
  const wanted = signage?.tickets?.sound ?? 'off';
  const isSeen = wanted !== 'off' && emergencyAt(state, now) === null && !isDarkAt(state, now);
  const setting: TicketSettings['sound'] = isSeen ? wanted : 'off';
  const hall = { setting, languages: signage?.languages ?? [], pace: paceOf(state.snapshot?.rehearsal ?? null) };
  const { sounds, sound } = soundsAfter(state.sounds, before, state.board, hall, now);
  return { state: { ...state, sounds }, sound };
}
