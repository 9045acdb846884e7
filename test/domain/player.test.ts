import { describe, expect, it } from 'vitest';
import { HOLD_MS } from '../../renderer/domain/hold';
import { player } from '../../renderer/domain/player';
import { INITIAL_PLAYER, type Intent, type PlayerEvent, type PlayerState } from '../../renderer/domain/player-state';
import { rotationOf } from '../../renderer/domain/round';
import { sceneAt } from '../../renderer/domain/scene-at';
import { at, contentOf, snapshotOf, THREE_SLIDES } from '../fixtures/folder';

const START = at('2023-09-28T10:00:00+09:00');

/** Plays events, each at so many ms after the start. */
function play(events: readonly (readonly [number, PlayerEvent])[], from: PlayerState = INITIAL_PLAYER): PlayerState {
  return events.reduce((state, [ms, event]) => player(state, event, START + ms).state, from);
}

const snapshot = (files = THREE_SLIDES, revision = 1): PlayerEvent => ({
  kind: 'snapshot',
  snapshot: snapshotOf(contentOf(files), { revision }),
});
const press = (kind: Exclude<Intent['kind'], 'slide'>): PlayerEvent => ({ kind: 'intent', intent: { kind } });
const tick: PlayerEvent = { kind: 'tick' };

function shown(state: PlayerState, ms: number): string | null {
  const { turns, position } = rotationOf(state, START + ms);
  return (position && turns[position.index]?.slide.id) ?? null;
}

