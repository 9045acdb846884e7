import { soundAfter } from './call-sounds';
import { emergencyAt, emergencyPageAt } from './emergency';
import { holdAt } from './hold';
import { displayMoment } from './moment';
import type { PlayerState } from './player-state';
import { rotationOf } from './round';
import { ticketsChangeAfter } from './ticket-view';
import { addDays, dayStart, type Instant } from './time';
import { unshowableAt } from './unshowable';

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;

/**
 * The first instant after `now` at which the scene may differ; until then `sceneAt` gives an equal scene. All that hangs on the
 * calendar turns on whole minutes; countdowns under an hour tick by the second; the rest says its own next step.
 */
export function nextChangeAfter(state: PlayerState, now: Instant): Instant {
  const { snapshot, staff } = state;
  const minute = nextMultiple(now, MINUTE);
  const spans = [state.refusal, staff.pause, staff.light].map((span) => span?.until ?? null);
  const emergency = emergencyAt(state, now);
  const page = emergency && emergencyPageAt(state, emergency, now);
  const own = [minute, state.overlayUntil, emergency?.until ?? null, page?.until ?? null, ...spans];
  const moment = snapshot && displayMoment(snapshot, now, staff);
  if (snapshot === null || moment === null) return earliest(own, now);
  const { signage, desk } = moment;
  const ends = signage.deadlines.map(({ date }) => dayStart(addDays(date, 1), signage.timezone));
  const counted = desk?.kind === 'open' && desk.closesAt !== null ? [desk.closesAt, ...ends] : ends;
  const ticksBySecond = counted.some((end) => end > now && end - now <= HOUR);
  const steps = [
    ...own,
    ticksBySecond ? nextMultiple(now, SECOND) : null,
    rotationOf(state, now).position?.until ?? null,
    holdAt(state, now)?.until ?? null,
    ...unshowableAt(state, now).map(({ until }) => until),
    ticketsChangeAfter(snapshot, staff, state.board, now),
    soundAfter(state.sounds),
  ];
  return earliest(steps, now);
}

function earliest(steps: readonly (Instant | null)[], now: Instant): Instant {
  return Math.min(...steps.filter((step): step is Instant => step !== null && step > now));
}

function nextMultiple(now: Instant, step: number): Instant {
  return (Math.floor(now / step) + 1) * step;
}
