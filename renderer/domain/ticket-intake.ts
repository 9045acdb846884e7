import { type Lag, lateness } from './lag';
import type { Feed } from './snapshot';
import { standingCalls, withOldTimes } from './standing-calls';
import { CLOCK_SLACK_MS } from './ticket-age';
import type { FeedResult } from './ticket-feed';
import type { Call, TicketReading } from './tickets';
import { civilDateAt, type Instant, wallTimeAt } from './time';

/** The display's clock, and one beside it that nobody can set: milliseconds since whenever. */
export interface Clocks {
  readonly now: Instant;
  readonly steadyMs: number;
}

/**
 * How old a payload is by now, in milliseconds; `pushed`: sent when it was issued, and as old as it was on its way; null: only its time of
 * issue can tell (a broker kept it).
 */
export type PayloadAge = number | 'pushed' | null;

/** What judging a payload needs of the settings. `pace`: how much faster than real time the display's clock runs. */
export interface IntakeRules {
  readonly hideMs: number;
  readonly zone: string;
  readonly pace: number;
  /** The feed tells seconds since a call instead of its time: small differences are no second call. */
  readonly roundsCallTimes: boolean;
}

/** What is known of a feed: what the page is told, and what is needed to judge what comes next. */
export interface Intake {
  readonly feed: Feed;
  /** The last good reading, also once it is too old to be told. */
  readonly last: TicketReading | null;
  /** The steady clock at `feed.readAt`. */
  readonly readSteadyMs: number;
  /** The newest time of issue that was taken. */
  readonly taken: Instant | null;
  /** How promptly this run's pushed payloads come; null before the first of them. */
  readonly lag: Lag | null;
  /** Whether the connection has not been lost since `feed.since`. */
  readonly unbroken: boolean;
  /** The calls of `last` that name no time, each with the time since when it has been called. */
  readonly standing: readonly Call[];
  /** Whether `last` is the last word of the feed: a bad payload after it ends that. */
  readonly holds: boolean;
}

export const EMPTY_INTAKE: Intake = {
  feed: { reading: null, readAt: null, since: null, trouble: null },
  last: null,
  readSteadyMs: 0,
  taken: null,
  lag: null,
  unbroken: false,
  standing: [],
  holds: false,
};

/** Seconds since a call are whole, and the way to the display takes its time. */
const ROUNDING_MS = 3_000;
/** Clocks that are corrected by less than this have not jumped. */
const JUMP_MS = 250;

/**
 * Takes a payload, or tells why not; the reading before it stays until it is too old. Not taken is what was issued on another day, or later
 * than now, and what was issued before the newest we took: it was late on its way, or comes from a server that has fallen behind. A feed
 * whose clock is put right by going back is heard again when it has caught up, in the ten minutes that it can have been ahead.
 */
export function takePayload(
  intake: Intake,
  result: FeedResult,
  payloadAge: PayloadAge,
  clocks: Clocks,
  rules: IntakeRules,
): Intake {
  if ('trouble' in result) return refuse(intake, result.trouble);
  const { issuedAt } = result.reading;
  const fault = issuedAt === null ? null : faultOfIssue(issuedAt, clocks.now, rules.zone);
  if (fault !== null) return refuse(intake, fault);
  if (issuedAt === null && payloadAge === null) {
    return refuse(intake, '番号がいつのものか分からないため（issuedAt がありません）、次の番号を待っています');
  }
  const { taken } = intake;
  if (issuedAt !== null && taken !== null && issuedAt < taken) {
    return refuse(intake, '前より古い番号のデータが届いたため、使っていません');
  }
  const reading = rules.roundsCallTimes ? withKnownTimes(result.reading, intake.last) : result.reading;
  // Kept by a broker and known already: as old as it was.
  const known = payloadAge === null && issuedAt === taken && intake.feed.readAt !== null;
  const { lag, ageMs } = agedBy(intake, issuedAt, payloadAge, clocks, rules);
  const standing = standingCalls(reading, intake.standing, clocks.now);
  const taking: Intake = {
    feed: {
      reading: withOldTimes(reading, standing, clocks.now, rules.zone),
      readAt: known ? intake.feed.readAt : clocks.now - Math.round(ageMs * rules.pace),
      since: intake.unbroken ? intake.feed.since : clocks.now,
      trouble: null,
    },
    last: reading,
    readSteadyMs: known ? intake.readSteadyMs : clocks.steadyMs - ageMs,
    taken: issuedAt ?? taken,
    lag,
    unbroken: true,
    standing,
    holds: true,
  };
  return grownOlder(taking, clocks, rules);
}

