import fc from 'fast-check';
import OpeningHours from 'opening_hours';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DayPattern, Desk, WallSpan } from '../../renderer/domain/content/content';
import { deskAt, hoursOn } from '../../renderer/domain/desk';
import { holidayName } from '../../renderer/domain/holidays';
import { addDays, type CivilDate, civilDateAt, type Instant, instantOf, isoInstant } from '../../renderer/domain/time';
import { anyDeskIn, DESK, TOKYO } from '../fixtures/desk';

/**
 * The desk against an independent evaluator of opening hours. The npm package reads Date fields of the host's zone, so it is asked
 * under a host zone of UTC with Dates that read as the wall clock in Tokyo; ours is asked first, under the suite's own host zone.
 */

const HALF_HOUR = 1_800_000;
const DAY = 86_400_000;
const JST = 9 * 3_600_000;
const JAPAN = { lat: 35.33, lon: 139.4, address: { country_code: 'jp', state: '神奈川県' } };
const suiteZone = process.env.TZ;

/** Where the evaluator's holidays are wrong. It computes them; it does not know the years' special laws and bridge days. */
const WRONG_IN_THE_ORACLE: Readonly<Record<CivilDate, string>> = {
  '2020-07-20': '海の日 was moved to 23 July for the Tokyo games (2020 only)',
  '2020-07-23': '海の日 of 2020',
  '2020-07-24': 'スポーツの日 of 2020, moved for the opening ceremony',
  '2020-08-10': '山の日 of 2020, moved for the closing ceremony',
  '2020-08-11': '山の日 was moved',
  '2020-10-12': 'スポーツの日 was moved',
  '2021-07-19': '海の日 was moved again, for the games that had been put off',
  '2021-07-22': '海の日 of 2021',
  '2021-07-23': 'スポーツの日 of 2021',
  '2021-08-08': '山の日 of 2021, a Sunday',
  '2021-08-09': 'its substitute',
  '2021-08-11': '山の日 was moved',
  '2021-10-11': 'スポーツの日 was moved',
  '2026-09-22': '国民の休日 between 敬老の日 and 秋分の日 (祝日法 3条3項)',
};

beforeAll(() => {
  // A zone with summer time that is not the content's: the fields of a Date would be wrong for either side.
  expect(suiteZone).toBe('America/St_Johns');
});

afterEach(() => {
  process.env.TZ = suiteZone;
});

describe('the desk and an independent evaluator of opening hours', { timeout: 60_000 }, () => {
  it('have the same public holidays in 2020–2030 but for the dates that the evaluator has wrong', () => {
    const days = Array.from({ length: 4018 }, (_, day) => addDays('2020-01-01', day));
    const ours = days.filter((date) => holidayName(date, null) !== null);
    const theirs = asked(() => {
      const holiday = new OpeningHours('PH', JAPAN);
      return days.filter((date) => holiday.getState(new Date(`${date}T12:00Z`)));
    });
    expect(days.at(-1)).toBe('2030-12-31');
    expect(days.filter((date) => ours.includes(date) !== theirs.includes(date))).toEqual(Object.keys(WRONG_IN_THE_ORACLE));
  });

  it('agree on every opening, closing and half hour of the desk of the specification in 2020–2030', () => {
    const [first, last] = [Date.parse('2020-01-01T00:00+09:00'), Date.parse('2031-01-01T00:00+09:00')];
    const halfHours = Array.from({ length: (last - first) / HALF_HOUR }, (_, count) => first + count * HALF_HOUR);
    for (const desk of [DESK, { ...DESK, lastDay: null }]) {
      const count = compare(desk, first, last, halfHours);
      expect(count).toBeGreaterThan(150_000);
    }
  });

  it('agree on every opening and closing of any desk in a year, and on instants within', () => {
    let count = 0;
    const anyCase = fc.integer({ min: 2020, max: 2030 }).chain((year) => fc.tuple(fc.constant(year), anyDeskIn(year)));
    fc.assert(
      fc.property(anyCase, ([year, desk]) => {
        const [first, last] = [Date.parse(`${year}-01-01T00:00+09:00`), Date.parse(`${year + 1}-01-15T00:00+09:00`)];
        // Steps of an odd number of milliseconds meet every hour of the day.
        const between = Array.from({ length: 1_500 }, (_, step) => first + step * 21_773_741).filter((at) => at < last);
        count += compare(desk, first, last, [...between, ...turns(desk, first, last)]);
      }),
      { numRuns: 100, seed: 20_230_929, endOnFailure: true },
    );
    expect(count).toBeGreaterThan(200_000);
  });
});

/** Compares what both say of the instants, and the stretches that ours announces by its closings and openings. Returns how many. */
function compare(desk: Desk, first: Instant, last: Instant, instants: readonly Instant[]): number {
  const doubtful = desk.hours.some(({ days, except }) => [...days, ...except].some(({ kind }) => kind === 'holidays'));
  const isDoubtful = (at: Instant) => doubtful && Object.hasOwn(WRONG_IN_THE_ORACLE, civilDateAt(at, TOKYO));
  const clear = instants.filter((at) => !isDoubtful(at));
  const ours = clear.map((at) => deskAt(desk, TOKYO, null, at).kind);
  const announced = announcedStretches(desk, first, last);
  const [hours, open] = asked(() => [stretches(texts(desk, false), first, last), stretches(texts(desk, true), first, last)]);
  const differences = clear.flatMap((at, n) => {
    const theirs = contains(hours, at) ? (contains(open, at) ? 'open' : 'paused') : 'shut';
    const kind = ours[n] === 'open' || ours[n] === 'paused' ? ours[n] : 'shut';
    return kind === theirs ? [] : [`${isoInstant(at, TOKYO)}: ${ours[n]}, they say ${theirs}`];
  });
  expect(differences.slice(0, 10)).toEqual([]);
  const written = (all: readonly Stretch[]) =>
    all
      .filter(({ from }) => !isDoubtful(from))
      .map(({ from, until }) => `${isoInstant(from, TOKYO)} – ${isDoubtful(until - 1) ? '?' : isoInstant(until, TOKYO)}`);
  expect(written(announced)).toEqual(written(hours));
  return clear.length;
}

interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
}

/** The open stretches as the desk announces them: from each opening to its closing, from there to the next opening. */
function announcedStretches(desk: Desk, first: Instant, last: Instant): readonly Stretch[] {
  const result: Stretch[] = [];
  let at = first;
  while (at < last) {
    const { kind, closesAt, opensAt } = deskAt(desk, TOKYO, null, at);
    const inside = kind === 'open' || kind === 'paused';
    const next = Math.min((inside ? closesAt : opensAt) ?? last, last);
    if (inside) result.push({ from: at, until: next });
    if (next <= at) throw new Error(`no way on from ${isoInstant(at, TOKYO)}`);
    at = next;
  }
  return result;
}

/** The stretches at which any of the evaluators says open, in order; those that touch are one. */
function stretches(all: readonly string[], first: Instant, last: Instant): readonly Stretch[] {
  const found = all.flatMap((text) =>
    new OpeningHours(text, JAPAN)
      .getOpenIntervals(new Date(first + JST), new Date(last + JST))
      .map(([from, until]) => ({ from: from.getTime() - JST, until: until.getTime() - JST })),
  );
  const result: Stretch[] = [];
  for (const stretch of found.sort((a, b) => a.from - b.from)) {
    const before = result.at(-1);
    if (before === undefined || before.until < stretch.from) result.push(stretch);
    else result[result.length - 1] = { from: before.from, until: Math.max(before.until, stretch.until) };
  }
  return result;
}

function contains(all: readonly Stretch[], at: Instant): boolean {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return at < (all[low - 1]?.until ?? at);
}

/** Runs under a host zone of UTC. */
function asked<T>(ask: () => T): T {
  process.env.TZ = 'UTC';
  if (new Date(2023, 6, 1).getTimezoneOffset() !== 0) throw new Error('the host zone did not change');
  const answer = ask();
  process.env.TZ = suiteZone;
  return answer;
}

/**
 * The desk in the evaluator's language, one text for each way a rule names days: within one text a closure would close the other
 * rules' days too, and here a rule's `except` is its own. The desk is open when any of the texts says so.
 */
function texts(desk: Desk, withPauses: boolean): readonly string[] {
  const lines = desk.changes.flatMap(({ from, until, time, closed }) => {
    if (closed) return [`${dated(from, until)} off`];
    return time === null ? [] : [`${dated(from, until)} ${clock(time)}`];
  });
  const pauses = desk.changes.flatMap(({ from, until, pause }) =>
    pause === null ? [] : [`${dated(from, until)} ${clock(pause)} off`],
  );
  const end = desk.lastDay === null ? [] : [`${dated(addDays(desk.lastDay, 1), '2035-12-31')} off`];
  const after = [...lines, ...(withPauses ? pauses : []), ...end];
  return desk.hours.flatMap(({ days, time, except }) =>
    days.map((pattern) =>
      [`${selector(pattern)} ${clock(time)}`, ...except.map((x) => `${selector(x)} off`), ...after].join('; '),
    ),
  );
}

const WEEKDAYS = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function selector(pattern: DayPattern): string {
  switch (pattern.kind) {
    case 'weekdays':
      return pattern.days.map((day) => WEEKDAYS[day]).join(',');
    case 'nth':
      return `${WEEKDAYS[pattern.day]}[${pattern.nth}]`;
    case 'holidays':
      return 'PH';
    case 'daily':
      return 'Mo-Su';
    case 'yearly':
      return `${monthDay(pattern.from)}-${monthDay(pattern.until)}`;
    case 'dates':
      return dated(pattern.from, pattern.until);
  }
}

function dated(from: CivilDate, until: CivilDate): string {
  const written = (date: CivilDate) => `${date.slice(0, 4)} ${monthDay(date.slice(5))}`;
  return from === until ? written(from) : `${written(from)}-${written(until)}`;
}

function monthDay(text: string): string {
  return `${MONTHS[Number(text.slice(0, 2)) - 1]} ${text.slice(3)}`;
}

function clock({ from, until }: WallSpan): string {
  return `${from}-${until}`;
}

/** Each beginning and end of hours and pauses of the days from `first` to `last`, and a millisecond before it. */
function turns(desk: Desk, first: Instant, last: Instant): readonly Instant[] {
  const days = Math.round((last - first) / DAY);
  return Array.from({ length: days }, (_, day) => addDays(civilDateAt(first, TOKYO), day)).flatMap((date) => {
    const { spans, pauses } = hoursOn(desk, date, null);
    const walls = [...spans, ...pauses.map(({ span }) => span)].flatMap(({ from, until }) => [from, until]);
    return walls.map((wall) => instantOf(date, wall, TOKYO)).flatMap((at) => (at > first && at < last ? [at - 1, at] : []));
  });
}
