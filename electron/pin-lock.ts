import { createHash, timingSafeEqual } from 'node:crypto';
import { mayTry, NO_TRIES, triesAfterWrong } from '../renderer/domain/pin';
import type { Log } from './log';

/** What the lock needs of the display. */
export interface PinLockNeeds {
  /** The PIN of the folder; null: none is set. */
  readonly pin: () => string | null;
  /** A wrong PIN has to be waited for so long (milliseconds), or no longer (null). */
  readonly waits: (waitMs: number | null) => void;
  readonly leave: () => void;
  readonly log: Log;
}

/** Lets staff leave: at once, or with the right PIN. It is compared here, in constant time: the page never has it. */
export function pinLock({ pin, waits, leave, log }: PinLockNeeds): (given: string | null) => void {
  let tries = NO_TRIES;
  return (given) => {
    const wanted = pin();
    if (wanted === null) {
      leave();
      return;
    }
    const now = performance.now();
    if (!mayTry(tries, now)) return;
    if (timingSafeEqual(digestOf(given ?? ''), digestOf(wanted))) {
      leave();
      return;
    }
    tries = triesAfterWrong(tries, now);
    log(`a wrong PIN was typed, ${tries.wrong} in a row`);
    const waitMs = tries.waitsUntil - now;
    waits(waitMs);
    setTimeout(() => waits(null), waitMs);
  };
}

/** Texts of one length, whatever was typed. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
