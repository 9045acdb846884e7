import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file's bytes and when it was written last, by the clock of its disk; or why there are none. `silent`: nobody can look at the folder now. */
export type Beside = { readonly bytes: Uint8Array; readonly writtenAt: number } | 'missing' | 'noFile' | 'tooLarge' | 'silent';

/**
 * Reads a file of the folder that is none of its content, such as the tickets that another machine writes there. Only a real file is opened,
 * and no more than `most` bytes are read. Never answers where the folder does not.
 */
export async function readBeside(folder: string, name: string, most: number): Promise<Beside> {
  const path = join(folder, name);
  try {
    if (!(await stat(path)).isFile()) return 'noFile';
    const file = await open(path);
    try {
      const { size, mtimeMs } = await file.stat();
      if (size > most) return 'tooLarge';
      const bytes = Buffer.alloc(size);
      const { bytesRead } = await file.read(bytes, 0, size, 0);
      return { bytes: bytes.subarray(0, bytesRead), writtenAt: mtimeMs };
    } finally {
      await file.close();
    }
  } catch {
    return 'missing';
  }
}
