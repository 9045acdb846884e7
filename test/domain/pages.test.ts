import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStaffState } from '../../renderer/domain/bridge';
import type { Content, Slide } from '../../renderer/domain/content/content';
import { HOLD_MS } from '../../renderer/domain/hold';
import { nextChangeAfter } from '../../renderer/domain/next-change';
import { planAt } from '../../renderer/domain/plan';
import { player } from '../../renderer/domain/player';
import { INITIAL_PLAYER, type Intent, type PlayerEvent, type PlayerState } from '../../renderer/domain/player-state';
import { sceneAt } from '../../renderer/domain/scene-at';
import type { StaffState } from '../../renderer/domain/snapshot';
import { at, contentOf, snapshotOf, THREE_SLIDES } from '../fixtures/folder';

const START = at('2023-09-28T10:00:00+09:00');
const LONG: Readonly<Record<string, string>> = {
  ...THREE_SLIDES,
  'slides/20-b.md': `---\ntitle: に\n---\n${'長い文です。'.repeat(40)}\n`,
};
/** 20-b stays 13 s, 23 s and 8 s. */
const PAGES: PlayerEvent = { kind: 'measured', slideId: '20-b', pages: [40, 80, 6] };

let revision = 0;
function snapshot(content: Content | Readonly<Record<string, string>> = LONG, staff?: StaffState): PlayerEvent {
  revision += 1;
  const read = 'slides' in content ? (content as Content) : contentOf(content as Readonly<Record<string, string>>);
  return { kind: 'snapshot', snapshot: snapshotOf(read, { revision, ...(staff ? { staff } : {}) }) };
}
const press = (kind: Exclude<Intent['kind'], 'slide'>): PlayerEvent => ({ kind: 'intent', intent: { kind } });
const tick: PlayerEvent = { kind: 'tick' };
const play = (events: readonly (readonly [number, PlayerEvent])[], from: PlayerState = INITIAL_PLAYER) =>
  events.reduce((state, [seconds, event]) => player(state, event, START + seconds * 1_000).state, from);

/** The slide on show and its page: 20-b 2/3. */
function shown(state: PlayerState, seconds: number): string {
  const { stage } = sceneAt(state, START + seconds * 1_000);
  if (stage.kind !== 'slide') return stage.kind;
  const { id, page } = stage.slide;
  return page === undefined ? id : `${id} ${page.index + 1}/${page.count}`;
}
const each = (state: PlayerState, times: readonly number[]) => times.map((seconds) => shown(state, seconds));

const PARTED = play([
  [0, snapshot()],
  [10, tick],
  [10, PAGES],
]);

