import { CARD_FOLDERS } from './folder-names';
import type { ListedFile, Listing } from './list';

/** A folder that was away is filled file by file: a file has gone only when nothing new has come for so long. */
export const REFILL_MS = 5_000;

/** The paths of all files that were seen and have not gone. */
type Seen = ReadonlyMap<string, unknown>;

/** Knows which folders of slides and cards are away, or are just being filled again: what was in them is waited for. */
export class AwayFolders {
  /** When those that were away last got a new file. Monotonic milliseconds. */
  private readonly refilledAt = new Map<string, number>();

  get areAway(): boolean {
    return this.refilledAt.size > 0;
  }

  /** The whole content folder can't be had. */
  lost(seen: Seen, now: number): void {
    for (const folder of CARD_FOLDERS) if (has(seen.keys(), folder)) this.refilledAt.set(folder, now);
  }

  /** The folders that are away after a look that listed these files, some of which are new. */
  look(seen: Seen, listing: Listing, news: readonly ListedFile[], now: number): readonly string[] {
    return CARD_FOLDERS.filter((folder) => this.isAway(folder, seen, listing, news, now));
  }

  private isAway(folder: string, seen: Seen, { files, closed }: Listing, news: readonly ListedFile[], now: number): boolean {
    if (!has(seen.keys(), folder)) {
      this.refilledAt.delete(folder);
      return false;
    }
    const isEmpty = !files.some(({ path }) => isIn(path, [folder]));
    const refilledAt = this.refilledAt.get(folder) ?? (isEmpty ? now : null);
    if (refilledAt === null) return false;
    // Cards that staff throw away are thrown away; a display without any slide is nobody's wish.
    const isFilling =
      news.some(({ path }) => isIn(path, [folder])) || (isEmpty && (folder === 'slides' || closed.includes(folder)));
    this.refilledAt.set(folder, isFilling ? now : refilledAt);
    if (isFilling || now - refilledAt < REFILL_MS) return true;
    if (!isEmpty) this.refilledAt.delete(folder);
    return false;
  }
}

function has(paths: Iterable<string>, folder: string): boolean {
  for (const path of paths) if (isIn(path, [folder])) return true;
  return false;
}

/** Whether a path is one of these, or in one of these folders. */
export function isIn(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`));
}
