import type { TicketSettings } from './content';
import { parseDuration } from './duration';
import { readTicketFields } from './ticket-fields';
import { parseTicketSource } from './ticket-source';
import type { YamlMap } from './yaml-map';

/** Asking more often than this would only heat the server. */
const SHORTEST_MS = 500;

/** The `tickets:` of `signage.yaml`; null when no feed is configured (product.md §4). */
export function readTickets(tickets: YamlMap | null): TicketSettings | null {
  if (tickets === null) return null;
  const source = readSource(tickets);
  const length = (key: string, otherwise: number) =>
    tickets.parsed(key, parseLength, '3s・500ms・2m の形の長さ（500ms〜24h）') ?? otherwise;
  const settings = { everyMs: length('every', 3_000), staleMs: length('stale', 30_000), hideMs: length('hide', 120_000) };
  if (settings.hideMs < settings.staleMs) tickets.wrong(tickets.has('hide') ? 'hide' : 'stale', 'stale が hide 以下になる時間');
  const fields = readTicketFields(tickets);
  if (fields !== null && (source === 'keyboard' || source?.toLowerCase().endsWith('.csv'))) {
    tickets.report.warning(tickets.line('fields'), `fields は JSON を読むときだけ使います（source は ${source} です）`);
  }
  readLater(tickets);
  tickets.close();
  return source === null ? null : { source, fields, ...settings };
}

/** Never with what was found in a message: it could hold a password. */
function readSource(tickets: YamlMap): string | null {
  const read = parseTicketSource(tickets.value('source'));
  if ('wrong' in read) return tickets.refuse('source', read.wrong);
  if (read.hadSecret) {
    tickets.report.warning(
      tickets.line('source'),
      'アドレスの中のユーザー名とパスワードは使いません。消して、feed-credentials.json に書いてください',
    );
  }
  return read.source;
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
}
