import type { TicketReading } from '../../renderer/domain/tickets';

/** What a transport tells: a good reading, or why there is none. */
export interface FeedListener {
  reading(reading: TicketReading): void;
  trouble(message: string): void;
}

/** Opens a feed; returns the way to close it. All transports have this shape. */
export type OpenFeed = (source: string, everyMs: number, listener: FeedListener) => () => void;
