import type { Media } from '../content/content';
import type { Picture } from '../content/picture';
import { type PictureBlock, picturesIn } from '../content/pictures-in';
import { type CheckRule, lineOf, warning } from './facts';

/** The least of any television that hangs in a lobby. */
const SCREEN = { width: 1920, height: 1080 };
/** The room that a picture in a text has there, at least. */
const IN_TEXT = { width: 1000, height: 200 };
/** Each point drawn twice as wide and high as it is: the edge of what still looks sharp from the front row. */
const MOST_ENLARGED = 2;

/** A picture or film so small that it is drawn much larger than it is, or has to be drawn very small. Pages of documents are drawn in the screen's own size. */
export const smallPictures: CheckRule = ({ content, files }) =>
  content.slides.flatMap(({ file, media, blocks }) => {
    if (media === null) {
      return picturesIn(blocks)
        .filter(({ picture }) => picture !== null && enlargement(picture, IN_TEXT, 'contain') > MOST_ENLARGED)
        .map(({ name, picture }) =>
          warning(
            file,
            lineOf(files, file, name),
            `写真「${name}」が小さすぎます（${sizeOf(picture)}）。400×300 点以上が目安です`,
          ),
        );
    }
    if (media.kind === 'document' || enlargement(media, SCREEN, media.fit) <= MOST_ENLARGED) return [];
    const what = media.kind === 'video' ? '動画' : '画像';
    return [warning(file, null, `小さい${what}です（${sizeOf(media)}）。ぼやけて見えます。1920×1080 点以上が目安です`)];
  });

function sizeOf(picture: PictureBlock['picture'] | Picture): string {
  return `${picture?.width}×${picture?.height} 点`;
}

function enlargement({ width, height }: Picture, room: typeof SCREEN, fit: Media['fit']): number {
  const [across, down] = [room.width / width, room.height / height];
  return fit === 'cover' ? Math.max(across, down) : Math.min(across, down);
}
