import type { Media } from '../content/content';
import type { Picture } from '../content/picture';
import { type CheckRule, warning } from './facts';

/** The least of any television that hangs in a lobby. */
const SCREEN = { width: 1920, height: 1080 };
/** Each point drawn twice as wide and high as it is: the edge of what still looks sharp from the front row. */
const MOST_ENLARGED = 2;

/** A picture or film so small that it is drawn much larger than it is. Pages of documents are drawn in the screen's own size. */
export const smallPictures: CheckRule = ({ content }) =>
  content.slides.flatMap(({ file, media }) => {
    if (media === null || media.kind === 'document' || enlargement(media, media.fit) <= MOST_ENLARGED) return [];
    const { kind, width, height } = media;
    const what = kind === 'video' ? '動画' : '画像';
    return [warning(file, null, `小さい${what}です（${width}×${height} 点）。ぼやけて見えます。1920×1080 点以上が目安です`)];
  });

function enlargement({ width, height }: Picture, fit: Media['fit']): number {
  const [across, down] = [SCREEN.width / width, SCREEN.height / height];
  return fit === 'cover' ? Math.max(across, down) : Math.min(across, down);
}
