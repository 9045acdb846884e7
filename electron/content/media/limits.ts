import type { MediaFormat } from '../../../renderer/domain/content/media-facts';

const MB = 1_000_000;

/** The largest files that are copied at all. */
const LARGEST_PICTURE = 100 * MB;
const LARGEST_VIDEO = 4_000 * MB;
/** Its decoder holds the whole file. */
const LARGEST_DOCUMENT = 100 * MB;

/** The largest pictures of telephones have 108 million points; drawn, each point takes 4 bytes. */
export const MOST_POINTS = 120 * MB;
const LONGEST_SIDE = 20_000;
/** Pictures that move are kept decoded at their full size: no larger than a television, and not for ever. */
export const MOST_FRAMES = 1_000;
const MOST_MOVING_POINTS = 3840 * 2160;
/** 4K of the cinema; twice that, no lobby PC plays. */
export const MOST_VIDEO_POINTS = 4096 * 2304;
/** As many pages as pass in eight minutes: more is a book, not a notice. */
export const MOST_PAGES = 60;

/** The largest file of a kind, in bytes. */
export function largestBytes(format: MediaFormat): number {
  if (format === 'pdf') return LARGEST_DOCUMENT;
  return format === 'mp4' || format === 'webm' ? LARGEST_VIDEO : LARGEST_PICTURE;
}

/** Why a picture of this size is refused, or null. */
export function pictureFault(width: number, height: number, moves: boolean): string | null {
  if (width < 1 || height < 1) return '大きさのない画像です。開いて確かめ、保存し直してください';
  if (width * height > MOST_POINTS || Math.max(width, height) > LONGEST_SIDE) {
    return `画像が大きすぎます（${width}×${height} 点）。横 3840 点までに縮めてください`;
  }
  if (moves && width * height > MOST_MOVING_POINTS) {
    return `動く画像が大きすぎます（${width}×${height} 点）。1920×1080 点までに縮めるか、MP4 の動画にしてください`;
  }
  return null;
}
