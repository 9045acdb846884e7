import { settledBoard, withSounds } from './board-in-play';
import { type CallBoard, UNKNOWN_BOARD } from './call-board';
import { type CallSounds, NO_SOUNDS, type Sound } from './call-sounds';
import { isStill, paceOf } from './clock';
import { settledEmergency } from './emergency';
import { lightKey, settledLight } from './light';
import { displayMoment } from './moment';
import { chooserKey, closed, emergencyKey, type Overlay, settledOverlay, withOverlay } from './overlay';
import { pauseDialogKey, pauseKey, settledPause } from './pause-dialog';
import { receptionKey, settledReception } from './reception-key';
import { type Refusal, settledRefusal } from './refusal';
import { assertNever } from './result';
import {
  isAnchor,
  isUrgent,
  type MeasuredPages,
  type Position,
  placeOf,
  positionAt,
  rotationAt,
  type Turn,
  turnOf,
} from './rotation';
import type { Snapshot, StaffState } from './snapshot';
import { ticketDialogKey, ticketKey } from './ticket-dialog';
import type { Instant } from './time';
import { settledTyped } from './typed-tickets';
import { showableSlides, type Unshowable, withUnshowable } from './unshowable';

/** A hold ends by itself (product.md §5). */
export const HOLD_MS = 600_000;

/** What staff ask for, whichever key or remote they use: the next page or slide, a slide by its number, counted from 0. */
export type Intent =
  | { readonly kind: 'next' | 'previous' | 'first' | 'last' | 'up' | 'down' }
  | { readonly kind: 'hold' | 'emergency' | 'keys' | 'overview' | 'leave' | 'confirm' | 'dismiss' }
  | { readonly kind: 'ticket' | 'reception' | 'pause' | 'light' }
  /** In a dialog: take the last character away, go to the next field; a key that does nothing but type. */
  | { readonly kind: 'erase' | 'field' | 'type' }
  | { readonly kind: 'slide'; readonly index: number };

export type PlayerEvent =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  /** `typed`: the character that the key types where a dialog asks for one. */
  | { readonly kind: 'intent'; readonly intent: Intent; readonly typed?: string | null }
  /** The page could not put a media file on the glass. */
  | { readonly kind: 'unshowable'; readonly address: string }
  /** The screen has parted a slide's text into pages of so many characters. */
  | { readonly kind: 'measured'; readonly slideId: string; readonly pages: readonly number[] }
  /** Time has passed: the scene's next change is here. */
  | { readonly kind: 'tick' };

/** What must happen outside the page. */
export type Effect =
  | { readonly kind: 'remember'; readonly staff: StaffState }
  | { readonly kind: 'sound'; readonly sound: Sound }
  | { readonly kind: 'leave' };

/** The page's whole state; changed by `player` alone. */
export interface PlayerState {
  /** Null until main has answered for the first time. */
  readonly snapshot: Snapshot | null;
  readonly staff: StaffState;
  readonly overlay: Overlay | null;
  /** An overlay closes itself. */
  readonly overlayUntil: Instant | null;
  /** Why the key that was just pressed does nothing. */
  readonly refusal: Refusal | null;
  /** The called numbers on the glass, and what is to be heard of them. */
  readonly board: CallBoard;
  readonly sounds: CallSounds;
  /** The urgent slides in rotation; a new one is shown at once. Null before the first rotation. */
  readonly urgent: readonly string[] | null;
  /** Media files that the page could not show, left alone for a while. */
  readonly unshowable: readonly Unshowable[];
  /** How many pages slides have on this screen; what is not there was not measured yet. */
  readonly measured: MeasuredPages;
  /** How the slide on show came on. */
  readonly arrival: 'cut' | 'fade';
}

export const INITIAL_PLAYER: PlayerState = {
  snapshot: null,
  staff: { place: null, hold: null },
  overlay: null,
  overlayUntil: null,
  refusal: null,
  board: UNKNOWN_BOARD,
  sounds: NO_SOUNDS,
  urgent: null,
  unshowable: [],
  measured: new Map(),
  arrival: 'cut',
};

