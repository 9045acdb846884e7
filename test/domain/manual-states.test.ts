import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStaffState } from '../../renderer/domain/bridge';
import { nextChangeAfter } from '../../renderer/domain/next-change';
import { player } from '../../renderer/domain/player';
import { INITIAL_PLAYER, type PlayerState } from '../../renderer/domain/player-state';
import { sceneAt } from '../../renderer/domain/scene-at';
import type { Snapshot } from '../../renderer/domain/snapshot';
import type { TicketReading } from '../../renderer/domain/tickets';
import { contentOf, SIGNAGE, snapshotOf, THREE_SLIDES } from '../fixtures/folder';
import { glassOn, playOn, pressed, type Step, timeOn } from '../fixtures/played';

const DAY = '2023-09-28';
const CONTENT = contentOf({
  ...THREE_SLIDES,
  'signage.yaml': SIGNAGE.replace('  lastDay', '  changes: [{ date: 2023-09-27, pause: 10:00-11:00, reason: 点検 }]\n  lastDay'),
});
const quiet = (more: Partial<Snapshot> = {}) => snapshotOf(CONTENT, more);
const play = (steps: readonly Step[], from?: PlayerState) => playOn(DAY, steps, from);
const glass = (time: string, state: PlayerState) => glassOn(DAY, time, state);
const OUT_OF_HOURS = '今は受付時間の外なので、この操作はできません';

/** The feed's word on the desk, read on a day at a time. */
function told(day: string, time: string, status: 'open' | 'paused' | 'receptionClosed' | null): Snapshot {
  const now = timeOn(day, time);
  const desk = status && { status, note: status === 'paused' ? '機器の点検' : null };
  const reading: TicketReading = { issuedAt: now, calling: [], absent: [], waiting: null, desk };
  return quiet({ feed: { reading, readAt: now, since: 1, trouble: null } });
}

describe('C', () => {
  it('closes reception for today and opens it again, with a mark', () => {
    const closed = play([
      ['15:24', quiet()],
      ['15:24:01', 'KeyC'],
    ]);
    expect(glass('15:24:01', closed)).toMatchObject({
      desk: 'receptionClosed',
      text: '本日の受付は締め切りました',
      marks: ['受付締切（手動）'],
    });
    expect(glass('15:25', play([['15:25', 'KeyC']], closed))).toMatchObject({ desk: 'open', marks: [] });
  });

  it('is over with the hours, and forgotten at midnight', () => {
    const closed = play([
      ['15:24', quiet()],
      ['15:24:01', 'KeyC'],
    ]);
    expect(glass('17:00', closed)).toMatchObject({ desk: 'after', marks: [] });
    const next = playOn('2023-09-29', [['00:00', null]], closed);
    expect(next.staff.receptionClosedOn).toBeUndefined();
    expect(glassOn('2023-09-29', '08:30', next)).toMatchObject({ desk: 'open', marks: [] });
    expect(glassOn('2023-09-29', '08:30', closed).desk).toBe('open');
  });

  it('brings the slides of that state in the very same instant', () => {
    const slide = '---\ntitle: 締め切り\nshow: { when: [receptionClosed] }\n---\n本文です。\n';
    const content = contentOf({ 'slides/10-closed.md': slide });
    const open = play([['15:24', snapshotOf(content)]]);
    expect(glass('15:24', open).slide).toBeNull();
    expect(glass('15:24', play([['15:24', 'KeyC']], open)).slide).toBe('10-closed');
  });

  it('does nothing without a desk, and says why', () => {
    const bare = contentOf({ 'signage.yaml': 'title: 図書館\n' });
    const state = play([
      ['15:24', snapshotOf(bare)],
      ['15:24:01', 'KeyC'],
    ]);
    expect(glass('15:24:01', state).marks).toEqual(['窓口の受付時間（signage.yaml の desk）がないので、この操作はできません']);
  });

  it('cannot open what the feed closed', () => {
    const state = play([
      ['15:24', told(DAY, '15:24', 'receptionClosed')],
      ['15:24:01', 'KeyC'],
    ]);
    expect(glass('15:24:01', state)).toMatchObject({
      desk: 'receptionClosed',
      marks: ['番号のシステムが受付を締め切っています。ここからは開けません'],
    });
    expect(state.staff.receptionClosedOn).toBeUndefined();
  });

  it('between two spans of a day keeps the later one shut', () => {
    const split = contentOf({
      'signage.yaml':
        'title: 窓口\ndesk:\n  hours:\n    - { days: 毎日, time: 8:30-12:00 }\n    - { days: 毎日, time: 13:00-17:00 }\n',
    });
    const before = play([
      ['08:00', snapshotOf(split)],
      ['08:00:01', 'KeyC'],
    ]);
    expect(glass('08:00:01', before)).toMatchObject({ desk: 'before', marks: [OUT_OF_HOURS] });
    const noon = play([
      ['12:20', snapshotOf(split)],
      ['12:20:01', 'KeyC'],
    ]);
    expect(glass('12:20:01', noon)).toMatchObject({ desk: 'after', marks: ['受付締切（手動）'] });
    expect(glass('13:30', noon).desk).toBe('receptionClosed');
  });
});

