import type { FolderFile } from '../../renderer/domain/content/folder-file';

/** A name or a folder that staff should know of: a fault, and no file to read. */
export function refusal(path: string, fault: string): FolderFile {
  return { path, text: null, fault };
}

/** Of a link, a file's or a folder's. */
export const LEADS_OUT = 'フォルダーの外へのリンクです。リンクの先は表示しません';

/** What the system calls a fault: `ENOENT`; `I/O` where it has no name for it. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'I/O';
}

/** `what` is ファイル or フォルダー; the error's code is for the technician whom staff will ask. */
export function closedTo(what: string, error: unknown): string {
  return `${what}を開けません（${codeOf(error)}）`;
}

/** The same, for what goes on being shown as it was. */
export function cannotOpen(what: string, error: unknown): string {
  return `${closedTo(what, error)}。前の内容を表示しています`;
}

/** For a file of more bytes than may be: ファイルが大きすぎます（約12 MB）。1 MB までです */
export function tooLarge(size: number, most: number): string {
  const [found, wanted] = [size, most].map((bytes) => Math.ceil(bytes / 1_000_000));
  return `ファイルが大きすぎます（約${found} MB）。${wanted} MB までです`;
}
