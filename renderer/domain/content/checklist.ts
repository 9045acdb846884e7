import type { Block, Inline } from './block';

/** A numbered line of a checklist: the thing, a short note, and whether it concerns only some. */
export interface ChecklistLine<V> {
  readonly number: number;
  readonly thing: readonly Inline<V>[];
  readonly note: readonly Inline<V>[];
  readonly conditional: boolean;
}

/** 該当する方のみ, alone or in brackets. */
const CONDITIONAL = /[（(]?\s*該当する方のみ\s*[）)]?/;

/** The items of the slide's lists, numbered through. An item's own line is the thing; what stands below it is its note. */
export function checklistItems<V>(blocks: readonly Block<V>[]): readonly ChecklistLine<V>[] {
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
  return items.map(({ children, below }, index) => {
    const note = below.flatMap((block, at) => {
      const inlines = block.kind === 'paragraph' ? block.children : [];
      return at > 0 && inlines.length > 0 ? [{ kind: 'break' } as const, ...inlines] : inlines;
    });
    const thing = withoutCondition(children);
    const rest = withoutCondition(note);
    return { number: index + 1, thing: thing.inlines, note: rest.inlines, conditional: thing.found || rest.found };
  });
}

/** Takes the words 該当する方のみ out of a line: they become a mark of the item. */
function withoutCondition<V>(inlines: readonly Inline<V>[]): { inlines: readonly Inline<V>[]; found: boolean } {
  let found = false;
  const kept = inlines.flatMap((inline): readonly Inline<V>[] => {
    if (inline.kind !== 'text' || !CONDITIONAL.test(inline.text)) return [inline];
    found = true;
    const text = inline.text.replace(CONDITIONAL, '').trim();
    return text === '' ? [] : [{ kind: 'text', text }];
  });
  return { inlines: found ? trimBreaks(kept) : inlines, found };
}

function trimBreaks<V>(inlines: readonly Inline<V>[]): readonly Inline<V>[] {
  const first = inlines.findIndex(({ kind }) => kind !== 'break');
  if (first < 0) return [];
  const end = inlines.length - [...inlines].reverse().findIndex(({ kind }) => kind !== 'break');
  return inlines.slice(first, end);
}
