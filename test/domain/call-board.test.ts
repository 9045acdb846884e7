import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boardAt,
  boardChangesAfter,
  type CallBoard,
  type Called,
  isFresh,
  LEAST_SHOWN_MS,
  STAFF_SOURCE,
  UNKNOWN_BOARD,
} from '../../renderer/domain/call-board';
import type { Call } from '../../renderer/domain/tickets';

const START = Date.parse('2023-09-28T15:24:00+09:00');
type Said = readonly (string | readonly [label: string, seconds: number])[];

/** What a feed calls: labels, with the second of the call where it names one. */
function called(said: Said, more: Partial<Called> = {}): Called {
  const calls = said.map((one): Call => {
    const [label, seconds] = typeof one === 'string' ? [one, null] : one;
    return { label, counter: null, calledAt: seconds === null ? null : START + seconds * 1_000 };
  });
  return { source: 'feed 1', calls, bySource: null, ...more };
}

/** Plays what is called at each second. */
function play(steps: readonly (readonly [seconds: number, Called | null])[], from: CallBoard = UNKNOWN_BOARD): CallBoard {
  return steps.reduce((board, [seconds, given]) => boardAt(board, given, START + seconds * 1_000, 1), from);
}

const labels = (board: CallBoard) => board.shown.map(({ call }) => call.label);
const fresh = (board: CallBoard, seconds: number) =>
  board.shown.filter((one) => isFresh(one, START + seconds * 1_000, 1)).map(({ call }) => call.label);

