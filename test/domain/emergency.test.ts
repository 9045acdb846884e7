import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content } from '../../renderer/domain/content/content';
import { emptyFolder } from '../../renderer/domain/content/folder';
import { nextChangeAfter } from '../../renderer/domain/next-change';
import { player } from '../../renderer/domain/player';
import { INITIAL_PLAYER, type Intent, type PlayerEvent, type PlayerState } from '../../renderer/domain/player-state';
import { sceneAt } from '../../renderer/domain/scene-at';
import type { Snapshot } from '../../renderer/domain/snapshot';
import { at, contentOf, snapshotOf, THREE_SLIDES } from '../fixtures/folder';

const START = at('2023-09-28T15:24:00+09:00');
const HOUR = 3_600_000;

const CARDS: Readonly<Record<string, string>> = {
  ...THREE_SLIDES,
  'emergency/10-fire.md': '---\ntitle: 火災です\nminutes: 5\n---\n係員の案内で外に出てください。\n',
  'emergency/10-fire.en.md': '---\ntitle: Fire\n---\n',
  'emergency/20-quake.md': '# 地震です\n\n机の下に入ってください。\n',
  'emergency/30-drill.md': '---\ntitle: 避難の練習\ndrill: true\n---\nこれは訓練です。\n',
};
const FILE = { 'emergency.md': '津波の警報が出ています。高い所へ逃げてください。\n' };

let revision = 0;
const withContent = (content: Content, rest: Partial<Snapshot> = {}): PlayerEvent => {
  revision += 1;
  return { kind: 'snapshot', snapshot: snapshotOf(content, { revision, ...rest }) };
};
const snapshot = (files: Readonly<Record<string, string>>, rest: Partial<Snapshot> = {}) => withContent(contentOf(files), rest);
const press = (kind: Exclude<Intent['kind'], 'slide'>): PlayerEvent => ({ kind: 'intent', intent: { kind } });
const TICK: PlayerEvent = { kind: 'tick' };
const run = (events: readonly (readonly [number, PlayerEvent])[], from: PlayerState = INITIAL_PLAYER) =>
  events.reduce((state, [ms, event]) => player(state, event, START + ms).state, from);
/** The emergency, else what is on the stage. */
const stage = (state: PlayerState, ms: number) => {
  const { emergency, stage: below } = sceneAt(state, START + ms);
  return emergency === null ? below : ({ kind: 'emergency', ...emergency } as const);
};
const title = (state: PlayerState, ms: number) => {
  const shown = stage(state, ms);
  return shown.kind === 'emergency' ? shown.title.main : shown.kind;
};

const IDLE = run([[0, snapshot(CARDS)]]);
const FIRE = run(
  [
    [0, press('emergency')],
    [0, press('confirm')],
    [0, press('confirm')],
  ],
  IDLE,
);

