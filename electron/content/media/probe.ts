import type { MediaFormat } from '../../../renderer/domain/content/media-facts';
import { tooLarge } from '../refusal';
import { type ByteSource, withBytes } from './byte-source';
import { probeDocument } from './document-probe';
import { type Probed, refused } from './facts';
import { largestBytes } from './limits';
import { probePicture } from './picture-probe';
import { SNIFFED_BYTES, type Sniffed, sniff } from './sniff';
import { probeVideo } from './video-probe';

/** What a file is by its first bytes, and whether it is small enough to be copied. */
export async function sniffFile(path: string): Promise<Sniffed> {
  return withBytes(path, async (source) => {
    const sniffed = sniff(await source.at(0, SNIFFED_BYTES));
    const largest = sniffed.format === null ? source.size : largestBytes(sniffed.format);
    return source.size <= largest ? sniffed : { format: null, fault: tooLarge(source.size, largest) };
  });
}

/** Everything that the header of a file says (product.md §2). Nothing is decoded. */
export async function probeFile(path: string, format: MediaFormat): Promise<Probed> {
  return withBytes(path, (source) => probeSource(source, format));
}

async function probeSource(source: ByteSource, format: MediaFormat): Promise<Probed> {
  try {
    if (format === 'pdf') return await probeDocument(source);
    if (format === 'mp4' || format === 'webm') return await probeVideo(source, format);
    return await probePicture(source, format);
  } catch (error) {
    // A reader that walked beyond the bytes there are; what the disk says is another matter.
    if (error instanceof RangeError) return refused('ファイルがこわれています。もう一度書き出してください');
    throw error;
  }
}
