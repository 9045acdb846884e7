import { describe, expect, it } from 'vitest';
import { deadlineAt, lastDayAt } from '../../renderer/domain/deadlines';
import { change, DEADLINE, DESK, TOKYO } from '../fixtures/desk';
import cases from '../fixtures/desk-cases.json';
import { at } from '../fixtures/folder';

describe('a deadline', () => {
  it.each([
    ['2023-09-01T00:00:00+09:00', 29, 'あと29日', null],
    ['2023-09-28T23:59:59.999+09:00', 2, 'あと2日', null],
    ['2023-09-29T00:00:00+09:00', 1, 'あと1日', null],
    ['2023-09-29T16:30:00+09:00', 1, 'あと1日', null],
    ['2023-09-29T23:59:59.999+09:00', 1, 'あと1日', null],
    ['2023-09-30T00:00:00+09:00', 0, '本日まで', '24時間'],
    ['2023-09-30T15:24:00+09:00', 0, '本日まで', '8時間36分'],
    ['2023-09-30T15:24:00.001+09:00', 0, '本日まで', '8時間36分'],
    ['2023-09-30T15:23:59.999+09:00', 0, '本日まで', '8時間37分'],
    ['2023-09-30T23:00:00+09:00', 0, '本日まで', '1時間'],
    ['2023-09-30T23:00:01+09:00', 0, '本日まで', '59分59秒'],
    ['2023-09-30T23:59:59+09:00', 0, '本日まで', '1秒'],
    ['2023-09-30T23:59:59.999+09:00', 0, '本日まで', '1秒'],
    ['2023-10-01T00:00:00+09:00', null, '終了しました', null],
    ['2024-01-01T00:00:00+09:00', null, '終了しました', null],
  ])('at %s has %j days left: %s %j', (iso, daysLeft, text, timeLeft) => {
    expect(deadlineAt(DEADLINE, TOKYO, at(iso))).toEqual({
      endsAt: at('2023-10-01T00:00:00+09:00'),
      daysLeft,
      over: daysLeft === null,
      text,
      timeLeft,
    });
  });

  it.each(cases.cases)('counts the days of the specification at $at', ({ at: iso, deadlineDaysLeft }) => {
    expect(deadlineAt(DEADLINE, TOKYO, at(iso)).daysLeft).toBe(deadlineDaysLeft);
  });

  it('ends with its day in the zone of the folder, on a day of 23 hours too', () => {
    const spring = { ...DEADLINE, date: '2023-03-12' };
    const state = deadlineAt(spring, 'America/New_York', at('2023-03-12T00:00:00-05:00'));
    expect(state).toMatchObject({ endsAt: at('2023-03-13T00:00:00-04:00'), daysLeft: 0, timeLeft: '23時間' });
    expect(deadlineAt(DEADLINE, 'UTC', at('2023-10-01T00:00:00+09:00')).over).toBe(false);
  });

  it('on the last day that there is stays a deadline like any other', () => {
    expect(deadlineAt({ ...DEADLINE, date: '9999-12-31' }, TOKYO, at('2023-09-29T12:00+09:00'))).toMatchObject({ over: false });
  });
});

describe('the last day of the desk', () => {
  it.each(cases.cases)('counts the days of the specification at $at', ({ at: iso, lastDayDaysLeft, state }) => {
    expect(lastDayAt(DESK, TOKYO, null, at(iso))).toMatchObject({
      date: '2023-09-29',
      daysLeft: lastDayDaysLeft,
      over: state === 'ended',
    });
  });

  it.each([
    ['2023-09-27T12:00:00+09:00', 2, 'あと2日'],
    ['2023-09-28T23:59:59.999+09:00', 1, 'あと1日'],
    ['2023-09-29T00:00:00+09:00', 0, '本日が最終日です'],
    ['2023-09-29T16:59:59.999+09:00', 0, '本日が最終日です'],
    ['2023-09-29T17:00:00+09:00', null, '終了しました'],
    ['2023-10-02T08:30:00+09:00', null, '終了しました'],
  ])('at %s has %j days left: %s', (iso, daysLeft, text) => {
    expect(lastDayAt(DESK, TOKYO, null, at(iso))).toEqual({ date: '2023-09-29', daysLeft, over: daysLeft === null, text });
  });

  it('is over from the last closing before it when it is closed itself', () => {
    const closed = { ...DESK, changes: [change(['2023-09-28', '2023-09-29'], { closed: true })] };
    expect(lastDayAt(closed, TOKYO, null, at('2023-09-27T16:59:59.999+09:00'))).toMatchObject({ daysLeft: 2, over: false });
    expect(lastDayAt(closed, TOKYO, null, at('2023-09-27T17:00:00+09:00'))).toMatchObject({ daysLeft: null, over: true });
  });

  it('ends early where a change lets the desk close early', () => {
    const early = { ...DESK, changes: [change('2023-09-29', { time: { from: '08:30', until: '15:00' } })] };
    expect(lastDayAt(early, TOKYO, null, at('2023-09-29T14:59:59.999+09:00'))?.over).toBe(false);
    expect(lastDayAt(early, TOKYO, null, at('2023-09-29T15:00:00+09:00'))?.over).toBe(true);
  });

  it('is null where the folder names none', () => {
    expect(lastDayAt({ ...DESK, lastDay: null }, TOKYO, null, at('2023-09-29T12:00+09:00'))).toBeNull();
  });
});
