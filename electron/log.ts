import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const LARGEST = 1_000_000;
const KEPT = 3;
/** The same line again within this time is not worth the disk. */
const REPEAT_MS = 60_000;

/** Writes one line for the technician. Never throws: a full disk must not stop the display. */
export type Log = (line: string) => void;

/** A log in a file of bounded size (three of 1 MB at the most) and on standard error. `now` gives epoch milliseconds. */
export function openLog(path: string, now: () => number): Log {
  const said = new Map<string, number>();
  return (line) => {
    const at = now();
    if (at - (said.get(line) ?? Number.NEGATIVE_INFINITY) < REPEAT_MS) return;
    if (said.size > 1_000) said.clear();
    said.set(line, at);
    const entry = `${new Date(at).toISOString()} ${line.replace(/[\r\n]+/g, ' ')}\n`;
    process.stderr.write(entry);
    try {
      mkdirSync(dirname(path), { recursive: true });
      if (existsSync(path) && statSync(path).size > LARGEST) rotate(path);
      appendFileSync(path, entry);
    } catch {
      // The line has gone to standard error; there is nobody else to tell.
    }
  };
}

function rotate(path: string): void {
  for (let age = KEPT - 1; age > 0; age -= 1) {
    const older = age === 1 ? path : `${path}.${age - 1}`;
    if (existsSync(older)) renameSync(older, `${path}.${age}`);
  }
}
