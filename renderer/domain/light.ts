import { runningSpan } from './manual-span';
import { displayMoment } from './moment';
import type { PlayerState } from './player-state';
import type { ManualLight } from './snapshot';
import { type Instant, wallTimeAt } from './time';

const HOUR_MS = 3_600_000;
/** A dark screen that was forgotten must not stand before people for long. */
const LONGEST_IN_HOURS_MS = HOUR_MS;
const LONGEST_MS = 12 * HOUR_MS;
/** A picture that was switched on in the sleep hours. */
const LONGEST_AWAKE_MS = HOUR_MS;

/** Whether the picture is dark at `now`: as staff switched it, else in the sleep hours. */
export function isDarkAt(state: PlayerState, now: Instant): boolean {
  return lightAt(state, now)?.dark ?? isAsleepAt(state, now);
}

/** What staff switched, while it lasts and differs from what the hour asks for. */
export function lightAt(state: PlayerState, now: Instant): ManualLight | null {
  const light = runningSpan(state.staff.light, now);
  return light !== null && light.dark === isAsleepAt(state, now) ? null : light;
}

/**
 * B: dark, or back. While the desk is open the darkness lasts an hour at most; else until the next opening, at most twelve hours. In
 * the sleep hours B switches the picture on, for an hour at most.
 */
export function lightKey(state: PlayerState, now: Instant): PlayerState {
  if (lightAt(state, now) !== null) return withLight(state, null);
  const dark = !isDarkAt(state, now);
  return withLight(state, { dark, since: now, until: dark ? endOfDarkness(state, now) : now + LONGEST_AWAKE_MS });
}

/** Drops what is over. */
export function settledLight(state: PlayerState, now: Instant): PlayerState {
  const { light } = state.staff;
  const running = runningSpan(light, now);
  return light === undefined || running === light ? state : withLight(state, running);
}

function endOfDarkness({ snapshot, staff }: PlayerState, now: Instant): Instant {
  const desk = snapshot && displayMoment(snapshot, now, staff)?.desk;
  if (!desk || ['open', 'paused', 'receptionClosed'].includes(desk.kind)) return now + LONGEST_IN_HOURS_MS;
  return Math.min(desk.opensAt ?? Number.POSITIVE_INFINITY, now + LONGEST_MS);
}

/** Sleep hours may run over midnight. */
function isAsleepAt({ snapshot }: PlayerState, now: Instant): boolean {
  const signage = snapshot?.content.signage ?? null;
  const sleep = signage?.screen.sleep ?? null;
  if (signage === null || sleep === null) return false;
  const time = wallTimeAt(now, signage.timezone);
  return sleep.from < sleep.until ? sleep.from <= time && time < sleep.until : time >= sleep.from || time < sleep.until;
}

function withLight(state: PlayerState, light: ManualLight | null): PlayerState {
  const { light: _, ...rest } = state.staff;
  return { ...state, staff: light === null ? rest : { ...rest, light } };
}
