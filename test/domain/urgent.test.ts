import { describe, expect, it } from 'vitest';
import { HOLD_MS } from '../../renderer/domain/hold';
import { player } from '../../renderer/domain/player';
import { INITIAL_PLAYER, type Intent, type PlayerEvent, type PlayerState } from '../../renderer/domain/player-state';
import { sceneAt } from '../../renderer/domain/scene-at';
import { at, contentOf, snapshotOf, THREE_SLIDES } from '../fixtures/folder';

const START = at('2023-09-28T10:00:00+09:00');
const urgent = (show = '') => `---\ntitle: 急ぎ\nseconds: 5\npriority: urgent\n${show}---\n急ぎです。\n`;
const WITH: Readonly<Record<string, string>> = { ...THREE_SLIDES, 'slides/25-u.md': urgent() };

let revision = 0;
const files = (list: Readonly<Record<string, string>>): PlayerEvent => {
  revision += 1;
  return { kind: 'snapshot', snapshot: snapshotOf(contentOf(list), { revision }) };
};
const intent = (one: Intent): PlayerEvent => ({ kind: 'intent', intent: one });
const run = (events: readonly (readonly [number, PlayerEvent])[], from: PlayerState = INITIAL_PLAYER) =>
  events.reduce((state, [seconds, event]) => player(state, event, START + seconds * 1_000).state, from);
const shown = (state: PlayerState, seconds: number) => {
  const { stage } = sceneAt(state, START + seconds * 1_000);
  return stage.kind === 'slide' ? stage.slide.id : stage.kind;
};
const shownEach = (state: PlayerState, times: readonly number[]) => times.map((seconds) => shown(state, seconds));
const place = (state: PlayerState, seconds: number) => sceneAt(state, START + seconds * 1_000).foot.position;

const IDLE = run([[0, files(THREE_SLIDES)]]);
const NEWS = run([[3, files(WITH)]], IDLE);

describe('an urgent slide', () => {
  it('is shown at once, between every other slide, each of which keeps its turn', () => {
    expect(shown(IDLE, 3)).toBe('10-a');
    // 3: u · 8: b (20 s) · 28: u · 33: c (30 s) · 63: u · 68: a (10 s) · 78: u · 83: b
    expect(shownEach(NEWS, [3, 8, 28, 33, 63, 68, 78, 83])).toEqual([
      '25-u',
      '20-b',
      '25-u',
      '30-c',
      '25-u',
      '10-a',
      '25-u',
      '20-b',
    ]);
  });

  it('stands in the same places after a reload in the middle of its turn', () => {
    const later = run([[29, { kind: 'tick' }]], NEWS);
    const reloaded = run([[30, { kind: 'snapshot', snapshot: snapshotOf(contentOf(WITH), { staff: later.staff }) }]]);
    expect(shownEach(reloaded, [30, 33, 63, 68])).toEqual(['25-u', '30-c', '25-u', '10-a']);
  });

  it('counts once among the slides', () => {
    expect([place(NEWS, 3), place(NEWS, 8), place(NEWS, 28), place(NEWS, 33)]).toEqual([
      { index: 2, count: 4 },
      { index: 1, count: 4 },
      { index: 2, count: 4 },
      { index: 3, count: 4 },
    ]);
    const last = run([[4, intent({ kind: 'last' })]], NEWS);
    expect(shown(last, 4)).toBe('30-c');
    expect(shown(run([[5, intent({ kind: 'slide', index: 2 })]], last), 5)).toBe('25-u');
    expect(shown(run([[5, intent({ kind: 'next' })]], last), 5)).toBe('25-u');
  });

  it('comes on by its own clock, and goes on time', () => {
    const timed = run([[0, files({ ...THREE_SLIDES, 'slides/25-u.md': urgent('show: { time: "10:02..10:10" }\n') })]]);
    const due = run([[120, { kind: 'tick' }]], timed);
    expect([shown(timed, 119), shown(due, 120)]).toEqual(['30-c', '25-u']);
    const over = run([[600, { kind: 'tick' }]], due);
    const slides = new Set(Array.from({ length: 70 }, (_, second) => shown(over, 600 + second)));
    expect([...slides].sort()).toEqual(['10-a', '20-b', '30-c']);
  });

  it('gives way to the next slide when it is taken away in the middle of its turn', () => {
    const first = run([
      [0, files(THREE_SLIDES)],
      [3, files({ ...THREE_SLIDES, 'slides/05-u.md': urgent() })],
      [29, { kind: 'tick' }],
    ]);
    expect(shown(first, 29)).toBe('05-u');
    expect(shown(run([[30, files(THREE_SLIDES)]], first), 30)).toBe('30-c');
  });

  it('keeps its turn when the slide before it is taken away', () => {
    const { 'slides/20-b.md': _, ...rest } = WITH;
    const fewer = run(
      [
        [29, { kind: 'tick' }],
        [30, files(rest)],
      ],
      NEWS,
    );
    expect(shownEach(fewer, [30, 33, 63])).toEqual(['25-u', '30-c', '25-u']);
  });

  it('waits while staff hold a slide, and comes right after it', () => {
    const held = run(
      [
        [2, intent({ kind: 'hold' })],
        [3, files(WITH)],
      ],
      IDLE,
    );
    expect(held.staff.place).toEqual({ slideId: '10-a', since: START + 2_000 });
    const end = 2 + HOLD_MS / 1_000;
    expect(shown(held, end - 1)).toBe('10-a');
    const freed = run([[end, { kind: 'tick' }]], held);
    expect(shownEach(freed, [end, end + 10, end + 15])).toEqual(['10-a', '25-u', '20-b']);
  });

  it('shares the gaps with another one', () => {
    const two = run([[4, files({ ...WITH, 'slides/26-v.md': urgent() })]], NEWS);
    expect(shownEach(two, [4, 9, 29, 34, 39])).toEqual(['26-v', '20-b', '25-u', '26-v', '30-c']);
  });

  it('turns in its own round when there is nothing else', () => {
    const alone = run([[0, files({ 'slides/25-u.md': urgent(), 'slides/26-v.md': urgent() })]]);
    expect(shownEach(alone, [0, 5, 10])).toEqual(['25-u', '26-v', '25-u']);
  });
});
