import type { DeskStatus } from './content/content';
import type { Instant } from './time';

/** As many calls as can be read from across the room. */
export const CALLS_SHOWN = 5;

/** One called ticket. Labels are text: `42`, `C-45`, `023` (product.md §4). */
export interface Call {
  readonly label: string;
  readonly counter: string | null;
  readonly calledAt: Instant | null;
}

/** A feed's payload, validated. Nothing is inferred: what the feed does not say is null. */
export interface TicketReading {
  readonly issuedAt: Instant | null;
  readonly calling: readonly Call[];
  readonly absent: readonly string[];
  readonly waiting: { readonly count: number | null; readonly minutes: readonly [number, number] | null } | null;
  readonly desk: { readonly status: DeskStatus; readonly note: string | null } | null;
}
