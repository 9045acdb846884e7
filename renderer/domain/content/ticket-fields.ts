import { type Pointer, parsePointer } from '../json-pointer';
import type { DeskStatus, TicketFields } from './content';
import type { YamlMap } from './yaml-map';

const POINTER = '/agents や /currentTicket のように「/」で始まる場所';
const STATUSES: readonly DeskStatus[] = ['open', 'paused', 'receptionClosed'];
const MOST_WORDS = 20;

/** The `fields:` of `tickets:`: where a foreign payload holds what our own shape has. Null when there are none, or `label` is wrong. */
export function readTicketFields(tickets: YamlMap): TicketFields | null {
  const map = tickets.child('fields');
  if (map === null) return null;
  const pointer = (key: string) => map.parsed(key, place, POINTER);
  map.require('label', `番号の場所です。${POINTER}`);
  const label = pointer('label');
  const fields = {
    calling: pointer('calling'),
    counter: pointer('counter'),
    calledAt: pointer('calledAt'),
    secondsSince: pointer('secondsSince'),
    absent: pointer('absent'),
    waiting: pointer('waiting'),
    minutes: map.parsed('minutes', places, `${POINTER}、または [/最短, /最長]`) ?? [],
    issuedAt: pointer('issuedAt'),
    status: pointer('status'),
    statusWords:
      map.parsed('statusWords', statusWords, `{ Open: open, Closed: receptionClosed } の形（${STATUSES.join('・')}）`) ?? {},
    note: pointer('note'),
  };
  if (fields.calledAt !== null && fields.secondsSince !== null) {
    map.refuse('secondsSince', 'calledAt と一緒には使えません。どちらか一つにしてください');
  }
  if (map.has('statusWords') && fields.status === null) {
    map.report.warning(map.line('statusWords'), 'statusWords は status と一緒に書いてください');
  }
  map.close();
  return label === null ? null : { ...fields, label };
}

function place(value: unknown): Pointer | null {
  return typeof value === 'string' ? parsePointer(value.trim()) : null;
}

function places(value: unknown): readonly Pointer[] | null {
  const list = Array.isArray(value) ? value : [value];
  const pointers = list.map(place).filter((pointer) => pointer !== null);
  return pointers.length === list.length && list.length >= 1 && list.length <= 2 ? pointers : null;
}

function statusWords(value: unknown): Readonly<Record<string, DeskStatus>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const words = Object.entries(value);
  const known = words.flatMap(([word, meaning]) => {
    const status = STATUSES.find((one) => one === meaning);
    return status === undefined ? [] : [[word, status] as const];
  });
  return known.length === words.length && words.length <= MOST_WORDS ? Object.fromEntries(known) : null;
}