describe('P', () => {
  const paused = play([
    ['15:24', quiet()],
    ['15:24:10', 'KeyP ArrowDown Enter'],
  ]);

  it('pauses the desk for a chosen reason, to a whole minute half an hour ahead, and says both', () => {
    expect(glass('15:24:10', paused)).toMatchObject({
      desk: 'paused',
      text: '混雑のため、受付を休止しています',
      detail: '再開予定 午後3時55分',
      marks: ['休止中（手動）15時55分まで'],
      overlay: null,
    });
    expect(glass('15:54:59', paused).desk).toBe('paused');
    expect(glass('15:55', paused)).toMatchObject({ desk: 'open', marks: [] });
    expect(play([['15:55', null]], paused).staff.pause).toBeUndefined();
  });

  it('promises no resumption once reception is closed for today', () => {
    const closed = play([['15:30', 'KeyC']], paused);
    expect(glass('15:30', closed)).toMatchObject({ desk: 'paused', text: '混雑のため、受付を休止しています', detail: null });
    expect(glass('15:55', closed).desk).toBe('receptionClosed');
    expect(glass('15:31', play([['15:31', 'KeyC']], closed)).detail).toBe('再開予定 午後3時55分');
  });

  it('ends its pause when pressed again', () => {
    expect(glass('15:30', play([['15:30', 'KeyP']], paused))).toMatchObject({ desk: 'open', marks: [], overlay: null });
  });

  it('offers the reasons by number and the length by the arrows, and none of it with Esc', () => {
    const open = play([
      ['15:24', quiet()],
      ['15:24:05', 'KeyP Digit3 ArrowRight ArrowRight'],
    ]);
    expect(glass('15:24:05', open)).toMatchObject({
      desk: 'open',
      slide: '10-a',
      overlay: { kind: 'pause', selected: 2, minutes: 60, resumes: '16時25分' },
    });
    expect(glass('15:24:11', play([['15:24:11', 'Escape']], open))).toMatchObject({ desk: 'open', overlay: null });
    expect(glass('15:24:11', play([['15:24:11', 'KeyP']], open))).toMatchObject({ desk: 'open', overlay: null });
    const unsaid = play([['15:24:11', 'Digit5 Enter']], open);
    expect(glass('15:24:11', unsaid).text).toBe('受付を休止しています');
  });

  it('promises no resumption after the closing', () => {
    const late = play([
      ['16:50', quiet()],
      ['16:50', 'KeyP Enter'],
    ]);
    expect(glass('16:50', late)).toMatchObject({ desk: 'paused', detail: null });
    expect(glass('17:00', late)).toMatchObject({ desk: 'after', marks: [] });
  });

  it('is not lengthened by a clock that was set back', () => {
    const back = play([['14:00', null]], paused);
    expect(back.staff.pause?.until).toBe(timeOn(DAY, '14:30:50'));
  });
});

