import type { FolderFile } from '../../renderer/domain/content/folder-file';
import type { Opened } from './read';

/** A file as it was last opened. */
export interface Found extends Opened {
  /** What it looked like then; while it looks like that it is not opened again. */
  readonly stamp: string;
}

/** What a look at the folder tells: only what has changed since the look before. */
export interface Look {
  /** Null, or why the folder can't be had, for staff; then nothing else is told. */
  readonly lost: string | null;
  readonly changed: readonly Found[];
  readonly gone: readonly string[];
  /** Names and folders that staff should know of: the whole list each time. */
  readonly refused: readonly FolderFile[];
  /** There are texts that could not be read yet: a first picture had better wait for them. */
  readonly unsettled: boolean;
  /** In how many milliseconds something is due of the files that are waited for; null while all is quiet. */
  readonly againInMs: number | null;
  /** How long it took to look at the whole folder, without what was opened then; null when only some files were looked at. */
  readonly wholeMs: number | null;
  /** Change events tell of what happens between two looks. */
  readonly hears: boolean;
  /** The folder lies where change events do not arrive and each look costs somebody else's disk. */
  readonly isShare: boolean;
}

/** What is known of the folder from before, by path: such files are opened only when they have changed. */
export type Known = ReadonlyMap<string, Pick<Found, 'stamp' | 'passing'>>;

/** The stamp of a file that was kept from before the display started: none looks like it, so it is opened, or has gone, at the first look. */
export const OF_BEFORE = '';

/** Whoever looks at a folder: in this process, or in one that can be ended when a share hangs. */
export interface Scanner {
  /**
   * One look, at the whole folder or at what change events have named and what is waited for; the next must wait for it. Null when the
   * scanner is no more. Never rejects; may never answer.
   */
  look(isWhole: boolean): Promise<Look | null>;
  close(): void;
}
