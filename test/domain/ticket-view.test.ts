import { describe, expect, it } from 'vitest';
import { displayMoment } from '../../renderer/domain/moment';
import type { Feed, Snapshot } from '../../renderer/domain/snapshot';
import { ticketsAt } from '../../renderer/domain/ticket-view';
import type { Call, TicketReading } from '../../renderer/domain/tickets';
import { at, contentOf, SIGNAGE, snapshotOf } from '../fixtures/folder';

const NOW = at('2023-09-28T15:24:10+09:00');
const call = (label: string, calledAt: string | null = '2023-09-28T15:20:00+09:00', counter: string | null = null): Call => ({
  label,
  counter,
  calledAt: calledAt === null ? null : at(calledAt),
});
const reading = (rest: Partial<TicketReading> = {}): TicketReading => ({
  issuedAt: NOW,
  calling: [call('42', '2023-09-28T15:23:00+09:00', '1')],
  absent: [],
  waiting: null,
  desk: null,
  ...rest,
});

function snapshot(feed: Partial<Feed>, rest: Partial<Snapshot> = {}): Snapshot {
  return snapshotOf(contentOf({}), { feed: { reading: reading(), readAt: NOW, since: NOW, trouble: null, ...feed }, ...rest });
}

function view(snap: Snapshot, now = NOW) {
  const moment = displayMoment(snap, now);
  if (moment === null) throw new Error('no moment');
  return ticketsAt(snap, moment);
}

/** The labels on the glass, or the calm words that stand there instead. */
function glass(snap: Snapshot, now = NOW): readonly string[] | string {
  const tickets = view(snap, now);
  if (tickets === null) return 'no column';
  return tickets.kind === 'calls' ? tickets.calls.map(({ label }) => label) : tickets.text.main;
}

