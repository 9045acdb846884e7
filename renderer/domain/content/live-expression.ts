import type { LiveExpression } from './content';
import { fold } from './fold';
import { parseDuration } from './wall-span';

/** What stands between `{{` and `}}`: now+60m, opens, closes-60m, next opening, days left: NAME. Null when it is none of these. */
export function parseLiveExpression(text: string): LiveExpression | null {
  const daysLeft = /^\s*days left\s*[:：](.+)$/is.exec(text)?.[1]?.trim();
  if (daysLeft) return { kind: 'daysLeft', name: daysLeft };
  const plain = fold(text).toLowerCase();
  if (/^next +opening$/.test(plain)) return { kind: 'nextOpening' };
  const match = /^(now|opens|closes)(?:([+-])(\d+[smh]))?$/.exec(plain.replaceAll(' ', ''));
  if (match === null) return null;
  const offset = match[3] === undefined ? 0 : (parseDuration(match[3]) ?? 0);
  return { kind: match[1] as 'now' | 'opens' | 'closes', offsetMs: match[2] === '-' ? -offset : offset };
}
