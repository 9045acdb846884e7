import { describe, expect, it } from 'vitest';
import { nextChangeAfter } from '../../renderer/domain/next-change';
import { player } from '../../renderer/domain/player';
import { INITIAL_PLAYER, type Intent, type PlayerState } from '../../renderer/domain/player-state';
import { problemText } from '../../renderer/domain/result';
import type { Scene } from '../../renderer/domain/scene';
import { sceneAt } from '../../renderer/domain/scene-at';
import type { Snapshot } from '../../renderer/domain/snapshot';
import { RETRY_MS, unshowableProblems } from '../../renderer/domain/unshowable';
import { at, contentOf, snapshotOf, THREE_SLIDES } from '../fixtures/folder';
import { documentOf, filmAt, pictureAt, withMedia } from '../fixtures/media';

const NOW = at('2023-09-28T10:00:00+09:00');
const SLIDES = withMedia(contentOf(THREE_SLIDES), {
  '20-b': pictureAt('media://content/b'),
  '30-c': filmAt('media://content/c', 12_000),
});
const ONE = contentOf({ 'slides/10-a.md': '---\ntitle: いち\n---\n本文です。\n' });

function started(content = SLIDES, rest: Partial<Snapshot> = {}): PlayerState {
  return player(INITIAL_PLAYER, { kind: 'snapshot', snapshot: snapshotOf(content, rest) }, NOW).state;
}

const pressed = (state: PlayerState, kind: 'next' | 'hold', now = NOW) =>
  player(state, { kind: 'intent', intent: { kind } as Intent }, now).state;
const broken = (state: PlayerState, address: string, now = NOW) => player(state, { kind: 'unshowable', address }, now).state;
const later = (state: PlayerState, now: number) => player(state, { kind: 'tick' }, now).state;
const on = ({ stage }: Scene) => (stage.kind === 'slide' ? stage.slide.id : null);
const bodyOn = ({ stage }: Scene) => (stage.kind === 'slide' ? stage.slide.body : null);

describe('the slide that comes next', () => {
  it('is told with the one on the stage, the first after the last', () => {
    let state = started();
    const pairs: (string | null | undefined)[][] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const scene = sceneAt(state, NOW);
      pairs.push([on(scene), scene.next?.id]);
      state = pressed(state, 'next');
    }
    expect(pairs).toEqual([
      ['10-a', '20-b'],
      ['20-b', '30-c'],
      ['30-c', '10-a'],
    ]);
  });

  it('is the very slide that is drawn at its turn', () => {
    const { next } = sceneAt(started(), NOW);
    const turned = sceneAt(later(started(), NOW + 10_000), NOW + 10_000);
    expect(turned.stage).toEqual({ kind: 'slide', slide: next });
  });

  it('is known while staff hold one, and is none where there is only one or none', () => {
    expect(sceneAt(pressed(started(), 'hold'), NOW).next?.id).toBe('20-b');
    expect(sceneAt(started(ONE), NOW).next).toBeNull();
    expect(sceneAt(started(contentOf({})), NOW).next).toBeNull();
    expect(sceneAt(INITIAL_PLAYER, NOW).next).toBeNull();
  });
});

describe('a film', () => {
  const film = withMedia(contentOf({ 'slides/10-a.md': '---\ntitle: 映像\n---\n' }), {
    '10-a': filmAt('media://content/a', 12_000),
  });

  it('stays to its end, or for its seconds', () => {
    const state = pressed(
      pressed(
        started(
          withMedia(contentOf({ 'slides/30-c.md': '---\ntitle: さん\n---\n', 'slides/40-d.md': '---\ntitle: よん\n---\n' }), {
            '30-c': filmAt('media://content/c', 12_000),
          }),
        ),
        'next',
      ),
      'next',
    );
    expect(on(sceneAt(later(state, NOW + 12_000), NOW + 12_000))).toBe('30-c');
    expect(on(sceneAt(later(state, NOW + 12_500), NOW + 12_500))).toBe('40-d');
    const withSeconds = pressed(pressed(started(), 'next'), 'next');
    expect(on(sceneAt(later(withSeconds, NOW + 29_999), NOW + 29_999))).toBe('30-c');
  });

  it('begins anew at its end only when nothing else follows', () => {
    const rotating = pressed(pressed(started(), 'next'), 'next');
    expect(bodyOn(sceneAt(rotating, NOW))).toMatchObject({ kind: 'video', loops: false });
    expect(bodyOn(sceneAt(pressed(rotating, 'hold'), NOW))).toMatchObject({ kind: 'video', loops: true });
    expect(bodyOn(sceneAt(started(film), NOW))).toMatchObject({ kind: 'video', loops: true });
  });
});

