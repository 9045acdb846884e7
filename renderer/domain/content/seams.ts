import { phrases } from '../phrases';
import { unbreakable } from '../unbreakable';

/** How finely a text may be parted: between sentences, else between clauses, else between phrases. */
export const SEAMS = ['sentence', 'clause', 'phrase'] as const;
/** One of them. */
export type Seam = (typeof SEAMS)[number];

/** The end of a sentence with what closes behind it; in Latin letters a space and a capital must follow. */
const SENTENCE_END = /[。！？‼⁇]+[」』）】”’)]*|[.!?]+["')\]”’]*\s+(?=["'(“‘¿¡]?\p{Lu})|\n/gu;
/** Points that end no sentence. */
const ABBREVIATION = /(?:\b(?:[ap]\.m|Mr|Mrs|Ms|Dr|St|vs|e\.g|i\.e|approx|Tel|tel)|\b\p{Lu})\.\s+$/u;
const CLAUSE_END = /[、，；]|[,;:]\s+/g;
const OPENING = '（「『【〔〈《(［[“';
const CLOSING = '）」』】〕〉》)］]”';

/** Where a text may be parted, as offsets into it: never within a date, a time, a number, a telephone number or a word. */
export function seamsOf(text: string, seam: Seam): readonly number[] {
  const whole = seam === 'phrase' ? [] : [...unbreakable(text), ...(seam === 'sentence' ? brackets(text) : [])];
  return offsets(text, seam).filter(
    (at) => at > 0 && at < text.length && !whole.some(({ from, until }) => from < at && at < until),
  );
}

function offsets(text: string, seam: Seam): readonly number[] {
  if (seam === 'phrase') {
    let at = 0;
    return phrases(text).map((phrase) => {
      at += phrase.length;
      return at;
    });
  }
  return Array.from(
    text.matchAll(seam === 'sentence' ? SENTENCE_END : CLAUSE_END),
    ({ index, 0: end }) => index + end.length,
  ).filter((at) => !ABBREVIATION.test(text.slice(Math.max(at - 12, 0), at)));
}

/** What stands in brackets is one with its sentence: 「はい。そうです。」と. A bracket that is never closed holds nothing. */
function brackets(text: string): readonly { readonly from: number; readonly until: number }[] {
  const open: { readonly sign: number; readonly at: number }[] = [];
  const found: { from: number; until: number }[] = [];
  for (const [at, letter] of Array.from({ length: text.length }, (_, index) => [index, text.charAt(index)] as const)) {
    if (OPENING.includes(letter)) open.push({ sign: OPENING.indexOf(letter), at });
    const closing = CLOSING.indexOf(letter);
    const from = closing < 0 ? -1 : open.map(({ sign }) => sign).lastIndexOf(closing);
    if (from < 0) continue;
    found.push({ from: open[from]?.at ?? at, until: at + 1 });
    open.length = from;
  }
  return found;
}
