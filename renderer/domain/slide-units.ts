import type { Block, Inline } from './content/block';
import { cutInlines, plainText } from './content/cut-inlines';
import { inlinesIn, trimBreaks } from './content/inlines-in';
import { type Grain, joinPieces, type Piece, piecesOf } from './content/pieces';
import { SEAMS, type Seam, seamsOf } from './content/seams';
import type { ChecklistItem, ContactCard, SlideBody, SlideScene } from './scene';

type Cards = Extract<SlideBody, { kind: 'cards' }>['cards'];

/** What a page of a slide is made of. `index`: which item, card or contact of the slide it is, or is a part of. */
export type SlideUnit =
  | { readonly kind: 'text'; readonly piece: Piece }
  | { readonly kind: 'item'; readonly index: number; readonly item: ChecklistItem }
  | {
      readonly kind: 'card';
      readonly index: number;
      readonly heading: Cards[number]['heading'];
      readonly pieces: readonly Piece[];
    }
  | { readonly kind: 'contact'; readonly index: number; readonly contact: ContactCard };

/** A slide's text in its order, then what its layout lists. What draws the folder's data (hours, countdowns, calls) stands on every page. */
export function unitsOf({ blocks, body }: SlideScene): readonly SlideUnit[] {
  return [...textUnits(blocks), ...listed(body)];
}

/** The pieces of a text. */
export function textUnits(blocks: readonly Block<string>[]): readonly Extract<SlideUnit, { kind: 'text' }>[] {
  return pieces(blocks).map((piece) => ({ kind: 'text', piece }));
}

function pieces(blocks: readonly Block<string>[]): readonly Piece[] {
  return blocks.flatMap((block, key) => piecesOf(block, 'block', [key]));
}

function listed(body: SlideBody): readonly SlideUnit[] {
  switch (body.kind) {
    case 'checklist':
      return body.items.map((item, index) => ({ kind: 'item', index, item }));
    case 'cards':
      return body.cards.map(({ heading, blocks }, index) => ({ kind: 'card', index, heading, pieces: pieces(blocks) }));
    case 'contact':
      return body.contacts.map((contact, index) => ({ kind: 'contact', index, contact }));
    default:
      return [];
  }
}

/** The text of these units. */
export function textOf(units: readonly SlideUnit[]): readonly Block<string>[] {
  return joinPieces(units.flatMap((unit) => (unit.kind === 'text' ? [unit.piece] : [])));
}

/** What the layout lists of these units; null where its body is not made of such. */
export function bodyOf(kind: SlideBody['kind'], units: readonly SlideUnit[]): SlideBody | null {
  switch (kind) {
    case 'checklist':
      return { kind, items: grouped(units.filter((unit) => unit.kind === 'item')).map(joinedItem) };
    case 'cards':
      return { kind, cards: grouped(units.filter((unit) => unit.kind === 'card')).map(joinedCard) };
    case 'contact':
      return { kind, contacts: units.flatMap((unit) => (unit.kind === 'contact' ? [unit.contact] : [])) };
    default:
      return null;
  }
}

type ItemUnit = Extract<SlideUnit, { kind: 'item' }>;
type CardUnit = Extract<SlideUnit, { kind: 'card' }>;

/** The units of one item, or of one card, together. */
function grouped<U extends ItemUnit | CardUnit>(units: readonly U[]): readonly (readonly [U, ...U[]])[] {
  const groups: [U, ...U[]][] = [];
  for (const unit of units) {
    const last = groups.at(-1);
    if (last !== undefined && last[0].index === unit.index) last.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

function joinedItem(units: readonly [ItemUnit, ...ItemUnit[]]): ChecklistItem {
  return { ...units[0].item, note: trimBreaks(units.flatMap(({ item }) => item.note)) };
}

function joinedCard(units: readonly [CardUnit, ...CardUnit[]]): Cards[number] {
  return { heading: units[0].heading, blocks: joinPieces(units.flatMap((unit) => unit.pieces)) };
}

/**
 * A unit taken apart by the coarsest grain that parts it, down to `finest`; null when none does. An item's note, and a card's text, go on
 * under the same number or heading.
 */
export function finerUnits(unit: SlideUnit, finest: Seam): readonly SlideUnit[] | null {
  const grains = SEAMS.slice(0, SEAMS.indexOf(finest) + 1);
  switch (unit.kind) {
    case 'text':
      return firstParted(['block', ...grains], (grain) =>
        piecesOf(unit.piece.block, grain, unit.piece.keys).map((piece) => ({ kind: 'text', piece })),
      );
    case 'item':
      return firstParted(grains, (grain) => notes(unit.item, grain).map((note) => ({ ...unit, item: { ...unit.item, note } })));
    case 'card': {
      const [only, ...more] = unit.pieces;
      if (more.length > 0) return unit.pieces.map((piece) => ({ ...unit, pieces: [piece] }));
      if (only === undefined) return null;
      return firstParted(grains, (grain) =>
        piecesOf(only.block, grain, only.keys).map((piece) => ({ ...unit, pieces: [piece] })),
      );
    }
    case 'contact':
      return null;
  }
}

function firstParted<G extends Grain>(
  grains: readonly G[],
  part: (grain: G) => readonly SlideUnit[],
): readonly SlideUnit[] | null {
  return grains.map(part).find((units) => units.length > 1) ?? null;
}

function notes({ note }: ChecklistItem, seam: Seam): readonly (readonly Inline<string>[])[] {
  return cutInlines(note, seamsOf(plainText(note), seam));
}

/** A heading leads to the text behind it, the last words of an introduction do not lead to the list. */
export function leads(unit: SlideUnit): boolean {
  return unit.kind === 'text' && unit.piece.leads;
}

/** How many characters units have together on a page: what they repeat alone (a heading, a thing, a table's head) counts once. */
export function charactersIn(units: readonly SlideUnit[]): number {
  const items = grouped(units.filter((unit) => unit.kind === 'item')).map(joinedItem);
  const cards = grouped(units.filter((unit) => unit.kind === 'card')).map(joinedCard);
  const inlines = [
    ...inlinesIn(textOf(units)),
    ...items.flatMap(({ thing, note }) => [...thing, ...note]),
    ...cards.flatMap(({ heading, blocks }) => [...heading, ...inlinesIn(blocks)]),
  ];
  const contacts = units.filter(({ kind }) => kind === 'contact');
  return lettersIn(inlines) + contacts.reduce((sum, contact) => sum + lengthOf(contact), 0);
}

/** How many characters a unit has to read: no white space, no furigana. */
export function lengthOf(unit: SlideUnit): number {
  switch (unit.kind) {
    case 'text':
      return lettersIn(inlinesIn([unit.piece.block]));
    case 'item':
      return lettersIn([...unit.item.thing, ...unit.item.note]);
    case 'card':
      return lettersIn([...unit.heading, ...inlinesIn(unit.pieces.map(({ block }) => block))]);
    case 'contact':
      return lettersIn(
        [unit.contact.name, unit.contact.phone ?? '', unit.contact.note ?? ''].map((text) => ({ kind: 'text', text })),
      );
  }
}

function lettersIn(inlines: readonly Inline<string>[]): number {
  return [...plainText(inlines).replace(/\s/g, '')].length;
}
