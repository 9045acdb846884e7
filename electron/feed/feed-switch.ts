import type { Signage, TicketSettings } from '../../renderer/domain/content/content';
import type { FeedListener, OpenFeed } from './transport';

/** Which transport serves a source. */
export type ChooseTransport = (source: string) => OpenFeed;
/** Where a feed's words go; made anew for each feed, so a late word of a closed one is never taken for the new one's. */
export type OpenListener = (settings: TicketSettings, zone: string) => FeedListener & { close(): void };

/** Keeps the feed that the settings name open. Settings that are the same leave it alone; others close it and open theirs. */
export function feedSwitch(choose: ChooseTransport, openListener: OpenListener) {
  let open = { key: '', close: () => {} };
  return {
    /** Null, or no `tickets:` in it, closes the feed. */
    use(signage: Pick<Signage, 'tickets' | 'timezone'> | null): void {
      const tickets = signage?.tickets ?? null;
      const key = tickets === null ? '' : JSON.stringify([tickets, signage?.timezone]);
      if (key === open.key) return;
      open.close();
      open = { key, close: () => {} };
      if (signage === null || tickets === null) return;
      const listener = openListener(tickets, signage.timezone);
      const closeTransport = choose(tickets.source)(tickets, listener);
      open.close = () => {
        closeTransport();
        listener.close();
      };
    },
    close(): void {
      open.close();
      open = { key: '', close: () => {} };
    },
  };
}