describe('the ticket column', () => {
  it('lists several calls newest first, whatever their numbers, and at most five', () => {
    const calling = [
      call('12', '2023-09-28T15:01:00+09:00'),
      call('501', '2023-09-28T15:02:00+09:00'),
      call('9', '2023-09-28T15:03:00+09:00'),
      call('C-45', '2023-09-28T15:04:00+09:00'),
      call('13', '2023-09-28T15:05:00+09:00'),
      call('14', '2023-09-28T15:06:00+09:00'),
    ];
    expect(glass(snapshot({ reading: reading({ calling }) }))).toEqual(['14', '13', 'C-45', '9', '501']);
  });

  it('names who was called and did not come, once, not while they are called again, and no longer than the rest', () => {
    const absent = (snap: Snapshot, now = NOW) => {
      const tickets = view(snap, now);
      return tickets?.kind === 'calls' ? tickets.absent : undefined;
    };
    const missed = snapshot({ reading: reading({ absent: ['37', '42', '41', '37'] }) });
    expect(absent(missed)).toEqual({
      label: { main: 'お呼び出し済み', others: [{ language: 'en', text: 'Missed' }] },
      numbers: ['37', '41'],
      language: 'ja',
    });
    expect(absent(missed, NOW + 119_999)).not.toBeNull();
    expect(absent(missed, NOW + 120_000)).toBeUndefined();
    expect(absent(snapshot({}))).toBeNull();
    expect(absent(snapshot({ reading: reading({ calling: [], absent: ['37'] }) }))).toMatchObject({ numbers: ['37'] });
  });

  it.each([
    [29_999, ['42'], null],
    [30_000, ['42'], '更新 15:24'],
    [119_999, ['42'], '更新 15:24'],
    [120_000, '係員がお呼びします', undefined],
  ])('%i ms after the last good reading shows %j and the age %s', (ms, expected, age) => {
    const snap = snapshot({});
    expect(glass(snap, NOW + ms)).toEqual(expected);
    const tickets = view(snap, NOW + ms);
    expect(tickets?.kind === 'calls' ? tickets.age : undefined).toBe(age);
  });

  it('ages at its real pace in a fast rehearsal', () => {
    const rehearsal = { start: NOW, realStart: 0, speed: 30 };
    expect(glass(snapshot({}, { rehearsal }), NOW + 119_999 * 30)).toEqual(['42']);
    expect(glass(snapshot({}, { rehearsal }), NOW + 120_000 * 30)).toBe('係員がお呼びします');
  });

  it('shows no number before the first reading', () => {
    expect(glass(snapshot({ reading: null, readAt: null }))).toBe('係員がお呼びします');
  });

  it("never shows yesterday's numbers, by the feed's time of issue or by the time of the call", () => {
    const morning = at('2023-09-29T08:35:00+09:00');
    expect(glass(snapshot({ readAt: morning }), morning)).toBe('係員がお呼びします');
    const undated = reading({ issuedAt: null, calling: [call('42'), call('7', '2023-09-29T08:31:00+09:00')] });
    expect(glass(snapshot({ reading: undated, readAt: morning }), morning)).toEqual(['7']);
  });

  it("has nothing from a payload that calls only yesterday's numbers, neither who waits nor the state of the desk", () => {
    const morning = at('2023-09-29T08:35:00+09:00');
    const left = reading({
      issuedAt: null,
      calling: [call('42')],
      waiting: { count: 12, minutes: null },
      desk: { status: 'receptionClosed', note: null },
    });
    const snap = snapshot({ reading: left, readAt: morning });
    expect(glass(snap, morning)).toBe('係員がお呼びします');
    expect(displayMoment(snap, morning)?.desk?.kind).toBe('open');
  });

  it('lets go at midnight of a number that names no time', () => {
    const content = contentOf({ 'signage.yaml': SIGNAGE.replaceAll('8:30-17:00', '0:00-24:00') });
    const midnight = at('2023-09-29T00:00:00+09:00');
    const feed = { reading: reading({ issuedAt: null, calling: [call('42', null)] }), readAt: midnight - 1_000, since: 1 };
    const snap = snapshotOf(content, { feed: { ...feed, trouble: null } });
    expect(glass(snap, midnight - 1)).toEqual(['42']);
    expect(glass(snap, midnight)).toBe('係員がお呼びします');
  });

  it('shows no number that is said to be issued later today', () => {
    expect(glass(snapshot({ readAt: NOW, reading: reading({ issuedAt: NOW + 600_000 }) }))).toEqual(['42']);
    expect(glass(snapshot({ readAt: NOW, reading: reading({ issuedAt: NOW + 600_001 }) }))).toBe('係員がお呼びします');
  });

  it('shows a live feed before the opening, for tickets are handed out early', () => {
    const early = at('2023-09-28T08:10:00+09:00');
    const feed = { readAt: early, reading: reading({ issuedAt: early, calling: [call('1', '2023-09-28T08:09:00+09:00')] }) };
    expect(glass(snapshot(feed), early)).toEqual(['1']);
    expect(glass(snapshot({ reading: null, readAt: null }), early)).toBe('受付は 午前8時30分から');
  });

  it('lets the last numbers stand an hour after the closing, no longer', () => {
    const late = (iso: string) => ({ readAt: at(iso), reading: reading({ issuedAt: at(iso) }) });
    expect(glass(snapshot(late('2023-09-28T17:59:59+09:00')), at('2023-09-28T17:59:59+09:00'))).toEqual(['42']);
    expect(glass(snapshot(late('2023-09-28T18:00:00+09:00')), at('2023-09-28T18:00:00+09:00'))).toBe('本日の受付は終了しました');
  });

  it('has no number on a closed day, whatever the feed says', () => {
    const holiday = at('2023-09-18T10:00:00+09:00');
    expect(
      glass(snapshot({ readAt: holiday, reading: reading({ issuedAt: holiday, calling: [call('42', null)] }) }), holiday),
    ).toBe('本日はお休みです（敬老の日）');
  });

  it('is not there once the desk has ended, nor without a feed', () => {
    const over = at('2023-09-30T10:00:00+09:00');
    expect(glass(snapshot({ readAt: over, reading: reading({ issuedAt: over }) }), over)).toBe('no column');
    expect(glass(snapshotOf(contentOf({})))).toBe('no column');
  });

  it.each([
    [[50, 70], '50分〜1時間以上'],
    [[60, 90], '1時間以上'],
    [[20, 40], '約20〜40分'],
    [[15, 15], '約15分'],
  ] as const)('writes a wait of %j minutes as %s', (minutes, text) => {
    const tickets = view(snapshot({ reading: reading({ waiting: { count: 12, minutes } }) }));
    expect(tickets).toMatchObject({ kind: 'calls', waiting: { count: 12 }, wait: { text } });
  });

  it('infers nothing that the feed does not say', () => {
    expect(view(snapshot({}))).toMatchObject({ kind: 'calls', waiting: null, wait: null });
  });
});

describe("the feed's word on the desk", () => {
  const told = (status: 'open' | 'paused' | 'receptionClosed', now: number) =>
    displayMoment(snapshot({ readAt: now, reading: reading({ issuedAt: now, desk: { status, note: '機器の点検' } }) }), now)
      ?.desk;

  it('pauses the desk or closes its reception inside hours', () => {
    expect(told('paused', NOW)).toMatchObject({ kind: 'paused', reason: '機器の点検' });
    expect(told('receptionClosed', NOW)?.kind).toBe('receptionClosed');
    expect(told('open', NOW)?.kind).toBe('open');
  });

  it('never beats the calendar', () => {
    const after = at('2023-09-28T17:00:00+09:00');
    expect(told('paused', after)?.kind).toBe('after');
    expect(told('receptionClosed', after)?.kind).toBe('after');
    expect(told('open', at('2023-09-30T10:00:00+09:00'))?.kind).toBe('ended');
    expect(told('open', at('2023-09-18T10:00:00+09:00'))?.kind).toBe('closed');
  });

  it('is forgotten with the number when the feed is silent', () => {
    const snap = snapshot({ reading: reading({ desk: { status: 'paused', note: null } }) });
    expect(displayMoment(snap, NOW + 120_000)?.desk?.kind).toBe('open');
  });
});
