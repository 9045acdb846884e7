import type { FeedListener } from '../../../electron/feed/transport';
import type { TicketSettings } from '../../../renderer/domain/content/content';

/** What a feed has told so far: the labels of a good payload (with `?` when its age is unknown), `holds`, or a trouble. */
export function listening(): FeedListener & { readonly told: string[]; last(): string | undefined } {
  const told: string[] = [];
  return {
    told,
    last: () => told.at(-1),
    payload(bytes, age) {
      try {
        const { calling } = JSON.parse(Buffer.from(bytes).toString()) as { calling: { label: string }[] };
        told.push(calling.map(({ label }) => label).join() + (age === null ? '?' : ''));
        return true;
      } catch {
        told.push('bad payload');
        return false;
      }
    },
    holds: () => told.push('holds') > 0,
    lost: (message) => void told.push(message),
  };
}

export const payload = (label: string) => JSON.stringify({ calling: [{ label }] });

export function settings(source: string, rest: Partial<TicketSettings> = {}): TicketSettings {
  return { source, fields: null, everyMs: 20, staleMs: 30_000, hideMs: 120_000, sound: 'off', ...rest };
}
