import * as v from 'valibot';
import type { Call, TicketReading } from './tickets';
import { parseInstant } from './time';

/** As much as a counter calls at once, with room to spare. */
const MOST_CALLS = 20;
const LONGEST_LABEL = 8;
const LONGEST_COUNTER = 12;
const LONGEST_NOTE = 60;

const label = v.pipe(v.union([v.string(), v.number()]), v.transform(plainText), v.minLength(1));
const instant = v.fallback(
  v.pipe(
    v.nullish(v.string(), null),
    v.transform((text) => (text === null ? null : parseInstant(text))),
  ),
  null,
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
  label: v.pipe(
    label,
    v.check((text) => [...text].length <= LONGEST_LABEL),
  ),
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
  issuedAt: instant,
  calling: v.array(v.unknown()),
  absent: v.fallback(v.optional(v.array(v.unknown()), []), []),
  waiting: v.fallback(v.nullish(waiting, null), null),
  desk: v.fallback(v.nullish(desk, null), null),
});

/**
 * Reads our own feed shape (product.md §4). Unknown fields are passed over, a call that is none is left out, nothing is
 * inferred. `trouble` says, in plain Japanese, why a payload is no reading.
 */
export function parseTicketFeed(text: string): { readonly reading: TicketReading } | { readonly trouble: string } {
  const source = text.replace(/^\uFEFF/, '').trim();
  if (source === '') return { trouble: '番号のデータが空です' };
  if (source.startsWith('<')) return { trouble: '番号のデータではなく Web ページ（HTML）が返ってきました' };
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return { trouble: '番号のデータが途中で切れているか、JSON ではありません' };
  }
  const parsed = v.safeParse(payload, value);
  if (!parsed.success) return { trouble: '番号のデータに calling（呼び出し中の番号の並び）がありません' };
  const { issuedAt, calling, absent, waiting: queue, desk: status } = parsed.output;
  const calls = calling.slice(0, MOST_CALLS).flatMap((one): readonly Call[] => {
    const result = v.safeParse(call, one);
    return result.success ? [result.output] : [];
  });
  const missing = absent.slice(0, MOST_CALLS).flatMap((one) => {
    const result = v.safeParse(label, one);
    return result.success ? [result.output] : [];
  });
  const told = queue !== null && (queue.count !== null || queue.minutes !== null) ? queue : null;
  return { reading: { issuedAt, calling: calls, absent: missing, waiting: told, desk: status } };
}

/** Full-width digits and letters folded, control, direction and zero-width characters gone: `２３番` → `23`. */
function plainText(value: string | number): string {
  return String(value)
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(\d+)番$/, '$1');
}

function shortText(value: string | number | null, longest: number): string | null {
  const text = value === null ? '' : plainText(value);
  return text === '' || [...text].length > longest ? null : text;
}
