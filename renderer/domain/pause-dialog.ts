import { runningSpan } from './manual-span';
import { momentAt } from './moment';
import { clockTime } from './notation';
import { closed, withOverlay } from './overlay';
import type { Intent, Overlay, PlayerState } from './player-state';
import { OUT_OF_HOURS } from './reception-key';
import { refused } from './refusal';
import type { OverlayScene } from './scene';
import type { StaffPause } from './snapshot';
import { type Instant, wallTimeAt } from './time';

/** Why a desk pauses: as visitors read it, before 「のため受付を休止しています」. The last says nothing. */
const REASONS: readonly (string | null)[] = [
  '担当者が席を外しているため',
  '混雑のため',
  'システムメンテナンス',
  '機器の不具合',
  null,
];
const LENGTHS: readonly number[] = [10, 15, 30, 45, 60, 90, 120];
const USUAL_LENGTH = 2;
const MINUTE_MS = 60_000;

type PauseOverlay = Extract<Overlay, { kind: 'pause' }>;

/** The pause that staff pressed, while it runs. */
export function staffPauseAt({ staff }: PlayerState, now: Instant): StaffPause | null {
  return runningSpan(staff.pause, now);
}

/** Drops a pause that is over. */
export function settledPause(state: PlayerState, now: Instant): PlayerState {
  const { pause } = state.staff;
  const running = runningSpan(pause, now);
  return pause === undefined || running === pause ? state : withPause(state, running);
}

/** P: ends staff's pause; else opens the choice of a reason, or closes it. Outside the hours it says why it does nothing. */
export function pauseKey(state: PlayerState, now: Instant): PlayerState {
  if (staffPauseAt(state, now) !== null) return closed(withPause(state, null));
  if (state.overlay?.kind === 'pause') return closed(state);
  const desk = state.snapshot && momentAt(state.snapshot.content, now)?.desk;
  if (desk?.kind !== 'open' && desk?.kind !== 'paused') return refused(state, OUT_OF_HOURS, now);
  return withOverlay(state, { kind: 'pause', selected: 0, length: USUAL_LENGTH }, now);
}

/**
 * What a key does while the choice is open: ↑↓ and digits select the reason, ←→ the length, Enter begins, Esc gives up. Null: the key
 * means what it always means.
 */
export function pauseDialogKey(state: PlayerState, intent: Intent, now: Instant): PlayerState | null {
  const { overlay } = state;
  if (overlay?.kind !== 'pause') return null;
  const { selected, length } = overlay;
  const show = (change: Partial<PauseOverlay>) => withOverlay(state, { ...overlay, ...change }, now);
  switch (intent.kind) {
    case 'down':
      return show({ selected: (selected + 1) % REASONS.length });
    case 'up':
      return show({ selected: (selected + REASONS.length - 1) % REASONS.length });
    case 'slide':
      return show({ selected: intent.index < REASONS.length ? intent.index : selected });
    case 'next':
      return show({ length: Math.min(length + 1, LENGTHS.length - 1) });
    case 'previous':
      return show({ length: Math.max(length - 1, 0) });
    case 'confirm': {
      const pause = { reason: REASONS[selected] ?? null, since: now, until: endOf(overlay, now) };
      return closed(withPause(state, pause));
    }
    case 'dismiss':
      return closed(state);
    case 'first':
    case 'last':
    case 'hold':
      return state;
    default:
      return null;
  }
}

/** The choice as drawn. `zone` null: not known yet, and so neither is the time of day. */
export function pauseScene(overlay: PauseOverlay, zone: string | null, now: Instant): OverlayScene {
  return {
    kind: 'pause',
    reasons: REASONS.map((reason) => reason ?? '理由を出さない'),
    selected: overlay.selected,
    minutes: LENGTHS[overlay.length] ?? 0,
    resumes: zone === null ? '' : clockTime(wallTimeAt(endOf(overlay, now), zone)),
  };
}

/** On a whole minute, so that the time that is told is the one at which it ends. */
function endOf({ length }: PauseOverlay, now: Instant): Instant {
  return Math.ceil(now / MINUTE_MS + (LENGTHS[length] ?? 0)) * MINUTE_MS;
}

function withPause(state: PlayerState, pause: StaffPause | null): PlayerState {
  const { pause: _, ...rest } = state.staff;
  return { ...state, staff: pause === null ? rest : { ...rest, pause } };
}
