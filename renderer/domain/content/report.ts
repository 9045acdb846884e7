import type { Problem } from '../result';

/** As many as anyone mends in one go, of errors and of warnings each: a wrong file must not flood log and overlay. */
const MOST = 30;

/** Collects what is wrong with one file. Lines count from 1 in the file; null means the whole file. */
export class Report {
  readonly problems: Problem[] = [];

  constructor(readonly file: string) {}

  error(line: number | null, message: string): void {
    this.add({ file: this.file, line, level: 'error', message });
  }

  warning(line: number | null, message: string): void {
    this.add({ file: this.file, line, level: 'warning', message });
  }

  get failed(): boolean {
    return this.problems.some(({ level }) => level === 'error');
  }

  private add(problem: Problem): void {
    if (this.problems.filter(({ level }) => level === problem.level).length < MOST) this.problems.push(problem);
  }
}
