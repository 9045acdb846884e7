import { describe, expect, it } from 'vitest';
import { picturesAt, posedSnapshot, sheetHeading, stillSnapshot } from '../../renderer/domain/pictures';
import { player } from '../../renderer/domain/player';
import { INITIAL_PLAYER } from '../../renderer/domain/player-state';
import { sceneAt } from '../../renderer/domain/scene-at';
import { at, contentOf, THREE_SLIDES } from '../fixtures/folder';

const NOON = at('2023-09-28T12:00:00+09:00');
const still = (files: Readonly<Record<string, string>>, now = NOON) =>
  stillSnapshot({ content: contentOf(files), feed: null, version: '0.0.0' }, now);
const names = (files: Readonly<Record<string, string>>, now = NOON) => picturesAt(still(files, now), now).map(({ name }) => name);

describe('the pictures of an instant', () => {
  it('are the slides in rotation, each once and in their order, urgent ones among them', () => {
    expect(
      names({
        ...THREE_SLIDES,
        'slides/20-b.md': '---\ntitle: に\npriority: urgent\n---\n本文\n',
        'slides/30-c.md': '---\ntitle: さん\nshow: { from: 2023-09-29 }\n---\n本文\n',
      }),
    ).toEqual(['10-a', '20-b']);
  });

  it('are one picture where an emergency, the dark screen or the standby takes their place', () => {
    expect(names({ ...THREE_SLIDES, 'emergency.md': '# 火災です\n' })).toEqual(['emergency']);
    expect(names(THREE_SLIDES, at('2023-09-28T22:00:00+09:00'))).toEqual(['sleep']);
    expect(names({})).toEqual(['standby']);
  });

  it('show what they are asked for, at that instant, without a mark of a rehearsal', () => {
    const snapshot = still({ ...THREE_SLIDES, 'slides/15-u.md': '---\ntitle: 至急\npriority: urgent\n---\n本文\n' });
    let state = INITIAL_PLAYER;
    const shown = picturesAt(snapshot, NOON).map(({ place }) => {
      ({ state } = player(state, { kind: 'snapshot', snapshot: { ...snapshot, staff: { place, hold: null } } }, NOON));
      const { stage, header, marks, transition } = sceneAt(state, NOON);
      return [stage.kind === 'slide' ? stage.slide.id : stage.kind, header.time, marks.length, transition];
    });
    expect(shown).toEqual(['10-a', '15-u', '20-b', '30-c'].map((id) => [id, '12:00', 0, 'cut']));
  });

  it('show each page of a slide, and of an emergency', () => {
    const pagesOf = (files: Readonly<Record<string, string>>, key: string) => {
      const snapshot = still({ ...THREE_SLIDES, ...files });
      const [first] = picturesAt(snapshot, NOON);
      let { state } = player(INITIAL_PLAYER, { kind: 'snapshot', snapshot }, NOON);
      ({ state } = player(state, { kind: 'measured', slideId: key, pages: [100, 60, 8] }, NOON));
      return [0, 1, 2].map((page) => {
        if (first === undefined) return null;
        ({ state } = player(state, { kind: 'snapshot', snapshot: posedSnapshot(snapshot, first, page) }, NOON));
        const { emergency, stage } = sceneAt(state, NOON);
        return emergency?.page ?? (stage.kind === 'slide' ? stage.slide.page : null);
      });
    };
    const three = [0, 1, 2].map((index) => ({ index, count: 3 }));
    expect(pagesOf({}, '10-a')).toEqual(three);
    expect(pagesOf({ 'emergency.md': '# 火災です\n' }, 'emergency/emergency')).toEqual(three);
  });

  it('stand on a sheet that says whose they are and when', () => {
    expect(sheetHeading(still(THREE_SLIDES), NOON)).toBe('マイナポイント支援窓口　令和5年9月28日（木）　12:00');
  });
});