function agedBy(
  { lag, taken, unbroken }: Intake,
  issuedAt: Instant | null,
  payloadAge: PayloadAge,
  { now, steadyMs }: Clocks,
  { pace }: IntakeRules,
): { readonly lag: Lag | null; readonly ageMs: number } {
  const kept = unbroken ? lag : null;
  if (payloadAge === null) return { lag: kept, ageMs: Math.max(0, now - (issuedAt ?? now)) / pace };
  if (payloadAge !== 'pushed') return { lag: kept, ageMs: payloadAge };
  // What is only said again was issued whenever, and still holds.
  if (issuedAt === null || issuedAt === taken) return { lag: kept, ageMs: 0 };
  const late = lateness(kept, issuedAt, steadyMs, pace);
  return { lag: late.lag, ageMs: late.lateMs };
}

/**
 * What was read from a file that was written at `writtenAt`: one from another day, whose data do not say when they were issued, is a leftover
 * of a machine that is off.
 */
export function writtenToday(result: FeedResult, writtenAt: Instant, now: Instant, zone: string): FeedResult {
  if ('trouble' in result || result.reading.issuedAt !== null) return result;
  const date = civilDateAt(writtenAt, zone);
  if (date === civilDateAt(now, zone)) return result;
  return { trouble: `番号のファイルが今日書かれたものではありません（${date} のものです）` };
}

/** The feed is there and what it said last still held `ageMs` ago: an unchanged answer, a sign of life. */
export function stillHolds(intake: Intake, ageMs: number, clocks: Clocks, { pace, zone }: IntakeRules): Intake {
  if (!intake.holds) return intake;
  const reading = intake.last && withOldTimes(intake.last, intake.standing, clocks.now, zone);
  const readAt = clocks.now - Math.round(ageMs * pace);
  return { ...intake, feed: { ...intake.feed, reading, readAt }, readSteadyMs: clocks.steadyMs - ageMs };
}

/** The connection is lost, or there was none: what comes next is a whole re-read. */
export function lostFeed(intake: Intake, trouble: string): Intake {
  return { ...refuse(intake, trouble), unbroken: false };
}

/**
 * To be asked every second. A reading that is too old is forgotten, so that no clock can bring it back; when the wall clock was set back,
 * the time of the reading goes with it.
 */
export function grownOlder(intake: Intake, clocks: Clocks, rules: IntakeRules): Intake {
  const { feed, readSteadyMs } = intake;
  if (feed.readAt === null || feed.reading === null) return intake;
  if (ageOf(intake, clocks, rules) >= rules.hideMs) return { ...intake, feed: { ...feed, reading: null } };
  const readAt = Math.round(clocks.now - (clocks.steadyMs - readSteadyMs) * rules.pace);
  return feed.readAt - readAt > JUMP_MS * rules.pace ? { ...intake, feed: { ...feed, readAt } } : intake;
}

/** In real milliseconds, by the clock that says more: the wall clock may have been set back, the steady one stands still in sleep. */
function ageOf({ feed, readSteadyMs }: Intake, { now, steadyMs }: Clocks, { pace }: IntakeRules): number {
  return feed.readAt === null ? Number.POSITIVE_INFINITY : Math.max((now - feed.readAt) / pace, steadyMs - readSteadyMs);
}

function refuse(intake: Intake, trouble: string): Intake {
  return { ...intake, feed: { ...intake.feed, trouble }, holds: false };
}

function faultOfIssue(issuedAt: Instant, now: Instant, zone: string): string | null {
  const date = civilDateAt(issuedAt, zone);
  if (date !== civilDateAt(now, zone)) return `番号のデータが今日のものではありません（issuedAt は ${date} です）`;
  if (issuedAt <= now + CLOCK_SLACK_MS) return null;
  return `番号のデータの時刻が進みすぎています（issuedAt は ${wallTimeAt(issuedAt, zone)} です）。時計を確かめてください`;
}

function withKnownTimes(reading: TicketReading, before: TicketReading | null): TicketReading {
  const same = (a: Call, b: Call) =>
    a.label === b.label &&
    a.counter === b.counter &&
    a.calledAt !== null &&
    b.calledAt !== null &&
    Math.abs(a.calledAt - b.calledAt) <= ROUNDING_MS;
  return { ...reading, calling: reading.calling.map((call) => before?.calling.find((known) => same(call, known)) ?? call) };
}
