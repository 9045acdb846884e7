import { type FileHandle, open } from 'node:fs/promises';

const WINDOW = 64 * 1024;

/** A file read here and there, a small window at a time: its size does not matter. */
export interface ByteSource {
  readonly size: number;
  /** Up to `length` bytes from `offset`; fewer where the file ends. */
  at(offset: number, length: number): Promise<Buffer>;
}

/** Opens a file for `use` and closes it after, whatever happens. */
export async function withBytes<T>(path: string, use: (source: ByteSource) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return await use({ size, at: windowed(handle, size) });
  } finally {
    await handle.close();
  }
}

/** Walks of many small steps share one read of the disk. */
function windowed(handle: FileHandle, size: number): ByteSource['at'] {
  let start = 0;
  let kept = Buffer.alloc(0);
  return async (offset, length) => {
    const end = Math.min(offset + length, size);
    if (offset >= end) return Buffer.alloc(0);
    if (offset < start || end > start + kept.length) {
      const buffer = Buffer.alloc(Math.min(Math.max(WINDOW, end - offset), size - offset));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
      start = offset;
      kept = buffer.subarray(0, bytesRead);
    }
    return kept.subarray(offset - start, end - start);
  };
}
