import { paceOf } from './clock';
import type { Media, Slide } from './content/content';
import { picturesIn, withPictures } from './content/pictures-in';
import type { PlayerState, Unshowable } from './player-state';
import type { Problem } from './result';
import type { Instant } from './time';

/** A media file is tried again after so long: the machine may only have been busy. */
export const RETRY_MS = 600_000;

/** The state once this file could not be shown. */
export function withUnshowable(state: PlayerState, address: string, now: Instant): PlayerState {
  const others = unshowableAt(state, now).filter((one) => one.address !== address);
  const until = now + RETRY_MS * paceOf(state.snapshot?.rehearsal ?? null);
  return { ...state, unshowable: [...others, { address, until }] };
}

/** The state once this file can be shown after all. */
export function withShowable(state: PlayerState, address: string): PlayerState {
  return { ...state, unshowable: state.unshowable.filter((one) => one.address !== address) };
}

/** The files that are left alone at `now`. A time farther off than any may be was set by a wrong clock. */
export function unshowableAt({ unshowable, snapshot }: PlayerState, now: Instant): readonly Unshowable[] {
  const longest = RETRY_MS * paceOf(snapshot?.rehearsal ?? null);
  return unshowable.filter(({ until }) => until > now && until - now <= longest);
}

/** The slides that the page can show: a text without the pictures, a document without the pages that it can't, the others whole or not at all. */
export function showableSlides(state: PlayerState, now: Instant): readonly Slide[] {
  const slides = state.snapshot?.content.slides ?? [];
  const broken = brokenAddresses(state, now);
  if (broken.length === 0) return slides;
  return slides.flatMap((slide) => {
    const { media } = slide;
    if (media === null) return [withoutPictures(slide, broken)];
    if (media.kind !== 'document') return broken.includes(media.address) ? [] : [slide];
    const pages = media.pages.filter(({ address }) => !broken.includes(address));
    if (pages.length === media.pages.length) return [slide];
    return pages.length === 0 ? [] : [{ ...slide, media: { ...media, pages } }];
  });
}

/** What staff are told of the files that are left alone. */
export function unshowableProblems(state: PlayerState, now: Instant): readonly Problem[] {
  const broken = brokenAddresses(state, now);
  if (broken.length === 0) return [];
  return (state.snapshot?.content.slides ?? []).flatMap((slide) =>
    [...brokenParts(slide.media, broken), ...brokenPictures(slide, broken)].map((part) => ({
      file: slide.file,
      line: null,
      level: 'error' as const,
      message: `${part}画面に出せないので、飛ばしています。ファイルを開いて確かめてください`,
    })),
  );
}

function brokenAddresses(state: PlayerState, now: Instant): readonly string[] {
  return unshowableAt(state, now).map(({ address }) => address);
}

function withoutPictures(slide: Slide, broken: readonly string[]): Slide {
  if (brokenPictures(slide, broken).length === 0) return slide;
  const without = <T extends Pick<Slide, 'blocks'>>(text: T): T => ({
    ...text,
    blocks: withPictures(text.blocks, (block) => (broken.includes(block.picture?.address ?? '') ? null : block)),
  });
  return { ...without(slide), translations: slide.translations.map(without) };
}

/** Which pictures of a text, as words. */
function brokenPictures({ blocks, translations }: Slide, broken: readonly string[]): readonly string[] {
  const pictures = [blocks, ...translations.map((one) => one.blocks)].flatMap((text) => picturesIn(text));
  const names = pictures.flatMap(({ name, picture }) => (picture !== null && broken.includes(picture.address) ? [name] : []));
  return [...new Set(names)].map((name) => `写真「${name}」を`);
}

/** Which pages of a document, as words; one empty word for a file that is broken whole. */
function brokenParts(media: Media | null, broken: readonly string[]): readonly string[] {
  if (media === null) return [];
  if (media.kind !== 'document') return broken.includes(media.address) ? [''] : [];
  return media.pages.flatMap(({ address }, page) => (broken.includes(address) ? [`${page + 1}ページ目を`] : []));
}
