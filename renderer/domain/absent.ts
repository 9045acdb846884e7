/** Widths in em: a digit or letter at its widest, any other sign, the space behind a number, and the words for those without room. */
const LETTER = 0.78;
const SIGN = 1;
const GAP = 0.8;
const MORE = 4.5;

/** The numbers that have room, and how many have none. */
export interface AbsentLine {
  readonly shown: readonly string[];
  readonly more: number;
}

/** As many of the numbers as fit a line of so many em, the first ones first; where some do not, with room for the words that say how many. */
export function absentLine(labels: readonly string[], ems: number): AbsentLine {
  const shown = fitting(labels, ems);
  if (shown.length === labels.length) return { shown, more: 0 };
  const fewer = fitting(labels, ems - MORE);
  return { shown: fewer, more: labels.length - fewer.length };
}

function fitting(labels: readonly string[], ems: number): readonly string[] {
  let left = ems + GAP;
  const over = labels.findIndex((label) => {
    left -= widthOf(label) + GAP;
    return left < 0;
  });
  return over < 0 ? labels : labels.slice(0, over);
}

function widthOf(label: string): number {
  return Array.from(label, (letter) => (/[ -~]/.test(letter) ? LETTER : SIGN)).reduce((sum, width) => sum + width, 0);
}
