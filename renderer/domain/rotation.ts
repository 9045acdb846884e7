import type { Slide } from './content/content';
import { pageStaysMs } from './content/reading';
import type { Moment } from './moment';
import { oncePer } from './once-per';
import { whyOut } from './show';
import type { Place } from './snapshot';
import type { Instant } from './time';

/** What the screen has measured: the characters on each page of a slide, by its id. */
export type MeasuredPages = ReadonlyMap<string, readonly number[]>;

/** A turn in the round: one page of a slide, and how long it stays, in display time. */
export interface Turn {
  readonly slide: Slide;
  readonly stayMs: number;
  /** Which of the slide's pages it is, counted from 0; null while nobody has measured how many there are. */
  readonly page: { readonly index: number; readonly count: number } | null;
  /** Which slide of the rotation it is, counted from 0. An urgent slide has several turns a round. */
  readonly index: number;
  /** The slide that an urgent one comes after; null for the others, and while there are only urgent ones. */
  readonly follows: string | null;
}

/** Where the rotation stands: the turn that is on, since when and until when, and which comes next. */
export interface Position {
  readonly index: number;
  readonly since: Instant;
  readonly until: Instant;
  readonly next: number;
}

/** Of all that nobody has parted. */
const usualStaysMs = oncePer((slide: Slide) => pageStaysMs(slide, null));

/** The slides that may be shown at this moment, in the order of their names. */
export function slidesAt(slides: readonly Slide[], moment: Moment): readonly Slide[] {
  return slides.filter((slide) => whyOut(slide, moment) === null);
}

/**
 * The round at this moment: the slides in the order of their names, each with all its pages, and after each of them all that are
 * urgent (product.md §2 `priority`). `pace` stretches their stay in a fast rehearsal.
 */
export function rotationAt(slides: readonly Slide[], moment: Moment, pace: number, measured: MeasuredPages): readonly Turn[] {
  const shown = slidesAt(slides, moment).map((slide, index) => pageTurns(slide, index, measured.get(slide.id) ?? null, pace));
  const isPressing = ([turn]: readonly Turn[]) => turn !== undefined && isUrgent(turn);
  const urgent = shown.filter(isPressing).flat();
  const others = shown.filter((pages) => !isPressing(pages));
  if (urgent.length === 0 || others.length === 0) return shown.flat();
  return others.flatMap((pages) => [...pages, ...urgent.map((one) => ({ ...one, follows: pages[0]?.slide.id ?? null }))]);
}

function pageTurns(slide: Slide, index: number, measured: readonly number[] | null, pace: number): readonly Turn[] {
  const stays = measured === null || measured.length < 2 ? usualStaysMs(slide) : pageStaysMs(slide, measured);
  const isKnown = measured !== null || stays.length > 1;
  return stays.map((stay, page) => ({
    slide,
    stayMs: stay * pace,
    page: isKnown ? { index: page, count: stays.length } : null,
    index,
    follows: null,
  }));
}

/** Whether the turn is one of an urgent slide. */
export function isUrgent({ slide }: Turn): boolean {
  return slide.priority === 'urgent';
}

/** The anchor that says: this turn, since then, and from an urgent slide `back` to the page it cut into. */
export function placeOf({ slide, follows, page }: Turn, since: Instant, back?: number): Place {
  const at = page === null || page.index === 0 ? {} : { page: page.index };
  return {
    slideId: slide.id,
    since,
    ...(follows === null ? {} : { follows }),
    ...at,
    ...(back === undefined || follows === null ? {} : { back }),
  };
}

/** Whether the anchor means this turn. While the pages are not counted, any page of the slide is meant. */
export function isAnchor({ slide, follows, page }: Turn, place: Place): boolean {
  if (place.slideId !== slide.id || (place.follows ?? null) !== follows) return false;
  return page === null || page.index === (place.page ?? 0);
}

/**
 * Walks from the anchor to `now`. It follows from elapsed time alone, so a reload lands on the same page. When the anchor's
 * slide has left the rotation, the next by name takes over now; a clock that was set back starts the slide's stay anew.
 */
export function positionAt(turns: readonly Turn[], place: Place | null, now: Instant): Position | null {
  if (turns.length === 0) return null;
  const anchor = place === null ? 0 : turnOf(turns, place);
  if (place === null || anchor < 0 || place.since > now) {
    const start = place === null ? 0 : anchor < 0 ? successor(turns, place) : anchor;
    return { index: start, since: now, until: now + stay(turns, start), next: following(turns, start, place) };
  }
  const back = placeBack(turns, anchor, place);
  if (back !== null && back.since <= now) return positionAt(turns, back, now);
  const round = turns.reduce((sum, { stayMs }) => sum + stayMs, 0);
  let index = anchor;
  let since = place.since + Math.floor((now - place.since) / round) * round;
  while (since + stay(turns, index) <= now) {
    since += stay(turns, index);
    index = (index + 1) % turns.length;
  }
  return { index, since, until: since + stay(turns, index), next: following(turns, index, place) };
}

/** Where an urgent slide leads back to when it is over: the page that it cut into, since then; null where it cut into none. */
function placeBack(turns: readonly Turn[], anchor: number, { since, follows, back }: Place): Place | null {
  if (back === undefined || follows === undefined || !turns.some(({ slide }) => slide.id === follows)) return null;
  const end = turns.slice(anchor, lastPage(turns, anchor) + 1).reduce((at, { stayMs }) => at + stayMs, since);
  return { slideId: follows, since: end, ...(back === 0 ? {} : { page: back }) };
}

/** The turn that comes next: usually the next in the round. */
function following(turns: readonly Turn[], index: number, place: Place | null): number {
  const back = place === null || index !== lastPage(turns, index) ? null : placeBack(turns, index, place);
  return back !== null && place?.slideId === turns[index]?.slide.id ? turnOf(turns, back) : (index + 1) % turns.length;
}

/** The turn of the last page of the slide whose turn this is. */
function lastPage(turns: readonly Turn[], index: number): number {
  const isLast = (at: number) => turns[at + 1]?.slide.id !== turns[index]?.slide.id;
  let at = index;
  while (!isLast(at)) at += 1;
  return at;
}

/**
 * The turn an anchor means, or -1. Where the slide before an urgent one has left, its turn after the one before that; where the slide
 * has fewer pages by now, its last.
 */
export function turnOf(turns: readonly Turn[], place: Omit<Place, 'since'>): number {
  const { slideId } = place;
  const follows = place.follows ?? null;
  const own: { readonly index: number; readonly before: string | null }[] = [];
  for (const [index, { slide, follows: before }] of turns.entries()) if (slide.id === slideId) own.push({ index, before });
  const upTo = own.filter(({ before }) => before === follows || (before !== null && follows !== null && before < follows));
  const meant = upTo.at(-1) ?? own.at(-1);
  const pages = own.filter(({ before }) => before === meant?.before);
  return pages[Math.min(place.page ?? 0, pages.length - 1)]?.index ?? -1;
}

/** The first slide named after the one that left (for an urgent one: after the one it followed), else the first of all. */
function successor(turns: readonly Turn[], { slideId, follows }: Place): number {
  const others = turns.filter((turn) => !isUrgent(turn));
  const line = others.length > 0 ? others : turns;
  const next = line.find(({ slide }) => slide.id > (follows ?? slideId)) ?? line[0];
  return next === undefined ? 0 : turns.indexOf(next);
}

function stay(turns: readonly Turn[], index: number): number {
  return turns[index]?.stayMs ?? Number.POSITIVE_INFINITY;
}
