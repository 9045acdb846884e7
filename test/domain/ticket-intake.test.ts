import { describe, expect, it } from 'vitest';
import {
  EMPTY_INTAKE,
  grownOlder,
  type Intake,
  lostFeed,
  type PayloadAge,
  stillHolds,
  takePayload,
} from '../../renderer/domain/ticket-intake';
import { at } from '../fixtures/folder';

const START = at('2023-09-28T15:24:00+09:00');
const RULES = { hideMs: 120_000, zone: 'Asia/Tokyo', pace: 1, roundsCallTimes: false };

/** A feed in time. The wall clock may be set; the steady one only runs. */
function feed(rules: Partial<typeof RULES> = {}) {
  let intake: Intake = EMPTY_INTAKE;
  let now = START;
  let steadyMs = 5_000;
  const clocks = () => ({ now, steadyMs });
  const all = { ...RULES, ...rules };
  const told = () => ({
    label: intake.feed.reading?.calling[0]?.label ?? null,
    age: intake.feed.readAt === null ? null : (now - intake.feed.readAt) / 1_000,
    trouble: intake.feed.trouble,
  });
  return {
    /** `issued`: seconds before now; null: the feed does not say. `age` as a transport tells it. */
    payload(label: string, issued: number | null = null, age: PayloadAge = 0, calledAt: number | null = null) {
      const issuedAt = issued === null ? null : now - issued * 1_000;
      const reading = { issuedAt, calling: [{ label, counter: null, calledAt }], absent: [], waiting: null, desk: null };
      intake = takePayload(intake, { reading, leftOut: [] }, age, clocks(), all);
      return told();
    },
    bad() {
      intake = takePayload(intake, { trouble: 'bad' }, 0, clocks(), all);
      return told();
    },
    holds(age = 0) {
      intake = stillHolds(intake, age * 1_000, clocks(), all);
      return told();
    },
    lost() {
      intake = lostFeed(intake, 'lost');
      return told();
    },
    pass(seconds: number, { clockSetBy = 0, asleep = false } = {}) {
      now += (seconds + clockSetBy) * 1_000;
      if (!asleep) steadyMs += seconds * 1_000;
      intake = grownOlder(intake, clocks(), all);
      return told();
    },
    since: () => intake.feed.since,
    calledAt: () => intake.feed.reading?.calling[0]?.calledAt,
  };
}

describe('the age of a reading', () => {
  it('counts from when it was true: an answer that took its time is older', () => {
    expect(feed().payload('42', null, 5_000)).toMatchObject({ label: '42', age: 5 });
  });

  it('ends by the steady clock, and no wall clock brings the number back', () => {
    const { payload, pass } = feed();
    payload('42');
    expect(pass(119, { clockSetBy: -60 })).toMatchObject({ label: '42', age: 119 });
    expect(pass(1)).toMatchObject({ label: null, age: 120 });
    expect(pass(1, { clockSetBy: -3_600 })).toMatchObject({ label: null });
  });

  it('ends by the wall clock when the machine has slept', () => {
    const { payload, pass } = feed();
    payload('42');
    expect(pass(3_600, { asleep: true })).toMatchObject({ label: null });
  });

  it('is not touched by small corrections of the clock', () => {
    const { payload, pass } = feed();
    payload('42');
    expect(pass(1, { clockSetBy: -0.2 })).toMatchObject({ age: 0.8 });
  });

  it('starts anew with a sign of life, also when the number was gone, but not after a bad payload or a loss', () => {
    const { payload, pass, holds, bad, lost } = feed();
    payload('42');
    pass(130);
    expect(holds(3)).toMatchObject({ label: '42', age: 3, trouble: null });
    expect(holds()).toMatchObject({ label: '42', age: 0 });
    pass(10);
    bad();
    expect(holds()).toMatchObject({ label: '42', age: 10, trouble: 'bad' });
    payload('42');
    pass(10);
    lost();
    expect(holds()).toMatchObject({ label: '42', age: 10, trouble: 'lost' });
  });

  it('keeps its real pace in a rehearsal', () => {
    const { payload, pass } = feed({ pace: 60 });
    payload('42');
    // The steady clock says 119 s; the display's clock, 60 times as fast, is asked for as much.
    expect(pass(119)).toMatchObject({ label: '42' });
    expect(pass(1)).toMatchObject({ label: null });
  });
});

describe('what is pushed', () => {
  /** A feed whose clock is an hour slow, and whose words come within a second. */
  const prompt = () => {
    const one = feed();
    one.payload('41', 3_601, 'pushed');
    one.pass(60);
    one.payload('42', 3_600, 'pushed');
    one.pass(60);
    return one;
  };

  it('is as old as it was late, beside the promptest of its run and whatever the feed’s clock says', () => {
    expect(prompt().payload('43', 3_601, 'pushed').age).toBe(0);
    const held = prompt();
    expect(held.payload('43', 3_640, 'pushed').age).toBeCloseTo(34);
    expect(held.pass(86)).toMatchObject({ label: null });
  });

  it('is fresh at the beginning of a run, and where it only repeats what was said', () => {
    const one = prompt();
    expect(one.payload('42', 3_660, 'pushed').age).toBe(0);
    one.lost();
    expect(one.payload('42', 3_660, 'pushed').age).toBe(0);
    expect(one.payload('43', 3_630, 'pushed').age).toBe(0);
  });

  it('is not taken for old when the feed’s clock is put right by going back, at once or little by little', () => {
    const far = prompt();
    far.pass(100);
    expect(far.payload('43', 3_600 + 90, 'pushed').age).toBe(0);
    expect(far.payload('44', 3_600 + 85, 'pushed').age).toBe(0);
    const near = prompt();
    const ages = [43, 44, 45, 46].map((label) => {
      near.pass(120);
      return Math.round(near.payload(String(label), 3_630, 'pushed').age ?? -1);
    });
    expect(ages).toEqual([12, 0, 0, 0]);
  });

  it('is measured in real time in a rehearsal', () => {
    const fast = feed({ pace: 60 });
    fast.payload('41', 0, 'pushed');
    fast.pass(6, { clockSetBy: 6 * 59 });
    expect(fast.payload('42', 0, 'pushed').age).toBe(0);
    fast.pass(20, { clockSetBy: 20 * 59 });
    expect(fast.payload('43', 10 * 60, 'pushed').age).toBeCloseTo(8 * 60);
  });
});

