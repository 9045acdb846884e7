import type { Content } from './content/content';
import type { Problem } from './result';
import type { TicketReading } from './tickets';
import type { Instant } from './time';

/** The rotation's anchor: this slide came on at this instant. Where the rotation stands later follows from it. */
export interface Place {
  readonly slideId: string;
  readonly since: Instant;
}

/** Staff hold a slide; it ends by itself. */
export interface Hold {
  readonly slideId: string;
  readonly until: Instant;
}

/** What must survive a reload and a power cut. */
export interface StaffState {
  readonly place: Place | null;
  readonly hold: Hold | null;
}

/** The last good reading of the ticket feed and when (on the display's clock) it was had. */
export interface Feed {
  readonly reading: TicketReading | null;
  readonly readAt: Instant | null;
  /** Why the latest try failed, for staff; null while all is well. */
  readonly trouble: string | null;
}

/** A rehearsed clock: at real instant `realStart` it said `start`, and it runs `speed` times as fast. */
export interface Rehearsal {
  readonly start: Instant;
  readonly realStart: Instant;
  readonly speed: number;
}

/** Everything main tells the page: plain JSON, replaced whole, newer when `revision` is higher. */
export interface Snapshot {
  readonly revision: number;
  readonly content: Content;
  /** False while the folder is missing or empty: the last good content stays on. */
  readonly folderPresent: boolean;
  readonly problems: readonly Problem[];
  /** Null: no ticket feed is configured. */
  readonly feed: Feed | null;
  readonly staff: StaffState;
  readonly rehearsal: Rehearsal | null;
  readonly version: string;
}
