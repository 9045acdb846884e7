import { imageSize } from 'image-size';
import type { MediaFormat } from '../../../renderer/domain/content/media-facts';
import type { ByteSource } from './byte-source';
import { found, type Probed, refused } from './facts';
import { gifFrames } from './gif-frames';
import { MOST_FRAMES, pictureFault } from './limits';

/** The size stands in the first bytes; a photograph may have a whole preview picture before it. */
const HEAD = 1_000_000;
const TAIL = 64 * 1024;
/** A drawing has no size of its own: it is drawn as large as the screen. */
const DRAWING_SIDE = 3_840;

const CUT_OFF = 'ファイルが途中で切れています。もう一度コピーしてください';
const UNREADABLE = '画像として読めません。開いて確かめ、保存し直してください';

/** Size and completeness of a picture, from its header and its end. */
export async function probePicture(source: ByteSource, format: MediaFormat): Promise<Probed> {
  const head = await source.at(0, HEAD);
  const size = sizeOf(head);
  if (size === null) return refused(source.size < 1_000 ? CUT_OFF : UNREADABLE);
  if (format === 'svg') {
    const scale = DRAWING_SIDE / Math.max(size.width, size.height, 1);
    return found({
      kind: 'picture',
      format,
      width: Math.round(size.width * scale),
      height: Math.round(size.height * scale),
      moves: false,
    });
  }
  const frames = format === 'gif' ? await gifFrames(source, MOST_FRAMES + 1) : { count: 1, isWhole: true };
  const moves = frames.count > 1 || isAnimated(head, format);
  const { width, height } = size;
  const fault = pictureFault(width, height, moves);
  if (fault !== null) return refused(fault);
  if (frames.count > MOST_FRAMES) return refused(`動く画像が長すぎます（${MOST_FRAMES} 枚まで）。MP4 の動画にしてください`);
  if (!frames.isWhole || !(await isWhole(source, head, format))) return refused(CUT_OFF);
  return found({ kind: 'picture', format, width, height, moves });
}

/** Null where the header can't be read. Telephones lay pictures on their side and say so in the header. */
function sizeOf(head: Buffer): { readonly width: number; readonly height: number } | null {
  try {
    const { width, height, orientation = 1 } = imageSize(head);
    if (!Number.isFinite(width) || !Number.isFinite(height)) return null;
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
}

function isAnimated(head: Buffer, format: MediaFormat): boolean {
  if (format === 'webp') return head.toString('latin1', 12, 16) === 'VP8X' && ((head[20] ?? 0) & 2) !== 0;
  if (format === 'png') return head.subarray(0, 4_096).includes('acTL');
  return format === 'avif' && head.subarray(0, 64).includes('avis');
}

/** Whether the end is there. Some cameras write more after the end of a JPEG; nothing but the end may be missing. */
async function isWhole(source: ByteSource, head: Buffer, format: MediaFormat): Promise<boolean> {
  const tail = await source.at(Math.max(0, source.size - TAIL), TAIL);
  switch (format) {
    case 'jpeg':
      return tail.includes(Buffer.from([0xff, 0xd9]));
    case 'png':
      return tail.includes('IEND');
    case 'webp':
      return head.readUInt32LE(4) + 8 <= source.size;
    case 'avif':
      return await boxesFit(source);
    default:
      return true;
  }
}

/** Whether every box of the file ends within it. */
async function boxesFit(source: ByteSource): Promise<boolean> {
  for await (const { end } of boxesOf(source)) if (end > source.size) return false;
  return true;
}

/** The top boxes of an MP4 or AVIF file. `end` may lie beyond the file. */
export async function* boxesOf(source: ByteSource): AsyncGenerator<{ readonly type: string; readonly end: number }> {
  let at = 0;
  for (let count = 0; at + 8 <= source.size && count < 100_000; count += 1) {
    const header = await source.at(at, 16);
    const short = header.readUInt32BE(0);
    const size = short === 0 ? source.size - at : short === 1 && header.length === 16 ? Number(header.readBigUInt64BE(8)) : short;
    const end = at + Math.max(size, 8);
    yield { type: header.toString('latin1', 4, 8), end };
    at = end;
  }
}
