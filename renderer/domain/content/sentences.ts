import type { Block } from './block';
import { type Grain, joinPieces, type Piece, piecesOf } from './pieces';

const GRAINS: readonly Grain[] = ['block', 'sentence', 'clause', 'phrase'];

/**
 * A text that is too long for its slide, in pages: it is continued behind a sentence, an item or a row; a sentence that fits no page by
 * itself behind a clause, else between phrases, and never within a date, a time, a number or a word. All of it is kept, in its order;
 * ordered lists go on counting, and a table has its head on each page. `fits` measures: what fits must fit with less, too. It is asked a
 * few times a page. What can't be parted and fits nowhere has a page to itself.
 */
export function pagesOf(
  blocks: readonly Block<string>[],
  fits: (blocks: readonly Block<string>[]) => boolean,
): readonly (readonly Block<string>[])[] {
  if (blocks.length === 0 || fits(blocks)) return [blocks];
  const pages: (readonly Block<string>[])[] = [];
  let left = blocks.flatMap((block, key) => piecesOf(block, 'block', [key]));
  while (left.length > 0) {
    const count = most(left, fits);
    const finer = count === 0 ? finerPieces(left[0]) : null;
    if (finer !== null) {
      left = [...finer, ...left.slice(1)];
      continue;
    }
    const taken = Math.max(withoutLastHeading(left, count), 1);
    pages.push(joinPieces(left.slice(0, taken)));
    left = left.slice(taken);
  }
  return pages;
}

/** How many of the first pieces fit on one page. */
function most(pieces: readonly Piece[], fits: (blocks: readonly Block<string>[]) => boolean): number {
  let least = 0;
  let top = pieces.length;
  while (least < top) {
    const middle = Math.ceil((least + top) / 2);
    if (fits(joinPieces(pieces.slice(0, middle)))) least = middle;
    else top = middle - 1;
  }
  return least;
}

/** The piece taken apart by the coarsest grain that parts it; null when none does. */
function finerPieces(piece: Piece | undefined): readonly Piece[] | null {
  if (piece === undefined) return null;
  const attempts = GRAINS.map((grain) => piecesOf(piece.block, grain, piece.keys));
  return attempts.find((pieces) => pieces.length > 1) ?? null;
}

/** So many pieces without the headings at their end, which belong to the next page; all of them at the end of the text. */
function withoutLastHeading(pieces: readonly Piece[], count: number): number {
  if (count >= pieces.length) return count;
  const text = pieces
    .slice(0, count)
    .map(({ leads }) => leads)
    .lastIndexOf(false);
  return text < 0 ? count : text + 1;
}
