import type { Content } from '../../renderer/domain/content/content';
import { emptyFolder, lostFolder, readFolder } from '../../renderer/domain/content/folder';
import type { FolderFile } from '../../renderer/domain/content/folder-file';
import { type Problem, problemText } from '../../renderer/domain/result';
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

/** What the content needs of the display. `withMedia` joins the files of a reading with their media, as far as these are ready. */
export interface FolderContentNeeds {
  readonly withMedia: (files: readonly FolderFile[]) => readonly FolderFile[];
  readonly changed: (now: ReadContent) => void;
  readonly log: (line: string) => void;
}

/** Makes content of the folder's readings, each building on the one before, and logs the problems that are new. */
export function folderContent({ withMedia, changed, log }: FolderContentNeeds) {
  let state = emptyFolder;
  let reading: FolderReading | null = null;
  const read = () => {
    if (reading === null) return;
    const known = new Set(state.problems.map(problemText));
    state = reading.lost === null ? readFolder(state, withMedia(reading.files)) : lostFolder(state, reading.lost);
    const { content, problems } = state;
    const news = problems.map(problemText).filter((line) => !known.has(line));
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
