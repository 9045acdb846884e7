import type { Inline } from './block';
import type { LiveExpression } from './content';
import { parseLiveExpression } from './live-expression';

/** `{{live}}`, `{漢字|かんじ}`, or a line end. */
const MARK = /\{\{([^{}\n]{1,60})\}\}|\{([^{}|\n]{1,40})\|([^{}|\n]{1,60})\}|\n/g;

/**
 * Splits plain text at live values, ruby and line ends. A live value that is none is reported through `unknown` and stays as
 * written.
 */
export function parseInlineText(text: string, unknown: (expression: string) => void): readonly Inline<LiveExpression>[] {
  const result: Inline<LiveExpression>[] = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > end) result.push({ kind: 'text', text: text.slice(end, match.index) });
    end = match.index + match[0].length;
    result.push(markOf(match, unknown));
  }
  if (end < text.length) result.push({ kind: 'text', text: text.slice(end) });
  return result;
}

function markOf(match: RegExpMatchArray, unknown: (expression: string) => void): Inline<LiveExpression> {
  const [whole, live, base, reading] = match;
  if (live !== undefined) {
    const value = parseLiveExpression(live);
    if (value !== null) return { kind: 'live', value };
    unknown(live.trim());
    return { kind: 'text', text: whole };
  }
  if (base !== undefined && reading !== undefined) return { kind: 'ruby', base, reading };
  // Staff who start a new line mean one: Japanese has no space that a folded line end could become.
  return { kind: 'break' };
}
