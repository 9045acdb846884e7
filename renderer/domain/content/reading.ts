import { withoutFurigana } from '../texts/furigana';
import type { Block, Inline } from './block';
import type { Layout, LiveExpression, Slide } from './content';

/** People in a lobby read about four characters a second, and need a moment to notice that the slide has changed. */
const NOTICE_MS = 3_000;
const CHARACTERS_PER_SECOND = 4;
const SHORTEST_MS = 8_000;
const LONGEST_MS = 30_000;
/** A film's last picture stands for a moment. */
const AFTER_FILM_MS = 500;
/** Most that can be read while a page is on: (30 s − 3 s) × 4 characters a second. */
export const READABLE_CHARACTERS = 108;
/** A page of a document, where its settings name no `seconds`: a poster is looked over rather than read through. */
const DOCUMENT_PAGE_MS = 15_000;
/** Nobody can measure for a plan: so much text is taken to stand on one page, and more to be in pages that can be read. */
const ASSUMED_PAGE_CHARACTERS = 300;
/** A shorter film would be gone before anyone has looked up. */
const SHORTEST_FILM_MS = 3_000;
/** A live value is written while the slide is on: 16時24分. */
const LIVE_CHARACTERS = 6;

/** What the layouts that draw the folder's data give to read, in characters, beside the slide's own text. */
const DATA_CHARACTERS: Readonly<Partial<Record<Layout, number>>> = { hours: 48, countdown: 36, tickets: 24, contact: 60 };

/** How long a slide of one page stays: its own `seconds`, else to the end of its film, else 3 s + characters ÷ 4 within 8–30 s (product.md §1). */
export function dwellMs(slide: Slide): number {
  return pageMs(slide, characterCount(slide));
}

/**
 * How long each page of a slide stays; `seconds` is that of a page. `measured`: the characters on each page, as the screen has parted
 * the text; null while it has not.
 */
export function pageStaysMs(slide: Slide, measured: readonly number[] | null): readonly number[] {
  if (slide.media?.kind === 'document') return slide.media.pages.map(() => documentPageMs(slide));
  if (measured === null || measured.length < 2) return [dwellMs(slide)];
  return measured.map((characters) => pageMs(slide, characters));
}

/** A slide's whole turn, all its pages, as far as it can be known without a screen to measure on. */
export function plannedTurnMs(slide: Slide): number {
  const count = characterCount(slide);
  const pages = count > ASSUMED_PAGE_CHARACTERS ? Math.ceil(count / READABLE_CHARACTERS) : 1;
  const assumed = Array.from({ length: pages }, () => Math.ceil(count / pages));
  return pageStaysMs(slide, assumed).reduce((sum, stay) => sum + stay, 0);
}

function pageMs(slide: Slide, characters: number): number {
  if (slide.seconds !== null) return slide.seconds * 1000;
  if (slide.media?.kind === 'video') return Math.max(slide.media.durationMs + AFTER_FILM_MS, SHORTEST_FILM_MS);
  return readingMs(characters + (DATA_CHARACTERS[slide.layout] ?? 0));
}

/** How long it takes to notice and to read so many characters, within 8–30 s. */
export function readingMs(characters: number): number {
  const reading = NOTICE_MS + Math.round((characters / CHARACTERS_PER_SECOND) * 1000);
  return Math.min(Math.max(reading, SHORTEST_MS), LONGEST_MS);
}

function documentPageMs({ seconds }: Slide): number {
  return seconds === null ? DOCUMENT_PAGE_MS : seconds * 1000;
}

/** The visible characters of title and text: no markup, no furigana, no white space. */
export function characterCount(slide: Pick<Slide, 'title' | 'blocks'>): number {
  const text = withoutFurigana(slide.title) + slide.blocks.map(blockText).join('');
  return [...text.replace(/\s/g, '')].length;
}

/** A line of text without its markup; furigana is left out, live values stand as so many blanks-to-be. */
export function inlineText(inlines: readonly Inline<LiveExpression>[]): string {
  return inlines.map(textOf).join('');
}

function textOf(inline: Inline<LiveExpression>): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'strong':
    case 'emphasis':
      return inlineText(inline.children);
    case 'ruby':
      return inline.base;
    case 'live':
      return '〇'.repeat(LIVE_CHARACTERS);
    case 'break':
      return '';
  }
}

function blockText(block: Block<LiveExpression>): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children);
    case 'list':
      return block.items.map(({ children, below }) => inlineText(children) + below.map(blockText).join('')).join('');
    case 'quote':
      return block.blocks.map(blockText).join('');
    case 'table':
      return [block.head, ...block.rows].flat().map(inlineText).join('');
    case 'code':
      return block.text;
    case 'picture':
    case 'rule':
      return '';
  }
}
