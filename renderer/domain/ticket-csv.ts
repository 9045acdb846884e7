import type { DeskStatus } from './content/content';
import { feedTime } from './feed-time';
import { issueTime, type Mapped, wholeNumber } from './ticket-mapping';
import type { Instant } from './time';

/** The columns and the names they may have; upper and lower case and full-width letters are the same. */
const COLUMNS = {
  label: ['番号', '整理券', '整理券番号', '呼出番号', '呼び出し番号', '受付番号', 'label', 'number', 'ticket'],
  counter: ['窓口', '窓口番号', 'counter', 'desk'],
  calledAt: ['呼出時刻', '呼び出し時刻', '呼出日時', '呼び出し日時', 'calledat'],
  waiting: ['待ち人数', '待人数', '待ち', 'waiting'],
  minutes: ['待ち時間', '待時間', 'minutes'],
  issuedAt: ['更新時刻', '更新日時', '発行時刻', 'issuedat', 'updatedat'],
  status: ['状態', '受付状態', 'status'],
  note: ['備考', '理由', 'note'],
} as const;
type Column = keyof typeof COLUMNS;

const STATUS_WORDS: Readonly<Record<string, DeskStatus>> = {
  受付中: 'open',
  open: 'open',
  休止: 'paused',
  休止中: 'paused',
  paused: 'paused',
  受付終了: 'receptionClosed',
  受付締切: 'receptionClosed',
  receptionclosed: 'receptionClosed',
};
const MOST_ROWS = 1_000;
const MOST_COLUMNS = 100;

/**
 * Reads a table as ticket machines write it, into our own shape: a line of column names (`番号,窓口,呼出時刻,待ち人数`), then one line a
 * call. People waiting, minutes, time of issue and state count once: the first line that has them. A line without a number carries
 * only those. Cells are separated by commas or tabs and may stand in double quotes.
 */
export function csvPayload(text: string, zone: string, now: Instant): Mapped {
  const [head = [], ...rows] = cellsOf(text);
  const columns = head.slice(0, MOST_COLUMNS).map(columnOf);
  if (!columns.includes('label')) return { trouble: '番号の表（CSV）の1行目に「番号」という見出しがありません' };
  const cell = (row: readonly string[], column: Column) => row[columns.indexOf(column)]?.trim() || null;
  const once = (column: Column) => rows.map((row) => cell(row, column)).find((value) => value !== null) ?? null;
  const iso = (value: string | null) => {
    const at = feedTime(value, zone, now);
    return at === null ? null : new Date(at).toISOString();
  };
  const status = STATUS_WORDS[(once('status') ?? '').normalize('NFKC').toLowerCase()];
  return {
    payload: {
      issuedAt: issueTime(once('issuedAt'), zone, now),
      calling: rows.flatMap((row) => {
        const label = cell(row, 'label');
        return label === null ? [] : [{ label, counter: cell(row, 'counter'), calledAt: iso(cell(row, 'calledAt')) }];
      }),
      waiting: { count: wholeNumber(once('waiting')), minutes: range(once('minutes')) },
      desk: status === undefined ? null : { status, note: once('note') },
    },
  };
}

function columnOf(name: string): Column | null {
  const folded = name.normalize('NFKC').trim().toLowerCase();
  const known = Object.entries(COLUMNS).find(([, names]) => names.some((one) => one === folded));
  return (known?.[0] as Column | undefined) ?? null;
}

/** `50-70`, `50〜70` or `50`. */
function range(text: string | null): unknown {
  const match = /^(\d+)分?[-–~〜～](\d+)分?$/.exec(text?.normalize('NFKC') ?? '');
  return match === null ? wholeNumber(text) : [Number(match[1]), Number(match[2])];
}

/** The cells of a table (RFC 4180), lines without any left out. */
function cellsOf(table: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const text = table.replace(/\r\n?/g, '\n');
  const separator = /^[^\n,]*\t/.test(text) ? '\t' : ',';
  let cell = '';
  let quoted = false;
  for (let at = 0; at <= text.length && rows.length <= MOST_ROWS; at += 1) {
    const sign = text[at] ?? '\n';
    if (quoted && at < text.length) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') {
      quoted = true;
    } else if (sign === separator || sign === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\n') rows.push([]);
    } else cell += sign;
  }
  return rows.filter((row) => row.some((value) => value.trim() !== ''));
}
