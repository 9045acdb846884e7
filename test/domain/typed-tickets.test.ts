import { describe, expect, it } from 'vitest';
import { parseStaffState } from '../../renderer/domain/bridge';
import type { PlayerState } from '../../renderer/domain/player-state';
import type { Snapshot } from '../../renderer/domain/snapshot';
import type { TicketReading } from '../../renderer/domain/tickets';
import { contentOf, SIGNAGE, snapshotOf, THREE_SLIDES } from '../fixtures/folder';
import { glassOn, playOn, type Step, timeOn } from '../fixtures/played';

const DAY = '2023-09-28';
const at = (time: string) => timeOn(DAY, time);
const CONTENT = contentOf(THREE_SLIDES);
const KEYBOARD = contentOf({ ...THREE_SLIDES, 'signage.yaml': SIGNAGE.replace('source: tickets.json', 'source: keyboard') });

const nothing = { reading: null, readAt: null, since: null, trouble: null };
const keyboard = (more: Partial<Snapshot> = {}) => snapshotOf(KEYBOARD, { feed: nothing, ...more });

/** A reading of the feed at a time; `issued` where the feed names its time. */
function feed(time: string, labels: readonly string[], issued: string | null = time): Snapshot {
  const reading: TicketReading = {
    issuedAt: issued === null ? null : at(issued),
    calling: labels.map((label) => ({ label, counter: null, calledAt: null })),
    absent: [],
    waiting: { count: 12, minutes: null },
    desk: null,
  };
  return snapshotOf(CONTENT, { feed: { reading, readAt: at(time), since: 1, trouble: null } });
}

const play = (steps: readonly Step[], from?: PlayerState) => playOn(DAY, steps, from);
const glass = (time: string, state: PlayerState) => glassOn(DAY, time, state);

/** The calls on the glass after these keys in the box for the number. */
const typed = (keys: string) =>
  glass(
    '15:25',
    play([
      ['15:24', keyboard()],
      ['15:25', `KeyT ${keys} Enter`],
    ]),
  ).calls;

