import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import type { FolderFile } from '../../renderer/domain/content/folder';
import { CARD_FOLDERS, type ListedFile, listFolder } from './list';
import { readListed } from './read';

/** Between two looks at a quiet folder, at least; a slow share is asked less often. */
const SCAN_EVERY_MS = 500;
const SCAN_SHARE = 20;
/** Between two looks at a file that is still being written. */
const SETTLE_MS = 100;
/** An editor that saves empties the file first: an empty file counts only when it stays empty. */
const EMPTY_SETTLE_MS = 1_000;
/** A file that has not been written for so long is whole when the display starts. */
const OLD_MS = 2_000;
/** A share that does not answer for so long is lost for now. */
const SCAN_TIMEOUT_MS = 10_000;

/** A reading of the folder: all its files, or null while it is missing, empty or does not answer. */
export type FolderListener = (files: readonly FolderFile[] | null) => void;

interface Seen {
  readonly stamp: string;
  readonly since: number;
  /** What was read when the file had settled with the stamp `readStamp`. */
  readonly readStamp: string | null;
  readonly file: FolderFile | null;
}

/**
 * Watches a content folder, read only. One scan loop is the truth; the system's change events, which do not arrive from a network
 * share, only make it look sooner. A file counts once it has stopped changing; until then its former text stands. The listener
 * is called for the first reading and when something has changed. Returns the way to stop.
 */
export function watchFolder(folder: string, listener: FolderListener): () => void {
  let seen = new Map<string, Seen>();
  let told: string | null = null;
  let first = true;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let watchers: readonly FSWatcher[] = [];

  const lookAfter = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void look(), ms);
  };
  let looking = false;
  let again = false;
  const hint = () => {
    if (looking) again = true;
    else lookAfter(10);
  };

  const look = async () => {
    looking = true;
    again = false;
    const startedAt = performance.now();
    const listed = await withTimeout(listFolder(folder), SCAN_TIMEOUT_MS);
    if (stopped) return;
    if (listed === null || listed.length === 0) {
      // Watchers die with their folder and never hear of a new one.
      for (const watcher of watchers) watcher.close();
      watchers = [];
      tell('missing', null);
    } else {
      seen = await readSettled(seen, listed, first);
      const files = [...seen.values()].flatMap(({ file }) => file ?? []);
      tell([...seen].map(([path, { readStamp }]) => `${path}=${readStamp}`).join('\n'), files);
    }
    first = false;
    looking = false;
    if (watchers.length === 0 && listed !== null) watchers = watchersOf(folder, hint);
    const settling = listed !== null && [...seen.values()].some(({ stamp, readStamp }) => stamp !== readStamp);
    const quiet = Math.max(SCAN_EVERY_MS, SCAN_SHARE * (performance.now() - startedAt));
    lookAfter(again || settling ? SETTLE_MS : quiet);
  };

  const tell = (state: string, files: readonly FolderFile[] | null) => {
    if (state === told) return;
    told = state;
    listener(files);
  };

  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** Reads the files that have settled anew; keeps what was read of the others. */
async function readSettled(
  before: ReadonlyMap<string, Seen>,
  listed: readonly ListedFile[],
  first: boolean,
): Promise<Map<string, Seen>> {
  const now = Date.now();
  const entries = await Promise.all(
    listed.map(async (entry): Promise<readonly [string, Seen]> => {
      const known = before.get(entry.path);
      const since = known?.stamp === entry.stamp ? known.since : now;
      const kept: Seen = { stamp: entry.stamp, since, readStamp: known?.readStamp ?? null, file: known?.file ?? null };
      if (kept.readStamp === entry.stamp) return [entry.path, kept];
      const wait = entry.size === 0 ? EMPTY_SETTLE_MS : SETTLE_MS;
      const isWhole = now - since >= wait || (first && now - entry.mtimeMs > OLD_MS);
      if (!isWhole) return [entry.path, kept];
      const file = await readListed(entry);
      return [entry.path, file === null ? kept : { ...kept, readStamp: entry.stamp, file }];
    }),
  );
  return new Map(entries);
}

/** Change events of the folder, its slides and its emergency cards, where the system has any to give. */
function watchersOf(folder: string, hint: () => void): readonly FSWatcher[] {
  return [folder, ...CARD_FOLDERS.map((name) => join(folder, name))].flatMap((path) => {
    try {
      const watcher = watch(path, { persistent: false }, hint);
      watcher.on('error', () => watcher.close());
      return [watcher];
    } catch {
      // Not there, or no watches left: the scan loop sees it all the same.
      return [];
    }
  });
}

/** Null when it fails or does not end in time. */
async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  const result = await Promise.race([work.catch(() => null), late]);
  clearTimeout(timer);
  return result;
}
