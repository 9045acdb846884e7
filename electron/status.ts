import { createHash } from 'node:crypto';
import type { PaintReport } from '../renderer/domain/bridge';
import type { Content, Slide } from '../renderer/domain/content/content';
import { type DisplayFacts, type DisplayStatus, displayStatus, type Painted } from '../renderer/domain/display-status';
import { oncePer } from '../renderer/domain/once-per';
import type { Log } from './log';

const WRITE_EVERY_MS = 30_000;

/** What the status needs of the display. `write` replaces the status file, and throws what the disk says. */
export interface StatusNeeds {
  readonly facts: () => Omit<DisplayFacts, 'painted' | 'contentRevision' | 'memoryMb'>;
  readonly memoryMb: () => number;
  readonly write: (text: string) => void;
  readonly log: Log;
}

/** Knows how the display is, and keeps it in a file for whoever sits before the machine. Memory is measured as often as the file is written. */
export function keepStatus({ facts, memoryMb, write, log }: StatusNeeds) {
  let revision: { readonly of: Content; readonly text: string } | null = null;
  let memory = memoryMb();
  let last: Painted | null = null;
  const now = (): DisplayStatus => {
    const known = facts();
    const { content } = known.snapshot;
    if (revision?.of !== content) revision = { of: content, text: revisionOf(content) };
    return displayStatus({ ...known, painted: last, contentRevision: revision.text, memoryMb: memory }, Date.now());
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
  return {
    now,
    /** The page has painted. Whoever looks after the display learns of the first picture, and of the first slide, at once. */
    painted({ slideId, troubles }: PaintReport): void {
      const isFirst = last === null || (last.slideId === null && slideId !== null);
      for (const trouble of troubles) if (!last?.troubles.includes(trouble)) log(trouble);
      last = { slideId, at: Date.now(), troubles };
      if (isFirst) writeFile();
    },
    close: () => clearInterval(timer),
  };
}

/** A mark of the content as it was read, the same on each display of one folder and one size: documents are drawn for the screen. */
function revisionOf({ slides, ...rest }: Content): string {
  const hash = createHash('sha256').update(JSON.stringify(rest));
  for (const slide of slides) hash.update(markOf(slide));
  return hash.digest('hex').slice(0, 12);
}

const markOf = oncePer((slide: Slide) => createHash('sha256').update(JSON.stringify(slide)).digest());