/** The next state after an event at `now` (display time), and what must be done outside. */
export function player(state: PlayerState, event: PlayerEvent, now: Instant): { state: PlayerState; effects: readonly Effect[] } {
  const { state: next, sound } = withSounds(state.board, settled(received(settled(state, now), event, now), now), now);
  const effects: Effect[] = [];
  if (sound !== null) effects.push({ kind: 'sound', sound });
  if (next.snapshot !== null && !sameStaff(next.staff, state.staff)) effects.push({ kind: 'remember', staff: next.staff });
  if (event.kind === 'intent' && event.intent.kind === 'confirm' && state.overlay?.kind === 'leave')
    effects.push({ kind: 'leave' });
  return { state: next, effects };
}

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

/** The hold that is on at `now`. One that reaches farther than any hold may was set by a wrong clock. */
export function holdAt({ snapshot, staff }: PlayerState, now: Instant): StaffState['hold'] {
  const { hold } = staff;
  if (hold === null || hold.until <= now) return null;
  return hold.until - now > HOLD_MS * paceOf(snapshot?.rehearsal ?? null) ? null : hold;
}

/** What time has ended or moved on, each by itself. */
const SETTLERS: readonly ((state: PlayerState, now: Instant) => PlayerState)[] = [
  settledOverlay,
  settledRefusal,
  settledReception,
  settledPause,
  settledLight,
  settledTyped,
  settledBoard,
  // In the order of the stage.
  settledEmergency,
  settledHold,
  withUrgent,
  settledPlace,
];

/** Makes what time did permanent. */
function settled(state: PlayerState, now: Instant): PlayerState {
  return state.snapshot === null ? state : SETTLERS.reduce((settling, settle) => settle(settling, now), state);
}

/** Drops a hold that has ended. Its slide stays its own time from there on. */
function settledHold(state: PlayerState, now: Instant): PlayerState {
  const { hold, place } = state.staff;
  if (hold === null || holdAt(state, now) !== null) return state;
  const since = Math.min(hold.until, now);
  const held = place?.slideId === hold.slideId ? { ...place, since } : { slideId: hold.slideId, since };
  return { ...state, staff: { ...state.staff, place: held, hold: null } };
}

/** Shows an urgent slide that has just come into the rotation, at once; while a hold lasts it waits for its turn. */
function withUrgent(state: PlayerState, now: Instant): PlayerState {
  const { turns, position } = rotationOf(state, now);
  const urgent = [...new Set(turns.filter(isUrgent).map(({ slide }) => slide.id))];
  const before = state.urgent;
  if (before !== null && before.length === urgent.length && before.every((id) => urgent.includes(id))) return state;
  const news = urgent.find((id) => before !== null && !before.includes(id));
  const current = position && turns[position.index];
  if (news === undefined || !current || holdAt(state, now) !== null) return { ...state, urgent };
  const place = state.staff.place;
  // It takes its turn behind the slide that it interrupts.
  const follows = place?.follows ?? place?.slideId ?? current.follows ?? current.slide.id;
  const turn = turns[turnOf(turns, { slideId: news, follows })];
  if (turn === undefined) return { ...state, urgent };
  return { ...state, urgent, staff: { ...state.staff, place: placeOf(turn, now) }, arrival: 'cut' };
}

/** Moves the anchor to the slide, and the page of it, on show. */
function settledPlace(state: PlayerState, now: Instant): PlayerState {
  const { turns, position } = rotationOf(state, now);
  const turn = position && turns[position.index];
  if (!position || !turn) return state;
  const { place, hold } = state.staff;
  const running = holdAt(state, now);
  const stillHeld = running !== null && running.slideId === turn.slide.id ? running : null;
  const isSame = place !== null && isAnchor(turn, place);
  const isSettled = isSame && (stillHeld !== null || place.since === position.since);
  if (isSettled && stillHeld === hold) return state;
  return {
    ...state,
    // A page that is not counted yet is still the one that is meant.
    staff: { ...state.staff, place: isSettled ? place : placeOf(turn, position.since), hold: stillHeld },
    arrival: place !== null && !isSame ? 'fade' : state.arrival,
  };
}

