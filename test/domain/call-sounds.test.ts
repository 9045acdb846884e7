import { describe, expect, it } from 'vitest';
import type { Sound } from '../../renderer/domain/call-sounds';
import { nextChangeAfter } from '../../renderer/domain/next-change';
import { player } from '../../renderer/domain/player';
import { INITIAL_PLAYER, type PlayerState } from '../../renderer/domain/player-state';
import type { TicketReading } from '../../renderer/domain/tickets';
import { contentOf, SIGNAGE, snapshotOf, THREE_SLIDES } from '../fixtures/folder';
import { pressed, timeOn } from '../fixtures/played';

const START = timeOn('2023-09-28', '15:24');
type Said = readonly (string | readonly [label: string, counter: string])[];
/** At so many seconds the feed says this, or a key is pressed. */
type Step = readonly [seconds: number, what: { readonly calls: Said; readonly run?: number } | string];

function folder(sound: string | null, languages = '[ja, en]') {
  const yaml = SIGNAGE.replace('every: 3s', `every: 3s${sound === null ? '' : `\n  sound: ${sound}`}`);
  return contentOf({ ...THREE_SLIDES, 'signage.yaml': yaml.replace('[ja, en]', languages) });
}

/** Lives through the steps as the page does, with a tick at each change, and writes down what was heard, at which second. */
function heard(steps: readonly Step[], content = folder('chime'), from = INITIAL_PLAYER): readonly (readonly [number, Sound])[] {
  const sounds: (readonly [number, Sound])[] = [];
  let state: PlayerState = from;
  let now = START;
  const receive = (event: Parameters<typeof player>[1]) => {
    const result = player(state, event, now);
    state = result.state;
    for (const effect of result.effects) if (effect.kind === 'sound') sounds.push([(now - START) / 1_000, effect.sound]);
  };
  const until = (at: number) => {
    for (let next = nextChangeAfter(state, now); next <= at; next = nextChangeAfter(state, now)) {
      now = next;
      receive({ kind: 'tick' });
    }
    now = at;
  };
  for (const [seconds, what] of steps) {
    until(START + seconds * 1_000);
    if (typeof what === 'string') {
      for (const key of what.split(' ')) receive(pressed(key));
      continue;
    }
    const calling = what.calls.map((one) => {
      const [label, counter] = typeof one === 'string' ? [one, null] : one;
      return { label, counter, calledAt: null };
    });
    const reading: TicketReading = { issuedAt: null, calling, absent: [], waiting: null, desk: null };
    const revision = (state.snapshot?.revision ?? 0) + 1;
    receive({
      kind: 'snapshot',
      snapshot: snapshotOf(content, { revision, feed: { reading, readAt: now, trouble: null, since: what.run ?? 1 } }),
    });
  }
  until(now + 30_000);
  return sounds;
}

const times = (sounds: readonly (readonly [number, Sound])[]) => sounds.map(([seconds]) => seconds);
const words = (sounds: readonly (readonly [number, Sound])[]) => sounds.map(([, sound]) => sound.words);

