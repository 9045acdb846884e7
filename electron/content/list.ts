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

const TOP_FILES = /^(?:signage\.yaml|holidays\.csv|emergency(?:\.[\w-]+)?\.md)$/;
/** The folders whose Markdown files are content. */
export const CARD_FOLDERS = ['slides', 'emergency'];

/** The content files of a folder. Throws what the file system throws when the folder itself can't be listed. */
export async function listFolder(folder: string): Promise<readonly ListedFile[]> {
  const top = await readdir(folder);
  const cards = await Promise.all(
    CARD_FOLDERS.filter((name) => top.includes(name)).map(async (name) => {
      const files = await readdir(join(folder, name)).catch(() => []);
      return files
        .filter(isSlideName)
        .map((file) => ({ path: `${name}/${canonicalName(file)}`, location: join(folder, name, file) }));
    }),
  );
  const candidates = [
    ...top.filter((name) => TOP_FILES.test(name)).map((name) => ({ path: name, location: join(folder, name) })),
    ...cards.flat(),
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
