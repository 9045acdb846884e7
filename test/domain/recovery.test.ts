import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../renderer/domain/backoff';
import { deafMs, isFrozen, recoverFrom } from '../../renderer/domain/recovery';

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

  it('counts as frozen when nothing is painted any more', () => {
    expect(isFrozen(0, null, 30_000)).toBe(false);
    expect(isFrozen(0, null, 30_001)).toBe(true);
    expect(isFrozen(0, 10_000, 15_000)).toBe(false);
    expect(isFrozen(0, 10_000, 15_001)).toBe(true);
  });

  it('is not blamed for what main did not hear while it was held up itself', () => {
    expect(deafMs(0, 500, 500)).toBe(0);
    expect(deafMs(0, 1_400, 500)).toBe(0);
    const deaf = deafMs(0, 8_500, 500);
    expect(deaf).toBe(8_000);
    expect(isFrozen(0, -200, 8_500)).toBe(true);
    expect(isFrozen(deaf, -200 + deaf, 8_500)).toBe(false);
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
