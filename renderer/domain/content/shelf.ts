import { oncePer } from '../once-per';
import type { Parsed, Problem } from '../result';
import type { FolderFile } from './folder-file';

/** What is kept of one file between two readings. */
export interface Kept<T> {
  /** What the value was made of. */
  readonly source: Omit<FolderFile, 'path'> | null;
  /** The last good version, which may be older than its source. */
  readonly value: T | null;
  /** What that was made of. */
  readonly good: Omit<FolderFile, 'path'> | null;
  readonly problems: readonly Problem[];
}

/** Files of one kind by their paths, each as it was kept. */
export type Shelf<T> = ReadonlyMap<string, Kept<T>>;

/** Reads one file anew if it changed; without the file the last good value stays. */
export function keep<T>(
  previous: Kept<T> | null,
  file: FolderFile | undefined,
  read: (file: FolderFile) => Parsed<T>,
): Kept<T> | null {
  if (file === undefined) return previous && { ...previous, source: null, problems: [] };
  if (previous !== null && isMadeOf(previous, file)) return previous;
  const { value, problems } = read(file);
  const { path: _, ...source } = file;
  if (value !== null) return { source, value, good: source, problems };
  return { source, value: previous?.value ?? null, good: previous?.good ?? null, problems };
}

function isMadeOf({ source }: Kept<unknown>, file: FolderFile): boolean {
  if (source === null || source.text !== file.text || source.fault !== file.fault) return false;
  return source.media === file.media || JSON.stringify(source.media ?? null) === JSON.stringify(file.media ?? null);
}

/**
 * Keeps each of these files; what is not among them any more, goes. Where nothing has changed it is the same shelf, so what follows from it
 * need not be worked out again.
 */
export function shelve<T>(previous: Shelf<T>, files: readonly FolderFile[], read: (file: FolderFile) => Parsed<T>): Shelf<T> {
  const isKept = (file: FolderFile) => {
    const kept = previous.get(file.path);
    return kept !== undefined && isMadeOf(kept, file);
  };
  if (files.length === previous.size && files.every(isKept)) return previous;
  const shelf = new Map<string, Kept<T>>();
  for (const file of files) {
    const kept = keep(previous.get(file.path) ?? null, file, read);
    if (kept !== null) shelf.set(file.path, kept);
  }
  return shelf;
}

/** What is wrong with the files of a shelf. */
export const problemsOf = oncePer((shelf: Shelf<unknown>) => [...shelf.values()].flatMap(({ problems }) => problems));

/** The last good versions, of those files that ever had one. */
export function goodOf<T>(shelf: Shelf<T>): readonly T[] {
  return [...shelf.values()].flatMap(({ value }) => value ?? []);
}
