import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decode } from '../../../electron/content/decode';
import { openIntake } from '../../../electron/feed/intake';
import type { Feed } from '../../../renderer/domain/snapshot';
import { at } from '../../fixtures/folder';
import { payload, settings } from './told';

const START = at('2023-09-28T15:24:00+09:00');
let feeds: Feed[];
let log: string[];
let intake: ReturnType<typeof openIntake>;

const open = (source = 'wss://queue.example/') => {
  intake = openIntake(settings(source), 'Asia/Tokyo', {
    decode: (bytes) => decode(bytes, true),
    now: Date.now,
    pace: 1,
    filesTellDay: true,
    publish: (feed) => feeds.push(feed),
    log: (line) => log.push(line),
  });
};
const give = (text: string | Buffer) => intake.payload(Buffer.from(text), 'pushed');
const labels = () => feeds.map(({ reading }) => reading?.calling[0]?.label ?? null);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'], now: START });
  feeds = [];
  log = [];
});
afterEach(() => {
  intake.close();
  vi.useRealTimers();
});

describe('where all transports lead', () => {
  it('begins with an empty feed, and tells each number at once but the first of a run', () => {
    open();
    vi.advanceTimersByTime(1_000);
    give(payload('1'));
    vi.advanceTimersByTime(100);
    expect(labels()).toEqual([null, '1']);
    expect(feeds.at(-1)).toMatchObject({ readAt: START + 1_000, since: START + 1_000, trouble: null });
    vi.advanceTimersByTime(50);
    give(payload('2'));
    expect(labels()).toEqual([null, '1', '2']);
  });

  it('tells only the last of all that a server begins with, after each loss', () => {
    open();
    for (const run of ['a', 'b']) {
      vi.advanceTimersByTime(1_000);
      feeds.length = 0;
      for (let call = 0; call < 10; call += 1) {
        give(payload(`${run}${call}`));
        vi.advanceTimersByTime(5);
      }
      vi.advanceTimersByTime(50);
      expect(labels()).toEqual([`${run}9`]);
      intake.lost('番号のサーバーとの接続が切れました');
    }
  });

  it('tells ten calls in a second each, and of a thousand at most twenty, the newest last', () => {
    open();
    vi.advanceTimersByTime(1_000);
    for (let call = 0; call < 10; call += 1) {
      give(payload(`a${call}`));
      vi.advanceTimersByTime(100);
    }
    expect(labels().slice(1)).toEqual(Array.from({ length: 10 }, (_, call) => `a${call}`));
    feeds.length = 0;
    for (let call = 0; call < 1_000; call += 1) {
      give(payload(`b${call}`));
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(50);
    expect(feeds.length).toBeGreaterThan(15);
    expect(feeds.length).toBeLessThanOrEqual(21);
    expect(labels().at(-1)).toBe('b999');
  });

  it('says what is wrong once, however often it comes', () => {
    open();
    for (let call = 0; call < 1_000; call += 1) {
      give('<html>');
      vi.advanceTimersByTime(1);
    }
    expect(feeds.length).toBeLessThanOrEqual(22);
    expect(log).toEqual(['tickets: 番号のデータではなく Web ページ（HTML）が返ってきました']);
  });

  it('forgets a number by itself when it is too old', () => {
    open();
    give(payload('1'));
    vi.advanceTimersByTime(121_000);
    expect(feeds.at(-1)?.reading).toBeNull();
    expect(feeds.at(-1)?.readAt).toBe(START);
  });

  it('reads a table in Shift_JIS where the source is one', () => {
    open('table.CSV');
    // 番号,窓口 / 42,1
    give(Buffer.concat([Buffer.from([0x94, 0xd4, 0x8d, 0x86, 0x2c, 0x91, 0x8b, 0x8c, 0xfb]), Buffer.from('\r\n42,1\r\n')]));
    vi.advanceTimersByTime(100);
    expect(feeds.at(-1)?.reading?.calling).toEqual([{ label: '42', counter: '1', calledAt: null }]);
  });

  it('takes nothing from a file of yesterday that does not say when its data were issued', () => {
    open('tickets.json');
    const day = 86_400_000;
    intake.payload(Buffer.from(payload('1')), 0, day);
    vi.advanceTimersByTime(100);
    expect(feeds.at(-1)).toMatchObject({ reading: null, trouble: expect.stringContaining('2023-09-27') });
    intake.payload(Buffer.from(JSON.stringify({ issuedAt: '2023-09-28T15:23:00+09:00', calling: [{ label: '2' }] })), 0, day);
    vi.advanceTimersByTime(100);
    expect(labels().at(-1)).toBe('2');
    intake.payload(Buffer.from(payload('3')), 0, 3_600_000);
    vi.advanceTimersByTime(100);
    expect(labels().at(-1)).toBe('3');
  });

  it('takes what is no text for no reading', () => {
    open();
    expect(give(Buffer.from([0xff, 0xfe, 0x00]))).toBe(false);
    expect(give('{"calling":[]}')).toBe(true);
  });

  it('says nothing after it was closed', () => {
    open();
    give(payload('1'));
    give(payload('2'));
    intake.close();
    const told = feeds.length;
    vi.advanceTimersByTime(200_000);
    expect(feeds).toHaveLength(told);
  });
});
