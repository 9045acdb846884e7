import { civilDateAt, isoInstant } from '../../../renderer/domain/time';

export const ZONE = 'Asia/Tokyo';

/** Numbers from 0 to 1 that are the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How a server behaves for a while. */
export type Mood = 'good' | 'refuses' | 'stalls' | 'drops' | 'garbage' | 'yesterday' | 'falls behind' | 'wrong clock';
const MOODS: readonly Mood[] = [
  'good',
  'good',
  'good',
  'good',
  'refuses',
  'stalls',
  'drops',
  'garbage',
  'yesterday',
  'falls behind',
  'wrong clock',
];
/** So far a server's clock may be wrong. */
const CLOCK_OFF_MS = 7_200_000;
/** One that was ahead by less is waited for once it is right again, and there would be nothing to see meanwhile. */
const WAITED_FOR_MS = 600_000;

/** All is well before midnight and nothing more is told about it, so that what was called before must go by itself. */
function moodAboutMidnight(now: number): Mood | null {
  const isBefore = (instant: number) => civilDateAt(instant, ZONE) !== civilDateAt(now + 60_000, ZONE);
  if (!isBefore(now - 30_000)) return null;
  return isBefore(now + 5_000) ? 'good' : 'drops';
}

/**
 * A hall that calls a new number now and then, and a server in changing moods that tells of it. Every number is called once, so that each
 * on the glass can be asked: was it ever sent, and when was it last the current one?
 */
export class ChaosWorld {
  mood: Mood = 'good';
  private moodUntil = 0;
  private number = 100;
  private nextCallAt = 0;
  private clockOffMs = 0;
  private readonly until = new Map<string, number>();
  private readonly toldAt = new Map<string, number>();
  /** Payloads that were true once, by time of issue. */
  private readonly old: { readonly issuedAt: number; readonly text: string }[] = [];

  constructor(readonly random: () => number) {}

  /** Half a second later. Returns whether another number is called. */
  step(now: number): boolean {
    const fixed = moodAboutMidnight(now);
    if (fixed !== null) {
      this.mood = fixed;
      this.moodUntil = now;
    } else if (now >= this.moodUntil) {
      this.mood = MOODS[Math.floor(this.random() * MOODS.length)] ?? 'good';
      this.clockOffMs = this.mood === 'wrong clock' ? this.wrongBy() : 0;
      this.moodUntil = now + 2_000 + this.random() * (this.mood === 'good' ? 30_000 : 90_000);
    }
    if (now < this.nextCallAt) return false;
    this.until.set(this.label, now);
    // Numbers go up and down, and none is called twice.
    this.number += this.number % 2 === 0 ? 401 : -399;
    this.nextCallAt = now + 500 + this.random() * 20_000;
    return true;
  }

  /** Whether the display's clock is to be right now. */
  isAboutMidnight(now: number): boolean {
    return moodAboutMidnight(now) !== null;
  }

  get label(): string {
    return String(this.number);
  }

  /** What the server says in its mood; `taken` is when the newest reading was issued that the display has. */
  says(now: number, taken: number | null): string {
    switch (this.mood) {
      case 'garbage':
        return this.garbage(now);
      case 'yesterday':
        return this.payload('8888', now - 86_400_000);
      case 'falls behind':
        return this.old.find(({ issuedAt }) => taken !== null && issuedAt < taken)?.text ?? this.garbage(now);
      default: {
        const issuedAt = now + this.clockOffMs;
        const text = this.payload(this.label, issuedAt);
        this.old.push({ issuedAt, text });
        this.toldAt.set(this.label, now);
        if (!this.until.has(this.label)) this.until.set(this.label, Number.POSITIVE_INFINITY);
        return text;
      }
    }
  }

  /** How long ago a number was the current one; never, for one that the server never sent. */
  ageOf(label: string, now: number): number {
    const until = this.until.get(label);
    return until === undefined ? Number.POSITIVE_INFINITY : Math.max(0, now - until);
  }

  /** Whether a number was told on the day of this instant, or later. */
  isOfDay(label: string, instant: number): boolean {
    const toldAt = this.toldAt.get(label);
    return toldAt !== undefined && civilDateAt(toldAt, ZONE) >= civilDateAt(instant, ZONE);
  }

  private wrongBy(): number {
    const off = Math.round((this.random() * 2 - 1) * CLOCK_OFF_MS);
    return off > 0 && off < WAITED_FOR_MS ? -off : off;
  }

  private payload(label: string, issuedAt: number): string {
    const at = isoInstant(issuedAt, ZONE);
    return JSON.stringify({ issuedAt: at, calling: [{ label, counter: '1', calledAt: at }] });
  }

  private garbage(now: number): string {
    const forms = [
      '<html><body>9999</body></html>',
      this.payload('9999', now).slice(0, 90),
      '',
      '9999',
      '{"calling":{"label":"9999"}}',
      `{"issuedAt":"2099-01-01T00:00:00+09:00","calling":[{"label":"9999"}]}`,
      `{"calling":[{"label":"9999${'9'.repeat(2_000_000)}"}]}`,
      '\u0000\u0001',
    ];
    return forms[Math.floor(this.random() * forms.length)] ?? '';
  }
}
