import type { Problem } from '../result';
import type { MediaContent, Slide } from './content';
import { type MediaSettings, NO_SETTINGS } from './media-settings';

/** A media file and what its side file says of it, if it has one. */
export interface MediaFile {
  /** Path inside the folder: `slides/40-poster.pdf`. */
  readonly file: string;
  readonly media: MediaContent;
  readonly settings: MediaSettings | null;
}

/**
 * The slides of media files. Each is called by its file's name without the ending, as a text is; where a text (`taken`) or another
 * media file has that name already, by its whole name. Both are then shown, and staff are told.
 */
export function mediaSlides(
  files: readonly MediaFile[],
  taken: readonly string[],
): { readonly slides: readonly Slide[]; readonly problems: readonly Problem[] } {
  const sorted = [...files].sort((a, b) => (a.file < b.file ? -1 : 1));
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const stem of [...taken, ...sorted.map(({ file }) => stemOf(file))]) (seen.has(stem) ? doubled : seen).add(stem);
  const isOnly = (stem: string) => !doubled.has(stem);
  const slides = sorted.map((one) => mediaSlide(one, isOnly(stemOf(one.file)) ? stemOf(one.file) : nameOf(one.file)));
  const problems = sorted.flatMap(({ file }): readonly Problem[] => {
    const stem = stemOf(file);
    const message = `「${stem}」という名前のファイルがほかにもあります。どちらも表示します。片方だけにするか、番号を変えてください`;
    return isOnly(stem) ? [] : [{ file, line: null, level: 'warning', message }];
  });
  return { slides, problems };
}

function mediaSlide({ file, media, settings }: MediaFile, id: string): Slide {
  const { title, seconds, show, priority, fit } = settings ?? NO_SETTINGS;
  return {
    id,
    file,
    layout: 'media',
    title: title ?? titleOf(file),
    translations: [],
    seconds,
    show,
    priority,
    link: null,
    blocks: [],
    media: { ...media, fit },
  };
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** `slides/40-poster.pdf` → `40-poster` */
function stemOf(file: string): string {
  return nameOf(file).replace(/\.[^.]+$/, '');
}

/** `slides/40-夏まつり.pdf` → `夏まつり`; a name that is only a number stays as it is. */
export function titleOf(file: string): string {
  const stem = stemOf(file);
  return stem.replace(/^\d+[-_.\s]*/, '') || stem;
}
