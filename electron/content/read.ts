import { readFile } from 'node:fs/promises';
import type { FolderFile } from '../../renderer/domain/content/folder';
import { decode } from './decode';
import { type ListedFile, listFolder } from './list';

/** More than any slide; beyond it a file is not even opened. */
const LARGEST = 1_000_000;

/** A file's text, or why there is none. Null when it has gone meanwhile. */
export async function readListed({ path, location, size }: ListedFile): Promise<FolderFile | null> {
  if (size > LARGEST) {
    return { path, text: null, fault: `ファイルが大きすぎます（約${Math.ceil(size / 1_000_000)} MB）。1 MB までです` };
  }
  try {
    const { text, fault } = decode(await readFile(location), path === 'holidays.csv');
    return { path, text, fault };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    return { path, text: null, fault: `ファイルを開けません（${(error as NodeJS.ErrnoException).code ?? 'I/O'}）` };
  }
}

/** The whole folder, read once, for commands that look and go. */
export async function readOnce(folder: string): Promise<readonly FolderFile[]> {
  const files = await Promise.all((await listFolder(folder)).map(readListed));
  return files.flatMap((file) => file ?? []);
}
