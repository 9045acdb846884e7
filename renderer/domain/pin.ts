import type { Content } from './content/content';

/** What the page gets in place of the PIN: that there is one. */
const HIDDEN_PIN = '*';
/** After the first wrong PIN; each further one doubles the wait. */
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;
/** Wrong ones are forgotten when nobody has tried for so long. */
const FORGOTTEN_MS = 1_800_000;

/** The wrong PINs in a row, and until when none is looked at. Monotonic milliseconds. */
export interface PinTries {
  readonly wrong: number;
  readonly waitsUntil: number;
}

export const NO_TRIES: PinTries = { wrong: 0, waitsUntil: Number.NEGATIVE_INFINITY };

/** Whether a PIN may be tried at `now`. */
export function mayTry({ waitsUntil }: PinTries, now: number): boolean {
  return now >= waitsUntil;
}

/** After a wrong PIN: the wait grows, so that nobody finds the right one by trying. */
export function triesAfterWrong({ wrong, waitsUntil }: PinTries, now: number): PinTries {
  const before = now - waitsUntil > FORGOTTEN_MS ? 0 : wrong;
  return { wrong: before + 1, waitsUntil: now + Math.min(FIRST_WAIT_MS * 2 ** before, LONGEST_WAIT_MS) };
}

/** The content as the page may know it. */
export function withHiddenPin(content: Content): Content {
  const { signage } = content;
  return signage === null || signage.pin === null ? content : { ...content, signage: { ...signage, pin: HIDDEN_PIN } };
}
