import { isContentName } from './file-names';

/** The transports, as an address names them. */
const SCHEMES = ['https', 'sse+https', 'wss', 'mqtts', 'http', 'sse+http', 'ws', 'mqtt'] as const;
const WANTED = 'tickets.json・tickets.csv のようなファイル名、keyboard、または https・sse+https・wss・mqtts:// で始まるアドレス';
const LONGEST = 1_000;

/** A source that can be used, and whether the address had a user or password in it, which are left out. Or what is wrong with it. */
export type TicketSource = { readonly source: string; readonly hadSecret: boolean } | { readonly wrong: string };

/** Reads `source:`: a file of the folder, an address, or `keyboard`. */
export function parseTicketSource(value: unknown): TicketSource {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '' || text.length > LONGEST || /[\p{Cc}\s]/u.test(text)) return { wrong: `${WANTED}です` };
  if (text === 'keyboard') return { source: text, hadSecret: false };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined) return address(scheme, text);
  const parts = text.split('/');
  if (!parts.every(isContentName)) return { wrong: `${WANTED}です。フォルダーの外は指せません` };
  return /\.(json|csv)$/i.test(text) ? { source: text, hadSecret: false } : { wrong: `${WANTED}です` };
}

function address(scheme: string, text: string): TicketSource {
  if (!SCHEMES.some((known) => known === scheme)) return { wrong: `${WANTED}です` };
  const match = /^[^:]+:\/\/(?:([^/?#]*)@)?((?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?)([/?#].*)?$/i.exec(text);
  if (match === null || Number(match[3] ?? 1) > 65_535) return { wrong: `「${scheme}://サーバーの名前/…」の形のアドレスです` };
  const rest = match[4] ?? '';
  if (scheme.startsWith('mqtt')) {
    const topic = rest.slice(1);
    if (topic === '') return { wrong: `${scheme}://サーバーの名前/トピック の形です。トピックがありません` };
    if (/[#+]/.test(topic)) return { wrong: `${scheme}://サーバーの名前/トピック の形です。トピックに # と + は使えません` };
  }
  return { source: `${scheme}://${match[2]}${rest}`, hadSecret: match[1] !== undefined };
}
