import { lastPer } from '../once-per';
import type { Problem } from '../result';
import type { MediaContent, Slide } from './content';
import { type MediaSettings, NO_SETTINGS } from './media-settings';

/** A media file and what its name says. */
export interface MediaFile {
  /** Path inside the folder: `slides/40-夏まつり.pdf`. */
  readonly path: string;
  /** `40-夏まつり` */
  readonly stem: string;
  /** `夏まつり` */
  readonly title: string;
  readonly media: MediaContent;
}

/** The file at this path. */
export function mediaFile(path: string, media: MediaContent): MediaFile {
  return { path, stem: stemOf(path), title: titleOf(path), media };
}

/**
 * The slides of media files, each with its settings if it has any. Each is called by its file's name without the ending, as a text is; where
 * a text (`taken`) or another media file has that name already, by its whole name. Both are then shown, and staff are told.
 */
export function mediaSlides(
  files: readonly { readonly file: MediaFile; readonly settings: MediaSettings | null }[],
  taken: readonly string[],
): { readonly slides: readonly Slide[]; readonly problems: readonly Problem[] } {
  if (files.length === 0) return { slides: [], problems: [] };
  const sorted = [...files].sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const stem of [...taken, ...sorted.map(({ file }) => file.stem)]) (seen.has(stem) ? doubled : seen).add(stem);
  const isOnly = ({ stem }: MediaFile) => !doubled.has(stem);
  const slides = sorted.map(({ file, settings }) => mediaSlide(file, settings, isOnly(file)));
  const problems = sorted.flatMap(({ file }): readonly Problem[] => {
    const message = `「${file.stem}」という名前のファイルがほかにもあります。どちらも表示します。片方だけにするか、番号を変えてください`;
    return isOnly(file) ? [] : [{ file: file.path, line: null, level: 'warning', message }];
  });
  return { slides, problems };
}

const mediaSlide = lastPer((file: MediaFile, settings: MediaSettings | null, isOnly: boolean): Slide => {
  const { title, seconds, show, priority, fit } = settings ?? NO_SETTINGS;
  return {
    id: isOnly ? file.stem : nameOf(file.path),
    file: file.path,
    layout: 'media',
    title: title ?? file.title,
    translations: [],
    seconds,
    show,
    priority,
    link: null,
    blocks: [],
    media: { ...file.media, fit, ...(title === null ? {} : { titled: true }) },
  };
});

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
