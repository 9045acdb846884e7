import { oncePer } from '../once-per';
import type { Problem } from '../result';
import type { Layout, Slide } from './content';
import { canonicalName, nameKey } from './file-names';
import type { MediaFile } from './media-slides';
import { hasPictures, type PictureBlock, withPictures } from './pictures-in';
import { goodOf, type Kept, type Shelf } from './shelf';
import { type TranslatedText, translationOf } from './slide';

/** Texts joined with their pictures. */
export interface PicturedTexts {
  readonly slides: readonly Slide[];
  readonly titles: Shelf<TranslatedText>;
  /** Paths of the pictures that are part of a text, and so no slides of their own. */
  readonly used: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * Joins the texts of slides, and their translations, with the pictures that they name (product.md §2). A picture that is missing, or can't
 * be had, leaves the text without it, and staff are told; of one that is not ready yet nothing is said.
 */
export function picturedTexts(slides: Shelf<Slide>, titles: Shelf<TranslatedText>, media: Shelf<MediaFile>): PicturedTexts {
  const used = new Set<string>();
  const problems: Problem[] = [];
  const paths = pathsByKey(media);
  const pictured = <T extends Pick<Slide, 'blocks'>>(text: T, file: string, source: string, layout: Layout): T => {
    const tell = ({ name }: PictureBlock, level: Problem['level'], message: string) => {
      problems.push({ file, line: lineOfPicture(source, name), level, message });
      return null;
    };
    const blocks = withPictures(text.blocks, (block, isListed) => {
      const path = paths.get(nameKey(`slides/${block.name}`));
      const kept = path === undefined ? undefined : media.get(path);
      if (path === undefined || kept === undefined)
        return tell(block, 'error', `写真「${block.name}」が slides にありません。文だけを表示します`);
      if (layout === 'checklist' && isListed)
        return tell(block, 'warning', '一覧の項目の中の写真は表示できません。一覧の前か後に書いてください');
      const value = kept.value?.media ?? null;
      if (value !== null && value.kind !== 'picture')
        return tell(block, 'warning', `「${block.name}」は写真ではないので、文の中には出せません`);
      used.add(path);
      if (value !== null) return { ...block, picture: { address: value.address, width: value.width, height: value.height } };
      return kept.problems.length === 0 ? null : tell(block, 'error', `写真「${block.name}」を開けません。文だけを表示します`);
    });
    return blocks === text.blocks ? text : { ...text, blocks };
  };
  const sourceOf = (kept: Kept<unknown> | undefined) => kept?.source?.text ?? '';
  const joined = goodOf(slides).map((slide) => pictured(slide, slide.file, sourceOf(slides.get(slide.file)), slide.layout));
  const picturedTitles = [...titles].filter(([, { value }]) => value !== null && hasPictures(value.blocks));
  if (picturedTitles.length === 0) return { slides: joined, titles, used, problems };
  const layouts = new Map(joined.map(({ file, layout }) => [nameKey(file), layout] as const));
  const joinedTitles = picturedTitles.map(([path, kept]) => {
    const layout = layouts.get(nameKey(translationOf(path)?.original ?? ''));
    if (layout === undefined || kept.value === null) return [path, kept] as const;
    return [path, { ...kept, value: pictured(kept.value, path, sourceOf(kept), layout) }] as const;
  });
  return { slides: joined, titles: new Map([...titles, ...joinedTitles]), used, problems };
}

/** The paths of media by what a text may call them. */
const pathsByKey = oncePer(
  (media: Shelf<MediaFile>): ReadonlyMap<string, string> => new Map([...media.keys()].map((path) => [nameKey(path), path])),
);

/** The line on which a text names a picture, counted from 1. */
function lineOfPicture(source: string, name: string): number | null {
  const isNamed = (line: string) => [name, encodeURI(name)].some((form) => line.includes(form));
  const index = source.split(/\r\n?|\n/).findIndex((line) => line.includes('![') && isNamed(canonicalName(line)));
  return index < 0 ? null : index + 1;
}
