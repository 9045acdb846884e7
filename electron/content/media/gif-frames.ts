import type { ByteSource } from './byte-source';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;

/** Counts the pictures of a GIF, up to `most`, without decoding any; not whole where the file ends before it says so. */
export async function gifFrames(
  source: ByteSource,
  most: number,
): Promise<{ readonly count: number; readonly isWhole: boolean }> {
  const tableBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const header = await source.at(0, 13);
  let at = 13 + tableBytes(header[10] ?? 0);
  let count = 0;
  while (count < most) {
    const [kind, ...rest] = await source.at(at, 10);
    if (kind === TRAILER) return { count, isWhole: true };
    if (kind === IMAGE) {
      count += 1;
      at += 11 + tableBytes(rest[8] ?? 0);
    } else if (kind === EXTENSION) {
      at += 2;
    } else {
      // Many writers forget the trailer; a file that ends between two pictures is whole enough.
      return { count, isWhole: kind === undefined && at === source.size && count > 0 };
    }
    const next = await afterBlocks(source, at);
    if (next === null) return { count, isWhole: false };
    at = next;
  }
  return { count, isWhole: true };
}

/** Where a chain of data blocks ends; null where the file ends first. */
async function afterBlocks(source: ByteSource, start: number): Promise<number | null> {
  let at = start;
  for (;;) {
    const [length] = await source.at(at, 1);
    if (length === undefined) return null;
    at += 1 + length;
    if (length === 0) return at;
  }
}
