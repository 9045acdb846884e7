import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { FolderFile } from '../../renderer/domain/content/folder-file';
import { storedMedia } from './media/stored-media';

/** More than any folder of slides has in texts: nobody's disk is filled, and no start held up. */
const LARGEST = 20_000_000;
/** What is changed together is kept together. */
const WAIT_MS = 1_000;
/**
 * A memory card is not worn out by a feed that somebody writes into a slide: after a write there is a pause, which is longer the more was
 * written. While edits go on without end that is 1 GB or so a day, however large the folder.
 */
const LEAST_PAUSE_MS = 10_000;
const CHARACTERS_PER_MS = 5;

/** The good files of a folder, and when they were read (epoch milliseconds). */
export interface KeptFiles {
  readonly at: number;
  readonly files: readonly FolderFile[];
}

/** What keeping them needs. `folder` is where they are from; `write` replaces a small file whole, and throws what the disk says. */
export interface KeptFilesNeeds {
  readonly path: string;
  readonly folder: string;
  readonly write: (path: string, text: string) => void;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

const stored = v.strictObject({
  folder: v.string(),
  at: v.pipe(v.number(), v.finite()),
  files: v.array(
    v.strictObject({
      path: v.string(),
      text: v.nullable(v.string()),
      media: v.optional(v.nullable(storedMedia)),
      fault: v.null(),
    }),
  ),
});

/**
 * Keeps the good files of the folder over a power cut, in one file that is replaced whole: a share that is not there yet when the display
 * starts is then no reason to show nothing. Texts as they were written, to be read again by the rules of now; of media where their copies are.
 */
export function keptFiles({ path, folder, write, now, log }: KeptFilesNeeds) {
  let wanted: (() => readonly FolderFile[]) | null = null;
  let timer: NodeJS.Timeout | undefined;
  /** When the next one may be written. */
  let restUntil = Number.NEGATIVE_INFINITY;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (wanted === null) return;
    const text = JSON.stringify({ folder, at: now(), files: wanted() });
    restUntil = performance.now() + Math.max(LEAST_PAUSE_MS, text.length / CHARACTERS_PER_MS);
    try {
      if (text.length <= LARGEST) write(path, text);
      else log(`the folder's texts are too many to be kept (${text.length} characters)`);
      wanted = null;
    } catch (error) {
      log(`the content can't be kept for the next start: ${(error as Error).message}`);
      writeSoon();
    }
  };
  const writeSoon = () => {
    timer ??= setTimeout(flush, Math.max(restUntil - performance.now(), WAIT_MS));
    timer.unref();
  };
  return {
    /** Those of before the display started; null when there are none of this folder. */
    before: () => read(path, folder, log),
    /** Those of now, which are asked for when they are written. */
    keep(files: () => readonly FolderFile[]): void {
      wanted = files;
      writeSoon();
    },
    flush,
  };
}

function read(path: string, folder: string, log: (line: string) => void): KeptFiles | null {
  try {
    const { success, output } = v.safeParse(stored, JSON.parse(readFileSync(path, 'utf8')));
    if (!success) throw new Error('it holds something else');
    // As exactOptionalPropertyTypes wants it: what is not there is not undefined.
    const files = output.files.map(({ media, ...file }) => (media === undefined ? file : { ...file, media }));
    return output.folder === folder ? { at: output.at, files } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      log(`the content of before can't be read, and is forgotten: ${(error as Error).message}`);
    return null;
  }
}
