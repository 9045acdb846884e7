import { describe, expect, it } from 'vitest';
import { contactAt } from '../../renderer/domain/contacts';
import { CALL_CENTRE, rule, TOKYO } from '../fixtures/desk';
import { at } from '../fixtures/folder';

describe('a contact', () => {
  it.each([
    ['a weekday evening, when the desk has long closed', '2023-09-29T18:00:00+09:00', '2023-09-29T20:00:00+09:00'],
    ['its first instant', '2023-09-29T09:30:00+09:00', '2023-09-29T20:00:00+09:00'],
    ['its last millisecond', '2023-09-29T19:59:59.999+09:00', '2023-09-29T20:00:00+09:00'],
    ['a Saturday', '2023-09-30T10:00:00+09:00', '2023-09-30T17:30:00+09:00'],
    ['a holiday on a Monday, when weekday hours do not count', '2023-09-18T17:00:00+09:00', '2023-09-18T17:30:00+09:00'],
    ['a holiday on a Saturday', '2023-09-23T17:00:00+09:00', '2023-09-23T17:30:00+09:00'],
  ])('answers on %s', (_, iso, closesAt) => {
    expect(contactAt(CALL_CENTRE, TOKYO, null, at(iso))).toEqual({ open: true, closesAt: at(closesAt), opensAt: null });
  });

  it.each([
    ['before its hours', '2023-09-29T09:29:59.999+09:00', '2023-09-29T09:30:00+09:00'],
    ['at its closing', '2023-09-29T20:00:00+09:00', '2023-09-30T09:30:00+09:00'],
    ['on a holiday, at its earlier closing', '2023-09-18T17:30:00+09:00', '2023-09-19T09:30:00+09:00'],
    ['over the year end', '2022-12-28T20:00:00+09:00', '2023-01-04T09:30:00+09:00'],
    ['on a Sunday in the year end', '2023-01-01T12:00:00+09:00', '2023-01-04T09:30:00+09:00'],
  ])('does not answer %s', (_, iso, opensAt) => {
    expect(contactAt(CALL_CENTRE, TOKYO, null, at(iso))).toEqual({ open: false, closesAt: null, opensAt: at(opensAt) });
  });

  it('goes on when the desk has ended', () => {
    expect(contactAt(CALL_CENTRE, TOKYO, null, at('2023-10-02T10:00+09:00'))?.open).toBe(true);
  });

  it('is neither open nor closed when its hours are unknown', () => {
    expect(contactAt({ ...CALL_CENTRE, hours: null }, TOKYO, null, at('2023-09-29T12:00+09:00'))).toBeNull();
  });

  it('without any hours is closed and never opens', () => {
    const none = contactAt({ ...CALL_CENTRE, hours: [] }, TOKYO, null, at('2023-09-29T12:00+09:00'));
    expect(none).toEqual({ open: false, closesAt: null, opensAt: null });
  });

  it('that answers day and night names no closing', () => {
    const always = { ...CALL_CENTRE, hours: [rule([{ kind: 'daily' }], '00:00-24:00')] };
    expect(contactAt(always, TOKYO, null, at('2023-09-29T23:59:59.999+09:00'))).toEqual({
      open: true,
      closesAt: null,
      opensAt: null,
    });
  });
});
