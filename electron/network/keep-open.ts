import { backoffMs } from '../../renderer/domain/backoff';
import type { PayloadAge } from '../../renderer/domain/ticket-intake';

const BACKOFF_BASE_MS = 1_000;
const BACKOFF_LONGEST_MS = 30_000;
/** A connection that brought a payload and lasted so long was a good one: the next try comes soon again. */
const GOOD_MS = 10_000;

/** What is told of a line that is kept open. */
export interface LineListener {
  /** A whole payload as it came, and how old it may be by now. True when it could be read: only that ends a backoff. */
  payload(bytes: Uint8Array, age: PayloadAge): boolean;
  /** The other side is there and what it said last still held so long ago. False: that was not taken, and holds nothing. */
  holds(ageMs: number): boolean;
  /** Nothing can be had, for a reason that staff can read. What comes next is a whole re-read. */
  lost(message: string): void;
}

/** What one connection tells; after `ended` nothing it says counts. */
export interface Connection {
  payload(bytes: Uint8Array, age: PayloadAge): void;
  /** What was said last still holds. */
  holds(): void;
  /** It is over, or never came about. `leastMs`: not to be tried again sooner. */
  ended(message: string, leastMs?: number): void;
}

/** Makes one connection and returns the way to drop it. */
export type Connect = (connection: Connection) => () => void;

/**
 * Keeps a connection open: whenever one ends, another is made, after a pause that grows and is spread by chance. Only a connection that
 * lasts and brings good payloads makes it short again, so that a server that drops us each time is not asked without end.
 */
export function keepOpen(connect: Connect, listener: LineListener, random: () => number): () => void {
  let closed = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let drop = () => {};

  const begin = () => {
    const startedAt = performance.now();
    let over = false;
    let good = false;
    const dropThis = connect({
      payload(bytes, age) {
        if (!over) good = listener.payload(bytes, age) || good;
      },
      holds() {
        if (!over) listener.holds(0);
      },
      ended(message, leastMs = 0) {
        if (over) return;
        over = true;
        if (closed) return;
        dropThis();
        failures = good && performance.now() - startedAt >= GOOD_MS ? 1 : failures + 1;
        listener.lost(message);
        timer = setTimeout(begin, Math.max(leastMs, backoffMs(failures, BACKOFF_BASE_MS, BACKOFF_LONGEST_MS, random())));
      },
    });
    drop = () => {
      over = true;
      dropThis();
    };
  };
  begin();
  return () => {
    closed = true;
    clearTimeout(timer);
    drop();
  };
}
