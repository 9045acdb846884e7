import { readFileSync } from 'node:fs';
import { parseStaffState } from '../renderer/domain/bridge';
import type { StaffState } from '../renderer/domain/snapshot';
import type { Log } from './log';

const NOTHING: StaffState = { place: null, hold: null };
/** The rotation's place alone is no reason to wear out a memory card: it follows from an older anchor just as well. */
const PLACE_EVERY_MS = 60_000;

/** What staff did, kept over a crash or a power cut. */
export interface StaffFile {
  current(): StaffState;
  remember(staff: StaffState): void;
  /** Writes what has not been written yet. */
  flush(): void;
}

/**
 * Keeps it in one small file. A corrupt file or a bad disk is said in the log, and the display goes on from memory.
 * Null as path: memory only, for a rehearsal must not mix its times with the real ones.
 */
export function staffFile(path: string | null, write: (path: string, text: string) => void, log: Log): StaffFile {
  let staff = path === null ? NOTHING : (read(path, log) ?? NOTHING);
  let written = JSON.stringify(staff);
  let writtenWish = wish(staff);
  let writtenAt = Number.NEGATIVE_INFINITY;
  const flush = () => {
    const text = JSON.stringify(staff);
    if (path === null || text === written) return;
    written = text;
    writtenWish = wish(staff);
    writtenAt = performance.now();
    try {
      write(path, text);
    } catch (error) {
      log(`staff state can't be written, it is kept in memory: ${(error as Error).message}`);
    }
  };
  return {
    current: () => staff,
    remember(next) {
      staff = next;
      if (wish(next) !== writtenWish || performance.now() - writtenAt >= PLACE_EVERY_MS) flush();
    },
    flush,
  };
}

/** What staff asked for, which must outlive a power cut: all but the place. */
function wish({ place: _, ...wishes }: StaffState): string {
  return JSON.stringify(wishes);
}

function read(path: string, log: Log): StaffState | null {
  try {
    const staff = parseStaffState(JSON.parse(readFileSync(path, 'utf8')));
    if (staff === null) log('the staff state file holds something else and is passed over');
    return staff;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      log(`the staff state file can't be read: ${(error as Error).message}`);
    return null;
  }
}
