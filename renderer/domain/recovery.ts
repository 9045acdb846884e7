import type { Instant } from './time';

/** Exit codes for the supervisor. 0 is staff's own leave. */
export const EXIT = { software: 70, pageLoop: 71, secondInstance: 73, usage: 2 } as const;

/** The page has died this often within the window: reloading does not help. */
const TOO_MANY = 6;
const WINDOW_MS = 300_000;
const LONGEST_WAIT_MS = 60_000;

/** What becomes of the page: loaded again after a pause, or left to the supervisor with a code. */
export type Recovery = { readonly kind: 'reload'; readonly afterMs: number } | { readonly kind: 'exit'; readonly code: number };

/** Reasons after which a new page would not start either. */
const HOPELESS: readonly string[] = ['launch-failed', 'integrity-failure'];

/**
 * What to do after the page died, was killed for being frozen, or failed to load: load it again, at first at once, then with
 * growing pauses; leave it to the supervisor when that has not helped. `deaths` are the instants of all deaths so far, this one
 * included.
 */
export function recoverFrom(reason: string, deaths: readonly Instant[], now: Instant): Recovery {
  const recent = deaths.filter((at) => now - at < WINDOW_MS).length;
  if (HOPELESS.includes(reason) || recent >= TOO_MANY) return { kind: 'exit', code: EXIT.pageLoop };
  const afterMs = recent <= 1 ? 0 : Math.min(1_000 * 2 ** (recent - 2), LONGEST_WAIT_MS);
  return { kind: 'reload', afterMs };
}

/** A page reports each second; silence this long means that nothing is painted any more. */
const SILENCE_MS = 5_000;
/** The first picture waits for fonts and, on a slow machine, for much else. */
const FIRST_PICTURE_MS = 30_000;

/** Whether the page is to be given up: too long silent since its last report, or since it was loaded. Monotonic milliseconds. */
export function isFrozen(loadedAt: number, reportedAt: number | null, now: number): boolean {
  return reportedAt === null ? now - loadedAt > FIRST_PICTURE_MS : now - reportedAt > SILENCE_MS;
}

/** A look later than this says that main itself was held up. */
const LATE_MS = 1_000;

/**
 * How long main was deaf between two looks that should have been `everyMs` apart: what the page has said meanwhile waits to be heard, and
 * is no silence. 0 for looks that are merely a little late.
 */
export function deafMs(lookedAt: number, now: number, everyMs: number): number {
  const late = now - lookedAt - everyMs;
  return late > LATE_MS ? late : 0;
}