describe('B', () => {
  it('makes the picture dark and brings it back', () => {
    const dark = play([
      ['15:24', quiet()],
      ['15:24:01', 'KeyB'],
    ]);
    expect(glass('15:24:01', dark)).toMatchObject({ dark: true, marks: ['暗い画面（手動）16時24分まで'] });
    expect(glass('15:25', play([['15:25', 'KeyB']], dark))).toMatchObject({ dark: false, marks: [] });
  });

  it.each([
    ['an hour while the desk is open', DAY, '15:24', `${DAY}T16:24:00`],
    ['until the opening before it', DAY, '07:10', `${DAY}T08:30:00`],
    ['twelve hours at most', '2023-09-29', '18:00', '2023-09-30T06:00:00'],
  ])('lasts %s', (_, day, time, end) => {
    const dark = playOn(day, [
      [time, quiet()],
      [time, 'KeyB'],
    ]);
    expect(dark.staff.light?.until).toBe(timeOn(day, end));
    const over = playOn(day, [[end, null]], dark);
    expect(over.staff.light).toBeUndefined();
  });

  it('switches the picture on in the sleep hours, for an hour', () => {
    const on = play([
      ['22:00', quiet()],
      ['22:00:01', 'KeyB'],
    ]);
    expect(glass('22:00', play([['22:00', quiet()]])).dark).toBe(true);
    expect(glass('22:00:01', on)).toMatchObject({ dark: false, marks: ['点灯中（手動）23時00分まで'] });
    expect(glass('23:00:01', on).dark).toBe(true);
    expect(glass('22:10', play([['22:10', 'KeyB']], on)).dark).toBe(true);
  });

  it('goes on from dark hours into dark hours, and its key still brings the picture', () => {
    const dark = play([
      ['20:50', quiet()],
      ['20:50', 'KeyB'],
    ]);
    expect(glass('21:30', dark)).toMatchObject({ dark: true, marks: [] });
    expect(glass('21:30', play([['21:30', 'KeyB']], dark)).dark).toBe(false);
  });

  it('gives way to an emergency', () => {
    const files = { ...THREE_SLIDES, 'emergency.md': '# 火災です\n\n外へ。\n' };
    const dark = play([
      ['15:24', quiet()],
      ['15:24:01', 'KeyB'],
      ['15:30', snapshotOf(contentOf(files))],
    ]);
    const scene = sceneAt(dark, timeOn(DAY, '15:30'));
    expect([scene.dark, scene.emergency?.title.main]).toEqual([false, '火災です']);
  });
});