describe('the T key', () => {
  it('takes a number and puts it on the glass with Enter, marked as typed', () => {
    const state = play([
      ['15:24', keyboard()],
      ['15:24:01', 'KeyT Digit4 Numpad2 Enter'],
    ]);
    expect(glass('15:24:01', state)).toMatchObject({ calls: ['42'], marks: ['番号 手入力'], overlay: null });
  });

  it('takes a counter behind Space, the arrow, Tab or the plus of the number pad', () => {
    for (const key of ['Space', 'ArrowRight', 'Tab', 'NumpadAdd']) {
      const state = play([
        ['15:24', keyboard()],
        ['15:24:01', `KeyT Digit4 Digit2 ${key} Digit3 NumpadEnter`],
      ]);
      expect(glass('15:24:01', state).calls).toEqual(['42 窓口 3']);
    }
  });

  it('takes letters, those of commands too, and the letters E and T with Shift', () => {
    expect(typed('KeyC Minus Digit4 Digit5')).toEqual(['C-45']);
    expect(typed('KeyB Digit0 Digit7')).toEqual(['B07']);
    expect(typed('Shift+KeyE Digit1')).toEqual(['E1']);
    expect(typed('Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9')).toEqual(['12345678']);
  });

  it('shows what was typed so far, moves no slide meanwhile, and changes nothing with Esc', () => {
    const before = play([
      ['15:24', keyboard()],
      ['15:24:01', 'KeyT Digit7 Enter'],
    ]);
    const open = play([['15:25', 'KeyT Digit3 Digit1 Space Digit2']], before);
    expect(glass('15:25', open)).toMatchObject({
      overlay: { kind: 'ticket', label: '31', counter: '2', field: 'counter', standing: ['7番'] },
      calls: ['7'],
      slide: glass('15:25', before).slide,
    });
    const given = play([['15:25:01', 'Escape']], open);
    expect(given.staff.tickets).toEqual(before.staff.tickets);
    expect(glass('15:25:01', given)).toMatchObject({ calls: ['7'], overlay: null });
    expect(glass('15:25:02', play([['15:25:02', 'Digit2']], given)).slide).toBe('20-b');
  });

  it('corrects: Backspace the last character, T all of it', () => {
    expect(typed('Digit4 Digit3 Backspace Digit2')).toEqual(['42']);
    expect(typed('Digit4 Digit2 Space Digit1 Backspace Backspace Backspace Digit5')).toEqual(['45']);
    expect(typed('Digit9 Digit9 KeyT Digit4')).toEqual(['4']);
  });

  it('keeps one number a counter, the newest first, five at most; the same number typed again moves', () => {
    const state = play([
      ['15:24', keyboard()],
      ['15:24:01', 'KeyT Digit1 Space Digit1 Enter'],
      ['15:24:11', 'KeyT Digit2 Space Digit2 Enter'],
      ['15:24:21', 'KeyT Digit3 Space Digit1 Enter'],
      ['15:24:31', null],
    ]);
    expect(glass('15:24:31', state).calls).toEqual(['3 窓口 1', '2 窓口 2']);
    const moved = play(
      [
        ['15:24:41', 'KeyT Digit2 Space Digit4 Enter'],
        ['15:24:51', null],
      ],
      state,
    );
    expect(glass('15:24:51', moved).calls).toEqual(['2 窓口 4', '3 窓口 1']);
    const many = play([
      ['15:25', keyboard()],
      ...[1, 2, 3, 4, 5, 6].map((n): Step => [`15:26:0${n}`, `KeyT Digit${n} Space Digit${n} Enter`]),
    ]);
    expect(many.staff.tickets?.calls.map(({ label }) => label)).toEqual(['6', '5', '4', '3', '2']);
  });

  it('clears a counter without a number, and all with Enter alone', () => {
    const two = play([
      ['15:24', keyboard()],
      ['15:24:01', 'KeyT Digit1 Space Digit1 Enter KeyT Digit2 Space Digit2 Enter'],
    ]);
    expect(play([['15:25', 'KeyT Space Digit1 Enter']], two).staff.tickets?.calls.map(({ label }) => label)).toEqual(['2']);
    const none = play([['15:25', 'KeyT Enter']], two);
    expect(none.staff.tickets).toBeUndefined();
    expect(glass('15:25:10', play([['15:25:10', null]], none))).toMatchObject({ calls: '係員がお呼びします', marks: [] });
  });

  it('leaves the emergency key and the help where they are', () => {
    const open = play([
      ['15:24', keyboard()],
      ['15:24:01', 'KeyT Digit4'],
    ]);
    expect(glass('15:24:01', play([['15:24:01', 'KeyE']], open)).overlay?.kind).toBe('emergency');
    expect(glass('15:24:01', play([['15:24:01', 'F1']], open)).overlay?.kind).toBe('keys');
  });

  it.each([
    ['2023-09-18', '10:00', '今は番号を出さない時間なので、番号は打てません'],
    ['2023-09-28', '18:00', '今は番号を出さない時間なので、番号は打てません'],
    ['2023-09-30', '10:00', '番号の欄（signage.yaml の tickets）がないので、番号は打てません'],
  ])('says why it takes none on %s at %s', (day, time, why) => {
    const state = playOn(day, [
      [time, keyboard()],
      [time, 'KeyT'],
    ]);
    expect(glassOn(day, time, state)).toMatchObject({ overlay: null, marks: [why] });
    expect(glassOn(day, `${time}:08`, state).marks).toEqual([]);
  });
});

