import { boardAt, boardChangesAfter, type CallBoard, isFresh, STAFF_SOURCE, UNKNOWN_BOARD } from './call-board';
import { calledAt, calledChangesAfter } from './called';
import { paceOf } from './clock';
import type { Moment } from './moment';
import { tableTime } from './notation';
import type { TicketsView, Words } from './scene';
import type { Snapshot, StaffState } from './snapshot';
import { statusAt } from './status';
import { leadingTexts, wordsIn } from './texts/in-languages';
import { currentReading, feedAgeChangesAfter } from './ticket-age';
import { type Instant, wallTimeAt } from './time';

/**
 * The calls as they may be shown now. Null when there is nothing to tell: no feed in the content, or the desk has ended.
 * Without a number that is surely today's and current, calm words stand there instead. `board`: the numbers on the glass so far.
 */
export function ticketsAt(
  snapshot: Snapshot,
  moment: Moment,
  staff: StaffState = snapshot.staff,
  board: CallBoard = UNKNOWN_BOARD,
): TicketsView | null {
  const { signage, now } = moment;
  if (signage.tickets === null || snapshot.feed === null || moment.desk?.kind === 'ended') return null;
  const languages = signage.languages;
  const heading = wordsIn(languages, ({ nowServing }) => nowServing);
  const note = { ...wordsIn(languages, ({ orderNote }) => orderNote), short: leadingTexts(languages).orderNoteShort };
  const called = calledAt(snapshot, staff, moment);
  if (called === null) return { kind: 'quiet', heading, text: quietWords(moment), note };
  const pace = paceOf(snapshot.rehearsal);
  const { shown } = boardAt(board, called, now, pace);
  // Staff type numbers, and nothing is inferred from them.
  const reading = called.source === STAFF_SOURCE ? null : currentReading(snapshot, now);
  const waiting = reading?.waiting ?? null;
  // Who is called again is not absent any more.
  const absent = [...new Set(reading?.absent ?? [])].filter((label) => !shown.some(({ call }) => call.label === label));
  if (shown.length === 0 && waiting === null && absent.length === 0) {
    return { kind: 'quiet', heading, text: wordsIn(languages, ({ noCall }) => noCall), note };
  }
  const texts = leadingTexts(languages);
  const count = waiting?.count ?? null;
  // 約15分, 約20〜40分, 50分〜1時間以上, 1時間以上. More precise would be false precision.
  const wait = waiting?.minutes ? texts.wait(waiting.minutes[0], waiting.minutes[1]) : null;
  return {
    kind: 'calls',
    heading,
    calls: shown.map((one) => ({
      label: one.call.label,
      counter: one.call.counter === null ? null : texts.counter(one.call.counter),
      fresh: isFresh(one, now, pace),
    })),
    age: called.isStale ? texts.updated(tableTime(wallTimeAt(called.toldAt, signage.timezone))) : null,
    waiting: count === null ? null : { label: wordsIn(languages, ({ waitingCount }) => waitingCount), count },
    wait:
      wait === null
        ? null
        : { label: wordsIn(languages, ({ waitingTime }) => waitingTime), short: texts.waitingTimeShort, text: wait },
    absent:
      absent.length === 0
        ? null
        : { label: wordsIn(languages, (one) => one.absent), numbers: absent, language: languages[0] ?? 'ja' },
    note,
  };
}

/** When the view next changes by itself: a word ages, a call has stood out or stood long enough. */
export function ticketsChangeAfter(snapshot: Snapshot, staff: StaffState, board: CallBoard, now: Instant): Instant | null {
  const steps = [
    feedAgeChangesAfter(snapshot, now),
    calledChangesAfter(snapshot, staff, now),
    boardChangesAfter(board, now, paceOf(snapshot.rehearsal)),
  ];
  const next = Math.min(...steps.filter((step) => step !== null));
  return Number.isFinite(next) ? next : null;
}

/** While people may be waiting: staff will call them. Else what the desk's state says. */
function quietWords(moment: Moment): Words {
  const status = statusAt(moment);
  const calls = status === null || ['open', 'paused', 'receptionClosed'].includes(status.state);
  return calls ? wordsIn(moment.signage.languages, ({ staffWillCall }) => staffWillCall) : status.text;
}
