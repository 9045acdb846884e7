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
/** A live value is written while the slide is on: 16時24分. */
const LIVE_CHARACTERS = 6;

/** What the layouts that draw the folder's data give to read, in characters, beside the slide's own text. */
const DATA_CHARACTERS: Readonly<Partial<Record<Layout, number>>> = { hours: 48, countdown: 36, tickets: 24, contact: 60 };

/** How long a slide stays: its own `seconds`, else to the end of its film, else 3 s + characters ÷ 4 within 8–30 s (product.md §1). */
export function dwellMs(slide: Slide): number {
  if (slide.seconds !== null) return slide.seconds * 1000;
  if (slide.media?.kind === 'video') return slide.media.durationMs + AFTER_FILM_MS;
  const characters = characterCount(slide) + (DATA_CHARACTERS[slide.layout] ?? 0);
  const reading = NOTICE_MS + Math.round((characters / CHARACTERS_PER_SECOND) * 1000);
  return Math.min(Math.max(reading, SHORTEST_MS), LONGEST_MS);
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
    case 'rule':
      return '';
  }
}