describe('calendar, staff and feed', () => {
  const PLANNED = '2023-09-27';
  const reasons = { open: null, after: null, closed: null, ended: null };
  /** The calendar's word, what staff press, what the feed says → the state and its reason. */
  it.each([
    // Outside the hours the calendar alone speaks, and says so.
    [DAY, '17:30', 'KeyC', 'receptionClosed', 'after', reasons.after],
    [DAY, '17:30', 'KeyP', 'paused', 'after', reasons.after],
    [DAY, '07:30', 'KeyC', 'receptionClosed', 'before', null],
    ['2023-09-18', '10:00', 'KeyC', 'open', 'closed', '敬老の日'],
    ['2023-09-18', '10:00', 'KeyP', 'paused', 'closed', '敬老の日'],
    ['2023-09-30', '10:00', 'KeyC', 'open', 'ended', reasons.ended],
    ['2023-09-30', '10:00', 'KeyP', 'receptionClosed', 'ended', reasons.ended],
    // Inside, who says it does not matter; a pause comes before a closed reception.
    [DAY, '10:00', '', null, 'open', null],
    [DAY, '10:00', '', 'open', 'open', null],
    [DAY, '10:00', '', 'paused', 'paused', '機器の点検'],
    [DAY, '10:00', '', 'receptionClosed', 'receptionClosed', null],
    [DAY, '10:00', 'KeyC', null, 'receptionClosed', null],
    [DAY, '10:00', 'KeyC', 'open', 'receptionClosed', null],
    [DAY, '10:00', 'KeyC', 'paused', 'paused', '機器の点検'],
    [DAY, '10:00', 'KeyC', 'receptionClosed', 'receptionClosed', null],
    [DAY, '10:00', 'KeyP Enter', null, 'paused', '担当者が席を外しているため'],
    [DAY, '10:00', 'KeyP Enter', 'open', 'paused', '担当者が席を外しているため'],
    [DAY, '10:00', 'KeyP Enter', 'receptionClosed', 'paused', '担当者が席を外しているため'],
    [DAY, '10:00', 'KeyC KeyP Enter', 'open', 'paused', '担当者が席を外しているため'],
    // Of two pauses staff's reason is told, and the feed's where staff give none.
    [DAY, '10:00', 'KeyP Enter', 'paused', 'paused', '担当者が席を外しているため'],
    [DAY, '10:00', 'KeyP Digit5 Enter', 'paused', 'paused', '機器の点検'],
    // A planned pause holds whatever anybody says, and staff's reason comes before its.
    [PLANNED, '10:30', '', 'open', 'paused', '点検'],
    [PLANNED, '10:30', 'KeyC', 'open', 'paused', '点検'],
    [PLANNED, '10:30', 'KeyP Enter', 'open', 'paused', '担当者が席を外しているため'],
  ] as const)('%s %s, keys "%s", feed %s: %s (%s)', (day, time, keys, status, desk, reason) => {
    const steps: Step[] = [[time, told(day, time, status)]];
    const state = playOn(day, keys === '' ? steps : [...steps, [time, keys]]);
    const shown = glassOn(day, time, state);
    expect(shown.desk).toBe(desk);
    if (reason !== null) expect(shown.text).toContain(reason);
    const isOutside = ['after', 'before', 'closed', 'ended'].includes(desk);
    if (isOutside) expect(shown.marks).toEqual([OUT_OF_HOURS]);
    if (isOutside) expect([state.staff.receptionClosedOn, state.staff.pause]).toEqual([undefined, undefined]);
  });

  it('a pause of staff ends while the feed’s goes on, and the other way round', () => {
    const both = play([
      ['10:00', told(DAY, '10:00', 'paused')],
      ['10:00', 'KeyP Enter'],
    ]);
    expect(glass('10:00', both)).toMatchObject({ text: '担当者が席を外しているため、受付を休止しています', detail: null });
    const fed = play([['10:30', told(DAY, '10:30', 'paused')]], both);
    expect(glass('10:30', fed)).toMatchObject({ text: '機器の点検のため受付を休止しています', marks: [] });
    const open = play([['10:20', told(DAY, '10:20', 'open')]], both);
    expect(glass('10:20', open)).toMatchObject({ desk: 'paused', detail: '再開予定 午前10時30分' });
  });
});

