import { within } from '../within';
import { AwayFolders, isIn, REFILL_MS } from './away-folders';
import { openLane } from './lane';
import type { ListedFile, Listing } from './list';
import { type Found, type Known, type Look, OF_BEFORE } from './look';
import type { Opened } from './read';
import { closedTo, codeOf } from './refusal';
import { goneAt, hasGone, SeenFiles } from './seen-files';

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
const MISSING = 'フォルダーが見つからないか、空です';
const AWAY = 'フォルダーがないか、空です。前の内容を表示しています';
const SILENT = 'ファイルを読めません（応答がありません）。前の内容を表示しています';

/**
 * Looks at a folder again and again and remembers what it saw. A file counts once it has stopped changing and could be opened; until
 * then what was told of it stands. Slides whose folder is missing, empty or closed are not gone: that is how a share looks that was lost,
 * and how a sync tool leaves the folder while it replaces it. Of a file that looks as it did a look asks nothing.
 */
export class FolderScan {
  private readonly files: SeenFiles;
  private readonly texts = openLane(TEXTS_AT_ONCE);
  private readonly media = openLane(MEDIA_AT_ONCE);
  private readonly folders = new AwayFolders();
  private found: Found[] = [];
  private isFirst: boolean;
  private isShare: boolean | null = null;
  private isLooking = false;
  /** A file is not where it was: it may be back already. */
  private isMissing = false;

  constructor(
    private readonly world: ScanWorld,
    known: Known,
  ) {
    this.isFirst = [...known.values()].every(({ stamp }) => stamp === OF_BEFORE);
    this.files = new SeenFiles(known, world.isMedia);
  }

  /** One look; the next must wait for it. */
  async look(isWhole: boolean): Promise<Look> {
    this.isLooking = true;
    try {
      const listing = await this.world.list(isWhole || this.isMissing || this.folders.areAway ? null : this.files.waitedFor());
      if (listing.files.length === 0 && listing.closed.length === 0) return this.lost(MISSING);
      this.isShare ??= await this.world.isShare();
      return await this.compare(listing, this.isShare);
    } catch (error) {
      return this.lost(codeOf(error) === 'ENOENT' ? MISSING : closedTo('フォルダー', error));
    } finally {
      this.isLooking = false;
    }
  }

  private lost(why: string): Look {
    this.folders.lost(this.files.all, performance.now());
    this.files.lost();
    const rest = { isShare: this.isShare ?? false, hears: false, wholeMs: 0 };
    return { lost: why, changed: [], gone: [], refused: [], unsettled: false, againInMs: null, ...rest };
  }

  private async compare(listing: Listing, isShare: boolean): Promise<Look> {
    const now = performance.now();
    this.files.begin();
    const news = listing.files.filter((entry) => this.files.note(entry, now));
    const away = this.folders.look(this.files.all, listing, news, now);
    const due = this.files.waitingEntries().filter((entry) => this.files.isDue(entry, isShare, this.isFirst, now));
    const opening = due.map((entry) => this.open(entry)).filter((_, index) => !this.world.isMedia(due[index]?.path ?? ''));
    await within(this.isFirst ? FIRST_PATIENCE_MS : PATIENCE_MS, Promise.all(opening), null);
    this.isFirst = false;

    const isKept = (path: string) => isIn(path, listing.closed) || isIn(path, away);
    const missing = this.files.missing(listing.files.length);
    const gone = missing.filter(([path, one]) => !isKept(path) && hasGone(one, now));
    for (const [path] of gone) this.files.forget(path);
    this.isMissing = missing.length > gone.length;
    const changed = this.found.filter(({ file }) => this.files.all.has(file.path));
    this.found = [];
    const empty = away.filter(
      (folder) => !listing.closed.includes(folder) && !listing.files.some(({ path }) => isIn(path, [folder])),
    );
    const waiting = this.files.waitingEntries();
    const dueAt = Math.min(
      this.files.nextAt(waiting, isShare),
      away.length > 0 ? performance.now() + REFILL_MS : goneAt(missing),
    );
    return {
      lost: null,
      changed,
      gone: gone.flatMap(([path, { toldStamp }]) => (toldStamp === null ? [] : [path])),
      refused: [...listing.refused, ...empty.map((path) => ({ path, text: null, fault: AWAY }))],
      unsettled: this.files.areUnsettled(waiting),
      againInMs: Number.isFinite(dueAt) ? Math.max(dueAt - performance.now(), 0) : null,
      wholeMs: listing.tookMs,
      hears: this.world.hears(),
      isShare,
    };
  }

  /** Opens a file; what comes of it is told by this look, or a later one. A text that hangs is told of, and not opened again before it has ended. */
  private async open(entry: ListedFile): Promise<void> {
    const one = this.files.all.get(entry.path);
    if (one === undefined) return;
    one.opening = true;
    const done = (opened: Opened | null) => {
      // It may have gone, or changed once more, meanwhile.
      if (opened === null || this.files.all.get(entry.path) !== one || one.standing.stamp !== entry.stamp) return;
      const found = { ...opened, stamp: entry.stamp };
      if (this.files.took(one, found)) this.found.push(found);
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
}

function silent(path: string): Opened {
  return { file: { path, text: null, fault: SILENT }, passing: true };
}