describe('emergency.md', () => {
  it('takes the whole screen as soon as it is there, and gives it back when it is gone', () => {
    const on = run([[1_000, snapshot({ ...CARDS, ...FILE })]], IDLE);
    expect(stage(on, 1_000)).toEqual({
      kind: 'emergency',
      id: 'emergency',
      title: { main: '緊急のお知らせ', others: [] },
      blocks: [{ kind: 'paragraph', children: [{ kind: 'text', text: '津波の警報が出ています。高い所へ逃げてください。' }] }],
      drill: false,
      since: '15:24 から',
    });
    expect(title(on, 48 * HOUR)).toBe('緊急のお知らせ');
    expect(stage(run([[60_000, snapshot(CARDS)]], on), 60_000).kind).toBe('slide');
  });

  it('wakes a sleeping screen, and needs no signage.yaml', () => {
    const night = 6 * HOUR;
    const on = run([[night, snapshot({ ...CARDS, ...FILE })]], IDLE);
    expect(sceneAt(IDLE, START + night).dark).toBe(true);
    expect(sceneAt(on, START + night).dark).toBe(false);
    const { emergency } = contentOf({ ...CARDS, ...FILE });
    const bare = snapshotOf({ ...emptyFolder.content, emergency }, { revision: 1 });
    expect(stage(run([[0, { kind: 'snapshot', snapshot: bare }]]), 0)).toMatchObject({ kind: 'emergency', since: '' });
  });

  it('says since when over a restart and past midnight, and ends after its own minutes, if it has any', () => {
    const files = { ...CARDS, 'emergency.md': '---\ntitle: 停電\nminutes: 600\n---\n復旧を待っています。\n' };
    const on = run([[0, snapshot(files)]]);
    const restarted = run([
      [8 * HOUR, { kind: 'snapshot', snapshot: snapshotOf(emptyFolder.content, { folderPresent: false, staff: on.staff }) }],
      [9 * HOUR, snapshot(files)],
    ]);
    expect(stage(restarted, 9 * HOUR)).toMatchObject({ title: { main: '停電' }, since: '9月28日（木） 15:24 から' });
    expect(title(restarted, 10 * HOUR - 1)).toBe('停電');
    expect(stage(restarted, 10 * HOUR).kind).toBe('slide');
  });

  it('ends after its own minutes also while the folder is away, and what is on show is that of before the start', () => {
    const content = contentOf({ ...CARDS, 'emergency.md': '---\ntitle: 停電\nminutes: 60\n---\n復旧を待っています。\n' });
    const kept = run([[0, withContent(content, { folderPresent: false })]]);
    const at = (ms: number) => run([[ms, TICK]], kept);
    expect(title(at(HOUR - 1), HOUR - 1)).toBe('停電');
    expect(stage(at(HOUR), HOUR).kind).toBe('slide');
  });

  it('that is newer than a chosen card comes before it, and the card before an older file', () => {
    expect(title(run([[1_000, snapshot({ ...CARDS, ...FILE })]], FIRE), 1_000)).toBe('緊急のお知らせ');
    const chosen = run(
      [
        [1_000, press('emergency')],
        [1_000, press('confirm')],
        [1_000, press('confirm')],
      ],
      run([[0, snapshot({ ...CARDS, ...FILE })]], IDLE),
    );
    expect(title(chosen, 1_000)).toBe('火災です');
    expect(title(run([[2_000, press('emergency')]], chosen), 2_000)).toBe('緊急のお知らせ');
  });
});

describe('the key E', () => {
  const overlay = (state: PlayerState, ms = 0) => sceneAt(state, START + ms).overlay;
  const opened = run([[0, press('emergency')]], IDLE);

  it('opens the cards in the order of their names, drills marked', () => {
    expect(overlay(opened)).toEqual({
      kind: 'emergency',
      cards: ['火災です', '地震です', '【訓練】避難の練習'],
      selected: 0,
      question: null,
      hint: '↑↓ で選んで Enter。表示中に E を押すと終わります',
    });
  });

  it.each<[readonly Intent[], number]>([
    [[{ kind: 'down' }], 1],
    [[{ kind: 'next' }, { kind: 'next' }], 2],
    [[{ kind: 'up' }], 2],
    [[{ kind: 'previous' }, { kind: 'down' }], 0],
    [[{ kind: 'slide', index: 1 }], 1],
    [[{ kind: 'slide', index: 3 }], 0],
    [[{ kind: 'last' }], 2],
    [[{ kind: 'last' }, { kind: 'first' }], 0],
    [[{ kind: 'confirm' }, { kind: 'down' }], 1],
  ])('%j selects a card, and moves no slide', (intents, selected) => {
    const state = run(
      intents.map((intent) => [1_000, { kind: 'intent', intent }] as const),
      opened,
    );
    expect(overlay(state, 1_000)).toMatchObject({ selected, question: null });
    expect(stage(state, 1_000)).toMatchObject({ slide: { id: '10-a' } });
  });

  it('shows nothing before it was confirmed, and the card in the same instant then', () => {
    const asked = run(
      [
        [0, press('down')],
        [0, press('confirm')],
      ],
      opened,
    );
    expect(overlay(asked)).toMatchObject({
      selected: 1,
      question: '「地震です」を画面いっぱいに出します。よろしければ Enter、やめるときは Esc',
    });
    expect(stage(asked, 0).kind).toBe('slide');
    const on = run([[500, press('confirm')]], asked);
    expect([overlay(on, 500), title(on, 500)]).toEqual([null, '地震です']);
  });

  it('is given up with Esc, one step at a time, or with E', () => {
    const asked = run([[0, press('confirm')]], opened);
    const back = run([[0, press('dismiss')]], asked);
    expect(overlay(back)).toMatchObject({ question: null });
    expect(overlay(run([[0, press('dismiss')]], back))).toBeNull();
    expect(overlay(run([[0, press('emergency')]], asked))).toBeNull();
    expect(stage(run([[0, press('emergency')]], asked), 0).kind).toBe('slide');
  });

  it('closes what nobody answers', () => {
    expect(overlay(opened, 119_999)?.kind).toBe('emergency');
    const later = run([[120_000, TICK]], opened);
    expect(overlay(later, 120_000)).toBeNull();
    const between = run([[500, press('emergency')]], IDLE);
    expect(nextChangeAfter(between, START + 120_000)).toBe(START + 120_500);
  });

  it('ends the card that is on, at once', () => {
    const over = run([[60_000, press('emergency')]], FIRE);
    expect([stage(over, 60_000).kind, overlay(over, 60_000)]).toEqual(['slide', null]);
    expect(over.staff).not.toHaveProperty('emergency');
  });

  it('says where cards come from when there are none, and confirms nothing', () => {
    const none = run([
      [0, snapshot(THREE_SLIDES)],
      [0, press('emergency')],
      [0, press('confirm')],
      [0, press('confirm')],
    ]);
    expect(overlay(none)).toMatchObject({
      cards: [],
      question: null,
      hint: '緊急の案内がありません。emergency フォルダーに1枚1ファイルで入れてください',
    });
    expect(stage(none, 0).kind).toBe('slide');
  });
});

