import type { TicketSettings } from './content';
import { parseDuration } from './duration';
import type { YamlMap } from './yaml-map';

/** Asking more often than this would only heat the server. */
const SHORTEST_MS = 500;

/** The `tickets:` of `signage.yaml`; null when no feed is configured (product.md §4). */
export function readTickets(tickets: YamlMap | null): TicketSettings | null {
  if (tickets === null) return null;
  const source = tickets.text('source');
  tickets.require('source', 'tickets.json か https:// で始まるアドレス');
  const length = (key: string, otherwise: number) =>
    tickets.parsed(key, parseLength, '3s・500ms・2m の形の長さ（500ms〜24h）') ?? otherwise;
  const settings = { everyMs: length('every', 3_000), staleMs: length('stale', 30_000), hideMs: length('hide', 120_000) };
  if (settings.hideMs < settings.staleMs) tickets.wrong(tickets.has('hide') ? 'hide' : 'stale', 'stale が hide 以下になる時間');
  readLater(tickets);
  tickets.close();
  return source === null ? null : { source, ...settings };
}

function parseLength(value: unknown): number | null {
  const ms = parseDuration(value);
  return ms === null || ms < SHORTEST_MS ? null : ms;
}

/** Settings of later parts of the display: a slip in them is told, but must not take the hours off the screen. */
function readLater(tickets: YamlMap): void {
  const sound = tickets.value('sound');
  if (sound !== null && ![false, 'off', 'none', 'chime', 'voice'].some((known) => known === sound)) {
    tickets.report.warning(tickets.line('sound'), 'sound は chime・voice・off のどれかです');
  }
  const fields = tickets.value('fields');
  if (fields !== null && (typeof fields !== 'object' || Array.isArray(fields))) {
    tickets.report.warning(tickets.line('fields'), 'fields は「calling: /agents」のような行の集まりです');
  }
}
