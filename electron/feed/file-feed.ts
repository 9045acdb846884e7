import { ANSWER_LIMIT_MS } from '../network/dial';
import { LARGEST_PAYLOAD, type OpenFeed } from './transport';

/** A file is often caught while it is being written or replaced: what can't be read is tried again at once before it counts. */
const RETRY_MS = 150;
/** Half a table is a table, and half a number in it a number: one that is new must look the same after so long, or it is still being written. */
const WRITTEN_MS = 500;
const SILENT = '番号のファイルが時間内に読めません';

/** Why a file can't be read, for staff. */
const FAULTS = {
  missing: '番号のファイルが見つからないか、開けません',
  noFile: '番号のファイルではないものがあります',
  tooLarge: '番号のファイルが大きすぎます（1 MB まで）',
  silent: SILENT,
} as const;

/** `writtenAt`: when, by the clock of its disk. */
interface FeedFile {
  readonly bytes: Uint8Array;
  readonly writtenAt: number;
}

/** Reads a file of the content folder, of `most` bytes at most. It may never answer. */
export type ReadFile = (name: string, most: number) => Promise<FeedFile | keyof typeof FAULTS>;

/** Whether a source is a file of the content folder: neither an address nor the keyboard. */
export function isFileSource(source: string): boolean {
  return !/^[a-z+]+:\/\/|^keyboard$/.test(source);
}

/** Reads a feed from a file of the content folder, again and again. A file that can be read and understood is a good reading, a table once it is whole. */
export function fileFeed(read: ReadFile): OpenFeed {
  return ({ source, everyMs }, listener) => {
    let closed = false;
    let timer: NodeJS.Timeout;
    const isTable = /\.csv$/i.test(source);
    let before: Uint8Array | null = null;
    /** Seen being written: whatever its disk's clock says, it is no leftover. */
    let isWritten = false;
    const again = async (retried: boolean) => {
      // A dead network share never answers. One question at a time is open there, and staff are told meanwhile.
      const limit = setTimeout(() => !closed && listener.lost(SILENT), ANSWER_LIMIT_MS);
      const askedAt = performance.now();
      const file = await read(source, LARGEST_PAYLOAD);
      clearTimeout(limit);
      if (closed) return;
      const bytes = typeof file === 'string' ? null : file.bytes;
      const isSame = bytes !== null && before !== null && Buffer.compare(before, bytes) === 0;
      isWritten ||= bytes !== null && before !== null && !isSame;
      before = bytes ?? before;
      if (isTable && bytes !== null && !isSame) {
        timer = setTimeout(() => void again(false), WRITTEN_MS);
        return;
      }
      let good = false;
      if (typeof file !== 'string') {
        const writtenMs = isWritten ? null : Date.now() - file.writtenAt;
        good = listener.payload(file.bytes, performance.now() - askedAt, writtenMs);
      } else if (retried) listener.lost(FAULTS[file]);
      const retries = !good && !retried;
      timer = setTimeout(() => void again(retries), retries ? Math.min(RETRY_MS, everyMs) : everyMs);
    };
    void again(false);
    return () => {
      closed = true;
      clearTimeout(timer);
    };
  };
}
