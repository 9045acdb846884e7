import type { TicketSettings } from './content';
import { parseDuration } from './duration';
import { found } from './fold';
import { readTicketFields } from './ticket-fields';
import { parseTicketSource } from './ticket-source';
import type { YamlMap } from './yaml-map';

/** Asking more often than this would only heat the server. */
const SHORTEST_MS = 500;
/** The ways in which a new call may sound. */
const SOUNDS = ['off', 'chime', 'voice'] as const;

/** The `tickets:` of `signage.yaml`; null when no feed is configured (product.md §4). */
export function readTickets(tickets: YamlMap | null): TicketSettings | null {
  if (tickets === null) return null;
  const source = readSource(tickets);
  const length = (key: string, otherwise: number) =>
    tickets.parsed(key, parseLength, '3s・500ms・2m の形の長さ（500ms〜24h）') ?? otherwise;
  const settings = {
    everyMs: length('every', 3_000),
    staleMs: length('stale', 30_000),
    hideMs: length('hide', 120_000),
    sound: readSound(tickets),
  };
  if (settings.hideMs < settings.staleMs) tickets.wrong(tickets.has('hide') ? 'hide' : 'stale', 'stale が hide 以下になる時間');
  const fields = readTicketFields(tickets);
  if (fields !== null && (source === 'keyboard' || source?.toLowerCase().endsWith('.csv'))) {
    tickets.report.warning(tickets.line('fields'), `fields は JSON を読むときだけ使います（source は ${source} です）`);
  }
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

/** Silent unless asked otherwise: a lobby may forbid sound. A slip in it is told, but must not take the hours off the screen. */
function readSound(tickets: YamlMap): TicketSettings['sound'] {
  const sound = tickets.value('sound');
  const known = SOUNDS.find((one) => one === sound);
  if (known === undefined && sound !== null && sound !== false) {
    tickets.report.warning(tickets.line('sound'), `sound は ${SOUNDS.join('・')} のどれかです${found(sound)}。音は鳴りません`);
  }
  return known ?? 'off';
}
