import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../renderer/domain/content/content';
import { type DeskOverride, type DeskState, deskAt, endedAt, hoursOn } from '../../renderer/domain/desk';
import { addDays, civilDateAt, type Instant, instantOf, isoInstant } from '../../renderer/domain/time';
import { anyDeskIn, change, DESK, deskOf, HOLIDAYS, nth, rule, span, TOKYO, WORKDAYS, YEAR_END } from '../fixtures/desk';
import cases from '../fixtures/desk-cases.json';
import { at } from '../fixtures/folder';

const NEW_YORK = 'America/New_York';
const DAILY = { kind: 'daily' } as const;
const SPLIT = deskOf([rule([WORKDAYS], '08:30-12:00'), rule([WORKDAYS], '13:00-17:00')]);
const ALWAYS = deskOf([rule([DAILY], '00:00-24:00')]);

/** A time of September 2023 in Tokyo: `jst('29T16:55')`. */
function jst(text: string): Instant {
  return at(`2023-09-${text}+09:00`);
}

function stateOf(desk: Desk, now: Instant, override?: DeskOverride): DeskState {
  return deskAt(desk, TOKYO, null, now, override);
}

function told(at: Instant | null): string | null {
  return at === null ? null : isoInstant(at, TOKYO);
}

const suiteZone = process.env.TZ;
afterEach(() => {
  process.env.TZ = suiteZone;
});