describe('the player', () => {
  it('begins with the first slide when nothing is remembered', () => {
    expect(shown(play([[0, snapshot()]]), 0)).toBe('10-a');
  });

  it('lands on the same slide and the same second of it after a reload', () => {
    const before = play([
      [0, snapshot()],
      [12_000, tick],
    ]);
    const staff = before.staff;
    const after = play([[15_000, { kind: 'snapshot', snapshot: snapshotOf(contentOf(THREE_SLIDES), { staff }) }]]);
    expect(rotationOf(after, START + 15_000).position).toEqual(rotationOf(before, START + 15_000).position);
    expect(shown(after, 15_000)).toBe('20-b');
  });

  it.each([
    ['next', '20-b'],
    ['previous', '30-c'],
    ['first', '10-a'],
    ['last', '30-c'],
  ] as const)('goes with %s from the first slide to %s, at once and without a fade', (intent, id) => {
    const state = play([
      [0, snapshot()],
      [3_000, press(intent)],
    ]);
    expect(shown(state, 3_000)).toBe(id);
    expect(sceneAt(state, START + 3_000).transition).toBe('cut');
  });

  it('goes to a slide by its number, and nowhere when there is none', () => {
    const state = play([
      [0, snapshot()],
      [1_000, { kind: 'intent', intent: { kind: 'slide', index: 1 } }],
    ]);
    expect(shown(state, 1_000)).toBe('20-b');
    expect(shown(play([[2_000, { kind: 'intent', intent: { kind: 'slide', index: 8 } }]], state), 2_000)).toBe('20-b');
  });

  it('gives a slide that staff chose its whole stay', () => {
    const state = play([
      [0, snapshot()],
      [9_000, press('next')],
    ]);
    expect(shown(state, 28_999)).toBe('20-b');
    expect(shown(state, 29_000)).toBe('30-c');
  });

  it('fades when the rotation moves on', () => {
    const state = play([
      [0, snapshot()],
      [10_000, tick],
    ]);
    expect(sceneAt(state, START + 10_000).transition).toBe('fade');
  });

  it('holds a slide for ten minutes, then goes on by itself', () => {
    const state = play([
      [0, snapshot()],
      [5_000, press('hold')],
    ]);
    expect(shown(state, 5_000 + HOLD_MS - 1)).toBe('10-a');
    expect(sceneAt(state, START + 5_000 + HOLD_MS - 1).marks.map(({ kind }) => kind)).toEqual(['hold']);
    const ended = play([[5_000 + HOLD_MS, tick]], state);
    expect(sceneAt(ended, START + 5_000 + HOLD_MS).marks).toEqual([]);
    expect(shown(ended, 5_000 + HOLD_MS + 9_999)).toBe('10-a');
    expect(shown(ended, 5_000 + HOLD_MS + 10_000)).toBe('20-b');
  });

  it('goes on at the second press of the hold key', () => {
    const state = play([
      [0, snapshot()],
      [5_000, press('hold')],
      [60_000, press('hold')],
    ]);
    expect(shown(state, 69_999)).toBe('10-a');
    expect(shown(state, 70_000)).toBe('20-b');
  });

  it('holds the new slide when staff move during a hold', () => {
    const state = play([
      [0, snapshot()],
      [5_000, press('hold')],
      [6_000, press('next')],
    ]);
    expect(shown(state, 500_000)).toBe('20-b');
    expect(state.staff.hold?.until).toBe(START + 5_000 + HOLD_MS);
  });

  it('lets a held slide go when its own time is over', () => {
    const files = { ...THREE_SLIDES, 'slides/10-a.md': '---\ntitle: いち\nshow: { time: "9:00..10:01" }\n---\n本文です。\n' };
    const state = play([
      [0, snapshot(files)],
      [1_000, press('hold')],
    ]);
    expect(shown(state, 59_999)).toBe('10-a');
    expect(shown(state, 60_000)).toBe('20-b');
    expect(play([[60_000, tick]], state).staff.hold).toBeNull();
  });

  it('does not believe a remembered hold that reaches farther than a hold can', () => {
    const staff = { place: null, hold: { slideId: '10-a', until: START + 10 * HOLD_MS } };
    const state = play([[0, { kind: 'snapshot', snapshot: snapshotOf(contentOf(THREE_SLIDES), { staff }) }]]);
    expect(state.staff.hold).toBeNull();
  });

  it('keeps its place when a slide before it is added, edited or deleted', () => {
    const state = play([
      [0, snapshot()],
      [12_000, tick],
    ]);
    const added = { ...THREE_SLIDES, 'slides/05-new.md': '---\ntitle: 新\n---\n本文です。\n' };
    expect(shown(play([[15_000, snapshot(added, 2)]], state), 15_000)).toBe('20-b');
    const { 'slides/10-a.md': _, ...fewer } = THREE_SLIDES;
    expect(shown(play([[15_000, snapshot(fewer, 2)]], state), 15_000)).toBe('20-b');
  });

  it('ignores an older snapshot', () => {
    const state = play([
      [0, snapshot(THREE_SLIDES, 5)],
      [1_000, snapshot({}, 4)],
    ]);
    expect(state.snapshot?.revision).toBe(5);
  });

  it('says what is to be remembered when, and only when, it changed', () => {
    const first = player(INITIAL_PLAYER, snapshot(), START);
    expect(first.effects).toEqual([{ kind: 'remember', staff: { place: { slideId: '10-a', since: START }, hold: null } }]);
    expect(player(first.state, tick, START + 5_000).effects).toEqual([]);
    expect(player(first.state, tick, START + 10_000).effects).toHaveLength(1);
  });

  it('leaves only after the question was confirmed', () => {
    const state = play([[0, snapshot()]]);
    expect(player(state, press('confirm'), START).effects).toEqual([]);
    const asked = player(state, press('leave'), START);
    expect(asked.effects).toEqual([]);
    expect(player(asked.state, press('dismiss'), START).state.overlay).toBeNull();
    expect(player(asked.state, press('confirm'), START).effects).toEqual([{ kind: 'leave', pin: null }]);
  });

  it('opens and closes the card of the keys', () => {
    const open = play([
      [0, snapshot()],
      [1, press('keys')],
    ]);
    expect(sceneAt(open, START + 1).overlay?.kind).toBe('keys');
    expect(play([[2, press('keys')]], open).overlay).toBeNull();
    expect(play([[2, press('dismiss')]], open).overlay).toBeNull();
  });
});
