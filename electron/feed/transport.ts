import type { TicketSettings } from '../../renderer/domain/content/content';
import type { LineListener } from '../network/keep-open';

/** What a transport tells. */
export type FeedListener = LineListener;

/** No feed sends more: a larger payload is none. */
export const LARGEST_PAYLOAD = 1_048_576;
/** What staff are told of one. */
export const PAYLOAD_TOO_LARGE = '番号のデータが大きすぎます（1 MB まで）';
/** What staff call the server of a feed, in messages. */
export const TICKET_SERVER = '番号のサーバー';

/** Opens a feed; returns the way to close it. All transports have this shape. */
export type OpenFeed = (settings: TicketSettings, listener: FeedListener) => () => void;