describe('a card in pages', () => {
  const PAGES: PlayerEvent = { kind: 'measured', slideId: 'emergency/10-fire', pages: [100, 60, 8] };
  /** 28 s, 18 s and 8 s. */
  const paged = run([[1_000, PAGES]], FIRE);
  const page = (state: PlayerState, ms: number) => sceneAt(state, START + ms).emergency?.page;

  it('shows each for the time that it takes to read, one after another from when the card came, and over again', () => {
    const shown = [0, 27_999, 28_000, 45_999, 46_000, 53_999, 54_000].map((ms) => page(paged, ms)?.index);
    expect(shown).toEqual([0, 0, 1, 1, 2, 2, 0]);
    expect(page(paged, 0)).toEqual({ index: 0, count: 3 });
    expect(nextChangeAfter(paged, START + 20_000)).toBe(START + 28_000);
  });

  it('has no page while nobody has measured, or where there is one', () => {
    expect(page(FIRE, 0)).toBeUndefined();
    expect(page(run([[1_000, { ...PAGES, pages: [40] }]], FIRE), 0)).toBeUndefined();
  });

  it('is forgotten with its file', () => {
    const { 'emergency/10-fire.md': _, ...rest } = CARDS;
    const measured = run(
      [
        [2_000, snapshot(rest)],
        [2_000, { kind: 'measured', slideId: '10-a', pages: [1] }],
      ],
      paged,
    );
    expect([...measured.measured.keys()]).toEqual(['10-a']);
  });
});

describe('an emergency card', () => {
  it('ends by itself, after its own minutes or an hour', () => {
    expect(title(FIRE, 5 * 60_000 - 1)).toBe('火災です');
    expect(stage(FIRE, 5 * 60_000).kind).toBe('slide');
    const quake = run(
      [
        [0, press('emergency')],
        [0, press('down')],
        [0, press('confirm')],
        [0, press('confirm')],
      ],
      IDLE,
    );
    expect(title(quake, HOUR - 1)).toBe('地震です');
    expect(stage(quake, HOUR).kind).toBe('slide');
    expect(nextChangeAfter(quake, START + HOUR - 1)).toBe(START + HOUR);
  });

  it('is told in its other languages and with its mark', () => {
    expect(stage(FIRE, 0)).toMatchObject({ id: '10-fire', drill: false, title: { others: [{ language: 'en', text: 'Fire' }] } });
    const drill = run(
      [
        [0, press('emergency')],
        [0, press('last')],
        [0, press('confirm')],
        [0, press('confirm')],
      ],
      IDLE,
    );
    expect(stage(drill, 0)).toMatchObject({ title: { main: '避難の練習' }, drill: true });
  });

  it('survives a power cut, and not a clock that was set back', () => {
    const restarted = run([[60_000, snapshot(CARDS, { staff: FIRE.staff })]]);
    expect(stage(restarted, 60_000)).toMatchObject({ title: { main: '火災です' }, since: '15:24 から' });
    const back = run([[-8 * HOUR, TICK]], FIRE);
    expect(title(back, -8 * HOUR + 5 * 60_000 - 1)).toBe('火災です');
    expect(stage(back, -8 * HOUR + 5 * 60_000).kind).toBe('slide');
  });

  it('leaves the glass when its file is taken away', () => {
    const { 'emergency/10-fire.md': _, ...rest } = CARDS;
    expect(stage(run([[1_000, snapshot(rest)]], FIRE), 1_000).kind).toBe('slide');
  });
});