describe('what staff switched', () => {
  it('is told in the overview and on the card of the keys, with its end', () => {
    const state = play([
      ['15:24', told(DAY, '15:24', null)],
      ['15:24:10', 'KeyT Digit4 Digit2 Space Digit3 Enter KeyC KeyP Enter Space'],
    ]);
    const lines = [
      '番号 手入力 15:24：42番（窓口 3）。新しい番号が届くか、受付が終わると消えます',
      '受付締切（手動）：0時に自動で戻ります。C でも開きます',
      '休止中（手動）：15時55分に自動で再開します。P でも再開します',
      '表示を止めています：15時34分に自動で動きます。スペースでも動きます',
    ];
    for (const key of ['KeyO', 'F1']) {
      expect(glass('15:24:11', play([['15:24:11', key]], state)).overlay).toMatchObject({ staff: lines });
    }
    expect(glass('15:24:10', state).marks).toEqual(['手動の操作 4件（O で見る）']);
  });

  it('is found again after a power cut, and ends when it should', () => {
    const state = play([
      ['15:24', quiet()],
      ['15:24:10', 'KeyC KeyP Enter KeyB'],
    ]);
    const staff = parseStaffState(JSON.parse(JSON.stringify(state.staff))) ?? INITIAL_PLAYER.staff;
    expect(staff).toEqual(state.staff);
    const soon = play([['15:30', quiet({ staff })]]);
    expect(soon.staff).toMatchObject({ receptionClosedOn: DAY, pause: state.staff.pause, light: state.staff.light });
    const late = play([['16:30', quiet({ staff })]]);
    expect(Object.keys(late.staff).sort()).toEqual(['hold', 'place', 'receptionClosedOn']);
  });

  const anyKey = fc.constantFrom(
    ...['KeyT', 'KeyC', 'KeyP', 'KeyB', 'KeyE', 'KeyO', 'F1', 'Enter', 'Enter', 'Escape', 'Space', 'ArrowRight', 'ArrowDown'],
    ...['Digit4', 'Numpad2', 'Digit0', 'Minus', 'Backspace', 'Tab', 'Home', 'PageUp', 'KeyR'],
  );
  const anyCalls = fc.uniqueArray(fc.nat(12), { maxLength: 8 });
  const anyStep = fc.oneof(
    { weight: 5, arbitrary: anyKey },
    {
      weight: 2,
      arbitrary: fc.record({
        calls: anyCalls,
        run: fc.nat(1),
        status: fc.constantFrom('open', 'paused', 'receptionClosed', null),
      }),
    },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  const anyDay = fc.tuple(
    fc.constantFrom('2023-09-28T16:55', '2023-09-28T08:29', '2023-09-28T20:59', '2023-09-28T23:58', '2023-09-29T16:59'),
    fc.array(fc.tuple(fc.oneof(fc.nat(6_000), fc.nat(900_000)), anyStep), { minLength: 1, maxLength: 16 }),
  );
  const sounding = contentOf({ ...THREE_SLIDES, 'signage.yaml': SIGNAGE.replace('every: 3s', 'every: 3s\n  sound: chime') });

  it('leaves the scene equal until nextChangeAfter, survives being written down, and rings once in three seconds at most', () => {
    fc.assert(
      fc.property(anyDay, fc.double({ min: 0, max: 1, noNaN: true }), ([start, steps], part) => {
        let now = timeOn(DAY, start);
        let state: PlayerState = INITIAL_PLAYER;
        let rang = Number.NEGATIVE_INFINITY;
        const receive = (event: Parameters<typeof player>[1]) => {
          const result = player(state, event, now);
          state = result.state;
          for (const { kind } of result.effects) {
            if (kind !== 'sound') continue;
            expect(now - rang).toBeGreaterThanOrEqual(3_000);
            rang = now;
          }
          expect(parseStaffState(JSON.parse(JSON.stringify(state.staff)))).toEqual(state.staff);
        };
        receive({ kind: 'snapshot', snapshot: snapshotOf(sounding) });
        for (const [gap, step] of steps) {
          const next = nextChangeAfter(state, now);
          expect(next).toBeGreaterThan(now);
          const between = Math.min(now + Math.floor(part * (next - now)), next - 1);
          expect(sceneAt(state, between)).toEqual(sceneAt(state, now));
          now += gap;
          if (step === null) receive({ kind: 'tick' });
          else if (typeof step === 'string') receive(pressed(step));
          else {
            const calling = step.calls.map((label) => ({ label: `${label}`, counter: null, calledAt: null }));
            const desk = step.status && { status: step.status as 'open', note: null };
            const reading: TicketReading = { issuedAt: null, calling, absent: [], waiting: null, desk };
            const revision = (state.snapshot?.revision ?? 0) + 1;
            const feed = { reading, readAt: now, trouble: null, since: step.run };
            receive({ kind: 'snapshot', snapshot: snapshotOf(sounding, { revision, feed }) });
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 20_000);
});
