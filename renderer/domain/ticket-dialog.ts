import { isServing } from './called';
import { displayMoment } from './moment';
import { tableTime } from './notation';
import { closed, withOverlay } from './overlay';
import type { Intent, Overlay, PlayerState } from './player-state';
import { refused } from './refusal';
import type { OverlayScene } from './scene';
import { feedAgeAt } from './ticket-age';
import { type Instant, wallTimeAt } from './time';
import { typedCallsAt, withTyped } from './typed-tickets';

/** As long as the longest label of a feed. */
const LONGEST_LABEL = 8;
const LONGEST_COUNTER = 4;
const NO_COLUMN = '番号の欄（signage.yaml の tickets）がないので、番号は打てません';
const NOT_SERVING = '今は番号を出さない時間なので、番号は打てません';

type TicketOverlay = Extract<Overlay, { kind: 'ticket' }>;

/** T: asks for the ticket called now; pressed again, it begins anew. Where no number may stand it says why. */
export function ticketKey(state: PlayerState, now: Instant): PlayerState {
  const { snapshot, staff } = state;
  const moment = snapshot && displayMoment(snapshot, now, staff);
  if (!moment?.signage.tickets || moment.desk?.kind === 'ended') return refused(state, NO_COLUMN, now);
  if (!isServing(moment)) return refused(state, NOT_SERVING, now);
  return withOverlay(state, { kind: 'ticket', label: '', counter: '', field: 'label' }, now);
}

/**
 * What a key does while the number is asked for. `typed` is the character of a key that types one. Space, → and ↓ go on to the
 * counter, ← and ↑ back, Backspace takes the last character away, Enter sets, Esc gives up. Null: the key means what it always means.
 */
export function ticketDialogKey(state: PlayerState, intent: Intent, typed: string | null, now: Instant): PlayerState | null {
  const { overlay } = state;
  if (overlay?.kind !== 'ticket') return null;
  const { label, counter, field } = overlay;
  const show = (change: Partial<TicketOverlay>) => withOverlay(state, { ...overlay, ...change }, now);
  if (typed !== null) {
    return field === 'label'
      ? show({ label: `${label}${typed}`.slice(0, LONGEST_LABEL) })
      : show({ counter: `${counter}${typed}`.slice(0, LONGEST_COUNTER) });
  }
  switch (intent.kind) {
    case 'erase':
      if (field === 'label') return show({ label: label.slice(0, -1) });
      return counter === '' ? show({ field: 'label' }) : show({ counter: counter.slice(0, -1) });
    case 'next':
    case 'down':
    case 'hold':
    case 'field':
      return show({ field: 'counter' });
    case 'previous':
    case 'up':
      return show({ field: 'label' });
    case 'confirm':
      return closed(withTyped(state, label, counter === '' ? null : counter, now));
    case 'dismiss':
      return closed(state);
    case 'first':
    case 'last':
    case 'slide':
      return state;
    default:
      return null;
  }
}

/** The question as drawn. */
export function ticketScene({ label, counter, field }: TicketOverlay, state: PlayerState, now: Instant): OverlayScene {
  const { snapshot, staff } = state;
  const calls = (snapshot && typedCallsAt(snapshot, staff, now)) ?? [];
  return { kind: 'ticket', label, counter, field, standing: calls.map(callText), feed: feedHint(state, now) };
}

/** 42番（窓口 1） */
export function callText({ label, counter }: { readonly label: string; readonly counter: string | null }): string {
  return `${label}番${counter === null ? '' : `（窓口 ${counter}）`}`;
}

/** A feed that is well will soon say something newer than what is typed. */
function feedHint({ snapshot }: PlayerState, now: Instant): string | null {
  const zone = snapshot?.content.signage?.timezone;
  const readAt = snapshot?.feed?.readAt ?? null;
  if (!snapshot || zone === undefined || readAt === null || feedAgeAt(snapshot, now) !== 'fresh') return null;
  return `番号は自動で届いています（${tableTime(wallTimeAt(readAt, zone))}）。打った番号は、次の番号が届くまで出ます`;
}
