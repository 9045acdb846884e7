import { isoInstant } from '../../../renderer/domain/time';

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
export type Mood = 'good' | 'refuses' | 'stalls' | 'drops' | 'garbage' | 'yesterday' | 'falls behind';
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
];

/**
 * A hall that calls a new number now and then, and a server in changing moods that tells of it. Every number is called once, so that each
 * on the glass can be asked: was it ever sent, and when was it last the current one?
 */
export class ChaosWorld {
  mood: Mood = 'good';
  private moodUntil = 0;
  private number = 100;
  private nextCallAt = 0;
  private readonly until = new Map<string, number>();
  /** Payloads that were true once, by time of issue. */
  private readonly old: { readonly issuedAt: number; readonly text: string }[] = [];

  constructor(readonly random: () => number) {}

  /** Half a second later. Returns whether another number is called. */
  step(now: number): boolean {
    if (now >= this.moodUntil) {
      this.mood = MOODS[Math.floor(this.random() * MOODS.length)] ?? 'good';
      this.moodUntil = now + 2_000 + this.random() * (this.mood === 'good' ? 20_000 : 40_000);
    }
    if (now < this.nextCallAt) return false;
    this.until.set(this.label, now);
    // Numbers go up and down, and none is called twice.
    this.number += this.number % 2 === 0 ? 401 : -399;
    this.nextCallAt = now + 500 + this.random() * 20_000;
    return true;
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
        const text = this.payload(this.label, now);
        this.old.push({ issuedAt: now, text });
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

  private payload(label: string, issuedAt: number): string {
    const at = isoInstant(issuedAt, 'Asia/Tokyo');
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
