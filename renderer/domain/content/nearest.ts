import { closest, distance } from 'fastest-levenshtein';

/** Longer words are nobody's slip of a key, and costly to compare. */
const LONGEST = 40;

/** The known word that was probably meant, or null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  if (known.length === 0 || word.length > LONGEST) return null;
  const best = closest(word, known);
  // As many slips as letters would make any short word near to any other.
  return distance(word, best) <= Math.min(word.length - 1, Math.max(2, Math.floor(word.length / 3))) ? best : null;
}
