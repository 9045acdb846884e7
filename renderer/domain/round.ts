import { paceOf } from './clock';
import { holdAt } from './hold';
import { displayMoment } from './moment';
import type { PlayerState } from './player-state';
import { type Position, positionAt, rotationAt, type Turn, turnOf } from './rotation';
import type { StaffState } from './snapshot';
import type { Instant } from './time';
import { showableSlides } from './unshowable';

/** What the round depends on beside the time. */
type RoundState = Pick<PlayerState, 'snapshot' | 'unshowable' | 'measured'> & Pick<StaffState, 'receptionClosedOn' | 'pause'>;

/** The round as last worked out: one tick asks for it many times, and it may have two thousand slides. */
let lastRound: { readonly of: RoundState; readonly now: Instant; readonly turns: readonly Turn[] } | null = null;

function turnsAt(state: PlayerState, now: Instant): readonly Turn[] {
  const { snapshot, unshowable, measured, staff } = state;
  const of = lastRound?.now === now ? lastRound.of : null;
  const isSameDesk = of?.receptionClosedOn === staff.receptionClosedOn && of?.pause === staff.pause;
  const isSame = isSameDesk && of?.snapshot === snapshot && of.unshowable === unshowable && of.measured === measured;
  if (lastRound !== null && isSame) return lastRound.turns;
  const moment = snapshot && displayMoment(snapshot, now, staff);
  const turns =
    snapshot === null || moment === null
      ? []
      : rotationAt(showableSlides(state, now), moment, paceOf(snapshot.rehearsal), measured);
  lastRound = { of: { ...staff, snapshot, unshowable, measured }, now, turns };
  return turns;
}

/** The rotation at `now`, and where it stands: on the held slide while a hold lasts. */
export function rotationOf(state: PlayerState, now: Instant): { turns: readonly Turn[]; position: Position | null } {
  const { staff } = state;
  const turns = turnsAt(state, now);
  if (turns.length === 0) return { turns, position: null };
  const held = holdAt(state, now);
  const index = held === null ? -1 : turnOf(turns, staff.place?.slideId === held.slideId ? staff.place : held);
  // A held slide whose time is over goes all the same: the display never says something untrue.
  if (held === null || index < 0) return { turns, position: positionAt(turns, staff.place, now) };
  return { turns, position: { index, since: staff.place?.since ?? now, until: held.until } };
}

/** How many slides are in rotation; an urgent one counts once. */
export function slideCount(turns: readonly Turn[]): number {
  return new Set(turns.map(({ index }) => index)).size;
}
