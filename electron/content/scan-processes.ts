import { type UtilityProcess, utilityProcess } from 'electron';
import type { Log } from '../log';
import type { Look } from './look';
import type { Beside } from './read-beside';
import type { ScanAnswer, ScanOrder } from './scan-process';
import type { StartScanner } from './watch-folder';

/** Reads at the same time, and looks beside them that don't wait for a read that hangs. */
const THREADS = '16';
/** A process that waits for a dead share can't be ended by anybody. More of them than this would only wait with it. */
const MOST_UNDEAD = 3;

/** Whoever touches the folder, so that main never does. */
export interface ScanProcesses {
  readonly start: StartScanner;
  /** Reads a file of the folder that is none of its content. */
  readBeside(name: string, most: number): Promise<Beside>;
}

/**
 * Starts scanners that look at a folder from a process of their own, so that a share that hangs holds up neither main nor the glass.
 * `entry` is the built `scan.js`, `cache` where it keeps copies of media.
 */
export function scanProcesses(entry: string, folder: string, cache: string, log: Log): ScanProcesses {
  const undead = new Set<UtilityProcess>();
  /** The process that looks now. */
  let current: UtilityProcess | null = null;
  const reads = new Map<number, (read: Beside) => void>();
  let lastRead = 0;
  const endReads = () => {
    for (const resolve of reads.values()) resolve('silent');
    reads.clear();
  };
  const start: StartScanner = (known, hint) => {
    if (undead.size >= MOST_UNDEAD) return { look: () => Promise.resolve(null), close: () => {} };
    const child = utilityProcess.fork(entry, [], {
      serviceName: 'fureai-signage content',
      env: { ...process.env, UV_THREADPOOL_SIZE: THREADS },
    });
    current = child;
    let answered: ((look: Look | null) => void) | null = null;
    let isOver = false;
    const tell = (order: ScanOrder) => child.postMessage(order);
    const reply = (look: Look | null) => {
      answered?.(look);
      answered = null;
    };
    const end = () => {
      isOver = true;
      if (current !== child) return;
      current = null;
      endReads();
    };
    child.on('message', (message: ScanAnswer) => {
      if (message.kind === 'looked') reply(message.look);
      else if (message.kind === 'said') log(message.line);
      else if (message.kind === 'hint') hint();
      else {
        reads.get(message.id)?.(message.read);
        reads.delete(message.id);
      }
    });
    child.once('exit', (code) => {
      if (!isOver) log(`the content process is gone (${code})`);
      end();
      undead.delete(child);
      reply(null);
    });
    tell({ kind: 'start', folder, cache, known: [...known].map(([path, { stamp, passing }]) => [path, { stamp, passing }]) });
    return {
      look: (isWhole) =>
        new Promise((resolve) => {
          if (isOver) return resolve(null);
          answered = resolve;
          tell({ kind: 'look', isWhole });
        }),
      close() {
        if (isOver) return;
        end();
        undead.add(child);
        // The polite signal waits for an event loop that may stand still.
        if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
        else child.kill();
      },
    };
  };
  return {
    start,
    readBeside: (name, most) =>
      new Promise((resolve) => {
        if (current === null) return resolve('silent');
        lastRead += 1;
        reads.set(lastRead, resolve);
        const order: ScanOrder = { kind: 'read', id: lastRead, name, most };
        current.postMessage(order);
      }),
  };
}
