import type { Block, Inline } from './block';
import { trimBreaks } from './inlines-in';

/** A numbered line of a checklist: the thing, a short note, and whether it concerns only some. */
export interface ChecklistLine<V> {
  readonly number: number;
  readonly thing: readonly Inline<V>[];
  readonly note: readonly Inline<V>[];
  readonly conditional: boolean;
}

/** 該当する方のみ, alone or in brackets. */
const CONDITIONAL = /[（(]?\s*該当する方のみ\s*[）)]?/;

/** The same as the whole of a text in bold. */
const ONLY_CONDITIONAL = /^\s*[（(]?\s*該当する方のみ\s*[）)]?\s*$/;

/** The items of the slide's lists, numbered through. An item's own line is the thing; what stands below it is its note. */
export function checklistItems<V>(blocks: readonly Block<V>[]): readonly ChecklistLine<V>[] {
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
  return items.map(({ children, below }, index) => {
    const thing = withoutCondition(children);
    const note = withoutCondition(joined(below.flatMap(linesOf)));
    return { number: index + 1, thing: thing.inlines, note: note.inlines, conditional: thing.found || note.found };
  });
}

/** What stands below an item as lines of a note; nothing of it is lost. */
function linesOf<V>(block: Block<V>): readonly (readonly Inline<V>[])[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.children.length === 0 ? [] : [block.children];
    case 'list':
      return block.items.flatMap(({ children, below }) => [
        [{ kind: 'text', text: '・' }, ...children],
        ...below.flatMap(linesOf),
      ]);
    case 'quote':
      return block.blocks.flatMap(linesOf);
    case 'table':
      return [block.head, ...block.rows].map((cells) => cells.flatMap((cell) => [...cell, { kind: 'text', text: '　' }]));
    case 'code':
      return block.text.split('\n').map((text) => [{ kind: 'text', text }]);
    case 'picture':
    case 'rule':
      return [];
  }
}

function joined<V>(lines: readonly (readonly Inline<V>[])[]): readonly Inline<V>[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [{ kind: 'break' } as const, ...line]));
}

/** Takes the words 該当する方のみ out of a line: they become a mark of the item. */
function withoutCondition<V>(inlines: readonly Inline<V>[]): { inlines: readonly Inline<V>[]; found: boolean } {
  let found = false;
  const kept = withPlainCondition(inlines).flatMap((inline): readonly Inline<V>[] => {
    if (inline.kind !== 'text' || !CONDITIONAL.test(inline.text)) return [inline];
    found = true;
    const text = inline.text.replace(CONDITIONAL, '').trim();
    return text === '' ? [] : [{ kind: 'text', text }];
  });
  return { inlines: found ? trimBreaks(kept) : inlines, found };
}

/** Where the words stand in bold, they join the text around them: their brackets may stand outside. */
function withPlainCondition<V>(inlines: readonly Inline<V>[]): readonly Inline<V>[] {
  const result: Inline<V>[] = [];
  for (const inline of inlines) {
    const [only] = inline.kind === 'strong' || inline.kind === 'emphasis' ? inline.children : [inline];
    const plain = only?.kind === 'text' && (only === inline || ONLY_CONDITIONAL.test(only.text)) ? only : inline;
    const last = result.at(-1);
    if (plain.kind === 'text' && last?.kind === 'text')
      result[result.length - 1] = { kind: 'text', text: last.text + plain.text };
    else result.push(plain);
  }
  return result;
}
