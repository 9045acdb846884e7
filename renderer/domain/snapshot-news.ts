import type { Content, Slide } from './content/content';
import type { Snapshot } from './snapshot';

/**
 * A snapshot as it crosses from main to the page. What the page has already does not cross again: two thousand slides would
 * hold up both at each called number.
 */
export interface SnapshotNews extends Omit<Snapshot, 'content'> {
  /** The revision it builds on. */
  readonly base: number;
  /** Null: the content of the base. Of its slides those of the base stand as their index there. */
  readonly content: (Omit<Content, 'slides'> & { readonly slides: readonly (Slide | number)[] }) | null;
}

/** What has to be told to whoever has `base`. */
export function newsOf(base: Snapshot, next: Snapshot): SnapshotNews {
  if (base.content === next.content) return { ...next, base: base.revision, content: null };
  const indexes = new Map(base.content.slides.map((slide, index) => [slide, index]));
  const slides = next.content.slides.map((slide) => indexes.get(slide) ?? slide);
  return { ...next, base: base.revision, content: { ...next.content, slides } };
}

/** The snapshot that the news make of `base`; null when they build on another one. Slides that did not change stay the same objects. */
export function withNews(base: Snapshot | null, { base: revision, content, ...rest }: SnapshotNews): Snapshot | null {
  if (base === null || base.revision !== revision) return null;
  if (content === null) return { ...rest, content: base.content };
  const slides = content.slides.flatMap((slide) => (typeof slide === 'number' ? (base.content.slides[slide] ?? []) : slide));
  return { ...rest, content: { ...content, slides } };
}
