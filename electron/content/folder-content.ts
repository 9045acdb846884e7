import type { Content } from '../../renderer/domain/content/content';
import { emptyFolder, goodFiles, lostFolder, readFolder } from '../../renderer/domain/content/folder';
import type { FolderFile } from '../../renderer/domain/content/folder-file';
import { type Problem, problemText } from '../../renderer/domain/result';
import type { KeptFiles } from './kept-files';
import type { FolderReading } from './watch-folder';

/** Problems of one reading that go to the log: a folder of nonsense must not fill it. */
const MOST_LOGGED = 50;

/** What readings of the folder have made of the content, and of what staff should know. */
export interface ReadContent {
  readonly content: Content;
  readonly problems: readonly Problem[];
  /** False while the folder can't be had: the content is that of before. */
  readonly isPresent: boolean;
}

/**
 * What the content needs of the display. `withMedia` joins the files of a reading with their media, as far as these are ready. `kept`: the
 * good files of before the display started, which stand in for a folder that can't be had and for files that are bad; null when there
 * are none. `keep` is told those of now.
 */
export interface FolderContentNeeds {
  readonly kept: KeptFiles | null;
  readonly keep: (files: () => readonly FolderFile[]) => void;
  readonly withMedia: (files: readonly FolderFile[]) => readonly FolderFile[];
  readonly changed: (now: ReadContent) => void;
  readonly log: (line: string) => void;
}

/**
 * Makes content of the folder's readings, each building on the one before, and logs the problems that are new. Those come first: there is
 * room for a few on the screen, and whoever has just changed a file looks for what is said of it.
 */
export function folderContent({ kept, keep, withMedia, changed, log }: FolderContentNeeds) {
  let state = emptyFolder;
  let reading: FolderReading | null = null;
  /** When the kept content was read, as long as nothing newer was. */
  let keptAt: number | null = null;
  let readings = 0;
  /** The problems that stand, in words, and the number of the reading that brought each. */
  let standing = new Map<string, number>();
  const begin = () => {
    if (state !== emptyFolder || kept === null) return;
    state = { ...readFolder(emptyFolder, kept.files), problems: [] };
    keptAt = kept.at;
  };
  const read = () => {
    if (reading === null) return;
    begin();
    readings += 1;
    if (reading.lost === null) {
      state = readFolder(state, withMedia(reading.files));
      keptAt = null;
      const good = state;
      keep(() => goodFiles(good));
    } else {
      state = lostFolder(state, reading.lost, keptAt);
    }
    const { content } = state;
    const told = state.problems.map((problem) => {
      const line = problemText(problem);
      return { problem, line, since: standing.get(line) ?? readings };
    });
    standing = new Map(told.map(({ line, since }) => [line, since]));
    const problems = told.sort((a, b) => b.since - a.since).map(({ problem }) => problem);
    const news = told.flatMap(({ line, since }) => (since === readings ? [line] : []));
    for (const line of news.slice(0, MOST_LOGGED)) log(line);
    if (news.length > MOST_LOGGED) log(`and ${news.length - MOST_LOGGED} problems more`);
    changed({ content, problems, isPresent: reading.lost === null });
  };
  return {
    /** The folder as it stands now. */
    take(now: FolderReading): void {
      reading = now;
      read();
    },
    /** Media have become ready, or have failed to: the same reading makes other content. */
    again: read,
    /** The content as last read. */
    now: () => state.content,
  };
}
