import { settledBoard, withSounds } from './board-in-play';
import { isStill } from './clock';
import { pagesKeyOf, settledEmergency } from './emergency';
import { holdAt, holdToggled, settledHold } from './hold';
import { leaveAsked, leaveDialogKey, leaveKey } from './leave-dialog';
import { lightKey, settledLight } from './light';
import { chooserKey, closed, emergencyKey, settledOverlay, withOverlay } from './overlay';
import { pauseDialogKey, pauseKey, settledPause } from './pause-dialog';
import type { Effect, Intent, PlayerEvent, PlayerState } from './player-state';
import { receptionKey, settledReception } from './reception-key';
import { settledRefusal } from './refusal';
import { assertNever } from './result';
import { isAnchor, isUrgent, placeOf, type Turn, turnOf } from './rotation';
import { rotationOf, slideCount } from './round';
import type { Place, Snapshot, StaffState } from './snapshot';
import { ticketDialogKey, ticketKey } from './ticket-dialog';
import type { Instant } from './time';
import { settledTyped } from './typed-tickets';
import { withShowable, withUnshowable } from './unshowable';

/** The next state after an event at `now` (display time), and what must be done outside. */
export function player(state: PlayerState, event: PlayerEvent, now: Instant): { state: PlayerState; effects: readonly Effect[] } {
  const { state: next, sound } = withSounds(state.board, settled(received(settled(state, now), event, now), now), now);
  const effects: Effect[] = [];
  if (sound !== null) effects.push({ kind: 'sound', sound });
  if (next.snapshot !== null && !sameStaff(next.staff, state.staff)) effects.push({ kind: 'remember', staff: next.staff });
  const leave = event.kind === 'intent' && event.intent.kind === 'confirm' ? leaveAsked(state) : null;
  if (leave !== null) effects.push(leave);
  return { state: next, effects };
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
  // Of a slide in pages the rest would be lost for the round: it goes on with the page that was cut into.
  const pages = current.page?.count ?? 1;
  const back = isUrgent(current) ? place?.back : pages > 1 ? current.page?.index : undefined;
  return { ...state, urgent, staff: { ...state.staff, place: placeOf(turn, now, back) }, arrival: 'cut' };
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
    staff: { ...state.staff, place: isSettled ? place : placeOf(turn, position.since, backFrom(turn, place)), hold: stillHeld },
    arrival: place !== null && !isSame ? 'fade' : state.arrival,
  };
}

/** The page that this turn still leads back to: while the urgent slide that cut into it is on. */
function backFrom({ slide, follows }: Turn, place: Place | null): number | undefined {
  return place?.slideId === slide.id && place.follows === follows ? place.back : undefined;
}

function received(state: PlayerState, event: PlayerEvent, now: Instant): PlayerState {
  switch (event.kind) {
    case 'snapshot':
      return withSnapshot(state, event.snapshot);
    case 'intent':
      return withIntent({ ...state, refusal: null }, event.intent, event.typed ?? null, now);
    case 'unshowable':
      return withUnshowable(state, event.address, now);
    case 'showable':
      return withShowable(state, event.address);
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

/** Forgets slides and cards that are no longer there. One that was edited is measured anew when it is drawn. */
function withMeasured(state: PlayerState, slideId: string, pages: readonly number[]): PlayerState {
  if (String(state.measured.get(slideId)) === String(pages)) return state;
  const { slides = [], emergency = null, emergencyCards = [] } = state.snapshot?.content ?? {};
  const cards = [...emergencyCards, ...(emergency === null ? [] : [emergency])];
  const present = new Set([...slides.map(({ id }) => id), ...cards.map(({ id }) => pagesKeyOf(id))]);
  const kept = [...state.measured].filter(([id]) => present.has(id));
  return { ...state, measured: new Map([...kept, [slideId, pages]]) };
}

function withIntent(state: PlayerState, intent: Intent, typed: string | null, now: Instant): PlayerState {
  const chosen =
    chooserKey(state, intent, now) ??
    ticketDialogKey(state, intent, typed, now) ??
    pauseDialogKey(state, intent, now) ??
    leaveDialogKey(state, intent, typed, now);
  if (chosen !== null) return chosen;
  const { turns, position } = rotationOf(state, now);
  const index = position?.index ?? 0;
  const numbered = (number: number) => turns.findIndex((turn) => turn.index === number);
  switch (intent.kind) {
    case 'next':
      return moved(state, turns, position?.next ?? 0, now);
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
      return leaveKey(state, now);
    case 'confirm':
    case 'dismiss':
      return closed(state);
    default:
      return assertNever(intent);
  }
}

/** Staff's move is a cut, and the page gets its whole stay. While a hold is on, the new slide is held in place of the old. */
function moved(state: PlayerState, turns: readonly Turn[], index: number, now: Instant): PlayerState {
  const turn = turns[index];
  if (turn === undefined) return state;
  const hold = holdAt(state, now);
  const staff = { ...state.staff, place: placeOf(turn, now), hold: hold && { ...hold, slideId: turn.slide.id } };
  return { ...state, staff, arrival: 'cut' };
}

/** Plain data, a handful of values: the same when it reads the same. */
function sameStaff(a: StaffState, b: StaffState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
