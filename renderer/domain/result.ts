/**
 * A fault in the content that a person can mend. `line` counts from 1, null when the whole file is meant.
 * `message` is plain Japanese without file and line: what was found, what is wanted (product.md §2).
 */
export interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly level: 'error' | 'warning';
  readonly message: string;
}

/** What a parser returns: the good value, or null when the file can't be used, and everything worth telling staff. */
export interface Parsed<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

/** One line for staff. `slides/20-hours.md 4行目: seconds は 3〜600 の数字です（"十五" とあります）` */
export function problemText(problem: Problem): string {
  const place = problem.line === null ? problem.file : `${problem.file} ${problem.line}行目`;
  return `${place}: ${problem.message}`;
}

/** Closes a union: the compiler objects when a case was forgotten, and a value from nowhere throws. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
