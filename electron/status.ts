import { createHash } from 'node:crypto';
import type { Content } from '../renderer/domain/content/content';
import { type DisplayFacts, type DisplayStatus, displayStatus } from '../renderer/domain/display-status';
import type { Log } from './log';

const WRITE_EVERY_MS = 30_000;

/** What the status needs of the display. `write` replaces the status file, and throws what the disk says. */
export interface StatusNeeds {
  readonly facts: () => Omit<DisplayFacts, 'contentRevision' | 'memoryMb'>;
  readonly memoryMb: () => number;
  readonly write: (text: string) => void;
  readonly log: Log;
}

/** Knows how the display is, and keeps it in a file for whoever sits before the machine. Memory is measured as often as the file is written. */
export function keepStatus({ facts, memoryMb, write, log }: StatusNeeds) {
  let revision: { readonly of: Content; readonly text: string } | null = null;
  let memory = memoryMb();
  const now = (): DisplayStatus => {
    const known = facts();
    const { content } = known.snapshot;
    if (revision?.of !== content) revision = { of: content, text: revisionOf(content) };
    return displayStatus({ ...known, contentRevision: revision.text, memoryMb: memory }, Date.now());
  };
  const writeFile = () => {
    memory = memoryMb();
    try {
      write(`${JSON.stringify(now(), null, 2)}\n`);
    } catch (error) {
      log(`the status can't be written: ${(error as Error).message}`);
    }
  };
  const timer = setInterval(writeFile, WRITE_EVERY_MS);
  return { now, write: writeFile, close: () => clearInterval(timer) };
}

/** A mark of the content as it was read, the same on each display of one folder and one size: documents are drawn for the screen. */
function revisionOf(content: Content): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
}
