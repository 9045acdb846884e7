import type { DarkroomJob, Sheet } from '../domain/darkroom';
import { failed, type Outcome } from './outcome';
import { sheetOf } from './sheet';

/** Less than this much smaller is not worth a second copy. */
const WORTH_SHRINKING = 0.8;
/** Far from what the eye can tell, and a fifth of the bytes. */
const QUALITY = 0.92;

/** Decodes a picture as the glass would. One far larger than the screen is handed back as small as still covers it. */
export async function tryPicture({ address, box, mayShrink }: DarkroomJob, hand: (sheet: Sheet) => void): Promise<Outcome> {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  image.src = address;
  try {
    await decodeWhole(address);
    await image.decode();
  } catch (error) {
    return failed({ kind: 'undecodable' }, error);
  }
  // Rotated as the file asks; a drawing without a size has none here either.
  const { naturalWidth: width, naturalHeight: height } = image;
  const seen = width > 0 && height > 0 ? { width, height } : null;
  const scale = Math.max(box.width / width, box.height / height);
  if (!mayShrink || seen === null || scale > WORTH_SHRINKING) return { kind: 'done', seen };
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return { kind: 'done', seen };
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  hand(await sheetOf(canvas, 0, 'webp', QUALITY));
  return { kind: 'done', seen: null };
}

/** An image element is content with as much of a broken file as it can draw; this decoder is not. Drawings have none. */
async function decodeWhole(address: string): Promise<void> {
  const { body, headers } = await fetch(address);
  const type = headers.get('content-type') ?? '';
  if (body === null || !(await ImageDecoder.isTypeSupported(type))) return;
  const decoder = new ImageDecoder({ data: body, type });
  try {
    const { image } = await decoder.decode({ frameIndex: 0, completeFramesOnly: true });
    image.close();
  } finally {
    decoder.close();
  }
}
