import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseTicketFeed } from '../../renderer/domain/ticket-feed';
import type { OpenFeed } from './transport';

/** A ticket machine's file is small; anything larger is not one. */
const LARGEST = 1_048_576;
/** A file is often caught while it is being written: a bad reading is tried again at once before it counts as trouble. */
const RETRY_MS = 150;

/** Reads a feed from a file of the content folder, again and again. A file that can be read and understood is a good reading. */
export function fileFeed(folder: string): OpenFeed {
  return (source, everyMs, listener) => {
    let closed = false;
    let timer: NodeJS.Timeout;
    const again = (retried: boolean) => {
      void readPayload(join(folder, source)).then((result) => {
        if (closed) return;
        if ('trouble' in result && !retried) {
          timer = setTimeout(() => again(true), Math.min(RETRY_MS, everyMs));
          return;
        }
        if ('trouble' in result) listener.trouble(result.trouble);
        else listener.reading(result.reading);
        timer = setTimeout(() => again(false), everyMs);
      });
    };
    again(false);
    return () => {
      closed = true;
      clearTimeout(timer);
    };
  };
}

async function readPayload(path: string): Promise<ReturnType<typeof parseTicketFeed>> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST) return { trouble: '番号のファイルが大きすぎます' };
    return parseTicketFeed(await readFile(path, 'utf8'));
  } catch {
    return { trouble: '番号のファイルが見つからないか、開けません' };
  }
}
