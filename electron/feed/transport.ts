import type { TicketSettings } from '../../renderer/domain/content/content';
import type { PayloadAge } from '../../renderer/domain/ticket-intake';
import type { LineListener } from '../network/keep-open';

/** What a transport tells. */
export interface FeedListener extends LineListener {
  /** `writtenMs`: how long ago the file was written in which the payload was found; null or absent where there is none, or it is of no interest. */
  payload(bytes: Uint8Array, age: PayloadAge, writtenMs?: number | null): boolean;
}

/** No feed sends more: a larger payload is none. */
export const LARGEST_PAYLOAD = 1_048_576;
/** What staff are told of one. */
export const PAYLOAD_TOO_LARGE = '番号のデータが大きすぎます（1 MB まで）';
/** What staff call the server of a feed, in messages. */
export const TICKET_SERVER = '番号のサーバー';

/** Opens a feed; returns the way to close it. All transports have this shape. */
export type OpenFeed = (settings: TicketSettings, listener: FeedListener) => () => void;
