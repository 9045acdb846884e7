import type { Block, Inline, ListItem } from './block';
import { cutInlines, plainText } from './cut-inlines';
import { trimBreaks } from './inlines-in';
import { type Seam, seamsOf } from './seams';

/** How finely blocks are taken apart: `block` keeps list items whole, the others go into them, down to this seam. */
export type Grain = 'block' | Seam;

/**
 * A piece of a text that may stand on another page than the next: a sentence, an item, a row. `keys` say which block it is of, which item,
 * and so on inward: pieces of one block join again when they meet on a page.
 */
export interface Piece {
  readonly block: Block<string>;
  readonly keys: readonly number[];
  /** A heading does not stand alone at the end of a page. */
  readonly leads: boolean;
}

/**
 * Takes a block apart. `keys` are its own, which tells it from its neighbours, and for a piece that is taken apart once more that of the
 * item or block within it.
 */
export function piecesOf(block: Block<string>, grain: Grain, keys: readonly number[]): readonly Piece[] {
  const [key = 0, first = 0] = keys;
  const piece = (part: Block<string>, inner: readonly number[] = []): Piece => ({
    block: part,
    keys: [key, ...inner],
    leads: false,
  });
  switch (block.kind) {
    case 'paragraph':
      return lines(block.children, grain).map((children) => piece({ ...block, children }));
    case 'heading':
      return [{ ...piece(block), leads: true }];
    case 'list':
      return block.items.flatMap((item, index) =>
        itemPieces(item, grain).map(({ item: part, keys: inner }) =>
          piece({ ...block, start: block.start + index, items: [part] }, [first + index, ...inner]),
        ),
      );
    case 'quote':
      return block.blocks.flatMap((inner, index) =>
        piecesOf(inner, grain, [first + index]).map((part) => ({
          ...piece({ ...block, blocks: [part.block] }, part.keys),
          leads: part.leads,
        })),
      );
    case 'table':
      return block.rows.length === 0 ? [piece(block)] : block.rows.map((row) => piece({ ...block, rows: [row] }));
    case 'code':
      return block.text.split('\n').map((text) => piece({ ...block, text }));
    case 'picture':
    case 'rule':
      return [piece(block)];
  }
}

function lines(children: readonly Inline<string>[], grain: Grain): readonly (readonly Inline<string>[])[] {
  return cutInlines(children, seamsOf(plainText(children), grain === 'block' ? 'sentence' : grain));
}

interface ItemPiece {
  readonly item: ListItem<string>;
  readonly keys: readonly number[];
}

/** An item whole, or its own line in parts and then what stands below it. */
function itemPieces(item: ListItem<string>, grain: Grain): readonly ItemPiece[] {
  if (grain === 'block') return [{ item, keys: [] }];
  const own = item.children.length === 0 ? [] : lines(item.children, grain);
  return [
    ...own.map((children) => ({ item: { children, below: [] }, keys: [] })),
    ...item.below.flatMap((block, index) =>
      piecesOf(block, grain, [index]).map((part) => ({
        item: { children: [], below: [part.block] },
        keys: part.keys,
      })),
    ),
  ];
}

/** Puts pieces that follow one another together again; a table has its head on every page. */
export function joinPieces(pieces: readonly Piece[]): readonly Block<string>[] {
  let blocks: readonly Block<string>[] = [];
  let before: readonly number[] = [];
  for (const { block, keys } of pieces) {
    blocks = added(blocks, block, keys, before);
    before = keys;
  }
  return blocks.map(trimmed);
}

function added(
  blocks: readonly Block<string>[],
  block: Block<string>,
  keys: readonly number[],
  before: readonly number[],
): readonly Block<string>[] {
  const last = blocks.at(-1);
  if (last === undefined || keys[0] !== before[0]) return [...blocks, block];
  return [...blocks.slice(0, -1), joined(last, block, keys.slice(1), before.slice(1))];
}

/** Two pieces of one block. */
function joined(a: Block<string>, b: Block<string>, keys: readonly number[], before: readonly number[]): Block<string> {
  if (a.kind === 'paragraph' && b.kind === 'paragraph') return { ...a, children: [...a.children, ...b.children] };
  if (a.kind === 'table' && b.kind === 'table') return { ...a, rows: [...a.rows, ...b.rows] };
  if (a.kind === 'code' && b.kind === 'code') return { ...a, text: `${a.text}\n${b.text}` };
  if (a.kind === 'quote' && b.kind === 'quote') {
    const [inner] = b.blocks;
    return inner === undefined ? a : { ...a, blocks: added(a.blocks, inner, keys, before) };
  }
  if (a.kind === 'list' && b.kind === 'list') {
    const [item] = b.items;
    const last = a.items.at(-1);
    if (item === undefined || last === undefined || keys[0] !== before[0]) return { ...a, items: [...a.items, ...b.items] };
    return { ...a, items: [...a.items.slice(0, -1), joinedItem(last, item, keys.slice(1), before.slice(1))] };
  }
  return a;
}

function joinedItem(
  a: ListItem<string>,
  b: ListItem<string>,
  keys: readonly number[],
  before: readonly number[],
): ListItem<string> {
  const [block] = b.below;
  return {
    children: [...a.children, ...b.children],
    below: block === undefined ? a.below : added(a.below, block, keys, before),
  };
}

/** Without the line ends at which it was parted. */
function trimmed(block: Block<string>): Block<string> {
  if (block.kind === 'quote') return { ...block, blocks: block.blocks.map(trimmed) };
  if (block.kind === 'list') {
    return {
      ...block,
      items: block.items.map(({ children, below }) => ({ children: trimBreaks(children), below: below.map(trimmed) })),
    };
  }
  return block.kind === 'paragraph' ? { ...block, children: trimBreaks(block.children) } : block;
}