describe('a call', () => {
  it('is silent unless asked for', () => {
    for (const sound of [null, 'off'])
      expect(
        heard(
          [
            [0, { calls: [] }],
            [10, { calls: ['1'] }],
          ],
          folder(sound),
        ),
      ).toEqual([]);
  });

  it('rings once when newly called, and again when called again', () => {
    expect(
      heard([
        [0, { calls: ['1'] }],
        [10, { calls: ['1', '2'] }],
        [20, { calls: ['1', '2'] }],
      ]),
    ).toEqual([[10, { language: 'ja', words: null }]]);
    expect(
      times(
        heard([
          [0, { calls: ['1'] }],
          [10, { calls: [] }],
          [20, { calls: ['1'] }],
        ]),
      ),
    ).toEqual([20]);
  });

  it('is silent on first load, after a reconnect, and when the feed comes back after it was too old', () => {
    expect(heard([[0, { calls: ['1', '2', '3', '4', '5'] }]])).toEqual([]);
    expect(
      heard([
        [0, { calls: ['1'] }],
        [20, { calls: ['1', '2', '3'], run: 2 }],
      ]),
    ).toEqual([]);
    expect(
      heard([
        [0, { calls: ['1'] }],
        [200, { calls: ['1', '2'] }],
      ]),
    ).toEqual([]);
  });

  it('rings for a typed number', () => {
    expect(
      times(
        heard([
          [0, { calls: [] }],
          [10, 'KeyT Digit4 Enter'],
        ]),
      ),
    ).toEqual([10]);
  });

  it('waits for the one before, and those that wait ring together', () => {
    const steps: Step[] = [
      [0, { calls: [] }],
      [10, { calls: ['1'] }],
      [10.5, { calls: ['1', '2'] }],
      [11, { calls: ['1', '2', '3'] }],
    ];
    expect(times(heard(steps))).toEqual([10, 13]);
  });

  it('rings for ten calls within a second no more often than every three seconds', () => {
    const burst = Array.from(
      { length: 10 },
      (_, index): Step => [10 + index / 10, { calls: Array.from({ length: index + 1 }, (_, n) => `${n}`) }],
    );
    const rang = times(heard([[0, { calls: [] }], ...burst]));
    expect(rang.length).toBeGreaterThan(1);
    rang.forEach((time, index) => {
      if (index > 0) expect(time - (rang[index - 1] ?? 0)).toBeGreaterThanOrEqual(3);
    });
  });

  it('is spoken with its counter, in the language that leads', () => {
    const steps: Step[] = [
      [0, { calls: [] }],
      [10, { calls: [['42', '1']] }],
    ];
    expect(words(heard(steps, folder('voice')))).toEqual(['42番の整理券をお持ちの方、1番窓口へお越しください。']);
    expect(words(heard(steps, folder('voice', '[en, ja]')))).toEqual(['Ticket 42, please come to counter 1.']);
    expect(words(heard(steps, folder('voice', '[ja-easy]')))).toEqual(['42番の 整理券の 人は、1番の 窓口へ 来てください。']);
    expect(
      words(
        heard(
          [
            [0, { calls: [] }],
            [10, { calls: ['C-45'] }],
          ],
          folder('voice'),
        ),
      ),
    ).toEqual(['C 45番の整理券をお持ちの方、窓口へお越しください。']);
  });

  it('is not spoken while another is, and not at all once it has left the glass', () => {
    const steps: Step[] = [
      [0, { calls: [] }],
      [10, { calls: [['1', '1']] }],
      [
        11,
        {
          calls: [
            ['1', '1'],
            ['2', '2'],
          ],
        },
      ],
      [
        12,
        {
          calls: [
            ['1', '1'],
            ['2', '2'],
            ['3', '3'],
          ],
        },
      ],
      [
        16,
        {
          calls: [
            ['1', '1'],
            ['3', '3'],
          ],
        },
      ],
    ];
    const sounds = heard(steps, folder('voice'));
    expect(words(sounds)).toEqual([
      '1番の整理券をお持ちの方、1番窓口へお越しください。',
      '3番の整理券をお持ちの方、3番窓口へお越しください。',
    ]);
    expect(sounds[1]?.[0]).toBeGreaterThan(16);
  });

  it('is silent on a dark screen and under an emergency, and not made up for later', () => {
    expect(
      times(
        heard([
          [0, { calls: [] }],
          [5, 'KeyB'],
          [10, { calls: ['1'] }],
          [12, 'KeyB'],
          [20, { calls: ['1', '2'] }],
        ]),
      ),
    ).toEqual([20]);
  });

  it('is heard again soon after the clock was set back', () => {
    const state = player(INITIAL_PLAYER, { kind: 'snapshot', snapshot: snapshotOf(folder('chime')) }, START).state;
    const set = { ...state, sounds: { pending: [], quietUntil: START + 3_600_000 } };
    expect(
      times(
        heard(
          [
            [0, { calls: [] }],
            [10, { calls: ['1'] }],
          ],
          undefined,
          set,
        ),
      ),
    ).toEqual([10]);
  });
});
