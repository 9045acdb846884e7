import type { Content } from './content/content';
import type { Problem } from './result';
import type { TicketReading } from './tickets';
import type { CivilDate, Instant } from './time';

/** The rotation's anchor: this slide, or this page of it, came on at this instant. Where the rotation stands later follows from it. */
export interface Place {
  readonly slideId: string;
  readonly since: Instant;
  /** Of an urgent slide, which has several turns a round: the slide it comes after. */
  readonly follows?: string;
  /** Which of its pages, counted from 0; absent for the first. */
  readonly page?: number;
  /** Of an urgent slide that cut into the pages of the one it `follows`: the page to go back to, counted from 0. */
  readonly back?: number;
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
  /** Absent: no emergency is known. */
  readonly emergency?: EmergencyState;
  /** The date, in the folder's zone, on which staff closed reception. Absent: they did not. */
  readonly receptionClosedOn?: CivilDate;
  /** Absent: staff pause nothing. */
  readonly pause?: StaffPause;
  /** Absent: staff have typed no number. */
  readonly tickets?: TypedTickets;
  /** Absent: the picture is dark in its sleep hours alone. */
  readonly light?: ManualLight;
}

/** Staff pause the desk; it ends by itself. */
export interface StaffPause {
  readonly reason: string | null;
  readonly since: Instant;
  readonly until: Instant;
}

/** Staff turn the picture dark, or on in its sleep hours; it ends by itself. */
export interface ManualLight {
  readonly dark: boolean;
  readonly since: Instant;
  readonly until: Instant;
}

/** The numbers that staff typed, newest first, one a counter. */
export interface TypedTickets {
  readonly calls: readonly { readonly label: string; readonly counter: string | null; readonly calledAt: Instant }[];
  /** What the feed had said when the last of them was typed: one that says something newer takes over. Null: nothing yet. */
  readonly over: { readonly issuedAt: Instant | null; readonly calls: string } | null;
}

/** What is known of emergencies beside the folder. */
export interface EmergencyState {
  /** When `emergency.md` was first seen; null while there is none. */
  readonly fileSince: Instant | null;
  /** The card that staff put on the glass; it ends by itself. */
  readonly card: { readonly id: string; readonly since: Instant; readonly until: Instant } | null;
}

/** The last good reading of the ticket feed and when (on the display's clock) it was had. */
export interface Feed {
  readonly reading: TicketReading | null;
  readonly readAt: Instant | null;
  /**
   * When the unbroken run of readings began that `reading` belongs to. A run begins with the opening of the feed and after each lost
   * connection, by a whole re-read: nothing in it is newly called. Another `since` is another run, also when its first reading was
   * never seen, because a newer one had come meanwhile.
   */
  readonly since: Instant | null;
  /** Why the latest try failed, for staff; null while all is well. */
  readonly trouble: string | null;
}

/**
 * A rehearsed clock: at real instant `realStart` it said `start`, and it runs `speed` times as fast. At speed 0 it stands still for a
 * picture of that instant: nothing marks it as a rehearsal, and `staff` of each snapshot says what is on show.
 */
export interface Rehearsal {
  readonly start: Instant;
  readonly realStart: Instant;
  readonly speed: number;
  /** Of a picture: which page of an emergency is on, counted from 0. Absent: the first. */
  readonly emergencyPage?: number;
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
  /** A wrong PIN was typed: for so long in all (milliseconds) none is looked at. Null or absent: one may be tried. */
  readonly pinWaitMs?: number | null;
  readonly version: string;
}