describe('what a broker kept', () => {
  it('is as old as it says', () => {
    expect(feed().payload('42', 100, null)).toMatchObject({ label: '42', age: 100 });
    const { payload, pass } = feed();
    payload('42', 600, null);
    expect(pass(0)).toMatchObject({ label: null, trouble: null });
  });

  it('is not taken when it does not say how old it is', () => {
    expect(feed().payload('42', null, null)).toMatchObject({
      label: null,
      trouble: expect.stringContaining('issuedAt がありません'),
    });
  });

  it('is no newer for having come again', () => {
    const { payload, pass, lost } = feed();
    payload('42', 1);
    pass(20);
    lost();
    expect(payload('42', 21, null)).toMatchObject({ label: '42', age: 20, trouble: null });
  });

  it('is not brought back by a clock that was set back meanwhile', () => {
    const { payload, pass, lost } = feed();
    payload('42', 1);
    pass(130, { clockSetBy: -100 });
    lost();
    expect(payload('42', 31, null)).toMatchObject({ label: null });
  });
});

describe('the order of readings', () => {
  it('is that of their issue: one that comes late is not taken', () => {
    const { payload, pass } = feed();
    payload('43', 0);
    pass(1);
    expect(payload('42', 5)).toMatchObject({ label: '43', age: 1, trouble: expect.stringContaining('前より古い') });
    expect(payload('44', 0)).toMatchObject({ label: '44', trouble: null });
  });

  it('has nothing to do with the numbers, which may go down and repeat', () => {
    const { payload } = feed();
    expect(['12', '501', '9', '9'].map((label) => payload(label, 0).label)).toEqual(['12', '501', '9', '9']);
  });

  it('is kept also when our reading is gone: a server that has fallen behind is not believed then either', () => {
    const { payload, pass } = feed();
    payload('43', 0);
    pass(121);
    expect(payload('42', 130)).toMatchObject({ label: null, trouble: expect.stringContaining('前より古い') });
    expect(payload('44', 120)).toMatchObject({ label: '44', trouble: null });
  });

  it('lets a feed in again that was ahead and is put right, when it has caught up', () => {
    const { payload, pass } = feed();
    payload('43', -500);
    pass(499);
    expect(payload('44', 0)).toMatchObject({ label: null });
    pass(1);
    expect(payload('45', 0)).toMatchObject({ label: '45' });
  });

  it('has no place for yesterday, for tomorrow, for 1970 and 2099', () => {
    for (const issued of [24 * 3_600, -24 * 3_600, START / 1_000, -2_400_000_000]) {
      const { payload, pass } = feed();
      payload('42', 0);
      pass(1);
      expect(payload('1', issued)).toMatchObject({ label: '42', trouble: expect.stringContaining('今日のものではありません') });
    }
    const { payload } = feed();
    expect(payload('1', -601)).toMatchObject({ label: null, trouble: expect.stringContaining('進みすぎています') });
    expect(payload('2', -599)).toMatchObject({ label: '2' });
  });
});

describe('a run of readings', () => {
  it('begins with the first, goes on over a bad payload, and begins anew after a loss', () => {
    const { payload, pass, bad, lost, since } = feed();
    payload('1');
    pass(5);
    bad();
    payload('2');
    expect(since()).toBe(START);
    lost();
    pass(5);
    expect(since()).toBe(START);
    payload('3');
    expect(since()).toBe(START + 10_000);
  });
});

describe('a call that names no time', () => {
  it('is one of the day on which it came into the list, however often the list is told again', () => {
    const { payload, pass, holds, lost, calledAt } = feed();
    payload('42', 0);
    expect(calledAt()).toBeNull();
    pass(12 * 3_600);
    payload('42', 0);
    expect(calledAt()).toBe(START);
    holds();
    expect(calledAt()).toBe(START);
    lost();
    payload('42');
    expect(calledAt()).toBe(START);
    payload('1');
    expect(calledAt()).toBeNull();
    payload('42');
    expect(calledAt()).toBeNull();
  });

  it('has its day told also where the feed only says overnight that it lives', () => {
    const { payload, pass, holds, calledAt } = feed();
    payload('42');
    pass(12 * 3_600);
    holds();
    expect(calledAt()).toBe(START);
  });

  it('is one of today where the clock was a day ahead when it came', () => {
    const { payload, pass, calledAt } = feed();
    payload('42');
    pass(1, { clockSetBy: -24 * 3_600 });
    payload('42');
    expect(calledAt()).toBeNull();
  });
});

describe('seconds since a call', () => {
  it('are whole: the same call keeps its time, a second call of the number has another', () => {
    const { payload, calledAt } = feed({ roundsCallTimes: true });
    payload('5', null, 0, START - 10_000);
    payload('5', null, 0, START - 9_100);
    expect(calledAt()).toBe(START - 10_000);
    payload('5', null, 0, START);
    expect(calledAt()).toBe(START);
  });
});
