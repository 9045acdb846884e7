import type { Parsed, Problem } from '../result';
import type { FolderFile } from './folder-file';

/** What is kept of one file between two readings. */
export interface Kept<T> {
  /** What the value was made of. */
  readonly source: Omit<FolderFile, 'path'> | null;
  /** The last good version, which may be older than its source. */
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

/** Files of one kind by their paths, each as it was kept. */
export type Shelf<T> = Readonly<Record<string, Kept<T>>>;

/** Reads one file anew if it changed; without the file the last good value stays. */
export function keep<T>(
  previous: Kept<T> | null,
  file: FolderFile | undefined,
  read: (file: FolderFile) => Parsed<T>,
): Kept<T> | null {
  if (file === undefined) return previous && { ...previous, source: null, problems: [] };
  const { path, ...source } = file;
  if (previous !== null && isSame(previous.source, source)) return previous;
  const { value, problems } = read(file);
  return { source, value: value ?? previous?.value ?? null, problems };
}

function isSame(a: Kept<unknown>['source'], b: Kept<unknown>['source']): boolean {
  if (a?.text !== b?.text || a?.fault !== b?.fault) return false;
  return a?.media === b?.media || JSON.stringify(a?.media ?? null) === JSON.stringify(b?.media ?? null);
}

/** Keeps each of these files; what is not among them any more, goes. */
export function shelve<T>(previous: Shelf<T>, files: readonly FolderFile[], read: (file: FolderFile) => Parsed<T>): Shelf<T> {
  const entries = files.flatMap((file) => {
    const before = Object.hasOwn(previous, file.path) ? (previous[file.path] ?? null) : null;
    const kept = keep(before, file, read);
    return kept === null ? [] : [[file.path, kept] as const];
  });
  return Object.fromEntries(entries);
}

/** The last good versions, of those files that ever had one. */
export function goodOf<T>(shelf: Shelf<T>): readonly T[] {
  return Object.values(shelf).flatMap(({ value }) => value ?? []);
}