function received(state: PlayerState, event: PlayerEvent, now: Instant): PlayerState {
  switch (event.kind) {
    case 'snapshot':
      return withSnapshot(state, event.snapshot);
    case 'intent':
      return withIntent({ ...state, refusal: null }, event.intent, event.typed ?? null, now);
    case 'unshowable':
      return withUnshowable(state, event.address, now);
    case 'measured':
      return withMeasured(state, event.slideId, event.pages);
    case 'tick':
      return state;
    default:
      return assertNever(event);
  }
}

/**
 * Higher revisions win; the first snapshot also brings back what staff did before the page was loaded. While the clock stands still each
 * one does: where the display stands is asked for, not lived.
 */
function withSnapshot(state: PlayerState, snapshot: Snapshot): PlayerState {
  if (state.snapshot === null || isStill(snapshot.rehearsal))
    return { ...state, snapshot, staff: snapshot.staff, arrival: 'cut' };
  return snapshot.revision > state.snapshot.revision ? { ...state, snapshot } : state;
}

/** Forgets slides that are no longer there. One that was edited is measured anew when it is drawn. */
function withMeasured(state: PlayerState, slideId: string, pages: readonly number[]): PlayerState {
  if (String(state.measured.get(slideId)) === String(pages)) return state;
  const present = new Set(state.snapshot?.content.slides.map(({ id }) => id));
  const kept = [...state.measured].filter(([id]) => present.has(id));
  return { ...state, measured: new Map([...kept, [slideId, pages]]) };
}

function withIntent(state: PlayerState, intent: Intent, typed: string | null, now: Instant): PlayerState {
  const chosen =
    chooserKey(state, intent, now) ?? ticketDialogKey(state, intent, typed, now) ?? pauseDialogKey(state, intent, now);
  if (chosen !== null) return chosen;
  const { turns, position } = rotationOf(state, now);
  const index = position?.index ?? 0;
  const numbered = (number: number) => turns.findIndex((turn) => turn.index === number);
  switch (intent.kind) {
    case 'next':
      return moved(state, turns, (index + 1) % Math.max(turns.length, 1), now);
    case 'previous':
      return moved(state, turns, (index - 1 + turns.length) % Math.max(turns.length, 1), now);
    case 'first':
      return moved(state, turns, numbered(0), now);
    case 'last':
      return moved(state, turns, numbered(slideCount(turns) - 1), now);
    case 'slide':
      return moved(state, turns, numbered(intent.index), now);
    case 'up':
    case 'down':
    case 'erase':
    case 'field':
    case 'type':
      return state;
    case 'ticket':
      return ticketKey(state, now);
    case 'reception':
      return receptionKey(state, now);
    case 'pause':
      return pauseKey(state, now);
    case 'light':
      return lightKey(state, now);
    case 'hold':
      return holdToggled(state, turns[index], now);
    case 'emergency':
      return emergencyKey(state, now);
    case 'keys':
    case 'overview':
      return state.overlay?.kind === intent.kind ? closed(state) : withOverlay(state, { kind: intent.kind }, now);
    case 'leave':
      return withOverlay(state, { kind: 'leave' }, now);
    case 'confirm':
    case 'dismiss':
      return closed(state);
    default:
      return assertNever(intent);
  }
}

/** How many slides are in rotation; an urgent one counts once. */
export function slideCount(turns: readonly Turn[]): number {
  return new Set(turns.map(({ index }) => index)).size;
}

/** Staff's move is a cut, and the page gets its whole stay. While a hold is on, the new slide is held in place of the old. */
function moved(state: PlayerState, turns: readonly Turn[], index: number, now: Instant): PlayerState {
  const turn = turns[index];
  if (turn === undefined) return state;
  const hold = holdAt(state, now);
  const staff = { ...state.staff, place: placeOf(turn, now), hold: hold && { ...hold, slideId: turn.slide.id } };
  return { ...state, staff, arrival: 'cut' };
}

function holdToggled(state: PlayerState, turn: Turn | undefined, now: Instant): PlayerState {
  if (turn === undefined) return state;
  const hold =
    holdAt(state, now) === null
      ? { slideId: turn.slide.id, until: now + HOLD_MS * paceOf(state.snapshot?.rehearsal ?? null) }
      : null;
  return { ...state, staff: { ...state.staff, place: placeOf(turn, now), hold } };
}

/** Plain data, a handful of values: the same when it reads the same. */
function sameStaff(a: StaffState, b: StaffState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