describe('typed numbers', () => {
  const typed = play([
    ['15:24', keyboard()],
    ['15:24:10', 'KeyT Digit4 Digit2 Enter'],
  ]);

  it('tell their age as a silent feed’s would, and stand until the end of serving, not into another day', () => {
    expect(glass('15:24:39', typed)).toMatchObject({ calls: ['42'], age: null });
    expect(glass('15:24:40', typed)).toMatchObject({ calls: ['42'], age: '更新 15:24' });
    expect(glass('17:59:59', typed)).toMatchObject({ calls: ['42'], age: '更新 15:24' });
    expect(glass('18:00', typed)).toMatchObject({ calls: '本日の受付は終了しました', marks: [] });
    const tomorrow = playOn('2023-09-29', [['08:40', null]], typed);
    expect(tomorrow.staff.tickets).toBeUndefined();
    expect(glassOn('2023-09-29', '08:40', tomorrow)).toMatchObject({ calls: '係員がお呼びします', marks: [] });
  });

  it('come back as they were after a power cut, without standing out anew', () => {
    const staff = parseStaffState(JSON.parse(JSON.stringify(typed.staff)));
    const again = play([['15:26', keyboard({ staff: staff ?? typed.staff })]]);
    expect(again.staff.tickets).toEqual(typed.staff.tickets);
    expect(glass('15:26', again)).toMatchObject({ calls: ['42'], marks: ['番号 手入力'] });
    const late = playOn('2023-09-29', [['08:40', keyboard({ staff: staff ?? typed.staff })]]);
    expect(late.staff.tickets).toBeUndefined();
  });

  it('stay when the clock is set back a little', () => {
    const set = play([['15:20', null]], typed);
    expect(glass('15:20', set)).toMatchObject({ calls: ['42'], age: null });
  });

  const down = [
    ['15:20', feed('15:20', ['40'])],
    ['15:24', 'KeyT Digit4 Digit2 Enter'],
  ] as const;

  it('stand in for a feed that is down, and are given up for its next reading', () => {
    const state = play(down);
    expect(glass('15:24', state)).toMatchObject({ calls: ['42'], marks: ['番号 手入力'] });
    const back = play(
      [
        ['15:30', feed('15:30', ['44'])],
        ['15:30:10', feed('15:30:09', ['44'])],
      ],
      state,
    );
    expect(glass('15:30:10', back)).toMatchObject({ calls: ['44'], marks: [] });
    expect(back.staff.tickets).toBeUndefined();
  });

  it('stand in for a feed that is stuck: the same word read again is not newer', () => {
    for (const [issued, again] of [
      ['15:20', '15:20'],
      ['15:24', '15:24:30'],
      [null, null],
    ] as const) {
      const stuck = play([
        ['15:24', feed('15:24', ['40'], issued)],
        ['15:24:01', 'KeyT Digit4 Digit2 Enter'],
        ['15:24:30', feed('15:24:30', ['40'], again)],
      ]);
      expect(glass('15:24:30', stuck).calls).toEqual(['42']);
    }
    const moved = play([
      ['15:24', feed('15:24', ['40'], null)],
      ['15:24:01', 'KeyT Digit4 Digit2 Enter'],
      ['15:24:30', feed('15:24:30', ['41'], null)],
    ]);
    expect(glass('15:24:30', moved).calls).toEqual(['41']);
  });

  it('are not given up for an older word of the feed, nor for one from another day', () => {
    const state = play(down);
    expect(glass('15:30', play([['15:30', feed('15:30', ['39'], '15:10')]], state)).calls).toEqual(['42']);
    expect(glass('15:30', play([['15:30', feed('15:30', ['39'], '2023-09-27T15:00:00')]], state)).calls).toEqual(['42']);
  });

  it('are not given up for the number that the feed called before it fell silent', () => {
    const called = (time: string) => {
      const calling = [{ label: '40', counter: '1', calledAt: at(time) }];
      const reading: TicketReading = { issuedAt: null, calling, absent: [], waiting: null, desk: null };
      return snapshotOf(CONTENT, { feed: { reading, readAt: at('15:30'), since: 1, trouble: null } });
    };
    const state = play([
      ['15:24', snapshotOf(CONTENT, { feed: { ...nothing, readAt: at('15:05') } })],
      ['15:24:01', 'KeyT Digit4 Digit2 Enter'],
    ]);
    expect(glass('15:30', play([['15:30', called('15:00')]], state)).calls).toEqual(['42']);
    expect(play([['15:30', called('15:29')]], state).staff.tickets).toBeUndefined();
  });

  it('stand beside a feed that still has a number of yesterday in its list', () => {
    const calling = ['2023-09-27T15:00:00', '15:20'].map((time, index) => ({
      label: `4${index}`,
      counter: `${index}`,
      calledAt: at(time),
    }));
    const reading: TicketReading = { issuedAt: null, calling, absent: [], waiting: null, desk: null };
    const state = play([
      ['15:24', snapshotOf(CONTENT, { feed: { reading, readAt: at('15:24'), since: 1, trouble: null } })],
      ['15:24:05', 'KeyT Digit5 Digit0 Enter'],
    ]);
    expect(glass('15:24:05', state).calls).toEqual(['50']);
  });

  it('are given up by the feed’s own clock, however wrong it is', () => {
    const slow = play([
      ['15:24', feed('15:24', ['40'], '15:15')],
      ['15:24:01', 'KeyT Digit4 Digit2 Enter'],
    ]);
    expect(glass('15:24:05', play([['15:24:05', feed('15:24:05', ['40'], '15:15')]], slow)).calls).toEqual(['42']);
    expect(glass('15:24:08', play([['15:24:08', feed('15:24:08', ['43'], '15:15:04')]], slow)).calls?.[0]).toBe('43');
  });

  it('say while they are typed that a feed which is well will take over', () => {
    const hint = (time: string) => {
      const overlay = glass(
        time,
        play([
          ['15:24', feed('15:24', ['40'])],
          [time, 'KeyT'],
        ]),
      ).overlay;
      return overlay?.kind === 'ticket' ? overlay.feed : undefined;
    };
    expect(hint('15:24:10')).toBe('番号は自動で届いています（15:24）。打った番号は、次の番号が届くまで出ます');
    expect(hint('15:24:30')).toBeNull();
  });

  it('infer nobody who waits, though the feed did', () => {
    const state = play(down);
    expect(JSON.stringify(glass('15:24', state))).not.toContain('12');
  });
});