describe('a slide in pages', () => {
  it('shows each page for the time its own characters take', () => {
    // 10: 1/3 (13 s) · 23: 2/3 (23 s) · 46: 3/3 (8 s) · 54: 30-c (30 s) · 84: 10-a · 94: 1/3
    expect(each(PARTED, [10, 22.9, 23, 45.9, 46, 53.9, 54, 84, 94, 107])).toEqual([
      '20-b 1/3',
      '20-b 1/3',
      '20-b 2/3',
      '20-b 2/3',
      '20-b 3/3',
      '20-b 3/3',
      '30-c',
      '10-a',
      '20-b 1/3',
      '20-b 2/3',
    ]);
  });

  it('shows each page for the seconds that its settings name', () => {
    const files = { ...LONG, 'slides/20-b.md': (LONG['slides/20-b.md'] ?? '').replace('title', 'seconds: 5\ntitle') };
    const state = play([
      [0, snapshot(files)],
      [10, tick],
      [10, PAGES],
    ]);
    expect(each(state, [14.9, 15, 20, 25])).toEqual(['20-b 1/3', '20-b 2/3', '20-b 3/3', '30-c']);
  });

  it('fades from page to page by itself, and is in the foot one slide', () => {
    const pressed = play([[11, press('next')]], PARTED);
    expect(sceneAt(pressed, START + 11_000).transition).toBe('cut');
    const turned = play([[34, tick]], pressed);
    const scene = sceneAt(turned, START + 34_000);
    expect([shown(turned, 34), scene.transition]).toEqual(['20-b 3/3', 'fade']);
    expect(scene.foot.position).toEqual({ index: 1, count: 3 });
  });

  it('turns at the instant that nextChangeAfter names', () => {
    expect(nextChangeAfter(PARTED, START + 10_000)).toBe(START + 23_000);
    expect(nextChangeAfter(PARTED, START + 50_000)).toBe(START + 54_000);
  });

  it('is on the same page at the same second of it after a reload, before and after it is measured again', () => {
    const before = play([[30, tick]], PARTED);
    expect(before.staff.place).toEqual({ slideId: '20-b', since: START + 23_000, page: 1 });
    const loaded = play([[31, snapshot(LONG, before.staff)]]);
    expect(loaded.staff).toEqual(before.staff);
    const after = play([[31, PAGES]], loaded);
    expect(each(after, [31, 45.9, 46, 54])).toEqual(['20-b 2/3', '20-b 2/3', '20-b 3/3', '30-c']);
  });

  it('stays where it is at a tick, a new folder, or when it is measured once more', () => {
    const same = play(
      [
        [25, tick],
        [30, snapshot({ ...LONG, 'slides/05-new.md': '---\ntitle: 新\n---\n本文\n' })],
        [31, PAGES],
        [40, tick],
      ],
      PARTED,
    );
    expect(each(same, [40, 45.9, 46])).toEqual(['20-b 2/3', '20-b 2/3', '20-b 3/3']);
  });

  it('goes to its last page when it has fewer on a larger screen, and to one page when it fits', () => {
    const last = play([[47, tick]], PARTED);
    const fewer = play([[48, { kind: 'measured', slideId: '20-b', pages: [100, 26] }]], last);
    expect(shown(fewer, 48)).toBe('20-b 2/2');
    const one = play([[49, { kind: 'measured', slideId: '20-b', pages: [126] }]], fewer);
    expect(shown(one, 49)).toBe('20-b');
    expect(one.staff.place).toEqual({ slideId: '20-b', since: START + 46_000 });
  });

  it('is forgotten when it leaves the folder', () => {
    const gone = play(
      [
        [12, snapshot(THREE_SLIDES)],
        [12, { kind: 'measured', slideId: '10-a', pages: [9] }],
        [13, snapshot({ 'slides/10-a.md': THREE_SLIDES['slides/10-a.md'] ?? '' })],
        [13, { kind: 'measured', slideId: '10-a', pages: [10] }],
      ],
      PARTED,
    );
    expect([...gone.measured.keys()]).toEqual(['10-a']);
  });

  it('is turned with → and ← page by page, then to the next slide', () => {
    const there = ['next', 'next', 'next', 'next'] as const;
    const seen = (keys: readonly ('next' | 'previous')[], from: PlayerState) => {
      let state = from;
      return keys.map((key, index) => {
        state = play([[11 + index, press(key)]], state);
        expect(sceneAt(state, START + (11 + index) * 1_000).transition).toBe('cut');
        return shown(state, 11 + index);
      });
    };
    expect(seen(there, PARTED)).toEqual(['20-b 2/3', '20-b 3/3', '30-c', '10-a']);
    const onC = play([[11, press('last')]], PARTED);
    expect(seen(['previous', 'previous', 'previous', 'previous'], onC)).toEqual(['20-b 3/3', '20-b 2/3', '20-b 1/3', '10-a']);
  });

  it('is reached at its first page by its number and by End', () => {
    const from = play([[30, tick]], PARTED);
    const second: PlayerEvent = { kind: 'intent', intent: { kind: 'slide', index: 1 } };
    expect(shown(play([[31, second]], from), 31)).toBe('20-b 1/3');
    const { 'slides/30-c.md': _, ...rest } = LONG;
    expect(
      shown(
        play(
          [
            [31, snapshot(rest)],
            [32, press('last')],
          ],
          from,
        ),
        32,
      ),
    ).toBe('20-b 1/3');
  });

  it('is held on the page that is on, which neither wanders nor begins again, and goes on from there', () => {
    const held = play(
      [
        [30, press('hold')],
        [40, tick],
        [41, snapshot()],
        [42, PAGES],
      ],
      PARTED,
    );
    const end = 30 + HOLD_MS / 1_000;
    expect(each(held, [42, 300, end - 1])).toEqual(['20-b 2/3', '20-b 2/3', '20-b 2/3']);
    const reloaded = play(
      [
        [60, snapshot(LONG, held.staff)],
        [60, PAGES],
      ],
      INITIAL_PLAYER,
    );
    expect(each(reloaded, [60, end - 1])).toEqual(['20-b 2/3', '20-b 2/3']);
    const freed = play([[end, tick]], held);
    expect(each(freed, [end + 22.9, end + 23, end + 31])).toEqual(['20-b 2/3', '20-b 3/3', '30-c']);
    const turned = play([[50, press('next')]], held);
    expect(each(turned, [51, end - 1])).toEqual(['20-b 3/3', '20-b 3/3']);
  });

  it('has urgent slides behind its last page, with all of theirs', () => {
    const files = { ...LONG, 'slides/25-u.md': '---\ntitle: 急\nseconds: 5\npriority: urgent\n---\n急ぎ\n' };
    const state = play([
      [0, snapshot(files)],
      [0, PAGES],
      [0, { kind: 'measured', slideId: '25-u', pages: [50, 50] }],
    ]);
    // 0: 10-a (10 s) · 10, 15: u · 20: 1/3 · 33: 2/3 · 56: 3/3 · 64, 69: u · 74: 30-c
    expect(each(state, [0, 10, 15, 20, 33, 56, 64, 69, 74])).toEqual([
      '10-a',
      '25-u 1/2',
      '25-u 2/2',
      '20-b 1/3',
      '20-b 2/3',
      '20-b 3/3',
      '25-u 1/2',
      '25-u 2/2',
      '30-c',
    ]);
    const turned = play([[69, tick]], state);
    expect(turned.staff.place).toEqual({ slideId: '25-u', since: START + 69_000, follows: '20-b', page: 1 });
  });

  describe('that an urgent slide cuts into', () => {
    const urgent = '---\ntitle: 急\nseconds: 5\npriority: urgent\n---\n急ぎ\n';
    const files: Readonly<Record<string, string>> = { ...LONG, 'slides/25-u.md': urgent };
    // 23: 2/3 · 30: u (5 s) · 35: 2/3 (23 s) · 58: 3/3 (8 s) · 66: u · 71: 30-c
    const times = [30, 34.9, 35, 57.9, 58, 66, 71];
    const seen = ['25-u', '25-u', '20-b 2/3', '20-b 2/3', '20-b 3/3', '25-u', '30-c'];
    const cut = play([[30, snapshot(files)]], PARTED);

    it('goes on with the page that was cut into, and then as usual', () => {
      expect(shown(PARTED, 29)).toBe('20-b 2/3');
      expect(each(cut, times)).toEqual(seen);
      const ticking = times.reduce((state, at) => play([[at, tick]], state), cut);
      expect(shown(ticking, 71)).toBe('30-c');
      expect(ticking.staff.place).toEqual({ slideId: '30-c', since: START + 71_000 });
    });

    it('is made ready behind it, and is what → leads to', () => {
      expect(sceneAt(cut, START + 31_000).next).toMatchObject({ id: '20-b', page: { index: 1 } });
      expect(shown(play([[31, press('next')]], cut), 31)).toBe('20-b 2/3');
    });

    it('does so after a reload, and when the urgent slide has pages or another one comes', () => {
      const staff = parseStaffState(JSON.parse(JSON.stringify(cut.staff))) ?? undefined;
      const reloaded = play([
        [32, snapshot(files, staff)],
        [32, PAGES],
      ]);
      expect(each(reloaded, times.slice(1))).toEqual(seen.slice(1));
      const paged = play(
        [
          [30, { kind: 'measured', slideId: '25-u', pages: [50, 50] }],
          [36, tick],
        ],
        cut,
      );
      expect(each(paged, [36, 39.9, 40])).toEqual(['25-u 2/2', '25-u 2/2', '20-b 2/3']);
      const another = play([[32, snapshot({ ...files, 'slides/26-v.md': urgent })]], cut);
      expect(each(another, [32, 36.9, 37, 60])).toEqual(['26-v', '26-v', '20-b 2/3', '20-b 3/3']);
    });

    it('goes on behind it when the slide has left meanwhile', () => {
      const { 'slides/20-b.md': _, ...rest } = files;
      expect(each(play([[32, snapshot(rest)]], cut), [32, 35])).toEqual(['25-u', '30-c']);
    });
  });

  it('is told with its pages in the overview', () => {
    const note = (seconds: number) => {
      const opened = play(
        [
          [seconds, tick],
          [seconds, press('overview')],
        ],
        PARTED,
      );
      const { overlay } = sceneAt(opened, START + seconds * 1_000);
      return overlay?.kind === 'overview' ? overlay.slides.map((line) => line.note) : null;
    };
    expect(note(30)).toEqual([null, '2／3 ページ', null]);
    expect(note(60)).toEqual([null, '全3ページ', null]);
  });

  it('gives the same scene until the next change, whatever was measured', () => {
    const loaded = play([[0, snapshot()]]);
    const pages = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(pages, pages, fc.integer({ min: 0, max: 200_000 }), fc.nat(1_000), (a, b, elapsed, part) => {
        const state = play(
          [
            [0, { kind: 'measured', slideId: '10-a', pages: a }],
            [0, { kind: 'measured', slideId: '20-b', pages: b }],
          ],
          loaded,
        );
        const now = START + elapsed;
        const ticked = player(state, tick, now).state;
        expect(sceneAt(ticked, now).stage).toEqual(sceneAt(state, now).stage);
        const next = nextChangeAfter(ticked, now);
        expect(next).toBeGreaterThan(now);
        expect(sceneAt(ticked, now + Math.floor(((next - 1 - now) * part) / 1_000))).toEqual(sceneAt(ticked, now));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a document', () => {
  const picture = (page: number) => ({ address: `media:${page}.png`, width: 1_000, height: 1_400 });
  const document = (seconds: number | null): Content => {
    const content = contentOf(THREE_SLIDES);
    const slides = content.slides.map(
      (slide): Slide =>
        slide.id === '20-b'
          ? {
              ...slide,
              layout: 'media',
              seconds,
              blocks: [],
              media: { kind: 'document', pages: [1, 2, 3].map(picture), fit: 'contain' },
            }
          : slide,
    );
    return { ...content, slides };
  };

  it('shows each page for its seconds, 15 when none are named', () => {
    const state = play([[0, snapshot(document(null))]]);
    expect(each(state, [10, 24.9, 25, 40, 55])).toEqual(['20-b 1/3', '20-b 1/3', '20-b 2/3', '20-b 3/3', '30-c']);
    expect(each(play([[0, snapshot(document(6))]]), [10, 16, 22, 28])).toEqual(['20-b 1/3', '20-b 2/3', '20-b 3/3', '30-c']);
  });

  it('draws its pages as pictures', () => {
    const { stage } = sceneAt(play([[0, snapshot(document(null))]]), START + 26_000);
    expect(stage).toMatchObject({
      slide: { body: { kind: 'picture', picture: { address: 'media:2.png' }, fit: 'contain' }, page: { index: 1, count: 3 } },
    });
  });

  it('is planned with all its pages, and a long text with as many as it takes to be read', () => {
    const seconds = (content: Content) => planAt(content, START)?.slides.map((slide) => slide.seconds);
    expect(seconds(document(null))).toEqual([10, 45, 30]);
    // 241 characters are taken to stand on one page, 601 to need six of 101.
    expect(seconds(contentOf(LONG))).toEqual([10, 30, 30]);
    const longer = { ...LONG, 'slides/20-b.md': `---\ntitle: に\n---\n${'長い文です。'.repeat(100)}\n` };
    expect(seconds(contentOf(longer))).toEqual([10, 6 * (3 + 101 / 4), 30]);
  });
});
