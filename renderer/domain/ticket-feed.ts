import * as v from 'valibot';
import type { TicketFields } from './content/content';
import { csvPayload } from './ticket-csv';
import { mapPayload } from './ticket-mapping';
import type { Call, TicketReading } from './tickets';
import { type Instant, parseInstant } from './time';

/** As much as a hall calls at once, with room to spare. */
const MOST_CALLS = 20;
/** As many as may be missed in a day. */
const MOST_ABSENT = 200;
/** As much as is looked at: some machines list all calls of the day, the newest last. */
const MOST_ITEMS = 1_000;
const LONGEST_LABEL = 8;
const LONGEST_COUNTER = 12;
const LONGEST_NOTE = 60;

const label = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.finite())]),
  v.transform(plainText),
  v.minLength(1),
  v.check((text) => [...text].length <= LONGEST_LABEL),
);
const instant = v.fallback(
  v.pipe(
    v.nullish(v.string(), null),
    v.transform((text) => (text === null ? null : parseInstant(text))),
  ),
  null,
);
/** A time that can't be read is no missing one: yesterday's data would pass for today's. */
const UNREADABLE = 'unreadable';
const issue = v.pipe(
  v.optional(v.unknown(), null),
  v.transform((value) => {
    if (value === null || value === '') return null;
    return (typeof value === 'string' ? parseInstant(value) : null) ?? UNREADABLE;
  }),
);
const optionalText = (longest: number) =>
  v.fallback(
    v.pipe(
      v.nullish(v.union([v.string(), v.number()]), null),
      v.transform((value) => shortText(value, longest)),
    ),
    null,
  );

const call = v.object({
  label,
  counter: optionalText(LONGEST_COUNTER),
  calledAt: instant,
});
const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_440));
const minutes = v.union([
  v.pipe(
    v.tuple([minute, minute]),
    v.check(([least, most]) => least <= most),
  ),
  v.pipe(
    minute,
    v.transform((one) => [one, one] as const),
  ),
]);
const waiting = v.object({
  count: v.fallback(v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9_999)), null), null),
  minutes: v.fallback(v.nullish(minutes, null), null),
});
const desk = v.object({ status: v.picklist(['open', 'paused', 'receptionClosed']), note: optionalText(LONGEST_NOTE) });
const payload = v.object({
  issuedAt: issue,
  calling: v.array(v.unknown()),
  absent: v.fallback(v.optional(v.array(v.unknown()), []), []),
  waiting: v.fallback(v.nullish(waiting, null), null),
  desk: v.fallback(v.nullish(desk, null), null),
});

/** How a feed's payloads are to be read. `csv`: as a table, else as JSON; `fields`: null for our own shape. `zone` is the folder's. */
export interface FeedForm {
  readonly csv: boolean;
  readonly fields: TicketFields | null;
  readonly zone: string;
}

/** A good reading with what was left out of it, for the check; or, in plain Japanese, why a payload is no reading. */
export type FeedResult = { readonly reading: TicketReading; readonly leftOut: readonly string[] } | { readonly trouble: string };

/**
 * Reads a payload into our own shape (product.md §4). Unknown fields are passed over, a call that is none is left out, nothing is
 * inferred. `now` is when the payload was had: the day of times without a date.
 */
export function parseTicketFeed(text: string, { csv, fields, zone }: FeedForm, now: Instant): FeedResult {
  const source = text.replace(/^\uFEFF/, '').trim();
  if (source === '') return { trouble: '番号のデータが空です' };
  if (source.startsWith('<')) return { trouble: '番号のデータではなく Web ページ（HTML）が返ってきました' };
  if (csv) {
    const table = csvPayload(source, zone, now);
    return 'trouble' in table ? table : checked(table.payload);
  }
  let document: unknown;
  try {
    document = JSON.parse(source);
  } catch {
    return { trouble: '番号のデータが途中で切れているか、JSON ではありません' };
  }
  const mapped = fields === null ? { payload: document } : mapPayload(document, fields, zone, now);
  return 'trouble' in mapped ? mapped : checked(mapped.payload);
}

function checked(value: unknown): FeedResult {
  const parsed = v.safeParse(payload, value);
  if (!parsed.success) return { trouble: '番号のデータに calling（呼び出し中の番号の並び）がありません' };
  const { issuedAt, calling, absent, waiting: queue, desk: status } = parsed.output;
  if (issuedAt === UNREADABLE) return { trouble: '番号のデータの発行時刻（issuedAt）が、日付と時刻として読めません' };
  const calls = calling.slice(0, MOST_ITEMS).map((one) => v.safeParse(call, one));
  const missing = absent.slice(0, MOST_ABSENT).map((one) => v.safeParse(label, one));
  const told = queue !== null && (queue.count !== null || queue.minutes !== null) ? queue : null;
  const more = calling.length - MOST_CALLS;
  return {
    reading: {
      issuedAt,
      calling: newest(calls.flatMap((result): readonly Call[] => (result.success ? [result.output] : []))),
      absent: missing.flatMap((result) => (result.success ? [result.output] : [])),
      waiting: told,
      desk: status,
    },
    leftOut: [
      ...calls
        .slice(0, MOST_CALLS)
        .flatMap((result, index) =>
          result.success ? [] : [`呼び出し中の${index + 1}番目は番号（${LONGEST_LABEL}字まで）ではありません`],
        ),
      ...(more > 0 ? [`呼び出し中の番号は${MOST_CALLS}件まで読みます（あと${more}件あります）`] : []),
    ],
  };
}

/** The calls in the order of the feed; of too many those with the latest times. */
function newest(calls: readonly Call[]): readonly Call[] {
  const kept = [...calls].sort((a, b) => (b.calledAt ?? 0) - (a.calledAt ?? 0)).slice(0, MOST_CALLS);
  return calls.filter((one) => kept.includes(one));
}

/** Full-width digits and letters folded, control, direction and zero-width characters and such as no font has gone: `２３番` → `23`. */
function plainText(value: string | number): string {
  return String(value)
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/\p{C}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(\d+)番$/, '$1');
}

function shortText(value: string | number | null, longest: number): string | null {
  const text = value === null ? '' : plainText(value);
  return text === '' || [...text].length > longest ? null : text;
}
