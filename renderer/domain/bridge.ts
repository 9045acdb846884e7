import * as v from 'valibot';
import type { Snapshot, StaffState } from './snapshot';
import { CALLS_SHOWN } from './tickets';
import { type Instant, isCivilDate } from './time';

/** What the page last put on the glass: proof of life and of what visitors saw. */
export interface PaintReport {
  readonly revision: number;
  /** Null while the standby is shown. */
  readonly slideId: string | null;
  /** How many pages the slide has, or the emergency before it, as far as they have been counted. */
  readonly pages: number;
  /** Display time of the painted scene. */
  readonly paintedAt: Instant;
  /** Media that the page could not show, each a line for staff. */
  readonly troubles: readonly string[];
}

/**
 * All that page and main say to each other: whole values, each safe to repeat. The page subscribes, then asks, and keeps the
 * higher revision, so no message needs a queue or a ready signal.
 */
export interface Bridge {
  current(): Promise<Snapshot>;
  /** Returns the way to stop listening. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
  remember(staff: StaffState): void;
  painted(report: PaintReport): void;
  /** A piece of work begins that may take longer than the usual pause between two frames. */
  working(): void;
  /** Staff leave the display, with the PIN as they typed it; null where none is asked for. */
  leave(pin: string | null): void;
}

/**
 * The bridge as the preload script gives it: of a snapshot it tells what is new in it. What is large is JSON text: Electron copies a value
 * between the preload script's world and the page's piece by piece, which takes seconds for two thousand slides.
 */
export interface Wire extends Omit<Bridge, 'current' | 'onSnapshot'> {
  /** A `Snapshot`. */
  current(): Promise<string>;
  /** The listener gets `SnapshotNews`. Returns the way to stop listening. */
  onNews(listener: (news: string) => void): () => void;
}

/** More files than this are not told one by one. */
export const MOST_TROUBLES = 50;

const slideId = v.pipe(v.string(), v.maxLength(255));
const instant = v.pipe(v.number(), v.finite());
const pageNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
const pageIndex = v.pipe(v.number(), v.integer(), v.minValue(0));
const label = v.pipe(v.string(), v.minLength(1), v.maxLength(32));
const typedCall = v.strictObject({ label, counter: v.nullable(label), calledAt: instant });
const staffState = v.strictObject({
  place: v.nullable(
    v.strictObject({
      slideId,
      since: instant,
      follows: v.exactOptional(slideId),
      page: v.exactOptional(pageNumber),
      back: v.exactOptional(pageIndex),
    }),
  ),
  hold: v.nullable(v.strictObject({ slideId, until: instant })),
  emergency: v.exactOptional(
    v.strictObject({
      fileSince: v.nullable(instant),
      card: v.nullable(v.strictObject({ id: slideId, since: instant, until: instant })),
    }),
  ),
  receptionClosedOn: v.exactOptional(v.pipe(v.string(), v.check(isCivilDate))),
  pause: v.exactOptional(
    v.strictObject({ reason: v.nullable(v.pipe(v.string(), v.maxLength(100))), since: instant, until: instant }),
  ),
  tickets: v.exactOptional(
    v.strictObject({
      calls: v.pipe(v.array(typedCall), v.maxLength(CALLS_SHOWN)),
      over: v.nullable(v.strictObject({ issuedAt: v.nullable(instant), calls: v.pipe(v.string(), v.maxLength(2_000)) })),
    }),
  ),
  light: v.exactOptional(v.strictObject({ dark: v.boolean(), since: instant, until: instant })),
});
const paintReport = v.strictObject({
  revision: v.pipe(v.number(), v.integer()),
  slideId: v.nullable(slideId),
  pages: pageNumber,
  paintedAt: instant,
  troubles: v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(MOST_TROUBLES)),
});

const pin = v.nullable(v.pipe(v.string(), v.regex(/^\d{1,8}$/)));

/** The PIN that staff typed, wrapped because null is one of its values; null when it is none. */
export function parsePin(value: unknown): { readonly pin: string | null } | null {
  const parsed = v.safeParse(pin, value);
  return parsed.success ? { pin: parsed.output } : null;
}

/** What staff did, from a page or a file that may hold anything; null when it is not that. */
export function parseStaffState(value: unknown): StaffState | null {
  const parsed = v.safeParse(staffState, value);
  return parsed.success ? parsed.output : null;
}

/** A report of the page, which may hold anything; null when it is none. */
export function parsePaintReport(value: unknown): PaintReport | null {
  const parsed = v.safeParse(paintReport, value);
  return parsed.success ? parsed.output : null;
}
