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

const TEXT_MS = 100;
const MEDIA_MS = 2_000;
/** A share may keep a file's size and date to itself for a second. */
const SHARE_FACTOR = 12;
/** An editor that saves empties the file first: an empty file counts only when it stays empty. */
const EMPTY_MS = 1_000;
const LONGEST_TEXT_MS = 1_500;
const LONGEST_MEDIA_MS = 20_000;

/** How a listed file stands after a look that found this stamp. */
export function standingAfter(before: Standing | null, stamp: string, wasSettled: boolean, now: number): Standing {
  if (before?.stamp === stamp) return before;
  const interruptions = before === null || wasSettled ? 0 : before.interruptions + 1;
  return { stamp, since: now, interruptions };
}

/**
 * How long a file must look the same before it counts as whole: longer each time it went on after a pause. A copy over a slow line
 * writes in bursts, and half a text is a text.
 */
export function settleMs({ interruptions }: Standing, { size, isMedia, isShare }: Traits): number {
  const base = isMedia ? MEDIA_MS : size === 0 ? EMPTY_MS : isShare ? TEXT_MS * SHARE_FACTOR : TEXT_MS;
  const longest = isMedia ? LONGEST_MEDIA_MS : LONGEST_TEXT_MS;
  return Math.min(base * 2 ** Math.min(interruptions, 10), Math.max(longest, base));
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
