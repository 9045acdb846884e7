import type { Block } from './content/block';
import { cutPages, evenPages } from './content/cut-pages';
import { READABLE_CHARACTERS } from './content/reading';
import type { Seam } from './content/seams';
import type { SlideScene, SlideTranslationScene, TextBody } from './scene';
import { bodyOf, charactersIn, finerUnits, leads, lengthOf, type SlideUnit, textOf, textUnits, unitsOf } from './slide-units';

/** A page of a slide: what of its text, of its lists and of its translations stands there. */
export interface SlidePart {
  readonly blocks: SlideScene['blocks'];
  /** Null: the slide's own, which is on every page. */
  readonly body: SlideScene['body'] | null;
  readonly translations: readonly SlideTranslationScene[];
  /** The text stands without the folder's data (hours, countdowns, calls) and without the code, which have pages of their own. */
  readonly apart: boolean;
  /** What there is to read in the leading language, the title left out. */
  readonly characters: number;
}

/**
 * How to part a slide: `fits` measures a page, `finest` is where a sentence too long for every page may be parted. `apart`: the folder's
 * data are not on every page with a piece of the text, but on one of their own before it, and the code on one behind it.
 */
export interface Parting {
  readonly fits: (part: SlidePart) => boolean;
  readonly finest: Seam;
  readonly apart?: boolean;
}

/** Layouts that draw the folder's data as one picture. */
const DATA: readonly SlideScene['body']['kind'][] = ['hours', 'countdown', 'tickets'];

/**
 * A slide's text in pages. A page takes no more than can be read while it is on (and at least a sentence); among so many pages the text
 * is divided evenly. The leading language says where pages end: of the others each page has what stands in the same place of the text,
 * so nothing of them is left out or said twice either.
 */
export function slideParts(slide: SlideScene, { fits, finest, apart = false }: Parting): readonly SlidePart[] {
  const hasData = DATA.includes(slide.body.kind);
  const isApart = apart && (hasData || slide.link !== null);
  const units = unitsOf(slide);
  const alone = (some: readonly SlideUnit[]) => partOf(slide, some, [], isApart);
  const isReadable = (some: readonly SlideUnit[]) => charactersIn(some) <= READABLE_CHARACTERS;
  const full = cutPages(units, {
    fits: (some) => (some.length === 1 || isReadable(some)) && fits(alone(some)),
    finer: (unit) => finerUnits(unit, finest),
    leads,
  });
  const even = evenPages(full, lengthOf, leads, (pages) => pages.every((page) => fits(alone(page))));
  const others = (slide.translations ?? []).map((translation) => translatedPages(slide, translation, even));
  const parts = even.map((page, index) => {
    const translations = others.flatMap((pages) => pages[index] ?? []);
    return partOf(slide, page, translations, isApart);
  });
  const other = partOf(slide, [], [], false);
  if (!isApart) return parts;
  return hasData ? [other, ...parts] : [...parts, other];
}

/** The slide with only this page of its text. */
export function withPart<S extends SlideScene>(slide: S, part: SlidePart, page: NonNullable<SlideScene['page']>): S & Shown {
  const { blocks, body, translations, apart } = part;
  return { ...slide, blocks, body: body ?? slide.body, translations, link: apart ? null : slide.link, page, apart };
}

/** How a layout draws a page: its text without the folder's data, or as usual. */
export interface Shown {
  readonly apart?: boolean;
}

/** What there is to read on a slide, the title and the folder's data left out. */
export function charactersOf(slide: SlideScene): number {
  return charactersIn(unitsOf(slide));
}

function partOf(
  slide: SlideScene,
  units: readonly SlideUnit[],
  translations: readonly SlideTranslationScene[],
  apart: boolean,
): SlidePart {
  return { blocks: textOf(units), body: bodyOf(slide.body.kind, units), translations, apart, characters: charactersIn(units) };
}

/** A translation's share of each page: items and cards by their number, running text by its place. */
function translatedPages(
  slide: SlideScene,
  { language, body, blocks }: SlideTranslationScene,
  pages: readonly (readonly SlideUnit[])[],
): readonly SlideTranslationScene[] {
  const texts = sharesOf(slide.blocks, blocks, pages);
  const begun = new Set<number>();
  return pages.map((units, page) => {
    const indices = [...new Set(units.flatMap((unit) => (unit.kind === 'text' ? [] : [unit.index])))];
    const own = translatedBody(body, indices, begun);
    for (const index of indices) begun.add(index);
    return { language, body: own, blocks: texts[page] ?? [] };
  });
}

/** Those of the items or cards; where one goes on from the page before, its translation stood there. */
function translatedBody(body: TextBody, indices: readonly number[], begun: ReadonlySet<number>): TextBody {
  const fresh = <T>(all: readonly T[], nothing: T) =>
    indices.map((index) => (begun.has(index) ? nothing : (all[index] ?? nothing)));
  switch (body.kind) {
    case 'checklist':
      return { kind: 'checklist', items: fresh(body.items, { number: 0, thing: [], note: [], conditional: null }) };
    case 'cards':
      return { kind: 'cards', cards: fresh(body.cards, { heading: [], blocks: [] }) };
    case 'notice':
      return body;
  }
}

/**
 * A text in another language, a share of it for each page: paragraph beside paragraph where both have as many, else by the part of the
 * whole that was read so far. A sentence stands where its middle falls.
 */
function sharesOf(
  lead: readonly Block<string>[],
  other: readonly Block<string>[],
  pages: readonly (readonly SlideUnit[])[],
): readonly (readonly Block<string>[])[] {
  const isAligned = lead.length === other.length;
  const places = placesOf(pages.flat(), isAligned);
  let read = 0;
  const ends = pages.map((page) => {
    read += page.filter(({ kind }) => kind === 'text').length;
    return places[read - 1]?.until ?? 0;
  });
  const units = textUnits(other);
  const middles = placesOf(units, isAligned).map(({ from, until }) => (from + until) / 2);
  const last = ends.indexOf(ends.at(-1) ?? 0);
  const pageOf = (middle: number) => {
    const page = ends.findIndex((end) => middle <= end);
    return page < 0 ? last : page;
  };
  return pages.map((_, page) => textOf(units.filter((_unit, at) => pageOf(middles[at] ?? 0) === page)));
}

/** Where each piece of a text begins and ends: in paragraphs and parts of them when aligned, else in parts of the whole. */
function placesOf(units: readonly SlideUnit[], isAligned: boolean): readonly { readonly from: number; readonly until: number }[] {
  const texts = units.flatMap((unit) => (unit.kind === 'text' ? [{ unit, key: isAligned ? (unit.piece.keys[0] ?? 0) : 0 }] : []));
  const totals = new Map<number, number>();
  for (const { unit, key } of texts) totals.set(key, (totals.get(key) ?? 0) + lengthOf(unit));
  const read = new Map<number, number>();
  return texts.map(({ unit, key }) => {
    const before = read.get(key) ?? 0;
    const after = before + lengthOf(unit);
    read.set(key, after);
    const total = totals.get(key) || 1;
    return { from: key + before / total, until: key + after / total };
  });
}
