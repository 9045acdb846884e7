import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  addDays,
  civilDateAt,
  dayStart,
  daysBetween,
  instantOf,
  isCivilDate,
  isoInstant,
  isTimeZone,
  parseInstant,
  wallTimeAt,
  weekdayOf,
} from '../../renderer/domain/time';
import { TOKYO } from '../fixtures/desk';
import { at } from '../fixtures/folder';

const NEW_YORK = 'America/New_York';
/** Zones with and without summer time, with half and quarter hours, with a turn at one past midnight, with a day left out. */
const ZONES = [
  TOKYO,
  'UTC',
  NEW_YORK,
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Africa/Cairo',
  'America/Sao_Paulo',
];
const anyZone = fc.constantFrom(...ZONES);
const anyInstant = fc.integer({ min: at('1995-01-01T00:00Z'), max: at('2037-12-31T00:00Z') });

const suiteZone = process.env.TZ;
afterEach(() => {
  process.env.TZ = suiteZone;
});

describe('the wall clock of a zone', () => {
  it.each([
    ['2023-09-28T06:24:10Z', TOKYO, '2023-09-28', '15:24'],
    ['2023-09-28T14:59:59.999Z', TOKYO, '2023-09-28', '23:59'],
    ['2023-09-28T15:00:00Z', TOKYO, '2023-09-29', '00:00'],
    ['2022-12-31T15:00:00Z', TOKYO, '2023-01-01', '00:00'],
    ['1969-12-31T23:59:59.999Z', TOKYO, '1970-01-01', '08:59'],
    ['2023-03-12T06:59:59.999Z', NEW_YORK, '2023-03-12', '01:59'],
    ['2023-03-12T07:00:00Z', NEW_YORK, '2023-03-12', '03:00'],
    ['2023-11-05T05:59:59.999Z', NEW_YORK, '2023-11-05', '01:59'],
    ['2023-11-05T06:00:00Z', NEW_YORK, '2023-11-05', '01:00'],
    ['2006-10-29T02:30:59.999Z', 'America/St_Johns', '2006-10-29', '00:00'],
    ['2006-10-29T02:31:00Z', 'America/St_Johns', '2006-10-28', '23:01'],
    ['2011-12-30T09:59:59.999Z', 'Pacific/Apia', '2011-12-29', '23:59'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31', '00:00'],
  ])('at %s in %s reads %s %s', (iso, zone, date, time) => {
    expect([civilDateAt(at(iso), zone), wallTimeAt(at(iso), zone)]).toEqual([date, time]);
  });

  it('reads as Intl says, at any instant of any zone', () => {
    const formats = new Map(
      ZONES.map((zone) => [zone, new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })]),
    );
    fc.assert(
      fc.property(anyInstant, anyZone, (now, zone) => {
        expect(`${civilDateAt(now, zone)} ${wallTimeAt(now, zone)}`).toBe(formats.get(zone)?.format(now));
      }),
      { numRuns: 5_000 },
    );
  });

  it('does not depend on the zone of the machine', () => {
    const instants = ['2023-03-12T07:00Z', '2023-09-28T15:00Z', '2023-11-05T06:00Z'].map(at);
    const answers = ['America/St_Johns', 'UTC', TOKYO, 'Pacific/Apia'].map((host) => {
      process.env.TZ = host;
      const offset = new Date(instants[0] ?? 0).getTimezoneOffset();
      const read = instants.map((now) => [
        civilDateAt(now, TOKYO),
        wallTimeAt(now, TOKYO),
        isoInstant(now, TOKYO),
        instantOf(civilDateAt(now, TOKYO), '08:30', TOKYO),
        addDays(civilDateAt(now, TOKYO), 1),
        weekdayOf(civilDateAt(now, TOKYO)),
      ]);
      return { offset, read };
    });
    expect(new Set(answers.map(({ offset }) => offset)).size).toBe(4);
    for (const { read } of answers) expect(read).toEqual(answers[0]?.read);
  });
});

