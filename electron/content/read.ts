import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { isMediaName } from '../../renderer/domain/content/file-names';
import type { FolderFile } from '../../renderer/domain/content/folder-file';
import { decode } from './decode';
import { openLane } from './lane';
import { type ListedFile, listFolder } from './list';
import { readHeader } from './media/read-header';
import { cannotOpen, codeOf, tooLarge } from './refusal';

/** More than any slide; beyond it a file is not even opened. */
const LARGEST = 1_000_000;
/** Each holds a piece of its file in memory. */
const MEDIA_AT_ONCE = 4;
/** A file that a link or a pipe has taken the place of since it was listed is not opened. Windows knows neither. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** What came of opening a file. */
export interface Opened {
  readonly file: FolderFile;
  /** The fault lies with the machine, not the file, and may pass by itself: the file is to be opened again. */
  readonly passing: boolean;
}

/**
 * A settled file's text, or why there is none. Null when it has gone or changed since it was listed. From a local disk it is had `atOnce`: of
 * two thousand files each would wait five times for the others.
 */
export async function readListed(entry: ListedFile, atOnce = false): Promise<Opened | null> {
  const { path, size } = entry;
  if (size > LARGEST) {
    return { file: { path, text: null, fault: tooLarge(size, LARGEST) }, passing: false };
  }
  try {
    const bytes = atOnce ? bytesNow(entry) : await bytesOf(entry);
    if (bytes === null) return null;
    const { text, fault } = decode(bytes, path === 'holidays.csv' || path.startsWith('emergency'));
    return { file: { path, text, fault }, passing: false };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    return { file: { path, text: null, fault: cannotOpen('ファイル', error) }, passing: true };
  }
}

/** Null when the bytes are not those of the file that was listed. */
async function bytesOf(entry: ListedFile): Promise<Uint8Array | null> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(entry.location, FLAGS);
    const bytes = Buffer.alloc(entry.size);
    const { bytesRead } = await handle.read(bytes, 0, entry.size, 0);
    return isWhole(entry, bytesRead, await handle.stat()) ? bytes : null;
  } finally {
    await handle?.close();
  }
}

function bytesNow(entry: ListedFile): Uint8Array | null {
  const file = openSync(entry.location, FLAGS);
  try {
    const bytes = Buffer.alloc(entry.size);
    const bytesRead = readSync(file, bytes, 0, entry.size, 0);
    return isWhole(entry, bytesRead, fstatSync(file)) ? bytes : null;
  } finally {
    closeSync(file);
  }
}

function isWhole({ size, mtimeMs }: ListedFile, bytesRead: number, now: Stats): boolean {
  return bytesRead === size && now.size === size && now.mtimeMs === mtimeMs;
}

/** Whether a listed file is opened as media, and not as a text. */
export function isMedia(path: string): boolean {
  return path.startsWith('slides/') && isMediaName(path.slice('slides/'.length));
}

/**
 * The whole folder, read once, for commands that look and go: media by what their headers say,
 * unless told otherwise.
 */
export async function readOnce(
  folder: string,
  openMedia: (entry: ListedFile) => Promise<FolderFile | null> = readHeader,
): Promise<readonly FolderFile[]> {
  const { files, refused } = await listFolder(folder);
  const media = openLane(MEDIA_AT_ONCE);
  const opened = await Promise.all(
    files.map(async (entry) =>
      isMedia(entry.path) ? media.run(() => openMedia(entry)) : ((await readListed(entry))?.file ?? null),
    ),
  );
  return [...opened.flatMap((file) => file ?? []), ...refused];
}
