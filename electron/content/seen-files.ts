import type { ListedFile } from './list';
import { type Found, type Known, OF_BEFORE } from './look';
import { isOld, type Standing, settleMs, standingAfter } from './settle';

/** A lock, or a share that stumbles, passes: nobody is told before this time. */
const TELL_AFTER_MS = 2_000;
const TRY_AGAIN_MS = 500;
const TRY_TOLD_AGAIN_MS = 5_000;
/** A file that is replaced by deleting and renaming is away for a moment. */
const GONE_MS = 100;

/** What is remembered of a file between two looks. */
export interface Seen {
  /** As it was last listed; null for one that is only known from before. */
  entry: ListedFile | null;
  /** The number of the last look that listed it. */
  lookedAt: number;
  standing: Standing;
  /** What it looked like when it was last told of; null before. */
  toldStamp: string | null;
  fault: string | null;
  opening: boolean;
  failingSince: number | null;
  /** When it is opened again although it looks the same. */
  tryAt: number | null;
  missingSince: number | null;
}

/**
 * The files of a folder, as the looks so far have seen and told of them: which of them are to be opened now, which have gone, and when the
 * next of them is due. Monotonic milliseconds. Whoever looks says when a look begins, what it lists and what came of what was opened.
 */
export class SeenFiles {
  private readonly seen = new Map<string, Seen>();
  /** The paths of files that are not told of as they look now, or are to be tried again. */
  private readonly waiting = new Set<string>();
  private looks = 0;

  constructor(
    known: Known,
    private readonly isMedia: (path: string) => boolean,
  ) {
    const now = performance.now();
    for (const [path, { stamp, passing }] of known) {
      const tryAt = passing ? now + TRY_TOLD_AGAIN_MS : null;
      this.seen.set(path, { ...unseen(stamp, now), toldStamp: stamp, tryAt });
      if (tryAt !== null) this.waiting.add(path);
    }
  }

  /** All that were seen and have not gone, by path. */
  get all(): ReadonlyMap<string, Seen> {
    return this.seen;
  }

  /** Where the files lie that may have settled, or come back. What is being opened says itself when it is done. */
  waitedFor(): readonly string[] {
    return [...this.waiting].flatMap((path) => {
      const one = this.seen.get(path);
      return one?.entry && !one.opening ? [one.entry.location] : [];
    });
  }

  /** A look begins whose files are to be noted. */
  begin(): void {
    this.looks += 1;
  }

  /** The folder could not be listed: all that is listed next is new. */
  lost(): void {
    this.looks += 2;
  }

  /** Notes how a file looks. Returns whether the look before had not listed it. */
  note(entry: ListedFile, now: number): boolean {
    const { path, stamp } = entry;
    const one = this.seen.get(path) ?? unseen(stamp, now);
    const isNew = one.lookedAt !== this.looks - 1;
    one.lookedAt = this.looks;
    if (one.entry === entry && one.missingSince === null) return isNew;
    one.entry = entry;
    one.missingSince = null;
    one.standing = standingAfter(one.standing, stamp, one.toldStamp === one.standing.stamp, now);
    this.seen.set(path, one);
    this.awaits(path, one);
    return isNew;
  }

  private awaits(path: string, { standing, toldStamp, tryAt }: Seen): void {
    if (toldStamp === standing.stamp && tryAt === null) this.waiting.delete(path);
    else this.waiting.add(path);
  }

  /** The files that are waited for, as far as this look has listed them. */
  waitingEntries(): readonly ListedFile[] {
    return [...this.waiting].flatMap((path) => {
      const one = this.seen.get(path);
      return one?.entry && one.lookedAt === this.looks ? [one.entry] : [];
    });
  }

  /** Whether a listed file is to be opened now. `isFirst`: nothing was told before, so what is old counts as it is. */
  isDue(entry: ListedFile, isShare: boolean, isFirst: boolean, now: number): boolean {
    const one = this.seen.get(entry.path);
    if (one === undefined || one.opening) return false;
    if (one.tryAt !== null && now < one.tryAt && one.standing.stamp === entry.stamp) return false;
    if (one.toldStamp === entry.stamp) return one.tryAt !== null;
    const isMedia = this.isMedia(entry.path);
    if (isFirst && isOld(entry, isMedia, Date.now())) return true;
    return now - one.standing.since >= settleMs(one.standing, { size: entry.size, isMedia, isShare });
  }

  /** What came of opening a file. Returns whether that is to be told. */
  took(one: Seen, found: Found): boolean {
    const now = performance.now();
    one.failingSince = found.passing ? (one.failingSince ?? now) : null;
    const failing = one.failingSince === null ? 0 : now - one.failingSince;
    if (found.passing && !one.opening && failing < TELL_AFTER_MS) {
      one.tryAt = now + TRY_AGAIN_MS;
      return false;
    }
    const isTold = one.toldStamp === found.stamp && one.fault === found.file.fault;
    one.tryAt = found.passing ? now + TRY_TOLD_AGAIN_MS : null;
    one.toldStamp = found.stamp;
    one.fault = found.file.fault;
    this.awaits(found.file.path, one);
    return !isTold;
  }

  /** Those that this look, which has listed so many files, has not seen. */
  missing(listed: number): readonly (readonly [string, Seen])[] {
    return this.seen.size === listed ? [] : [...this.seen].filter(([, one]) => one.lookedAt !== this.looks);
  }

  forget(path: string): void {
    this.seen.delete(path);
    this.waiting.delete(path);
  }

  /** Whether there are texts that are not told of as they look now. */
  areUnsettled(waiting: readonly ListedFile[]): boolean {
    return waiting.some(({ path, stamp }) => !this.isMedia(path) && this.seen.get(path)?.toldStamp !== stamp);
  }

  /** When the next of the files that are waited for will have settled, or is to be tried again. */
  nextAt(waiting: readonly ListedFile[], isShare: boolean): number {
    const steps = waiting.flatMap(({ path, size, stamp }) => {
      const one = this.seen.get(path);
      if (one === undefined || one.opening) return [];
      if (one.toldStamp === stamp) return one.tryAt ?? [];
      const settles = one.standing.since + settleMs(one.standing, { size, isMedia: this.isMedia(path), isShare });
      return Math.max(settles, one.tryAt ?? 0);
    });
    return Math.min(...steps);
  }
}

function unseen(stamp: string, since: number): Seen {
  const standing = { stamp, since, interruptions: 0 };
  const rest = { toldStamp: null, fault: null, opening: false, failingSince: null, tryAt: null, missingSince: null };
  return { entry: null, lookedAt: -1, standing, ...rest };
}

/** Whether a file that was not listed has gone, and is not just being replaced. */
export function hasGone(one: Seen, now: number): boolean {
  // It was not there when the display started: nobody has moved it just now.
  if (one.standing.stamp === OF_BEFORE) return true;
  one.missingSince ??= now;
  return now - one.missingSince >= GONE_MS;
}

/** When the first of these will be taken for gone. */
export function goneAt(missing: readonly (readonly [string, Seen])[]): number {
  return Math.min(...missing.flatMap(([, { missingSince }]) => (missingSince === null ? [] : missingSince + GONE_MS)));
}
