import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ANSWER_LIMIT_MS } from '../network/dial';
import { LARGEST_PAYLOAD, type OpenFeed } from './transport';

/** A file is often caught while it is being written or replaced: what can't be read is tried again at once before it counts. */
const RETRY_MS = 150;

/** Whether a source is a file of the content folder: neither an address nor the keyboard. */
export function isFileSource(source: string): boolean {
  return !/^[a-z+]+:\/\/|^keyboard$/.test(source);
}

/** Reads a feed from a file of the content folder, again and again. A file that can be read and understood is a good reading. */
export function fileFeed(folder: string): OpenFeed {
  return ({ source, everyMs }, listener) => {
    let closed = false;
    let timer: NodeJS.Timeout;
    const again = async (retried: boolean) => {
      // A dead network share never answers. One question at a time is open there, and staff are told meanwhile.
      const limit = setTimeout(() => !closed && listener.lost('番号のファイルが時間内に読めません'), ANSWER_LIMIT_MS);
      const askedAt = performance.now();
      const file = await readPayload(join(folder, source));
      clearTimeout(limit);
      if (closed) return;
      let good = false;
      if (typeof file !== 'string') good = listener.payload(file, performance.now() - askedAt);
      else if (retried) listener.lost(file);
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

/** The file's bytes, or why there are none. Only a real file is opened, and no more of it is read than any feed has. */
async function readPayload(path: string): Promise<Uint8Array | string> {
  try {
    if (!(await stat(path)).isFile()) return '番号のファイルではないものがあります';
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > LARGEST_PAYLOAD) return '番号のファイルが大きすぎます（1 MB まで）';
      const bytes = Buffer.alloc(size);
      const { bytesRead } = await file.read(bytes, 0, size, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return '番号のファイルが見つからないか、開けません';
  }
}