describe('the desk of the specification', () => {
  it.each(cases.cases)('is $state at $at', ({ at: iso, state, closesAt, opensAt, secondsLeft }) => {
    const desk = stateOf(DESK, at(iso));
    expect({ state: desk.kind, closesAt: told(desk.closesAt), opensAt: told(desk.opensAt) }).toEqual({
      state,
      closesAt,
      opensAt,
    });
    expect(desk.closesAt === null ? null : (desk.closesAt - at(iso)) / 1000).toBe(secondsLeft);
  });

  it.each(cases.cases)('turns at the very millisecond of the boundaries announced at $at', ({ at: iso, state }) => {
    const { closesAt, opensAt } = stateOf(DESK, at(iso));
    if (closesAt !== null) {
      expect(stateOf(DESK, closesAt - 1)).toMatchObject({ kind: state, closesAt, opensAt });
      expect(stateOf(DESK, closesAt)).toMatchObject({ kind: opensAt === null ? 'ended' : 'after', closesAt: null, opensAt });
    }
    if (opensAt !== null) {
      expect(stateOf(DESK, opensAt - 1)).toMatchObject({ kind: 'before', closesAt: null, opensAt });
      expect(stateOf(DESK, opensAt).kind).toBe('open');
      expect(stateOf(DESK, opensAt).opensAt).not.toBe(opensAt);
    }
  });

  it.each([
    ['2023-09-01T08:29:59.999+09:00', 'before'],
    ['2023-09-01T08:30:00.000+09:00', 'open'],
    ['2023-09-01T16:59:59.999+09:00', 'open'],
    ['2023-09-01T17:00:00.000+09:00', 'after'],
    ['2023-09-01T23:59:59.999+09:00', 'after'],
    ['2023-09-02T00:00:00.000+09:00', 'closed'],
    ['2023-09-09T11:59:59.999+09:00', 'open'],
    ['2023-09-09T12:00:00.000+09:00', 'after'],
    ['2023-09-17T23:59:59.999+09:00', 'closed'],
    ['2023-09-18T12:00:00.000+09:00', 'closed'],
    ['2023-09-18T23:59:59.999+09:00', 'closed'],
    ['2023-09-19T00:00:00.000+09:00', 'before'],
    ['2023-09-29T16:59:59.999+09:00', 'open'],
    ['2023-09-29T17:00:00.000+09:00', 'ended'],
    ['2023-09-29T23:59:59.999+09:00', 'ended'],
    ['2023-10-10T10:00:00.000+09:00', 'ended'],
    ['2033-09-29T10:00:00.000+09:00', 'ended'],
  ])('at %s is %s', (iso, kind) => {
    expect(stateOf(DESK, at(iso)).kind).toBe(kind);
  });

  it.each([
    ['2023-09-18T10:00+09:00', '敬老の日'],
    ['2022-12-29T10:00+09:00', '年末年始'],
    ['2023-01-03T10:00+09:00', '年末年始'],
    ['2023-09-16T10:00+09:00', null],
    ['2023-09-17T10:00+09:00', null],
  ])('is closed at %s because of %j', (iso, reason) => {
    expect(stateOf(DESK, at(iso))).toMatchObject({ kind: 'closed', reason });
  });

  it('is open on an excepted day by another rule, and says no reason then', () => {
    const desk = deskOf([rule([WORKDAYS], '08:30-17:00', [YEAR_END]), rule([DAILY], '10:00-12:00')]);
    expect(hoursOn(desk, '2022-12-29', null)).toMatchObject({ spans: [span('10:00-12:00')], reason: null });
  });

  it('follows the folder’s own table of holidays', () => {
    const table = { '2023-09-19': '市民の日' };
    expect(deskAt(DESK, TOKYO, table, jst('18T10:00')).kind).toBe('open');
    expect(deskAt(DESK, TOKYO, table, jst('19T10:00'))).toMatchObject({ kind: 'closed', reason: '市民の日' });
  });

  it('says the same on any machine', () => {
    const instants = cases.cases.map(({ at: iso }) => at(iso));
    const answers = ['America/St_Johns', 'UTC', 'Asia/Tokyo', 'Pacific/Apia'].map((host) => {
      process.env.TZ = host;
      return instants.map((now) => stateOf(DESK, now));
    });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

describe('a planned pause', () => {
  // facts O1–O3
  const paused = { ...DESK, changes: [change('2023-09-26', { pause: span('10:00-11:00'), reason: 'システムメンテナンス' })] };

  it('begins and ends to the millisecond, with its reason and when service resumes', () => {
    expect(stateOf(paused, jst('26T09:59:59'))).toMatchObject({ kind: 'open', reason: null, closesAt: jst('26T17:00') });
    expect(jst('26T17:00') - jst('26T09:59:59')).toBe(25_201_000);
    expect(stateOf(paused, jst('26T09:59:59.999')).kind).toBe('open');
    expect(stateOf(paused, jst('26T10:00'))).toEqual({
      kind: 'paused',
      reason: 'システムメンテナンス',
      closesAt: jst('26T17:00'),
      opensAt: jst('27T08:30'),
      receivesAt: jst('27T08:30'),
      resumesAt: jst('26T11:00'),
    });
    expect(stateOf(paused, jst('26T10:59:59.999')).kind).toBe('paused');
    expect(stateOf(paused, jst('26T11:00'))).toMatchObject({ kind: 'open', reason: null, resumesAt: null });
  });

  it.each([
    ['at its end', ['08:00-10:00'], '26T10:00', '会議'],
    ['at the end of the last that follows', ['08:30-09:00', '09:00-09:30'], '26T09:30', '会議'],
    ['on the next day, where it covers the whole day', ['08:30-17:00'], '27T08:30', '会議'],
    ['at the opening, where it begins later', ['08:31-10:00'], '26T08:30', null],
  ])('that covers the opening lets reception begin %s', (_, pauses, receives, reason) => {
    const changes = pauses.map((pause) => change('2023-09-26', { pause: span(pause), reason: '会議' }));
    const desk = { ...DESK, changes };
    const opensAt = jst('26T08:30');
    expect(stateOf(desk, jst('26T07:00'))).toMatchObject({ kind: 'before', opensAt, receivesAt: jst(receives), reason });
    expect(stateOf(desk, jst('25T17:00'))).toMatchObject({ kind: 'after', opensAt, receivesAt: jst(receives), reason: null });
  });

  it('comes on each day of its dates', () => {
    const week = { ...DESK, changes: [change(['2023-09-25', '2023-09-27'], { pause: span('10:00-11:00') })] };
    const kinds = ['22', '25', '26', '27', '28'].map((day) => stateOf(week, jst(`${day}T10:30`)).kind);
    expect(kinds).toEqual(['open', 'paused', 'paused', 'paused', 'open']);
  });

  it('counts inside hours only', () => {
    const early = { ...DESK, changes: [change(['2023-09-17', '2023-09-19'], { pause: span('08:00-09:00') })] };
    expect(stateOf(early, jst('17T08:30')).kind).toBe('closed');
    expect(stateOf(early, jst('18T08:30'))).toMatchObject({ kind: 'closed', reason: '敬老の日' });
    expect(stateOf(early, jst('19T08:15'))).toMatchObject({ kind: 'before', opensAt: jst('19T08:30') });
    expect(stateOf(early, jst('19T08:30'))).toMatchObject({ kind: 'paused', resumesAt: jst('19T09:00') });
  });

  it.each([
    ['to the closing', '16:00-17:00'],
    ['beyond the closing', '16:00-18:00'],
  ])('%s announces no resumption', (_, pause) => {
    const late = { ...DESK, changes: [change('2023-09-26', { pause: span(pause) })] };
    expect(stateOf(late, jst('26T16:30'))).toMatchObject({ kind: 'paused', resumesAt: null, closesAt: jst('26T17:00') });
    expect(stateOf(late, jst('26T17:00')).kind).toBe('after');
  });

  it('over the break between two spans resumes in the second', () => {
    const over = { ...SPLIT, changes: [change('2023-09-26', { pause: span('11:00-14:00') })] };
    expect(stateOf(over, jst('26T11:30'))).toMatchObject({ kind: 'paused', closesAt: jst('26T12:00'), resumesAt: null });
    expect(stateOf(over, jst('26T12:30'))).toMatchObject({ kind: 'before', opensAt: jst('26T13:00') });
    expect(stateOf(over, jst('26T13:30'))).toMatchObject({ kind: 'paused', resumesAt: jst('26T14:00') });
  });

  it('that another follows without a gap is announced to the end of the last, each with its own reason', () => {
    const two = {
      ...DESK,
      changes: [
        change('2023-09-26', { pause: span('11:00-12:00'), reason: '訓練' }),
        change('2023-09-26', { pause: span('10:00-11:00'), reason: 'システムメンテナンス' }),
        change('2023-09-26', { pause: span('14:00-15:00') }),
      ],
    };
    expect(stateOf(two, jst('26T10:30'))).toMatchObject({ reason: 'システムメンテナンス', resumesAt: jst('26T12:00') });
    expect(stateOf(two, jst('26T11:30'))).toMatchObject({ reason: '訓練', resumesAt: jst('26T12:00') });
    expect(stateOf(two, jst('26T12:00')).kind).toBe('open');
    expect(stateOf(two, jst('26T14:00'))).toMatchObject({ kind: 'paused', reason: null });
  });
});

describe('what staff and the feed add', () => {
  const closedOn = (date: string): DeskOverride => ({ receptionClosedOn: date, pause: null });
  const pressed = (until: string | null, reason: string | null = null): DeskOverride => ({
    receptionClosedOn: null,
    pause: { until: until === null ? null : jst(until), reason },
  });

  it('closes reception at once, while the hours go on (O4)', () => {
    expect(stateOf(DESK, jst('28T15:39:59')).kind).toBe('open');
    expect(stateOf(DESK, jst('28T15:40'), closedOn('2023-09-28'))).toEqual({
      kind: 'receptionClosed',
      reason: null,
      closesAt: jst('28T17:00'),
      opensAt: jst('29T08:30'),
      receivesAt: jst('29T08:30'),
      resumesAt: null,
    });
  });

  it.each([
    ['at the closing (O5)', '28T17:00', '2023-09-28', 'after'],
    ['before the opening', '28T08:00', '2023-09-28', 'before'],
    ['on the next day (O6)', '29T08:30', '2023-09-28', 'open'],
    ['from the next midnight', '29T00:00', '2023-09-28', 'before'],
    ['after hours (O8)', '23T13:00', '2023-09-23', 'after'],
    ['on a closed day', '18T10:00', '2023-09-18', 'closed'],
  ])('has no effect %s', (_, now, date, kind) => {
    expect(stateOf(DESK, jst(now), closedOn(date)).kind).toBe(kind);
  });

  it('does not open or close a desk that has ended (O8)', () => {
    const now = at('2023-10-02T10:00+09:00');
    const override = { receptionClosedOn: '2023-10-02', pause: { until: null, reason: '会議' } };
    expect(stateOf(DESK, now, override)).toEqual(stateOf(DESK, now));
    expect(stateOf(DESK, now, override).kind).toBe('ended');
  });

  it('lets nothing else open today once reception was closed', () => {
    const closed = closedOn('2023-09-26');
    expect(stateOf(SPLIT, jst('26T11:00'), closed)).toMatchObject({ kind: 'receptionClosed', opensAt: jst('27T08:30') });
    expect(stateOf(SPLIT, jst('26T12:30'), closed)).toMatchObject({ kind: 'after', opensAt: jst('27T08:30') });
    expect(stateOf(SPLIT, jst('26T13:00'), closed).kind).toBe('receptionClosed');
    expect(stateOf(SPLIT, jst('26T12:30'))).toMatchObject({ kind: 'before', opensAt: jst('26T13:00') });
  });

  it('pauses until the instant that was said, and no longer', () => {
    expect(stateOf(DESK, jst('28T10:00'), pressed('28T10:30', '会議'))).toMatchObject({
      kind: 'paused',
      reason: '会議',
      resumesAt: jst('28T10:30'),
    });
    expect(stateOf(DESK, jst('28T10:29:59.999'), pressed('28T10:30')).kind).toBe('paused');
    expect(stateOf(DESK, jst('28T10:30'), pressed('28T10:30')).kind).toBe('open');
  });

  it('pauses without an end, or beyond the closing, announce no resumption', () => {
    expect(stateOf(DESK, jst('28T10:00'), pressed(null))).toMatchObject({ kind: 'paused', resumesAt: null });
    expect(stateOf(DESK, jst('28T16:30'), pressed('28T17:00'))).toMatchObject({ kind: 'paused', resumesAt: null });
    expect(stateOf(DESK, jst('28T17:00'), pressed(null)).kind).toBe('after');
  });

  it('pause is stronger than a closed reception, which is there when the pause ends', () => {
    const both = { ...pressed('28T10:30'), receptionClosedOn: '2023-09-28' };
    expect(stateOf(DESK, jst('28T10:00'), both).kind).toBe('paused');
    expect(stateOf(DESK, jst('28T10:30'), both).kind).toBe('receptionClosed');
  });

  it('never lets a planned pause announce a resumption that staff know will not be', () => {
    const paused = { ...DESK, changes: [change('2023-09-26', { pause: span('10:00-11:00'), reason: 'システムメンテナンス' })] };
    const now = jst('26T10:30');
    expect(stateOf(paused, now, pressed('26T12:00', '会議'))).toMatchObject({ reason: '会議', resumesAt: jst('26T12:00') });
    expect(stateOf(paused, now, pressed(null))).toMatchObject({ reason: 'システムメンテナンス', resumesAt: null });
    expect(stateOf(paused, now, pressed('26T10:45'))).toMatchObject({ resumesAt: jst('26T11:00') });
    expect(stateOf(paused, jst('26T09:30'), pressed('26T10:15'))).toMatchObject({ resumesAt: jst('26T11:00') });
  });
});

describe('a change', () => {
  it('beats the weekly rules with its own hours and reason', () => {
    const desk = { ...DESK, changes: [change('2023-09-15', { time: span('08:30-15:00'), reason: '停電のため' })] };
    expect(hoursOn(desk, '2023-09-15', null)).toEqual({
      spans: [span('08:30-15:00')],
      reason: '停電のため',
      place: null,
      pauses: [],
    });
    expect(stateOf(desk, jst('15T14:59:59.999'))).toMatchObject({ kind: 'open', closesAt: jst('15T15:00') });
    expect(stateOf(desk, jst('15T15:00'))).toMatchObject({ kind: 'after', opensAt: jst('19T08:30') });
  });

  it('beats the closures', () => {
    const desk = { ...DESK, changes: [change('2023-09-18', { time: span('09:00-12:00'), reason: '臨時開庁' })] };
    expect(stateOf(desk, jst('18T10:00'))).toMatchObject({ kind: 'open', closesAt: jst('18T12:00') });
    expect(stateOf(desk, jst('15T17:00')).opensAt).toBe(jst('18T09:00'));
  });

  it('closes a day with its reason (O9)', () => {
    const desk = { ...DESK, changes: [change('2023-09-23', { closed: true, reason: '祝日のため' })] };
    expect(stateOf(desk, jst('22T17:00'))).toMatchObject({ kind: 'after', opensAt: jst('25T08:30') });
    expect(stateOf(desk, jst('23T10:00'))).toMatchObject({ kind: 'closed', reason: '祝日のため' });
  });

  it('that closes a holiday without a reason leaves the holiday’s', () => {
    const desk = { ...DESK, changes: [change(['2023-09-18', '2023-09-19'], { closed: true })] };
    expect(hoursOn(desk, '2023-09-18', null).reason).toBe('敬老の日');
    expect(hoursOn(desk, '2023-09-19', null).reason).toBeNull();
  });

  it('after the last day opens nothing (O10)', () => {
    const desk = { ...DESK, changes: [change('2023-09-30', { time: span('09:00-17:00') })] };
    expect(hoursOn(desk, '2023-09-30', null)).toEqual({ spans: [], reason: null, place: null, pauses: [] });
    expect(stateOf(desk, jst('30T10:00')).kind).toBe('ended');
    expect(stateOf(desk, jst('29T10:00')).opensAt).toBeNull();
  });

  it('moves the desk through the end of its last day (O11)', () => {
    const desk = { ...DESK, changes: [change(['2023-09-25', '2023-09-26'], { place: '分庁舎1階', reason: '会場の工事のため' })] };
    const places = ['2023-09-24', '2023-09-25', '2023-09-26', '2023-09-27'].map((date) => hoursOn(desk, date, null).place);
    expect(places).toEqual([null, '分庁舎1階', '分庁舎1階', null]);
    expect(hoursOn(desk, civilDateAt(jst('26T23:59:59'), TOKYO), null).place).toBe('分庁舎1階');
    expect(hoursOn(desk, civilDateAt(jst('27T00:00'), TOKYO), null).place).toBeNull();
    expect(hoursOn(desk, '2023-09-25', null)).toMatchObject({ spans: [span('08:30-17:00')], reason: '会場の工事のため' });
    expect(hoursOn(desk, '2023-09-24', null).reason).toBeNull();
  });

  it('of a date goes together with others; of those that set the same the later line wins', () => {
    const desk = {
      ...DESK,
      changes: [
        change('2023-09-26', { pause: span('10:00-11:00'), reason: 'システムメンテナンス' }),
        change('2023-09-26', { time: span('08:30-15:00'), reason: '停電のため' }),
        change(['2023-09-25', '2023-09-27'], { place: '分庁舎1階' }),
        change('2023-09-26', { place: '分庁舎2階' }),
      ],
    };
    expect(hoursOn(desk, '2023-09-26', null)).toEqual({
      spans: [span('08:30-15:00')],
      reason: '停電のため',
      place: '分庁舎2階',
      pauses: [{ span: span('10:00-11:00'), reason: 'システムメンテナンス' }],
    });
    expect(hoursOn(desk, '2023-09-25', null)).toMatchObject({ reason: null, place: '分庁舎1階' });
  });

  it.each([
    ['open', [change(['2023-09-25', '2023-09-27'], { closed: true }), change('2023-09-26', { time: span('09:00-12:00') })]],
    ['closed', [change('2023-09-26', { time: span('09:00-12:00') }), change(['2023-09-25', '2023-09-27'], { closed: true })]],
  ])('leaves a day %s as its later line says', (kind, changes) => {
    expect(stateOf({ ...DESK, changes }, jst('26T10:00')).kind).toBe(kind);
  });

  it('lets a reason of a pause be the pause’s alone', () => {
    const desk = { ...DESK, changes: [change('2023-09-26', { pause: span('10:00-11:00'), place: '分庁舎1階', reason: '移転' })] };
    expect(hoursOn(desk, '2023-09-26', null).reason).toBeNull();
  });
});

describe('the last day', () => {
  it('ends with its last closing', () => {
    expect(told(endedAt(DESK, TOKYO, null))).toBe('2023-09-29T17:00:00+09:00');
    expect(told(endedAt({ ...SPLIT, lastDay: '2023-09-29' }, TOKYO, null))).toBe('2023-09-29T17:00:00+09:00');
    expect(stateOf({ ...SPLIT, lastDay: '2023-09-29' }, jst('29T12:30'))).toMatchObject({
      kind: 'before',
      opensAt: jst('29T13:00'),
    });
  });

  it.each([
    ['a Sunday', '2023-10-01', '2023-09-29T17:00:00+09:00'],
    ['a holiday', '2023-09-18', '2023-09-15T17:00:00+09:00'],
    ['in the year end', '2023-01-03', '2022-12-28T17:00:00+09:00'],
    ['a 2nd Saturday', '2023-09-09', '2023-09-09T12:00:00+09:00'],
  ])('that is %s ends with the last closing before it', (_, lastDay, iso) => {
    const desk = { ...DESK, lastDay };
    expect(told(endedAt(desk, TOKYO, null))).toBe(iso);
    expect(stateOf(desk, at(iso) - 1)).toMatchObject({ kind: 'open', opensAt: null });
    expect(stateOf(desk, at(iso)).kind).toBe('ended');
  });

  it('that a change closes or shortens ends earlier', () => {
    const changes = [change('2023-09-29', { closed: true }), change('2023-09-28', { time: span('08:30-15:00') })];
    expect(told(endedAt({ ...DESK, changes }, TOKYO, null))).toBe('2023-09-28T15:00:00+09:00');
  });

  it('at midnight ends with the day', () => {
    expect(told(endedAt({ ...ALWAYS, lastDay: '2023-09-29' }, TOKYO, null))).toBe('2023-09-30T00:00:00+09:00');
  });

  it('of a desk that never opens ends with the day, and without a last day nothing ends', () => {
    const never = deskOf([rule([HOLIDAYS], '08:30-17:00', [HOLIDAYS])]);
    expect(told(endedAt({ ...never, lastDay: '2023-09-29' }, TOKYO, null))).toBe('2023-09-30T00:00:00+09:00');
    expect(endedAt(never, TOKYO, null)).toBeNull();
    expect(stateOf(never, jst('18T10:00'))).toMatchObject({ kind: 'closed', opensAt: null });
    expect(stateOf(deskOf([]), jst('18T10:00'))).toMatchObject({ kind: 'closed', reason: null, opensAt: null });
  });

  it('at the end of the calendar is no trouble', () => {
    expect(stateOf({ ...DESK, lastDay: '9999-12-31' }, jst('29T10:00')).kind).toBe('open');
    expect(stateOf({ ...DESK, lastDay: '0000-01-01' }, jst('29T10:00')).kind).toBe('ended');
  });
});

describe('hours at midnight', () => {
  const night = deskOf([rule([nth(1, 5)], '22:00-24:00'), rule([nth(1, 6), nth(2, 6)], '00:00-02:00')]);

  it('go on where the next day’s begin: no closing and no opening between', () => {
    expect(stateOf(night, jst('01T23:00'))).toMatchObject({ kind: 'open', closesAt: jst('02T02:00'), opensAt: jst('09T00:00') });
    expect(stateOf(night, jst('02T00:00'))).toMatchObject({ kind: 'open', closesAt: jst('02T02:00') });
    expect(stateOf(night, jst('02T02:00'))).toMatchObject({ kind: 'after', opensAt: jst('09T00:00') });
  });

  it('end there when the next day’s do not', () => {
    const late = deskOf([rule([WORKDAYS], '20:00-24:00')]);
    expect(stateOf(late, jst('29T23:59:59.999'))).toMatchObject({ kind: 'open', closesAt: jst('30T00:00') });
    expect(stateOf(late, jst('30T00:00'))).toMatchObject({ kind: 'closed', opensAt: at('2023-10-02T20:00+09:00') });
  });

  it('of a desk that never closes have neither closing nor opening', () => {
    expect(stateOf(ALWAYS, jst('29T23:59:59.999'))).toMatchObject({ kind: 'open', closesAt: null, opensAt: null });
    expect(stateOf({ ...ALWAYS, lastDay: '2023-09-29' }, jst('20T12:00')).closesAt).toBe(jst('30T00:00'));
  });

  it('let a pause over midnight resume when it is over', () => {
    const changes = [change('2023-09-26', { pause: span('23:00-24:00') }), change('2023-09-27', { pause: span('00:00-01:00') })];
    const desk = { ...ALWAYS, changes };
    expect(stateOf(desk, jst('26T23:30'))).toMatchObject({ kind: 'paused', resumesAt: jst('27T01:00'), closesAt: null });
    expect(stateOf(desk, jst('27T01:00')).kind).toBe('open');
  });
});

describe('a desk where the clocks change', () => {
  const desk = deskOf([rule([DAILY], '01:30-09:00')]);

  it('opens and closes by the wall clock, on a short day and on a long one', () => {
    expect(deskAt(desk, NEW_YORK, {}, at('2023-03-12T01:30-05:00'))).toMatchObject({
      kind: 'open',
      closesAt: at('2023-03-12T09:00-04:00'),
    });
    expect(deskAt(desk, NEW_YORK, {}, at('2023-11-05T01:29:59.999-04:00'))).toMatchObject({
      kind: 'before',
      opensAt: at('2023-11-05T01:30-04:00'),
    });
    expect(deskAt(desk, NEW_YORK, {}, at('2023-11-05T01:10-05:00')).kind).toBe('open');
    expect(deskAt(desk, NEW_YORK, {}, at('2023-11-05T09:00-05:00'))).toMatchObject({
      kind: 'after',
      opensAt: at('2023-11-06T01:30-05:00'),
    });
  });

  it('has no span in an hour that is skipped, and announces none', () => {
    const short = deskOf([rule([DAILY], '02:00-02:30')]);
    expect(deskAt(short, NEW_YORK, {}, at('2023-03-11T02:30-05:00')).opensAt).toBe(at('2023-03-12T03:00-04:00'));
    const within = deskOf([rule([DAILY], '02:30-03:00')]);
    expect(deskAt(within, NEW_YORK, {}, at('2023-03-11T03:00-05:00')).opensAt).toBe(at('2023-03-13T02:30-04:00'));
    expect(deskAt(within, NEW_YORK, {}, at('2023-03-12T12:00-04:00')).kind).toBe('closed');
  });
});

describe('any desk', () => {
  const YEAR = 2023;
  const anyDesk = anyDeskIn(YEAR);
  const anyMoment = fc
    .integer({ min: at(`${YEAR - 1}-12-01T00:00+09:00`) / 1000, max: at(`${YEAR + 1}-02-01T00:00+09:00`) / 1000 })
    .map((seconds) => seconds * 1000);
  const anyPause = fc.option(fc.record({ until: fc.option(anyMoment), reason: fc.constantFrom(null, '会議') }));
  const anyOverride: fc.Arbitrary<DeskOverride> = fc
    .tuple(anyMoment, anyPause)
    .map(([now, pause]) => ({ receptionClosedOn: civilDateAt(now, TOKYO), pause }));
  const inside = ({ kind }: DeskState) => kind === 'open' || kind === 'paused' || kind === 'receptionClosed';

  it('announces its next opening and closing truly', () => {
    fc.assert(
      fc.property(anyDesk, anyMoment, (desk, now) => {
        const state = stateOf(desk, now);
        if (state.opensAt !== null) {
          expect(state.opensAt).toBeGreaterThan(now);
          expect(['open', 'paused']).toContain(stateOf(desk, state.opensAt).kind);
          expect(inside(stateOf(desk, state.opensAt - 1))).toBe(false);
        }
        if (state.closesAt !== null) {
          expect(inside(state)).toBe(true);
          expect(state.closesAt).toBeGreaterThan(now);
          expect(inside(stateOf(desk, state.closesAt - 1))).toBe(true);
          expect(inside(stateOf(desk, state.closesAt))).toBe(false);
        }
        if (state.resumesAt !== null) {
          expect(state.kind).toBe('paused');
          expect(stateOf(desk, state.resumesAt - 1).kind).toBe('paused');
          expect(stateOf(desk, state.resumesAt).kind).toBe('open');
        }
        if (state.kind === 'before') expect(civilDateAt(state.opensAt ?? 0, TOKYO)).toBe(civilDateAt(now, TOKYO));
        if (state.kind === 'after' || state.kind === 'closed') {
          expect(state.opensAt === null || civilDateAt(state.opensAt, TOKYO) > civilDateAt(now, TOKYO)).toBe(true);
        }
        if (state.kind === 'ended')
          expect(state).toEqual({
            kind: 'ended',
            reason: null,
            opensAt: null,
            receivesAt: null,
            closesAt: null,
            resumesAt: null,
          });
      }),
      { numRuns: 1_500 },
    );
  });

  it('announces truly when it will next receive somebody', () => {
    const HALF_HOUR = 1_800_000;
    fc.assert(
      fc.property(anyDesk, anyMoment, (desk, now) => {
        const { opensAt, receivesAt } = stateOf(desk, now);
        if (opensAt === null) {
          expect(receivesAt).toBeNull();
          return;
        }
        if (receivesAt !== null) expect(stateOf(desk, receivesAt).kind).toBe('open');
        // All hours and pauses of these desks begin and end at half hours.
        const until = Math.min(receivesAt ?? Number.POSITIVE_INFINITY, opensAt + 60 * 86_400_000);
        for (let at = opensAt; at < until; at += HALF_HOUR) expect(stateOf(desk, at).kind).not.toBe('open');
      }),
      { numRuns: 1_500 },
    );
  });

  it('changes at wall times of the day’s hours and pauses, at midnight and at its end, and nowhere else', () => {
    fc.assert(
      fc.property(anyDesk, anyMoment, (desk, now) => {
        const date = civilDateAt(now, TOKYO);
        const { spans, pauses } = hoursOn(desk, date, null);
        const walls = [
          '00:00',
          '24:00',
          ...[...spans, ...pauses.map(({ span }) => span)].flatMap(({ from, until }) => [from, until]),
        ];
        const turns = [...walls.map((wall) => instantOf(date, wall, TOKYO)), endedAt(desk, TOKYO, null) ?? 0];
        const from = Math.max(...turns.filter((turn) => turn <= now));
        const until = Math.min(...turns.filter((turn) => turn > now));
        const state = stateOf(desk, now);
        for (const within of [from, now, Math.floor((from + until) / 2), until - 1]) expect(stateOf(desk, within)).toEqual(state);
      }),
      { numRuns: 1_500 },
    );
  });

  it('goes through its day from before to after, and never back', () => {
    const order = ['closed', 'before', 'open', 'after', 'ended'];
    fc.assert(
      fc.property(anyDesk, anyMoment, (desk, now) => {
        const date = civilDateAt(now, TOKYO);
        if (hoursOn(desk, date, null).spans.length > 1) return;
        const kinds = Array.from(
          { length: 96 },
          (_, quarter) => stateOf(desk, instantOf(date, '00:00', TOKYO) + quarter * 900_000).kind,
        );
        const ranks = kinds.map((kind) => order.indexOf(kind === 'paused' ? 'open' : kind));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        if (kinds.includes('closed')) expect(new Set(kinds.filter((kind) => kind !== 'ended'))).toEqual(new Set(['closed']));
      }),
      { numRuns: 200 },
    );
  });

  it('that has ended never opens again', () => {
    fc.assert(
      fc.property(anyDesk, anyMoment, fc.integer({ min: 0, max: 4_000 }), (desk, now, days) => {
        if (stateOf(desk, now).kind !== 'ended') return;
        expect(stateOf(desk, now + days * 86_400_000).kind).toBe('ended');
        expect(hoursOn(desk, addDays(desk.lastDay ?? '', days + 1), null).spans).toEqual([]);
      }),
    );
  });

  it('keeps to its calendar outside hours, whatever staff and feed say', () => {
    fc.assert(
      fc.property(anyDesk, anyMoment, anyOverride, (desk, now, override) => {
        const plain = stateOf(desk, now);
        const state = stateOf(desk, now, override);
        expect(inside(state)).toBe(inside(plain));
        expect(state.closesAt).toBe(plain.closesAt);
        if (!inside(plain) && override.receptionClosedOn !== civilDateAt(now, TOKYO)) expect(state).toEqual(plain);
        if (plain.kind === 'paused') expect(state.kind).toBe('paused');
        if (state.resumesAt !== null) expect(state.resumesAt).toBeGreaterThan(now);
        if (state.resumesAt !== null) expect(stateOf(desk, state.resumesAt, override).kind).not.toBe('paused');
      }),
      { numRuns: 1_500 },
    );
  });
});
