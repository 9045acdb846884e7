import type { Snapshot, StaffState } from './snapshot';
import type { Instant } from './time';

/** What the page last put on the glass: proof of life and of what visitors saw. */
export interface PaintReport {
  readonly revision: number;
  /** Null while the standby is shown. */
  readonly slideId: string | null;
  /** Display time of the painted scene. */
  readonly paintedAt: Instant;
}

/**
 * All that page and main say to each other: whole values, each safe to repeat. The page subscribes, then asks, and keeps the
 * higher revision, so no message needs a queue or a ready signal.
 */
export interface Bridge {
  current(): Promise<Snapshot>;
  /** Returns the way to stop listening. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
  remember(staff: StaffState): void;
  painted(report: PaintReport): void;
  /** Staff leave the display. */
  leave(): void;
}
