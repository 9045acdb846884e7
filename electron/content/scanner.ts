import type { FolderFile } from '../../renderer/domain/content/folder-file';
import { within } from '../within';
import { AwayFolders, isIn, REFILL_MS } from './away-folders';
import { openLane } from './lane';
import type { ListedFile, Listing } from './list';
import type { Opened } from './read';
import { closedTo, codeOf } from './refusal';
import { isOld, type Standing, settleMs, standingAfter } from './settle';

/** A file as it was last opened. */
export interface Found extends Opened {
  /** What it looked like then; while it looks like that it is not opened again. */
  readonly stamp: string;
}

/** What a look at the folder tells: only what has changed since the look before. */
export interface Look {
  /** Null, or why the folder can't be had, for staff; then nothing else is told. */
  readonly lost: string | null;
  readonly changed: readonly Found[];
  readonly gone: readonly string[];
  /** Names and folders that staff should know of: the whole list each time. */
  readonly refused: readonly FolderFile[];
  /** There are texts that could not be read yet: a first picture had better wait for them. */
  readonly unsettled: boolean;
  /** In how many milliseconds something is due of the files that are waited for; null while all is quiet. */
  readonly againInMs: number | null;
  /** How long it took to look at the whole folder, without what was opened then; null when only some files were looked at. */
  readonly wholeMs: number | null;
  /** Change events tell of what happens between two looks. */
  readonly hears: boolean;
  /** The folder lies where change events do not arrive and each look costs somebody else's disk. */
  readonly isShare: boolean;
}

/** What is known of the folder from before, by path: such files are opened only when they have changed. */
export type Known = ReadonlyMap<string, Pick<Found, 'stamp' | 'passing'>>;

/** The stamp of a file that was kept from before the display started: none looks like it, so it is opened, or has gone, at the first look. */
export const OF_BEFORE = '';

/** Whoever looks at a folder: in this process, or in one that can be ended when a share hangs. */
export interface Scanner {
  /**
   * One look, at the whole folder or at what change events have named and what is waited for; the next must wait for it. Null when the
   * scanner is no more. Never rejects; may never answer.
   */
  look(isWhole: boolean): Promise<Look | null>;
  close(): void;
}

/** The machine as the scan sees it. */
export interface ScanWorld {
  /** The folder as a whole, or as it was but for these locations and those that change events have named. */
  list(waiting: readonly string[] | null): Promise<Listing>;
  open(entry: ListedFile): Promise<Opened | null>;
  /** What takes long to open: it holds up nothing, and is told by whichever look comes after it is done. */
  isMedia(path: string): boolean;
  isShare(): Promise<boolean>;
  hears(): boolean;
  /** Something was opened after its look had ended: the next look tells of it. */
  ready(): void;
}

/** Texts opened at the same time: should one hang, the others go on. */
const TEXTS_AT_ONCE = 8;
const MEDIA_AT_ONCE = 1;
/** A look waits so long for the texts it opens; the first one longer, for the first picture should be whole. */
const PATIENCE_MS = 300;
const FIRST_PATIENCE_MS = 5_000;
/** A text that has not been read in this time can't be read. */
const OPEN_TIMEOUT_MS = 10_000;
/** A lock, or a share that stumbles, passes: nobody is told before this time. */
const TELL_AFTER_MS = 2_000;
const TRY_AGAIN_MS = 500;
const TRY_TOLD_AGAIN_MS = 5_000;
/** A file that is replaced by deleting and renaming is away for a moment. */
const GONE_MS = 100;
const MISSING = 'フォルダーが見つからないか、空です';
const AWAY = 'フォルダーがないか、空です。前の内容を表示しています';
const SILENT = 'ファイルを読めません（応答がありません）。前の内容を表示しています';

interface Seen {
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
 * Looks at a folder again and again and remembers what it saw. A file counts once it has stopped changing and could be opened; until
 * then what was told of it stands. Slides whose folder is missing, empty or closed are not gone: that is how a share looks that was lost,
 * and how a sync tool leaves the folder while it replaces it. Of a file that looks as it did a look asks nothing.
 */
export class FolderScan {
  private readonly seen = new Map<string, Seen>();
  /** The paths of files that are not told of as they look now, or are to be tried again. */
  private readonly waiting = new Set<string>();
  private readonly texts = openLane(TEXTS_AT_ONCE);
  private readonly media = openLane(MEDIA_AT_ONCE);
  private found: Found[] = [];
  private looks = 0;
  private isFirst: boolean;
  private isShare: boolean | null = null;
  private isLooking = false;
  /** A file is not where it was: it may be back already. */
  private isMissing = false;
  private readonly folders = new AwayFolders();