describe('the instant of a wall time', () => {
  it.each([
    ['an ordinary time', '2023-09-29', '08:30', TOKYO, '2023-09-28T23:30:00Z'],
    ['the end of a day, which is the next one’s beginning', '2023-09-30', '24:00', TOKYO, '2023-09-30T15:00:00Z'],
    ['the end of a year', '2023-12-31', '24:00', TOKYO, '2023-12-31T15:00:00Z'],
    ['a summer time', '2023-07-01', '12:00', NEW_YORK, '2023-07-01T16:00:00Z'],
    ['a winter time', '2023-01-01', '12:00', NEW_YORK, '2023-01-01T17:00:00Z'],
    ['the hour before the clocks go forward', '2023-03-12', '01:30', NEW_YORK, '2023-03-12T06:30:00Z'],
    ['a time that the clocks skip: as much later', '2023-03-12', '02:30', NEW_YORK, '2023-03-12T07:30:00Z'],
    ['the hour after the clocks went forward', '2023-03-12', '03:00', NEW_YORK, '2023-03-12T07:00:00Z'],
    ['a time that comes twice: its first pass', '2023-11-05', '01:30', NEW_YORK, '2023-11-05T05:30:00Z'],
    ['the hour after the repeated one', '2023-11-05', '02:00', NEW_YORK, '2023-11-05T07:00:00Z'],
    ['a midnight that is skipped', '2018-11-04', '00:00', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['a midnight that is skipped, at the end of a day', '2023-04-27', '24:00', 'Africa/Cairo', '2023-04-27T22:00:00Z'],
    ['a midnight that comes twice: its first pass', '2006-10-29', '00:00', 'America/St_Johns', '2006-10-29T02:30:00Z'],
    ['a day that was left out', '2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T22:00:00Z'],
  ])('is, for %s (%s %s %s), %s', (_, date, time, zone, iso) => {
    expect(isoInstant(instantOf(date, time, zone), 'UTC')).toBe(isoInstant(at(iso), 'UTC'));
  });

  it('leads back to the same wall time unless the clocks skip it, and is its first pass', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (ms, zone) => {
        const now = Math.floor(ms / 60_000) * 60_000;
        const [date, time] = [civilDateAt(now, zone), wallTimeAt(now, zone)];
        const found = instantOf(date, time, zone);
        expect([civilDateAt(found, zone), wallTimeAt(found, zone)]).toEqual([date, time]);
        expect(now - found).toBeGreaterThanOrEqual(0);
        expect(now - found).toBeLessThanOrEqual(3_600_000);
        if (zone === TOKYO) expect(found).toBe(now);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is the start of its day at midnight: no earlier instant of the day is near', () => {
    expect(dayStart('2023-09-29', TOKYO)).toBe(at('2023-09-29T00:00+09:00'));
    expect(wallTimeAt(dayStart('2018-11-04', 'America/Sao_Paulo'), 'America/Sao_Paulo')).toBe('01:00');
    fc.assert(
      fc.property(anyInstant, anyZone, (now, zone) => {
        const date = civilDateAt(now, zone);
        const start = dayStart(date, zone);
        expect(civilDateAt(start, zone)).toBe(date);
        expect(civilDateAt(start - 1, zone) < date).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the calendar', () => {
  it.each([
    ['2023-09-30', 1, '2023-10-01'],
    ['2023-12-31', 1, '2024-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2023-01-01', -1, '2022-12-31'],
    ['2023-09-29', 0, '2023-09-29'],
    ['2023-09-29', 366, '2024-09-29'],
    ['9999-12-31', 1, '9999-12-31'],
    ['0000-01-01', -1, '0000-01-01'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  it('counts the days that it adds, and the weekdays go round', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400_000, max: 400_000 }), fc.integer({ min: -5_000, max: 5_000 }), (start, days) => {
        const date = addDays('2000-01-01', start);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date));
        expect((weekdayOf(addDays(date, 1)) - weekdayOf(date) + 7) % 7).toBe(1);
      }),
    );
  });

  it('counts whole days whatever the clocks do', () => {
    expect(daysBetween('2023-09-29', '2023-09-30')).toBe(1);
    expect(daysBetween('2023-03-11', '2023-03-13')).toBe(2);
    expect(daysBetween('2022-12-28', '2023-09-29')).toBe(275);
    expect(daysBetween('2023-10-02', '2023-09-29')).toBe(-3);
  });

  it('knows the weekdays', () => {
    expect(['2023-09-24', '2023-09-29', '2023-09-30', '2024-02-29'].map(weekdayOf)).toEqual([0, 5, 6, 4]);
  });

  it.each(['2023-02-28', '2024-02-29', '2000-02-29', '9999-12-31'])('takes %s for a day', (text) => {
    expect(isCivilDate(text)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '2023-02-30',
    '1900-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-09-31',
    '2023-9-30',
    '2023/09/30',
    '',
    ' 2023-09-30',
    '2023-09-30T00:00',
  ])('does not take %j for a day', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  it.each(['Asia/Tokyo', 'America/St_Johns', 'UTC'])('takes %s for a zone', (text) => {
    expect(isTimeZone(text)).toBe(true);
  });

  it.each(['Asia/Tokio', '', '+09:00', '日本', 'Asia/Tokyo '])('does not take %j for a zone', (text) => {
    expect(isTimeZone(text)).toBe(false);
  });
});

describe('an instant as text', () => {
  it.each([
    ['2023-09-29T07:30:00Z', TOKYO, '2023-09-29T16:30:00+09:00'],
    ['2023-09-29T07:59:59.500Z', TOKYO, '2023-09-29T16:59:59.500+09:00'],
    ['2023-09-29T07:59:59.007Z', TOKYO, '2023-09-29T16:59:59.007+09:00'],
    ['2023-07-01T00:00:00Z', 'America/St_Johns', '2023-06-30T21:30:00-02:30'],
    ['2023-01-01T00:00:00Z', 'Asia/Kathmandu', '2023-01-01T05:45:00+05:45'],
    ['2023-01-01T00:00:00Z', 'UTC', '2023-01-01T00:00:00+00:00'],
  ])('%s in %s is %s', (iso, zone, text) => {
    expect(isoInstant(at(iso), zone)).toBe(text);
  });

  it('can be written at the end of the last day there is', () => {
    expect(isoInstant(instantOf('9999-12-31', '24:00', 'UTC'), 'UTC')).toBe('+010000-01-01T00:00:00+00:00');
  });

  it('is read back as the same instant', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (now, zone) => {
        expect(parseInstant(isoInstant(now, zone))).toBe(now);
      }),
    );
  });

  it.each([
    ['2023-09-29T16:55+09:00', '2023-09-29T07:55:00Z'],
    ['2023-09-29T16:55:30+0900', '2023-09-29T07:55:30Z'],
    [' 2023-09-29T07:55:30.25Z ', '2023-09-29T07:55:30.250Z'],
  ])('is read from %j', (text, iso) => {
    expect(parseInstant(text)).toBe(at(iso));
  });

  it.each([
    '2023-09-29T16:55',
    '2023-09-29',
    '2023-02-30T10:00Z',
    '2023-09-29T24:00Z',
    '2023-09-29T10:60Z',
    '2023-09-29T10:00+99:99',
    '29 Sep 2023 10:00Z',
    '',
    '0',
  ])('is not read from %j', (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});
