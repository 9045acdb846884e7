import { type FSWatcher, watch } from 'node:fs';

/**
 * The system's change events for some folders, where it has any to give; each only a hint to look. They die with their folder and never
 * hear of another one in its place, so they are told at each look which folders there are.
 */
export function openHints(hint: () => void) {
  const watchers = new Map<string, { readonly identity: string; readonly watcher: FSWatcher | null }>();
  const drop = (path: string) => {
    watchers.get(path)?.watcher?.close();
    watchers.delete(path);
  };
  return {
    /** By path, what each folder really is. */
    follow(folders: ReadonlyMap<string, string>): void {
      for (const [path, { identity }] of watchers) if (folders.get(path) !== identity) drop(path);
      for (const [path, identity] of folders) {
        if (!watchers.has(path)) watchers.set(path, { identity, watcher: watcherOf(path, hint) });
      }
    },
    close(): void {
      for (const path of [...watchers.keys()]) drop(path);
    },
  };
}

/** Null when there are no watches left, or none at all here: the looks see it all the same. */
function watcherOf(path: string, hint: () => void): FSWatcher | null {
  try {
    const watcher = watch(path, { persistent: false }, hint);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}
