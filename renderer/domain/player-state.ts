import { type CallBoard, UNKNOWN_BOARD } from './call-board';
import { type CallSounds, NO_SOUNDS, type Sound } from './call-sounds';
import type { MeasuredPages } from './rotation';
import type { Snapshot, StaffState } from './snapshot';
import type { Instant } from './time';

/** What staff ask for, whichever key or remote they use: the next page or slide, a slide by its number, counted from 0. */
export type Intent =
  | { readonly kind: 'next' | 'previous' | 'first' | 'last' | 'up' | 'down' }
  | { readonly kind: 'hold' | 'emergency' | 'keys' | 'overview' | 'leave' | 'confirm' | 'dismiss' }
  | { readonly kind: 'ticket' | 'reception' | 'pause' | 'light' }
  /** In a dialog: take the last character away, go to the next field; a key that does nothing but type. */
  | { readonly kind: 'erase' | 'field' | 'type' }
  | { readonly kind: 'slide'; readonly index: number };

/** What the player is told. */
export type PlayerEvent =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  /** `typed`: the character that the key types where a dialog asks for one. */
  | { readonly kind: 'intent'; readonly intent: Intent; readonly typed?: string | null }
  /** The page could not put a media file on the glass. */
  | { readonly kind: 'unshowable'; readonly address: string }
  /** It can after all: the file had only been late. */
  | { readonly kind: 'showable'; readonly address: string }
  /** The screen has parted a slide's text into pages of so many characters. */
  | { readonly kind: 'measured'; readonly slideId: string; readonly pages: readonly number[] }
  /** Time has passed: the scene's next change is here. */
  | { readonly kind: 'tick' };

/** What must happen outside the page. */
export type Effect =
  | { readonly kind: 'remember'; readonly staff: StaffState }
  | { readonly kind: 'sound'; readonly sound: Sound }
  /** `pin`: as typed; null where none is asked for. */
  | { readonly kind: 'leave'; readonly pin: string | null };

/** What stands above the picture while staff use the keys. */
export type Overlay =
  | { readonly kind: 'keys' | 'overview' }
  /** Whether to leave, and the PIN as typed so far. */
  | { readonly kind: 'leave'; readonly digits: string }
  /** The emergency cards: which is selected (from 0), and whether it was asked to confirm it. */
  | { readonly kind: 'emergency'; readonly selected: number; readonly asking: boolean }
  /** The ticket called now, as typed so far. */
  | { readonly kind: 'ticket'; readonly label: string; readonly counter: string; readonly field: 'label' | 'counter' }
  /** The reason of a pause and its length, by their places in the lists of `pause-dialog.ts`. */
  | { readonly kind: 'pause'; readonly selected: number; readonly length: number };

/** A key that can do nothing now says why, in a line on the glass that goes by itself. */
export interface Refusal {
  readonly text: string;
  readonly since: Instant;
  readonly until: Instant;
}

/** A media file that the page could not put on the glass, by its address; left alone until then. */
export interface Unshowable {
  readonly address: string;
  readonly until: Instant;
}

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

/** The page before main has answered: nothing is known, nothing is shown. */
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