describe('the numbers on the glass', () => {
  it('are no news at first, in a new run of the feed, and after there was nothing to show', () => {
    const first = play([[0, called(['1', '2'])]]);
    expect([labels(first), fresh(first, 0)]).toEqual([['1', '2'], []]);
    const again = play([[60, called(['1', '2', '3'], { source: 'feed 2' })]], first);
    expect([labels(again), fresh(again, 60)]).toEqual([['1', '2', '3'], []]);
    const back = play(
      [
        [60, null],
        [90, called(['4'])],
      ],
      first,
    );
    expect([labels(back), fresh(back, 90)]).toEqual([['4'], []]);
  });

  it('stand out for five seconds when newly called, with or without a time of the call', () => {
    for (const news of ['3', ['3', 60]] as const) {
      const board = play([
        [0, called(['1', '2'])],
        [60, called(['1', '2', news])],
      ]);
      expect(labels(board)[0]).toBe('3');
      expect(fresh(board, 60)).toEqual(['3']);
      expect(fresh(board, 64.999)).toEqual(['3']);
      expect(fresh(board, 65)).toEqual([]);
    }
  });

  it('stand out again when called again: the same number with a later time, or gone and back where no time is named', () => {
    const timed = play([
      [0, called([['12', 0]])],
      [60, called([['12', 60]])],
    ]);
    expect(fresh(timed, 60)).toEqual(['12']);
    expect(fresh(play([[120, called([['12', 60]])]], timed), 120)).toEqual([]);
    const untimed = play([
      [0, called(['12'])],
      [10, called([])],
      [20, called(['12'])],
    ]);
    expect(fresh(untimed, 20)).toEqual(['12']);
  });

  it('are no news when an old call comes back into the list, by the feed’s own clock', () => {
    const old = called(
      [
        ['7', -600],
        ['8', 0],
      ],
      { bySource: START + 60_000 },
    );
    expect(
      fresh(
        play([
          [0, called([['8', 0]])],
          [60, old],
        ]),
        60,
      ),
    ).toEqual([]);
    // A feed whose clock is ten minutes slow.
    const slow = called([['9', -600]], { bySource: START - 598_000 });
    expect(
      fresh(
        play([
          [0, called([])],
          [2, slow],
        ]),
        2,
      ),
    ).toEqual(['9']);
  });

  it('go when they are no longer called, after their four seconds', () => {
    const board = play([
      [0, called(['1'])],
      [10, called(['2'])],
      [11, called(['3'])],
    ]);
    expect(labels(board)).toEqual(['3', '2']);
    expect(labels(play([[14.499, called(['3'])]], board))).toEqual(['3', '2']);
    expect(labels(play([[14.5, called(['3'])]], board))).toEqual(['3']);
  });

  it('go at once when there is nothing that may be shown', () => {
    expect(
      labels(
        play([
          [0, called(['1'])],
          [1, null],
        ]),
      ),
    ).toEqual([]);
  });

  it('of ten calls within a second are each on the glass for four seconds, five at a time', () => {
    const tens = Array.from({ length: 10 }, (_, index): readonly [number, Called] => [1 + index / 10, called([`${index}`])]);
    const burst = play([[0, called([])], ...tens]);
    expect(labels(burst)).toEqual(['4', '3', '2', '1', '0']);
    const later = (seconds: number, board: CallBoard) => play([[seconds, called(['9'])]], board);
    const second = [5.5, 5.6, 5.7, 5.8, 5.9].reduce((board, seconds) => later(seconds, board), burst);
    expect(labels(second)).toEqual(['9', '8', '7', '6', '5']);
    expect(labels(later(10.4, second))).toEqual(['9']);
  });

  it('that wait are bounded: of a hundred at once the glass is up to date nine seconds later', () => {
    const hundred = called(Array.from({ length: 100 }, (_, index) => [`${index}`, 1 + index / 1_000] as const));
    const steps = [1, 5.5, 10, 14.5].map((seconds) => [seconds, hundred] as const);
    expect(play([[0, called([])], ...steps.slice(0, 1)]).waiting).toHaveLength(10);
    expect(labels(play([[0, called([])], ...steps.slice(0, 3)]))).toEqual(['99', '98', '97', '96', '95']);
  });

  it('that staff type are news, but for those found at the start', () => {
    const typed = called([['42', 30]], { source: STAFF_SOURCE, bySource: START + 30_000 });
    expect(
      fresh(
        play([
          [0, called(['1'])],
          [30, typed],
        ]),
        30,
      ),
    ).toEqual(['42']);
    expect(
      fresh(
        play([
          [0, null],
          [30, typed],
        ]),
        30,
      ),
    ).toEqual(['42']);
    expect(fresh(play([[30, typed]]), 30)).toEqual([]);
  });

  it('keep their real pace in a fast rehearsal', () => {
    const board = [called(['1']), called(['2'])].reduce(
      (one, given, index) => boardAt(one, given, START + index * 600_000, 60),
      UNKNOWN_BOARD,
    );
    expect(boardChangesAfter(board, START + 600_000, 60)).toBe(START + 600_000 + LEAST_SHOWN_MS * 60);
  });

  const anyCalled = fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    {
      weight: 9,
      arbitrary: fc
        .tuple(
          fc.uniqueArray(fc.tuple(fc.nat(30), fc.option(fc.nat(60))), { selector: ([label]) => label, maxLength: 12 }),
          fc.constantFrom('feed 1', 'feed 1', 'feed 1', 'feed 2', STAFF_SOURCE),
        )
        .map(([calls, source]) =>
          called(
            calls.map(([label, time]) => (time === null ? `${label}` : [`${label}`, time])),
            { source },
          ),
        ),
    },
  );
  const anySteps = fc.array(fc.tuple(fc.integer({ min: 0, max: 3_000 }), anyCalled), { minLength: 1, maxLength: 25 });

  /** Every change of the board: at each event, and between them whenever it changes by itself. */
  function history(
    steps: readonly (readonly [number, Called | null])[],
  ): readonly (readonly [number, CallBoard, Called | null])[] {
    const all: (readonly [number, CallBoard, Called | null])[] = [];
    let board = UNKNOWN_BOARD;
    let now = START;
    let given: Called | null = null;
    const step = (at: number) => {
      now = at;
      board = boardAt(board, given, now, 1);
      all.push([now, board, given]);
    };
    for (const [gap, next] of steps) {
      const until = now + gap;
      for (
        let change = boardChangesAfter(board, now, 1);
        change !== null && change < until;
        change = boardChangesAfter(board, now, 1)
      )
        step(change);
      given = next;
      step(until);
    }
    return all;
  }

  it('never leave before their four seconds while anything may be shown, never more than five, none twice', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const cameOn = new Map<string, number>();
        for (const [now, { shown }, given] of history(steps)) {
          const on = shown.map(({ call }) => call.label);
          expect(on.length).toBeLessThanOrEqual(5);
          expect(new Set(on).size).toBe(on.length);
          for (const [label, since] of cameOn) {
            if (on.includes(label)) continue;
            if (given !== null) expect(now - since).toBeGreaterThanOrEqual(LEAST_SHOWN_MS);
            cameOn.delete(label);
          }
          for (const label of on) if (!cameOn.has(label)) cameOn.set(label, now);
        }
      }),
    );
  });

  it('are only what was called, and three rounds after the last word just the newest of it', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const said = new Set(steps.flatMap(([, given]) => given?.calls.map(({ label }) => label) ?? []));
        const all = history([
          ...steps,
          ...[LEAST_SHOWN_MS, LEAST_SHOWN_MS, LEAST_SHOWN_MS, 1].map((gap) => [gap, steps.at(-1)?.[1] ?? null] as const),
        ]);
        for (const [, { shown }] of all) for (const { call } of shown) expect(said).toContain(call.label);
        const [, board, last] = all.at(-1) ?? [];
        const now = last?.calls.map(({ label }) => label) ?? [];
        expect(board?.waiting).toEqual([]);
        expect(board?.shown.length).toBe(Math.min(now.length, 5));
        for (const { call } of board?.shown ?? []) expect(now).toContain(call.label);
      }),
    );
  });
});
