import type { Block, Inline } from './block';

/** A card: its heading and the text below it. */
export interface CardSection<V> {
  readonly heading: readonly Inline<V>[];
  readonly blocks: readonly Block<V>[];
}

/** Makes a card of each `##` section, headings below it included; `rest` is the text before the first. */
export function cardSections<V>(blocks: readonly Block<V>[]): { cards: readonly CardSection<V>[]; rest: readonly Block<V>[] } {
  const starts = blocks.flatMap((block, index) => (block.kind === 'heading' && block.level <= 2 ? [index] : []));
  const cards = starts.flatMap((start, at) => {
    const heading = blocks[start];
    return heading?.kind === 'heading' ? [{ heading: heading.children, blocks: blocks.slice(start + 1, starts[at + 1]) }] : [];
  });
  return { cards, rest: blocks.slice(0, starts[0] ?? blocks.length) };
}
