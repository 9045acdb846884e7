import type { TicketSettings } from '../../renderer/domain/content/content';
import type { FeedListener, OpenFeed } from './transport';

/** Which transport serves a source; null for one this release does not know. */
export type ChooseTransport = (source: string) => OpenFeed | null;

/**
 * Keeps the feed that the settings name open. Settings that are the same leave it alone; others close it and open theirs.
 * The listener is made anew for each feed, so a late word of a closed one is never taken for the new one's.
 */
export function feedSwitch(choose: ChooseTransport, listenerFor: (settings: TicketSettings) => FeedListener) {
  let open: { key: string; close: () => void } | null = null;
  return {
    /** Null closes the feed. */
    use(settings: TicketSettings | null): void {
      const key = settings === null ? '' : `${settings.source} ${settings.everyMs}`;
      if (key === (open?.key ?? '')) return;
      open?.close();
      open = null;
      if (settings === null) return;
      const listener = listenerFor(settings);
      const transport = choose(settings.source);
      if (transport === null) listener.trouble(`番号の取り込み先「${settings.source}」は、この版ではまだ使えません`);
      open = { key, close: transport?.(settings.source, settings.everyMs, listener) ?? (() => {}) };
    },
    close(): void {
      open?.close();
      open = null;
    },
  };
}
