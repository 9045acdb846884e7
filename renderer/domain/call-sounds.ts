import { type BoardCall, type CallBoard, isSame } from './call-board';
import type { Language, TicketSettings } from './content/content';
import { leadingTexts } from './texts/in-languages';
import type { Instant } from './time';

/** At most one sound in so long (product.md §4). */
export const BETWEEN_SOUNDS_MS = 3_000;
/** As many calls as are told in one breath; of more the newest. */
const MOST_AT_ONCE = 3;
/** The chime, and speech at its slowest: one announcement never cuts another short. */
const CHIME_MS = 1_500;
const SPEECH_MS_PER_LETTER = 200;

/** What is to be heard: a chime, and behind it, where a voice of the language is there, the words. */
export interface Sound {
  readonly language: Language;
  /** Null: the chime alone. */
  readonly words: string | null;
}

/** Newly called numbers that have not been heard yet, and until when it stays silent. */
export interface CallSounds {
  readonly pending: readonly BoardCall[];
  readonly quietUntil: Instant;
}

export const NO_SOUNDS: CallSounds = { pending: [], quietUntil: 0 };

/**
 * What sounds at `now`, when the board has become `board`. Calls that come while something is heard are told together behind it; one that
 * has left the glass meanwhile is not told any more. `setting` off, or the glass is dark or taken by an emergency: nothing is heard,
 * nor later.
 */
export function soundsAfter(
  sounds: CallSounds,
  before: CallBoard,
  board: CallBoard,
  { setting, languages, pace }: { setting: TicketSettings['sound']; languages: readonly Language[]; pace: number },
  now: Instant,
): { readonly sounds: CallSounds; readonly sound: Sound | null } {
  if (setting === 'off') return { sounds: { ...sounds, pending: [] }, sound: null };
  const news = board.shown.filter((call) => call.isNew && call.since === now && !has(before, call));
  const pending = [...sounds.pending, ...news].filter((call) => has(board, call)).slice(-MOST_AT_ONCE);
  // A clock that was set back must not silence it for long.
  const isQuiet = now < sounds.quietUntil && sounds.quietUntil - now <= longestMs(pace);
  if (pending.length === 0 || isQuiet) return { sounds: { ...sounds, pending }, sound: null };
  const texts = leadingTexts(languages);
  const words = pending.map(({ call }) => texts.spokenCall(call.label, call.counter)).join(' ');
  const spoken = setting === 'voice' ? words : null;
  const lengthMs = Math.max(BETWEEN_SOUNDS_MS, CHIME_MS + SPEECH_MS_PER_LETTER * (spoken?.length ?? 0));
  return {
    sounds: { pending: [], quietUntil: now + lengthMs * pace },
    sound: { language: languages[0] ?? 'ja', words: spoken },
  };
}

/** When something that waits may be heard; null when nothing waits. */
export function soundAfter({ pending, quietUntil }: CallSounds): Instant | null {
  return pending.length === 0 ? null : quietUntil;
}

function has({ shown }: CallBoard, { call, since }: BoardCall): boolean {
  return shown.some((one) => one.since === since && isSame(one.call, call));
}

/** Three announcements of the longest labels and counters. */
function longestMs(pace: number): number {
  return 60_000 * pace;
}
