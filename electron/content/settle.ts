/** A file as it was last listed, and for how long it has looked like that. Milliseconds of a clock that only runs forward. */
export interface Standing {
  readonly stamp: string;
  readonly since: number;
  /** How often it has changed before it had settled. */
  readonly interruptions: number;
}

/** What the wait for a file depends on. */
export interface Traits {
  readonly size: number;
  /** A film or picture: copied for long, with pauses. */
  readonly isMedia: boolean;
  /** A share, where sizes and dates arrive late. */
  readonly isShare: boolean;
}

/** A small text is written at one stroke; a longer one in pieces, which a slow line brings a tenth of a second apart. */
const SMALL_TEXT = 4_096;
const SMALL_TEXT_MS = 100;
const TEXT_MS = 400;
const MEDIA_MS = 2_000;
/** A share may keep a file's size and date to itself for a second. */
const SHARE_TEXT_MS = 1_200;
const SHARE_MEDIA_MS = 5_000;
/** Whoever writes a file makes it empty first, and a slow line may take seconds for its beginning: nothing is lost by waiting. */
const EMPTY_MS = 5_000;
const LONGEST_TEXT_MS = 1_500;
const LONGEST_MEDIA_MS = 20_000;

/** How a listed file stands after a look that found this stamp. */
export function standingAfter(before: Standing, stamp: string, wasSettled: boolean, now: number): Standing {
  if (before.stamp === stamp) return before;
  const interruptions = wasSettled ? 0 : before.interruptions + 1;
  return { stamp, since: now, interruptions };
}

/**
 * How long a file must look the same before it counts as whole: longer each time it went on after a pause. A copy over a slow line
 * writes in bursts, and half a text is a text.
 */
export function settleMs({ interruptions }: Standing, { size, isMedia, isShare }: Traits): number {
  const local = isMedia ? MEDIA_MS : size === 0 ? EMPTY_MS : size <= SMALL_TEXT ? SMALL_TEXT_MS : TEXT_MS;
  const base = isShare ? Math.max(local, isMedia ? SHARE_MEDIA_MS : SHARE_TEXT_MS) : local;
  const longest = Math.max(isMedia ? LONGEST_MEDIA_MS : LONGEST_TEXT_MS, base);
  return Math.min(base * 2 ** Math.min(interruptions, 10), longest);
}

/** A file written so long before the display started is whole at once; a date in the future says nothing. */
const OLD_MS = 2_000;
const OLD_MEDIA_MS = 60_000;

/**
 * Whether a file need not be watched when the display starts: neither its content nor its name has been touched for long. The folder's
 * clock may differ from ours; then files wait a little longer, or one that is just being copied is read early and again when it has
 * changed.
 */
export function isOld({ mtimeMs, ctimeMs }: { mtimeMs: number; ctimeMs: number }, isMedia: boolean, now: number): boolean {
  return now - Math.max(mtimeMs, ctimeMs) > (isMedia ? OLD_MEDIA_MS : OLD_MS);
}
