import type { Inline } from '../content/block';

const RUBY = /\{([^{}|\n]{1,40})\|([^{}|\n]{1,60})\}/g;

/** A line with furigana, as plain Japanese has it, in its pieces: `{今日|きょう}は` → ruby 今日, text は. */
export function furigana(text: string): readonly Inline<never>[] {
  const pieces: Inline<never>[] = [];
  let end = 0;
  for (const match of text.matchAll(RUBY)) {
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) });
    pieces.push({ kind: 'ruby', base: match[1] ?? '', reading: match[2] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}

/** The line as it is read aloud or counted: `{今日|きょう}は` → 今日は. */
export function withoutFurigana(text: string): string {
  return text.replace(RUBY, '$1');
}
