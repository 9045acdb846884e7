import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../renderer/domain/backoff';
import {
  deafMs,
  isFrozen,
  type Pulse,
  pulseAfterDeafness,
  pulseAfterFreeze,
  pulseAfterPaint,
  pulseOfLoading,
  recoverFrom,
} from '../../renderer/domain/recovery';

describe('a page that died', () => {
  it('is loaded again at once, then after growing pauses, then left to the supervisor', () => {
    const deaths: number[] = [];
    const deeds = [0, 1_000, 3_000, 6_000, 12_000, 25_000].map((at) => {
      deaths.push(at);
      return recoverFrom('crashed', deaths, at);
    });
    expect(deeds).toEqual([
      { kind: 'reload', afterMs: 0 },
      { kind: 'reload', afterMs: 1_000 },
      { kind: 'reload', afterMs: 2_000 },
      { kind: 'reload', afterMs: 4_000 },
      { kind: 'reload', afterMs: 8_000 },
      { kind: 'exit', code: 71 },
    ]);
  });

  it('begins anew after five healthy minutes', () => {
    expect(recoverFrom('oom', [0, 1_000, 301_000], 301_000)).toEqual({ kind: 'reload', afterMs: 0 });
  });

  it.each(['launch-failed', 'integrity-failure'])('is not tried again after %s', (reason) => {
    expect(recoverFrom(reason, [0], 0)).toEqual({ kind: 'exit', code: 71 });
  });

  it('that never painted is given up after thirty seconds', () => {
    const pulse = pulseOfLoading(0);
    expect([isFrozen(pulse, 30_000), isFrozen(pulse, 30_001)]).toEqual([false, true]);
  });
});

describe('a page that paints nothing any more', () => {
  /** Painted after each of these pauses. */
  const painting = (pauses: readonly number[], from = pulseAfterPaint(pulseOfLoading(0), 0)) =>
    pauses.reduce((pulse, pause) => pulseAfterPaint(pulse, (pulse.paintedAt ?? 0) + pause), from);
  /** How long it may be silent, to 10 ms. */
  const patience = (pulse: Pulse) => {
    const painted = pulse.paintedAt ?? 0;
    return Array.from({ length: 601 }, (_, step) => step * 10).find((ms) => isFrozen(pulse, painted + ms));
  };

  it('is given up soon on a machine that keeps time, later on a busy one, after five seconds on any', () => {
    expect(patience(painting([500, 520, 510]))).toBe(1_610);
    expect(patience(painting([500, 900, 510]))).toBe(2_620);
    expect(patience(painting([500, 4_000, 510]))).toBe(5_010);
  });

  it('is not given up for a pause twice as long as any of the last ten', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 500, max: 2_400 }), { minLength: 1, maxLength: 60 }), (pauses) => {
        const pulse = painting(pauses);
        expect(isFrozen(pulse, (pulse.paintedAt ?? 0) + 2 * Math.max(...pauses.slice(-10)))).toBe(false);
      }),
    );
  });

  it('forgets a long pause in the course of a minute', () => {
    const slow = painting([1_500]);
    expect(patience(slow)).toBe(4_510);
    expect(
      patience(
        painting(
          Array.from({ length: 120 }, () => 500),
          slow,
        ),
      ),
    ).toBe(1_610);
  });

  it('has time for work that it announced, which says nothing of the machine', () => {
    const working = { ...painting([500]), isWorking: true };
    expect(patience(working)).toBe(5_010);
    expect(patience(painting([4_000], working))).toBe(1_610);
  });

  it('lends its silence to the one that takes its place: it may only have been slow', () => {
    const given = painting([500]);
    const next = pulseAfterFreeze(given, (given.paintedAt ?? 0) + 1_700);
    expect(isFrozen(next, 30_000)).toBe(false);
    expect(patience(pulseAfterPaint(next, 4_000))).toBe(4_950);
  });

  it('is not blamed for what main did not hear while it was held up itself', () => {
    expect(deafMs(0, 500, 500)).toBe(0);
    expect(deafMs(0, 700, 500)).toBe(0);
    const deaf = deafMs(0, 8_500, 500);
    expect(deaf).toBe(8_000);
    const pulse = painting([500]);
    expect(isFrozen(pulse, 500 + 8_500)).toBe(true);
    expect(isFrozen(pulseAfterDeafness(pulse, deaf), 500 + 8_500)).toBe(false);
  });
});

describe('the pause after a failure', () => {
  it('doubles up to its longest, and spreads over all of it', () => {
    expect([1, 2, 3, 10, 500].map((failures) => backoffMs(failures, 1_000, 60_000, 1))).toEqual([
      1_000, 2_000, 4_000, 60_000, 60_000,
    ]);
    expect(backoffMs(3, 1_000, 60_000, 0)).toBe(0);
    expect(backoffMs(3, 1_000, 60_000, 0.5)).toBe(2_000);
  });
});
