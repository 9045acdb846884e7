import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePaintReport, parseStaffState } from '../../renderer/domain/bridge';

describe('what comes over the bridge', () => {
  it('is taken when it is what it should be', () => {
    const staff = { place: { slideId: '10-a', since: 1 }, hold: { slideId: '10-a', until: 2 } };
    expect(parseStaffState(staff)).toEqual(staff);
    const onPage = { ...staff, place: { ...staff.place, follows: '05-u', page: 2 } };
    expect(parseStaffState(onPage)).toEqual(onPage);
    expect(parseStaffState({ place: null, hold: null })).toEqual({ place: null, hold: null });
    const report = { revision: 3, slideId: null, pages: 1, paintedAt: 5, troubles: ['slides/50-photo.jpg: 画面に出せません'] };
    expect(parsePaintReport(report)).toEqual(report);
    expect(parsePaintReport({ ...report, troubles: [5] })).toBeNull();
    expect(parsePaintReport({ ...report, troubles: Array.from({ length: 51 }, () => '') })).toBeNull();
  });

  it('keeps all that staff switched, word for word', () => {
    const staff = {
      place: null,
      hold: null,
      emergency: { fileSince: 5, card: null },
      receptionClosedOn: '2023-09-28',
      pause: { reason: '混雑のため', since: 1, until: 2 },
      tickets: { calls: [{ label: 'C-45', counter: null, calledAt: 3 }], over: { issuedAt: null, calls: '42/1/' } },
      light: { dark: true, since: 1, until: 2 },
    };
    expect(parseStaffState(JSON.parse(JSON.stringify(staff)))).toEqual(staff);
  });

  it.each([
    [{ place: null, hold: null, receptionClosedOn: 'today' }],
    [{ place: null, hold: null, pause: { reason: 'x'.repeat(101), since: 1, until: 2 } }],
    [{ place: null, hold: null, tickets: { calls: Array(6).fill({ label: '1', counter: null, calledAt: 1 }), over: null } }],
    [{ place: null, hold: null, tickets: { calls: [{ label: '', counter: null, calledAt: 1 }], over: null } }],
    [null],
    [[]],
    [{ place: null }],
    [{ place: { slideId: 1, since: 1 }, hold: null }],
    [{ place: { slideId: 'x'.repeat(300), since: 1 }, hold: null }],
    [{ place: { slideId: 'x', since: Number.NaN }, hold: null }],
    [{ place: { slideId: 'x', since: 1, page: 1.5 }, hold: null }],
    [{ place: { slideId: 'x', since: 1, page: -1 }, hold: null }],
    [{ place: null, hold: null, extra: 1 }],
    [JSON.parse('{"place":null,"hold":null,"__proto__":{"x":1}}')],
  ])('%j is refused', (value) => {
    expect(parseStaffState(value)).toBeNull();
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        parseStaffState(value);
        parsePaintReport(value);
      }),
    );
  });
});
