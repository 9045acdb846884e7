import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalName, isSlideName } from '../../renderer/domain/content/file-names';

/** A file that may be content, as the folder lists it. */
export interface ListedFile {
  /** Path within the folder, composed letters: `slides/30-持ち物.md`. */
  readonly path: string;
  /** Where it really lies. */
  readonly location: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** Differs whenever the file was written or replaced. */
  readonly stamp: string;
}

const TOP_FILES = ['signage.yaml', 'holidays.csv'];

/** The content files of a folder. Throws what the file system throws when the folder itself can't be listed. */
export async function listFolder(folder: string): Promise<readonly ListedFile[]> {
  const top = await readdir(folder);
  const slides = top.includes('slides') ? await readdir(join(folder, 'slides')).catch(() => []) : [];
  const candidates = [
    ...TOP_FILES.filter((name) => top.includes(name)).map((name) => ({ path: name, location: join(folder, name) })),
    ...slides
      .filter(isSlideName)
      .map((name) => ({ path: `slides/${canonicalName(name)}`, location: join(folder, 'slides', name) })),
  ];
  const files = await Promise.all(candidates.map(listed));
  return files.flatMap((file) => file ?? []);
}

/** Null for a file that has gone since, and for what is no plain file: links could lead out of the folder. */
async function listed({ path, location }: { path: string; location: string }): Promise<ListedFile | null> {
  try {
    const stat = await lstat(location);
    if (!stat.isFile()) return null;
    const { size, mtimeMs, ctimeMs, ino } = stat;
    return { path, location, size, mtimeMs, stamp: `${size}:${mtimeMs}:${ctimeMs}:${ino}` };
  } catch {
    return null;
  }
}
