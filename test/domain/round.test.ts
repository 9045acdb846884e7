import { describe, expect, it } from 'vitest';
import { player } from '../../renderer/domain/player';
import { INITIAL_PLAYER, type PlayerState } from '../../renderer/domain/player-state';
import { rotationOf } from '../../renderer/domain/round';
import type { Snapshot } from '../../renderer/domain/snapshot';
import { at, contentOf, snapshotOf, THREE_SLIDES } from '../fixtures/folder';

const START = at('2023-09-28T15:24:00+09:00');
const MINUTE = 60_000;
const CONTENT = contentOf({
  ...THREE_SLIDES,
  'slides/40-open.md': '---\ntitle: 受付中\nseconds: 10\nshow:\n  when: [open]\n---\n本文です。\n',
});

function given(snapshot: Snapshot, staff: Partial<PlayerState['staff']> = {}): PlayerState {
  return { ...player(INITIAL_PLAYER, { kind: 'snapshot', snapshot }, START).state, staff: { ...snapshot.staff, ...staff } };
}
const namesOf = (state: PlayerState, now: number) => rotationOf(state, now).turns.map(({ slide }) => slide.id);

describe('the round', () => {
  it('is worked out once a minute, not at each second and not at each called number', () => {
    const state = given(snapshotOf(CONTENT));
    const { turns } = rotationOf(state, START);
    const called = snapshotOf(CONTENT, { revision: 2, feed: { reading: null, readAt: START, since: START, trouble: null } });
    for (let second = 0; second < 60; second += 1) {
      expect(rotationOf(state, START + second * 1_000).turns).toBe(turns);
      expect(rotationOf(given(called), START + second * 1_000).turns).toBe(turns);
    }
    expect(rotationOf(state, START + MINUTE).turns).not.toBe(turns);
  });

  it('is another one as soon as anything that it hangs on is', () => {
    const state = given(snapshotOf(CONTENT));
    expect(namesOf(state, START)).toEqual(['10-a', '20-b', '30-c', '40-open']);
    const pause = { reason: null, since: START, until: START + 90_500 };
    const paused = given(snapshotOf(CONTENT), { pause });
    expect(namesOf(paused, START + 90_499)).toEqual(['10-a', '20-b', '30-c']);
    expect(namesOf(paused, START + 90_500)).toEqual(['10-a', '20-b', '30-c', '40-open']);
    expect(namesOf(state, at('2023-09-28T17:00:00+09:00'))).toEqual(['10-a', '20-b', '30-c']);
    const fewer = contentOf({ 'slides/10-a.md': THREE_SLIDES['slides/10-a.md'] ?? '' });
    expect(namesOf(given(snapshotOf(fewer)), START)).toEqual(['10-a']);
    const measured = new Map([['10-a', [50, 50]]]);
    expect(namesOf({ ...state, measured }, START)).toEqual(['10-a', '10-a', '20-b', '30-c', '40-open']);
  });

  it('turns to the second where a rule of a slide names seconds', () => {
    const show = 'show:\n  time: opens..closes-90s';
    const state = given(snapshotOf(contentOf({ 'slides/10-a.md': `---\ntitle: あ\n${show}\n---\n本文です。\n` })));
    const end = at('2023-09-28T16:58:30+09:00');
    expect([end - 1, end].map((now) => namesOf(state, now))).toEqual([['10-a'], []]);
  });
});
