import { type Problem, problemText } from './result';

/** Problems in the order of their files and lines; those of a whole file come first. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
}

/** Problems as the commands print them, in order. `問題  slides/20-hours.md 4行目: seconds は …`; a doubt begins with 注意. */
export function problemLines(problems: readonly Problem[]): readonly string[] {
  return inOrder(problems).map((problem) => `${problem.level === 'error' ? '問題' : '注意'}  ${problemText(problem)}`);
}
