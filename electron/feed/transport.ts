import type { TicketSettings } from '../../renderer/domain/content/content';

/** No feed sends more: a larger payload is none. */
export const LARGEST_PAYLOAD = 1_048_576;
/** As long as a connection, or the whole answer to a question, may take. */
export const ANSWER_LIMIT_MS = 8_000;

/** What a transport tells. */
export interface FeedListener {
  /**
   * A whole payload as it came; `ageMs` is how old it may be by now, null when the transport can't know. True when it could be read:
   * only that ends a backoff.
   */
  payload(bytes: Uint8Array, ageMs: number | null): boolean;
  /** The feed is there and what it said last still holds. */
  holds(): void;
  /** Nothing can be had, for a reason that staff can read. What comes next is a whole re-read. */
  lost(message: string): void;
}

/** Opens a feed; returns the way to close it. All transports have this shape. */
export type OpenFeed = (settings: TicketSettings, listener: FeedListener) => () => void;

/** User and password, or token, for one server; null when it wants none. */
export type Credentials = { readonly user: string; readonly password: string } | { readonly token: string } | null;
/** The credentials for the server of an address. */
export type FindCredentials = (address: string) => Credentials;

/** The header that shows them. */
export function authorization(credentials: Credentials): Readonly<Record<string, string>> {
  if (credentials === null) return {};
  if ('token' in credentials) return { Authorization: `Bearer ${credentials.token}` };
  return { Authorization: `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}` };
}
