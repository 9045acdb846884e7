import type { Problem } from '../result';

/** Collects what is wrong with one file. Lines count from 1 in the file; null means the whole file. */
export class Report {
  readonly problems: Problem[] = [];

  constructor(readonly file: string) {}

  error(line: number | null, message: string): void {
    this.problems.push({ file: this.file, line, level: 'error', message });
  }

  warning(line: number | null, message: string): void {
    this.problems.push({ file: this.file, line, level: 'warning', message });
  }

  get failed(): boolean {
    return this.problems.some(({ level }) => level === 'error');
  }
}
