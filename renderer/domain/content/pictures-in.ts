import { oncePer } from '../once-per';
import type { Block } from './block';

/** A picture of a text. */
export type PictureBlock = Extract<Block<unknown>, { kind: 'picture' }>;

/** The pictures of a text, in lists and quotes, too. */
export function picturesIn<V>(blocks: readonly Block<V>[]): readonly PictureBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'picture') return [block];
    if (block.kind === 'quote') return picturesIn(block.blocks);
    return block.kind === 'list' ? block.items.flatMap(({ below }) => picturesIn(below)) : [];
  });
}

/** Whether there are any. */
export const hasPictures = oncePer((blocks: readonly Block<unknown>[]) => picturesIn(blocks).length > 0);

/**
 * A text with each of its pictures put in another's place, or left out for null; a text without any stays the same object. `isListed`: it
 * stands below an item of a list.
 */
export function withPictures<V>(
  blocks: readonly Block<V>[],
  put: (block: PictureBlock, isListed: boolean) => PictureBlock | null,
  isListed = false,
): readonly Block<V>[] {
  if (!hasPictures(blocks)) return blocks;
  return blocks.flatMap((block): readonly Block<V>[] => {
    if (block.kind === 'picture') {
      const other = put(block, isListed);
      return other === null ? [] : [other];
    }
    if (block.kind === 'quote') return [{ ...block, blocks: withPictures(block.blocks, put, isListed) }];
    if (block.kind !== 'list') return [block];
    return [{ ...block, items: block.items.map((item) => ({ ...item, below: withPictures(item.below, put, true) })) }];
  });
}