  constructor(
    private readonly world: ScanWorld,
    known: Known,
  ) {
    this.isFirst = [...known.values()].every(({ stamp }) => stamp === OF_BEFORE);
    for (const [path, { stamp, passing }] of known) {
      const tryAt = passing ? performance.now() + TRY_TOLD_AGAIN_MS : null;
      this.seen.set(path, { ...unseen(stamp, performance.now()), toldStamp: stamp, tryAt });
      if (tryAt !== null) this.waiting.add(path);
    }
  }

  /** One look; the next must wait for it. */
  async look(isWhole: boolean): Promise<Look> {
    this.isLooking = true;
    try {
      const listing = await this.world.list(isWhole || this.isMissing || this.folders.areAway ? null : this.waitedFor());
      if (listing.files.length === 0 && listing.closed.length === 0) return this.lost(MISSING);
      this.isShare ??= await this.world.isShare();
      return await this.compare(listing, this.isShare);
    } catch (error) {
      return this.lost(codeOf(error) === 'ENOENT' ? MISSING : closedTo('フォルダー', error));
    } finally {
      this.isLooking = false;
    }
  }

  /** Where the files lie that may have settled, or come back. What is being opened says itself when it is done. */
  private waitedFor(): readonly string[] {
    return [...this.waiting].flatMap((path) => {
      const one = this.seen.get(path);
      return one?.entry && !one.opening ? [one.entry.location] : [];
    });
  }

  private lost(why: string): Look {
    this.folders.lost(this.seen, performance.now());
    // All that is listed next is new.
    this.looks += 2;
    const rest = { isShare: this.isShare ?? false, hears: false, wholeMs: 0 };
    return { lost: why, changed: [], gone: [], refused: [], unsettled: false, againInMs: null, ...rest };
  }

  private async compare(listing: Listing, isShare: boolean): Promise<Look> {
    const now = performance.now();
    this.looks += 1;
    const news = listing.files.filter((entry) => this.note(entry, now));
    const away = this.folders.look(this.seen, listing, news, now);
    const due = this.waitingEntries().filter((entry) => this.isDue(entry, isShare, now));
    const opening = due.map((entry) => this.open(entry)).filter((_, index) => !this.world.isMedia(due[index]?.path ?? ''));
    await within(this.isFirst ? FIRST_PATIENCE_MS : PATIENCE_MS, Promise.all(opening), null);
    this.isFirst = false;

    const isKept = (path: string) => isIn(path, listing.closed) || isIn(path, away);
    const missing =
      this.seen.size === listing.files.length ? [] : [...this.seen].filter(([, one]) => one.lookedAt !== this.looks);
    const gone = missing.filter(([path, one]) => !isKept(path) && hasGone(one, now));
    for (const [path] of gone) this.forget(path);
    this.isMissing = missing.length > gone.length;
    const changed = this.found.filter(({ file }) => this.seen.has(file.path));
    this.found = [];
    const empty = away.filter(
      (folder) => !listing.closed.includes(folder) && !listing.files.some(({ path }) => isIn(path, [folder])),
    );
    const waiting = this.waitingEntries();
    return {
      lost: null,
      changed,
      gone: gone.flatMap(([path, { toldStamp }]) => (toldStamp === null ? [] : [path])),
      refused: [...listing.refused, ...empty.map((path) => ({ path, text: null, fault: AWAY }))],
      unsettled: waiting.some(({ path, stamp }) => !this.world.isMedia(path) && this.seen.get(path)?.toldStamp !== stamp),
      againInMs: this.againIn(waiting, missing, isShare, away.length > 0),
      wholeMs: listing.tookMs,
      hears: this.world.hears(),
      isShare,
    };
  }