describe('the stage', () => {
  const NORMAL = { 'slides/10-a.md': '---\ntitle: いつも\n---\nあ\n', 'slides/20-b.md': '---\ntitle: いつもの次\n---\nあ\n' };
  const URGENT = { 'slides/15-u.md': '---\ntitle: 急ぎ\npriority: urgent\n---\nあ\n' };
  const emergency = [
    [1_000, press('emergency')],
    [1_000, press('confirm')],
    [1_000, press('confirm')],
  ] as const;

  it.each<[emergency: boolean, hold: boolean, urgent: boolean, slides: boolean, shown: string]>([
    [false, false, false, false, 'standby'],
    [false, false, false, true, '10-a'],
    [false, false, true, false, '15-u'],
    [false, false, true, true, '15-u'],
    [false, true, false, false, 'standby'],
    [false, true, false, true, '10-a'],
    [false, true, true, false, '15-u'],
    [false, true, true, true, '10-a'],
    [true, false, false, false, 'emergency'],
    [true, false, false, true, 'emergency'],
    [true, false, true, false, 'emergency'],
    [true, false, true, true, 'emergency'],
    [true, true, false, false, 'emergency'],
    [true, true, false, true, 'emergency'],
    [true, true, true, false, 'emergency'],
    [true, true, true, true, 'emergency'],
  ])('with emergency %s, hold %s, urgent %s, slides %s shows %s', (hasEmergency, hasHold, hasUrgent, hasSlides, shown) => {
    const cards = { 'emergency/10-fire.md': CARDS['emergency/10-fire.md'] ?? '' };
    const before = { ...cards, ...(hasSlides ? NORMAL : {}) };
    const state = run([
      [0, snapshot(before)],
      ...(hasHold ? [[500, press('hold')] as const] : []),
      [1_000, snapshot({ ...before, ...(hasUrgent ? URGENT : {}) })],
      ...(hasEmergency ? emergency : []),
    ]);
    const on = stage(state, 1_000);
    expect(on.kind === 'slide' ? on.slide.id : on.kind).toBe(shown);
  });

  it('stays equal until nextChangeAfter, whatever staff press and whichever files come', () => {
    const files = [
      CARDS,
      { ...CARDS, ...URGENT },
      { ...CARDS, ...FILE },
      { 'emergency/10-fire.md': CARDS['emergency/10-fire.md'] ?? '' },
    ].map(contentOf);
    const intents = (['next', 'hold', 'emergency', 'confirm', 'dismiss', 'down', 'keys'] as const).map(press);
    const step = fc.tuple(
      fc.oneof(
        fc.constantFrom(...intents, TICK),
        fc.constantFrom(...files).map((one) => () => withContent(one)),
      ),
      fc.integer({ min: 0, max: 400_000 }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.double({ min: 0, max: 1, noNaN: true }), (steps, part) => {
        let ms = 0;
        let state = IDLE;
        for (const [event, wait] of steps) {
          ms += wait;
          state = player(state, typeof event === 'function' ? event() : event, START + ms).state;
        }
        const next = nextChangeAfter(state, START + ms);
        expect(next).toBeGreaterThan(START + ms);
        const between = START + ms + Math.floor((next - 1 - START - ms) * part);
        expect(sceneAt(state, between)).toEqual(sceneAt(state, START + ms));
      }),
      { numRuns: 300 },
    );
  });
});
