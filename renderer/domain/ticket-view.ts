import { paceOf } from './clock';
import type { Moment } from './moment';
import { tableTime } from './notation';
import type { CallView, TicketsView, Words } from './scene';
import type { Snapshot } from './snapshot';
import { statusAt } from './status';
import { leadingTexts, wordsIn } from './texts/in-languages';
import type { Texts } from './texts/texts';
import { currentReading, feedAgeAt, feedAgeChangesAfter } from './ticket-age';
import type { Call, TicketReading } from './tickets';
import { type Instant, instantOf, wallTimeAt } from './time';

/** As many calls as can be read from across the room. */
const CALLS_SHOWN = 5;
/** How long a newly called number stands out (product.md §1). */
const FRESH_MS = 5_000;
/** Ticket holders are served after the closing; a number still there later was left behind. */
const AFTER_HOURS_MS = 3_600_000;

/**
 * The calls as they may be shown now. Null when there is nothing to tell: no feed in the content, or the desk has ended.
 * Without a number that is surely today's and current, calm words stand there instead.
 */
export function ticketsAt(snapshot: Snapshot, moment: Moment): TicketsView | null {
  const { signage, now } = moment;
  if (signage.tickets === null || snapshot.feed === null || moment.desk?.kind === 'ended') return null;
  const languages = signage.languages;
  const heading = wordsIn(languages, ({ nowServing }) => nowServing);
  const note = wordsIn(languages, ({ orderNote }) => orderNote);
  const reading = isServing(moment) ? currentReading(snapshot, now) : null;
  if (reading === null) return { kind: 'quiet', heading, text: quietWords(moment), note };
  if (reading.calling.length === 0 && reading.waiting === null) {
    return { kind: 'quiet', heading, text: wordsIn(languages, ({ noCall }) => noCall), note };
  }
  const stale = feedAgeAt(snapshot, now) === 'stale';
  const readAt = snapshot.feed.readAt ?? now;
  const texts = leadingTexts(languages);
  const wait = waitText(reading, texts);
  const count = reading.waiting?.count ?? null;
  return {
    kind: 'calls',
    heading,
    calls: newestFirst(reading.calling)
      .slice(0, CALLS_SHOWN)
      .map((call) => callView(call, now, paceOf(snapshot.rehearsal), texts)),
    age: stale ? texts.updated(tableTime(wallTimeAt(readAt, signage.timezone))) : null,
    waiting: count === null ? null : { label: wordsIn(languages, ({ waitingCount }) => waitingCount), count },
    wait: wait === null ? null : { label: wordsIn(languages, ({ waitingTime }) => waitingTime), text: wait },
    note,
  };
}

/** When the view next changes by itself: the reading ages, or a fresh call stops standing out. */
export function ticketsChangeAfter(snapshot: Snapshot, now: Instant): Instant | null {
  const pace = paceOf(snapshot.rehearsal);
  const calls = snapshot.feed?.reading?.calling ?? [];
  const steps = calls.flatMap(({ calledAt }) => (calledAt === null ? [] : [calledAt, calledAt + FRESH_MS * pace]));
  const ageing = feedAgeChangesAfter(snapshot, now);
  const next = Math.min(...steps.filter((step) => step > now), ageing ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(next) ? next : null;
}

/** Numbers are called on a day that opens, from before the opening (tickets are handed out early) until a while after the closing. */
function isServing({ desk, today, signage, date, now }: Moment): boolean {
  if (desk === null || today === null) return true;
  if (desk.kind === 'closed' || desk.kind === 'ended') return false;
  const closes = today.spans.at(-1)?.until;
  if (desk.kind !== 'after' || closes === undefined) return true;
  return now < instantOf(date, closes, signage.timezone) + AFTER_HOURS_MS;
}

/** While people may be waiting: staff will call them. Else what the desk's state says. */
function quietWords(moment: Moment): Words {
  const status = statusAt(moment);
  const calls = status === null || ['open', 'paused', 'receptionClosed'].includes(status.state);
  return calls ? wordsIn(moment.signage.languages, ({ staffWillCall }) => staffWillCall) : status.text;
}

/** By the time of the call; calls without one keep the feed's order behind those that have it. */
function newestFirst(calls: readonly Call[]): readonly Call[] {
  return [...calls].sort((a, b) => (b.calledAt ?? 0) - (a.calledAt ?? 0));
}

function callView(call: Call, now: Instant, pace: number, texts: Texts): CallView {
  const fresh = call.calledAt !== null && call.calledAt <= now && now < call.calledAt + FRESH_MS * pace;
  return { label: call.label, counter: call.counter === null ? null : texts.counter(call.counter), fresh };
}

/** 約15分, 約20〜40分, 50分〜1時間以上, 1時間以上; null when the feed says nothing. More precise would be false precision. */
function waitText(reading: TicketReading, texts: Texts): string | null {
  const minutes = reading.waiting?.minutes ?? null;
  return minutes === null ? null : texts.wait(minutes[0], minutes[1]);
}
