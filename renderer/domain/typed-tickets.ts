import type { PlayerState } from './player-state';
import type { Snapshot, StaffState, TypedTickets } from './snapshot';
import { currentReading } from './ticket-age';
import { CALLS_SHOWN, type Call, type TicketReading } from './tickets';
import { civilDateAt, type Instant } from './time';

type TypedCall = TypedTickets['calls'][number];

/**
 * The numbers that staff typed, newest first, while they stand: typed on this very day, and the feed has said nothing newer since.
 * They stand in place of the feed's, for staff type when the feed is down, or stuck. Null: none do.
 */
export function typedCallsAt(snapshot: Snapshot, staff: StaffState, now: Instant): readonly TypedCall[] | null {
  const { signage } = snapshot.content;
  const { tickets } = staff;
  if (!signage?.tickets || tickets === undefined) return null;
  const today = civilDateAt(now, signage.timezone);
  // A clock that was set back by a little leaves a call ahead of it.
  const calls = tickets.calls
    .filter(({ calledAt }) => civilDateAt(calledAt, signage.timezone) === today)
    .map((call) => (call.calledAt > now ? { ...call, calledAt: now } : call));
  const reading = currentReading(snapshot, now);
  return calls.length === 0 || (reading !== null && isNewer(reading, snapshot.feed?.readAt ?? now, tickets)) ? null : calls;
}

/**
 * The state with a number typed at `now`. A counter has one number; a number typed again is called again. Without a number the counter
 * is cleared, without either all typed numbers are.
 */
export function withTyped(state: PlayerState, label: string, counter: string | null, now: Instant): PlayerState {
  const { snapshot, staff } = state;
  const standing = (snapshot && typedCallsAt(snapshot, staff, now)) ?? [];
  const others = standing.filter((call) => call.counter !== counter && call.label !== label);
  const calls = label !== '' ? [{ label, counter, calledAt: now }, ...others] : counter === null ? [] : others;
  if (calls.length === 0) return withoutTyped(state);
  return { ...state, staff: { ...staff, tickets: { calls: calls.slice(0, CALLS_SHOWN), over: saidBy(snapshot, now) } } };
}

/** Drops typed numbers that no longer stand. */
export function settledTyped(state: PlayerState, now: Instant): PlayerState {
  const { snapshot, staff } = state;
  // Without a good `signage.yaml` nothing is known of the day.
  if (!snapshot?.content.signage || staff.tickets === undefined) return state;
  const calls = typedCallsAt(snapshot, staff, now);
  if (calls === null) return withoutTyped(state);
  const isSame =
    calls.length === staff.tickets.calls.length && calls.every((call, index) => call === staff.tickets?.calls[index]);
  return isSame ? state : { ...state, staff: { ...staff, tickets: { ...staff.tickets, calls } } };
}

/**
 * Whether a reading is newer than what the feed had said when staff typed. It calls something else then, and where the feed names its own
 * times of issue it is so by them, so that a wrong clock of the feed does no harm.
 */
function isNewer(reading: TicketReading, readAt: Instant, { calls, over }: TypedTickets): boolean {
  const typedAt = Math.max(...calls.map(({ calledAt }) => calledAt));
  if (over === null) return readAt > typedAt && (newestTime(reading) ?? readAt) > typedAt;
  if (reading.issuedAt !== null && over.issuedAt !== null && reading.issuedAt <= over.issuedAt) return false;
  return callsText(reading.calling) !== over.calls;
}

/** When a reading was issued or, where the feed does not say, the last call of it; null when it does not tell that of each call either. */
function newestTime({ issuedAt, calling }: TicketReading): Instant | null {
  const times = calling.map(({ calledAt }) => calledAt).filter((at) => at !== null);
  return issuedAt ?? (times.length === 0 || times.length < calling.length ? null : Math.max(...times));
}

function saidBy(snapshot: Snapshot | null, now: Instant): TypedTickets['over'] {
  const reading = snapshot && currentReading(snapshot, now);
  return reading && { issuedAt: reading.issuedAt, calls: callsText(reading.calling) };
}

function callsText(calls: readonly Call[]): string {
  return calls.map(({ label, counter, calledAt }) => `${label}/${counter ?? ''}/${calledAt ?? ''}`).join(' ');
}

function withoutTyped(state: PlayerState): PlayerState {
  const { tickets: _, ...staff } = state.staff;
  return { ...state, staff };
}
