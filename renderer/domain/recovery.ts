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

/** A page reports so often, whatever it shows. */
export const BEAT_MS = 500;
/** On a machine that is not busy, silence this long means that nothing is painted any more: with the time of loading, back within 3 s. */
const LEAST_SILENCE_MS = 1_600;
/** No machine is so busy that a page paints nothing for longer. */
const MOST_SILENCE_MS = 5_000;
/** Silence this many times the longest pause of late is out of the ordinary. */
const TIMES_USUAL = 3;
/** How fast a long pause is forgotten, per report: half of it in 12 s. */
const FADING = 0.97;
/** The first picture waits for fonts and, on a slow machine, for much else. */
const FIRST_PICTURE_MS = 30_000;

/** How the page has been heard of. Monotonic milliseconds. */
export interface Pulse {
  readonly loadedAt: number;
  /** When it last reported a painted frame; null before the first. */
  readonly paintedAt: number | null;
  /** The longest pause between two reports of late. */
  readonly usualMs: number;
  /** The page has said that it begins a long piece of work, and has painted nothing since. */
  readonly isWorking: boolean;
}

/** The page as it is loaded; what was learnt of the machine before stays. */
export function pulseOfLoading(now: number, usualMs: number = BEAT_MS): Pulse {
  return { loadedAt: now, paintedAt: null, usualMs, isWorking: false };
}

/** After a painted frame. How long announced work took says nothing of the machine. */
export function pulseAfterPaint(pulse: Pulse, now: number): Pulse {
  const { paintedAt, isWorking, usualMs } = pulse;
  const pause = paintedAt === null || isWorking ? 0 : now - paintedAt;
  return { ...pulse, paintedAt: now, usualMs: Math.max(pause, FADING * usualMs, BEAT_MS), isWorking: false };
}

/** After main was deaf for so long: what was not heard was no silence. */
export function pulseAfterDeafness(pulse: Pulse, deafMs: number): Pulse {
  const { loadedAt, paintedAt } = pulse;
  return { ...pulse, loadedAt: loadedAt + deafMs, paintedAt: paintedAt === null ? null : paintedAt + deafMs };
}

/**
 * Whether the page is to be given up: silent for too long since its last painted frame, or since it was loaded. A busy machine, on which
 * reports come late, has more patience, up to 5 s, and so has the work that the page announced.
 */
export function isFrozen({ loadedAt, paintedAt, usualMs, isWorking }: Pulse, now: number): boolean {
  if (paintedAt === null) return now - loadedAt > FIRST_PICTURE_MS;
  const patience = isWorking ? MOST_SILENCE_MS : Math.max(LEAST_SILENCE_MS, TIMES_USUAL * usualMs);
  return now - paintedAt > Math.min(patience, MOST_SILENCE_MS);
}

/** The pulse of the page that takes the place of one given up: if that was only slow, this one is not given up so soon. */
export function pulseAfterFreeze({ paintedAt, usualMs }: Pulse, now: number): Pulse {
  return pulseOfLoading(now, paintedAt === null ? usualMs : Math.max(usualMs, now - paintedAt));
}

/** A look later than this says that main itself was held up. */
const LATE_MS = 250;

/**
 * How long main was deaf between two looks that should have been `everyMs` apart: what the page has said meanwhile waits to be heard, and
 * is no silence. 0 for looks that are merely a little late.
 */
export function deafMs(lookedAt: number, now: number, everyMs: number): number {
  const late = now - lookedAt - everyMs;
  return late > LATE_MS ? late : 0;
}