describe('a file that the page could not show', () => {
  it('is skipped, told of, and tried again after ten minutes', () => {
    const state = broken(pressed(started(), 'next'), 'media://content/b');
    expect(on(sceneAt(state, NOW))).toBe('30-c');
    expect(sceneAt(state, NOW)).toMatchObject({ transition: 'fade', foot: { position: { count: 2 } } });
    expect(unshowableProblems(state, NOW).map(problemText)).toEqual([
      'slides/20-b.md: 画面に出せないので、飛ばしています。ファイルを開いて確かめてください',
    ]);
    const before = NOW + RETRY_MS - 1;
    expect(sceneAt(later(state, before), before).foot.position?.count).toBe(2);
    expect(nextChangeAfter(later(state, before), before)).toBe(NOW + RETRY_MS);
    expect(sceneAt(later(state, NOW + RETRY_MS), NOW + RETRY_MS).foot.position?.count).toBe(3);
    expect(unshowableProblems(state, NOW + RETRY_MS)).toEqual([]);
  });

  it('comes back at once when it is replaced: a new file has a new address', () => {
    const state = broken(started(), 'media://content/b');
    const mended = withMedia(SLIDES, { '20-b': pictureAt('media://content/b2') });
    const next = player(state, { kind: 'snapshot', snapshot: snapshotOf(mended, { revision: 2 }) }, NOW).state;
    expect(sceneAt(next, NOW).next?.id).toBe('20-b');
  });

  it('is out in the overview, with its reason', () => {
    const opened = player(broken(started(), 'media://content/c'), { kind: 'intent', intent: { kind: 'overview' } }, NOW).state;
    const { overlay } = sceneAt(opened, NOW);
    expect(overlay?.kind === 'overview' && overlay.slides.at(-1)).toMatchObject({ state: 'out', note: '画面に出せません' });
    expect(overlay?.kind === 'overview' && overlay.problems).toMatchObject([{ file: 'slides/30-c.md' }]);
  });

  it('takes only its own page out of a document, and the document when no page is left', () => {
    const pages = withMedia(contentOf(THREE_SLIDES), { '20-b': documentOf('media://content/p1', 'media://content/p2') });
    const one = broken(started(pages), 'media://content/p1');
    expect(sceneAt(one, NOW).next?.body).toMatchObject({ kind: 'picture', picture: { address: 'media://content/p2' } });
    expect(unshowableProblems(one, NOW).map(problemText)).toEqual([
      'slides/20-b.md: 1ページ目を画面に出せないので、飛ばしています。ファイルを開いて確かめてください',
    ]);
    expect(sceneAt(broken(one, 'media://content/p2'), NOW).next?.id).toBe('30-c');
  });

  it('leaves the calm standby when nothing else is there', () => {
    const only = withMedia(ONE, { '10-a': pictureAt('media://content/a') });
    expect(sceneAt(broken(started(only), 'media://content/a'), NOW).stage.kind).toBe('standby');
  });

  it('is not left out for longer by a clock that was set back', () => {
    const state = broken(started(), 'media://content/b');
    expect(sceneAt(later(state, NOW - 86_400_000), NOW - 86_400_000).foot.position?.count).toBe(3);
  });

  it('waits as many real minutes in a fast rehearsal', () => {
    const rehearsal = { start: NOW, realStart: NOW, speed: 60 };
    const state = broken(started(SLIDES, { rehearsal }), 'media://content/b');
    expect(sceneAt(later(state, NOW + 60 * RETRY_MS - 1), NOW + 60 * RETRY_MS - 1).foot.position?.count).toBe(2);
    expect(sceneAt(later(state, NOW + 60 * RETRY_MS), NOW + 60 * RETRY_MS).foot.position?.count).toBe(3);
  });
});
