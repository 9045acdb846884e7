import { paceOf } from './clock';
import type { Content, DayTime, Slide } from './content/content';
import { holdAt } from './hold';
import { displayMoment, type Moment } from './moment';
import { oncePer } from './once-per';
import type { PlayerState } from './player-state';
import { type Position, positionAt, rotationAt, type Turn, turnOf } from './rotation';
import type { Instant } from './time';
import { showableSlides, unshowableAt } from './unshowable';

const MINUTE = 60_000;

/** The round as last worked out: one tick asks for it many times, it may have two thousand slides, and it seldom changes. */
let lastRound: { readonly of: readonly unknown[]; readonly turns: readonly Turn[] } | null = null;

function turnsAt(state: PlayerState, now: Instant): readonly Turn[] {
  const { snapshot, staff } = state;
  const moment = snapshot && displayMoment(snapshot, now, staff);
  if (snapshot === null || moment === null) return [];
  const of = roundHangsOn(state, snapshot.content, moment);
  if (lastRound?.of.length === of.length && of.every((one, index) => Object.is(one, lastRound?.of[index])))
    return lastRound.turns;
  const turns = rotationAt(showableSlides(state, now), moment, paceOf(snapshot.rehearsal), state.measured);
  lastRound = { of, turns };
  return turns;
}

/** All that decides which slides are in rotation, and for how long: while it is the same, so is the round. */
function roundHangsOn(state: PlayerState, content: Content, { now, desk }: Moment): readonly unknown[] {
  const minute = turnsOnMinutes(content) ? Math.floor(now / MINUTE) : now;
  const broken = unshowableAt(state, now).map(({ address }) => address);
  return [content, state.measured, paceOf(state.snapshot?.rehearsal ?? null), minute, desk?.kind, desk?.opensAt, ...broken];
}

/** Days, hours and deadlines turn on whole minutes; only an offset from opening or closing can name seconds. */
const turnsOnMinutes = oncePer(({ slides }: Content) =>
  slides.every(({ show: { time } }: Slide) => time === null || (isWholeMinutes(time.from) && isWholeMinutes(time.until))),
);

function isWholeMinutes(time: DayTime): boolean {
  return time.kind === 'clock' || time.offsetMs % MINUTE === 0;
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
  return { turns, position: { index, since: staff.place?.since ?? now, until: held.until, next: (index + 1) % turns.length } };
}

/** How many slides are in rotation; an urgent one counts once. */
export const slideCount = oncePer((turns: readonly Turn[]) => new Set(turns.map(({ index }) => index)).size);
