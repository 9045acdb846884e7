import type { Inline } from './block';

/** A line's letters as they are read; a line end is one, too. */
export function plainText(inlines: readonly Inline<string>[]): string {
  return inlines.map(plain).join('');
}

function plain(inline: Inline<string>): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'strong':
    case 'emphasis':
      return plainText(inline.children);
    case 'ruby':
      return inline.base;
    case 'live':
      return inline.value;
    case 'break':
      return '\n';
  }
}

/** A line cut at offsets into its plain text, in order. Furigana and live values are never cut: they go with what stands before. */
export function cutInlines(
  inlines: readonly Inline<string>[],
  offsets: readonly number[],
): readonly (readonly Inline<string>[])[] {
  const [first, ...rest] = offsets;
  if (first === undefined) return [inlines];
  const [before, after] = cutOnce(inlines, first);
  const length = plainText(before).length;
  const pieces = cutInlines(
    after,
    rest.filter((at) => at > length).map((at) => at - length),
  );
  return before.length === 0 ? pieces : after.length === 0 ? [before] : [before, ...pieces];
}

type Pair = readonly [readonly Inline<string>[], readonly Inline<string>[]];

function cutOnce(inlines: readonly Inline<string>[], offset: number): Pair {
  let at = 0;
  for (const [index, inline] of inlines.entries()) {
    const length = plain(inline).length;
    if (at + length < offset) {
      at += length;
      continue;
    }
    const [left, right] = cutWithin(inline, offset - at);
    return [
      [...inlines.slice(0, index), ...left],
      [...right, ...inlines.slice(index + 1)],
    ];
  }
  return [inlines, []];
}

function cutWithin(inline: Inline<string>, offset: number): Pair {
  if (inline.kind === 'text' && offset < inline.text.length) {
    return [[{ kind: 'text', text: inline.text.slice(0, offset) }], [{ kind: 'text', text: inline.text.slice(offset) }]];
  }
  if (inline.kind === 'strong' || inline.kind === 'emphasis') {
    const [left, right] = cutOnce(inline.children, offset);
    const dressed = (children: readonly Inline<string>[]) => (children.length === 0 ? [] : [{ ...inline, children }]);
    return [dressed(left), dressed(right)];
  }
  return [[inline], []];
}
