import type { Sheet } from '../domain/darkroom';

/** A finished canvas as a file. */
export async function sheetOf(canvas: OffscreenCanvas, index: number, format: Sheet['format'], quality?: number): Promise<Sheet> {
  const type = `image/${format}`;
  const blob = await canvas.convertToBlob(quality === undefined ? { type } : { type, quality });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { index, width: canvas.width, height: canvas.height, format, bytes };
}
