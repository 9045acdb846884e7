import type { DeskStatus, TicketFields } from './content/content';
import { feedTime } from './feed-time';
import { pointerText, valueAt } from './json-pointer';
import type { Instant } from './time';

/** A payload in our own shape, not yet checked, or why it can't be put into it. */
export type Mapped = { readonly payload: unknown } | { readonly trouble: string };

/** More rows than any hall has counters. */
const MOST_ITEMS = 1_000;
const OWN_WORDS: readonly DeskStatus[] = ['open', 'paused', 'receptionClosed'];

/**
 * Puts a foreign payload into our own shape, as `fields:` says (product.md §4). What a field does not name, or the payload does not
 * hold, is left out: nothing is inferred. `now` is when the payload was had, from which seconds since a call are counted.
 */
export function mapPayload(document: unknown, fields: TicketFields, zone: string, now: Instant): Mapped {
  const list = fields.calling === null ? document : valueAt(document, fields.calling);
  if (list === undefined) return missing('calling', fields.calling ?? []);
  const items = (Array.isArray(list) ? list : list === null ? [] : [list]).slice(0, MOST_ITEMS);
  const labels = items.map((item) => valueAt(item, fields.label));
  if (items.length > 0 && labels.every((label) => label === undefined)) return missing('label', fields.label);
  const at = (pointer: TicketFields['issuedAt']) => (pointer === null ? null : (valueAt(document, pointer) ?? null));
  const calling = items.flatMap((item, index) => {
    const label = labels[index];
    if (label === undefined || label === null || label === '') return []; // a counter that serves nobody now
    const counter = fields.counter === null ? null : valueAt(item, fields.counter);
    return [{ label, counter, calledAt: iso(calledAt(item, fields, zone, now)) }];
  });
  const absent = at(fields.absent);
  const status = statusOf(at(fields.status), fields.statusWords);
  return {
    payload: {
      issuedAt: issueTime(at(fields.issuedAt), zone, now),
      calling,
      absent: Array.isArray(absent) ? absent : [],
      waiting: { count: wholeNumber(at(fields.waiting)), minutes: minutesOf(fields.minutes.map(at)) },
      desk: status === null ? null : { status, note: at(fields.note) },
    },
  };
}

/** A number as it is, or as text: `12`, `１９人`, `50分`; anything else as it is, for the check to refuse. */
export function wholeNumber(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const digits = /^(\d{1,6})(人|名|組|分|min)?$/.exec(value.slice(0, 20).normalize('NFKC').trim());
  return digits === null ? null : Number(digits[1]);
}

/** A time of issue as ISO text; one that can't be read stays what it is, for the check to refuse. */
export function issueTime(value: unknown, zone: string, now: Instant): unknown {
  return iso(feedTime(value, zone, now)) ?? value;
}

function calledAt(item: unknown, fields: TicketFields, zone: string, now: Instant): Instant | null {
  if (fields.calledAt !== null) return feedTime(valueAt(item, fields.calledAt), zone, now);
  const ago = fields.secondsSince === null ? null : wholeNumber(valueAt(item, fields.secondsSince));
  return typeof ago === 'number' && ago >= 0 ? Math.round(now - ago * 1000) : null;
}

function minutesOf(values: readonly unknown[]): unknown {
  const [one, two] = values;
  if (values.length === 2) return [wholeNumber(one), wholeNumber(two)];
  return Array.isArray(one) ? one.map(wholeNumber) : wholeNumber(one ?? null);
}

function statusOf(value: unknown, words: TicketFields['statusWords']): DeskStatus | null {
  if (typeof value === 'object' || value === undefined) return null;
  const word = String(value);
  return Object.hasOwn(words, word) ? (words[word] ?? null) : (OWN_WORDS.find((own) => own === word) ?? null);
}

function iso(at: Instant | null): string | null {
  return at === null || Math.abs(at) > 8.64e15 ? null : new Date(at).toISOString();
}

function missing(field: string, pointer: readonly string[]): Mapped {
  return { trouble: `番号のデータに ${pointerText(pointer) || '中身'}（signage.yaml の fields の ${field}）がありません` };
}
