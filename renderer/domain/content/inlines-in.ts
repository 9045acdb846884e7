import type { Block, Inline } from './block';

/** Every piece of a text in its order, through lists, quotes, tables and bold: only the pieces that hold no others. */
export function inlinesIn<V>(blocks: readonly Block<V>[]): readonly Inline<V>[] {
  return blocks.flatMap(inlinesOf);
}

function inlinesOf<V>(block: Block<V>): readonly Inline<V>[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return leaves(block.children);
    case 'list':
      return block.items.flatMap(({ children, below }) => [...leaves(children), ...inlinesIn(below)]);
    case 'quote':
      return inlinesIn(block.blocks);
    case 'table':
      return leaves([block.head, ...block.rows].flat(2));
    case 'code':
      return [{ kind: 'text', text: block.text }];
    case 'picture':
    case 'rule':
      return [];
  }
}

function leaves<V>(inlines: readonly Inline<V>[]): readonly Inline<V>[] {
  return inlines.flatMap((inline) =>
    inline.kind === 'strong' || inline.kind === 'emphasis' ? leaves(inline.children) : [inline],
  );
}

/** A line without the line ends at its beginning and its end. */
export function trimBreaks<V>(inlines: readonly Inline<V>[]): readonly Inline<V>[] {
  const first = inlines.findIndex(({ kind }) => kind !== 'break');
  if (first < 0) return [];
  const end = inlines.length - [...inlines].reverse().findIndex(({ kind }) => kind !== 'break');
  return inlines.slice(first, end);
}
