import type { Content } from '../content/content';
import type { FolderFile } from '../content/folder-file';
import type { Problem } from '../result';
import type { CivilDate } from '../time';

/** What a rule of the check may look at. */
export interface CheckFacts {
  readonly content: Content;
  /** The files as they are written, for lines and for what no parser keeps. */
  readonly files: readonly FolderFile[];
  /** The days the folder speaks of, in order. */
  readonly days: readonly CivilDate[];
  /** Today, where it matters; the check of a folder must not change with every day. */
  readonly today: CivilDate;
  /** Whether the packaged fonts have a character (its code point); null: not known here. */
  readonly hasGlyph: ((codePoint: number) => boolean) | null;
}

/** A rule of the check: what it finds wrong or doubtful, in plain Japanese. */
export type CheckRule = (facts: CheckFacts) => readonly Problem[];

/** A doubt: the display goes on all the same. */
export function warning(file: string, line: number | null, message: string): Problem {
  return { file, line, level: 'warning', message };
}

/** A certain mistake. */
export function error(file: string, line: number | null, message: string): Problem {
  return { file, line, level: 'error', message };
}

/** The line of a file on which a part first stands, counted from 1; null when it stands on none. */
export function lineOf(
  files: readonly FolderFile[],
  path: string,
  part: string | RegExp | ((line: string) => boolean),
): number | null {
  const lines = files.find((file) => file.path === path)?.text?.split(/\r\n?|\n/) ?? [];
  const index = lines.findIndex((line) => {
    if (typeof part === 'function') return part(line);
    return typeof part === 'string' ? line.includes(part) : part.test(line);
  });
  return index < 0 ? null : index + 1;
}

/** The text files that people write and visitors read. */
export function writtenFiles(files: readonly FolderFile[]): readonly { readonly path: string; readonly text: string }[] {
  return files.flatMap(({ path, text }) => (text !== null && /\.(md|ya?ml)$/i.test(path) ? [{ path, text }] : []));
}