  /** Notes how a file looks. Returns whether the look before had not listed it. */
  private note(entry: ListedFile, now: number): boolean {
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

  private forget(path: string): void {
    this.seen.delete(path);
    this.waiting.delete(path);
  }

  /** The files that are waited for, as far as this look has listed them. */
  private waitingEntries(): readonly ListedFile[] {
    return [...this.waiting].flatMap((path) => {
      const one = this.seen.get(path);
      return one?.entry && one.lookedAt === this.looks ? [one.entry] : [];
    });
  }

  private isDue(entry: ListedFile, isShare: boolean, now: number): boolean {
    const one = this.seen.get(entry.path);
    if (one === undefined || one.opening) return false;
    if (one.tryAt !== null && now < one.tryAt && one.standing.stamp === entry.stamp) return false;
    if (one.toldStamp === entry.stamp) return one.tryAt !== null;
    const isMedia = this.world.isMedia(entry.path);
    if (this.isFirst && isOld(entry, isMedia, Date.now())) return true;
    return now - one.standing.since >= settleMs(one.standing, { size: entry.size, isMedia, isShare });
  }

  /** Opens a file; what comes of it is told by this look, or a later one. A text that hangs is told of, and not opened again before it has ended. */
  private async open(entry: ListedFile): Promise<void> {
    const one = this.seen.get(entry.path);
    if (one === undefined) return;
    one.opening = true;
    const done = (opened: Opened | null) => {
      // It may have gone, or changed once more, meanwhile.
      if (opened === null || this.seen.get(entry.path) !== one || one.standing.stamp !== entry.stamp) return;
      this.take(one, { ...opened, stamp: entry.stamp });
      if (!this.isLooking) this.world.ready();
    };
    const open = async () => {
      const opened = await this.world.open(entry);
      one.opening = false;
      done(opened);
      return true;
    };
    if (this.world.isMedia(entry.path)) await this.media.run(open);
    else if (!(await this.texts.run(() => within(OPEN_TIMEOUT_MS, open(), false)))) done(silent(entry.path));
  }

  private take(one: Seen, found: Found): void {
    const now = performance.now();
    one.failingSince = found.passing ? (one.failingSince ?? now) : null;
    const failing = one.failingSince === null ? 0 : now - one.failingSince;
    if (found.passing && !one.opening && failing < TELL_AFTER_MS) {
      one.tryAt = now + TRY_AGAIN_MS;
      return;
    }
    const isTold = one.toldStamp === found.stamp && one.fault === found.file.fault;
    one.tryAt = found.passing ? now + TRY_TOLD_AGAIN_MS : null;
    one.toldStamp = found.stamp;
    one.fault = found.file.fault;
    this.awaits(found.file.path, one);
    if (!isTold) this.found.push(found);
  }

  /** When the next file will have settled, be tried again or be taken for gone. */
  private againIn(
    waiting: readonly ListedFile[],
    missing: readonly (readonly [string, Seen])[],
    isShare: boolean,
    isRefilling: boolean,
  ): number | null {
    const now = performance.now();
    const settling = waiting.flatMap(({ path, size, stamp }) => {
      const one = this.seen.get(path);
      if (one === undefined || one.opening) return [];
      if (one.toldStamp === stamp) return one.tryAt ?? [];
      const settles = one.standing.since + settleMs(one.standing, { size, isMedia: this.world.isMedia(path), isShare });
      return Math.max(settles, one.tryAt ?? 0);
    });
    const going = missing.flatMap(([, { missingSince }]) => (missingSince === null ? [] : missingSince + GONE_MS));
    const steps = [...settling, ...(isRefilling ? [now + REFILL_MS] : going)];
    return steps.length === 0 ? null : Math.max(Math.min(...steps) - now, 0);
  }
}

function unseen(stamp: string, since: number): Seen {
  const standing = { stamp, since, interruptions: 0 };
  const rest = { toldStamp: null, fault: null, opening: false, failingSince: null, tryAt: null, missingSince: null };
  return { entry: null, lookedAt: -1, standing, ...rest };
}

function hasGone(one: Seen, now: number): boolean {
  // It was not there when the display started: nobody has moved it just now.
  if (one.standing.stamp === OF_BEFORE) return true;
  one.missingSince ??= now;
  return now - one.missingSince >= GONE_MS;
}

function silent(path: string): Opened {
  return { file: { path, text: null, fault: SILENT }, passing: true };
}
