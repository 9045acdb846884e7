import { type FSWatcher, watch } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * The system's change events for some folders, where it has any to give; each only a hint to look. They die with their folder and never
 * hear of another one in its place, so they are told at each look which folders there are. `hint` is called once for all that happens before
 * the next look takes it: a film that is being copied is a thousand events a second.
 */
export function openHints(hint: () => void) {
  const watchers = new Map<string, { readonly identity: string; watcher: FSWatcher | null }>();
  let touched = new Set<string>();
  let isVague = false;
  const drop = (path: string) => {
    watchers.get(path)?.watcher?.close();
    watchers.delete(path);
  };
  const open = (path: string, identity: string) => {
    const one: { readonly identity: string; watcher: FSWatcher | null } = { identity, watcher: null };
    watchers.set(path, one);
    try {
      const watcher = watch(path, { persistent: false }, (_, name) => {
        const isFirst = !isVague && touched.size === 0;
        // A folder tells of itself, that it was moved or deleted, by its own name.
        if (name === null || name === basename(path)) isVague = true;
        else touched.add(join(path, name));
        if (isFirst) hint();
      });
      one.watcher = watcher;
      watcher.on('error', () => {
        one.watcher = null;
        watcher.close();
      });
    } catch {
      // There are no watches left, or none at all here: the looks see it all the same.
    }
  };
  return {
    /** By path, what each folder really is. */
    follow(folders: ReadonlyMap<string, string>): void {
      for (const [path, { identity }] of watchers) if (folders.get(path) !== identity) drop(path);
      for (const [path, identity] of folders) if (!watchers.has(path)) open(path, identity);
    },
    /** Where the files lie that events have named since this was last asked; null where one of them named none. */
    take(): ReadonlySet<string> | null {
      const taken = isVague ? null : touched;
      touched = new Set();
      isVague = false;
      return taken;
    },
    /** Whether each of the folders has somebody to tell of its changes. */
    hear: () => watchers.size > 0 && [...watchers.values()].every(({ watcher }) => watcher !== null),
    close(): void {
      for (const path of [...watchers.keys()]) drop(path);
    },
  };
}
