import { describe, expect, it } from 'vitest';
import { pinLock } from '../../electron/pin-lock';

/** A lock with this PIN, and all that it did, in order. */
function lockOf(pin: string | null) {
  const deeds: string[] = [];
  const unlock = pinLock({
    pin: () => pin,
    waits: (waitMs) => deeds.push(`waits ${waitMs}`),
    leave: () => deeds.push('leaves'),
    log: (line) => deeds.push(line),
  });
  return { unlock, deeds };
}

describe('the way out of the display', () => {
  it('is open where no PIN is set', () => {
    const { unlock, deeds } = lockOf(null);
    unlock(null);
    expect(deeds).toEqual(['leaves']);
  });

  it('opens for the right PIN alone', () => {
    const { unlock, deeds } = lockOf('0421');
    unlock('0421');
    expect(deeds).toEqual(['leaves']);
  });

  it.each([null, '0420', '04210', '421'])(
    'stays closed for %s, and then also for the right one, until the wait is over',
    (wrong) => {
      const { unlock, deeds } = lockOf('0421');
      unlock(wrong);
      unlock('0421');
      expect(deeds).toEqual(['a wrong PIN was typed, 1 in a row', 'waits 5000']);
    },
  );
});
