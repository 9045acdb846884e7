import type { LiveExpression } from './content';
import { parseOffset } from './duration';
import { fold } from './fold';

/** What stands between `{{` and `}}`: now+60m, opens, closes-60m, next opening, days left: NAME. Null when it is none of these. */
export function parseLiveExpression(text: string): LiveExpression | null {
  const daysLeft = /^days +left *[:：](.*)$/is.exec(text.trim())?.[1]?.trim();
  if (daysLeft) return { kind: 'daysLeft', name: daysLeft };
  if (/^next +opening$/.test(fold(text).toLowerCase())) return { kind: 'nextOpening' };
  const read = parseOffset(text, ['now', 'opens', 'closes']);
  return read && { kind: read.word, offsetMs: read.offsetMs };
}
