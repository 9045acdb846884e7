import { describe, expect, it } from 'vitest';
import { parsePin } from '../../renderer/domain/bridge';
import { parseSignage } from '../../renderer/domain/content/signage';
import { mayTry, NO_TRIES, type PinTries, triesAfterWrong, withHiddenPin } from '../../renderer/domain/pin';
import { player } from '../../renderer/domain/player';
import { INITIAL_PLAYER, type Intent, type PlayerState } from '../../renderer/domain/player-state';
import { sceneAt } from '../../renderer/domain/scene-at';
import type { Snapshot } from '../../renderer/domain/snapshot';
import { at, contentOf, SIGNAGE, snapshotOf, THREE_SLIDES } from '../fixtures/folder';

const NOW = at('2023-09-28T15:24:00+09:00');
const WITH_PIN = contentOf({ ...THREE_SLIDES, 'signage.yaml': `${SIGNAGE}\npin: 0421\n` });

describe('pin: in signage.yaml', () => {
  const parse = (line: string) => parseSignage(`title: 窓口\n${line}\n`);

  it.each([
    ['pin: 0421', '0421'],
    ['pin: "04210421"', '04210421'],
    ['pin: ０４２１', '0421'],
  ])('%s is read as it was written', (line, pin) => {
    expect(parse(line)).toMatchObject({ value: { pin }, problems: [] });
  });

  it.each(['pin: 042', 'pin: abcd', 'pin: 042104219', 'pin: [4, 2]', 'pin: 4.21', 'pin: -4210'])(
    '%s is refused with a warning that does not hold it',
    (line) => {
      const { value, problems } = parse(line);
      expect(value?.pin).toBeNull();
      const message = 'pin は4〜8桁の数字です。今は暗証番号なしで、確認だけで終了できます';
      expect(problems).toEqual([{ file: 'signage.yaml', line: 2, level: 'warning', message }]);
    },
  );

  it('does not reach the page', () => {
    const hidden = withHiddenPin(WITH_PIN);
    expect(WITH_PIN.signage?.pin).toBe('0421');
    expect(JSON.stringify(hidden)).not.toContain('0421');
    expect(hidden.slides).toBe(WITH_PIN.slides);
    const without = contentOf(THREE_SLIDES);
    expect(withHiddenPin(without)).toBe(without);
  });
});

describe('leaving', () => {
  const press = (state: PlayerState, kind: Exclude<Intent['kind'], 'slide'>, typed: string | null = null) =>
    player(state, { kind: 'intent', intent: { kind }, typed }, NOW);
  const type = (state: PlayerState, text: string) => [...text].reduce((before, one) => press(before, 'type', one).state, state);
  const opened = (snapshot: Partial<Snapshot> = {}, content = withHiddenPin(WITH_PIN)) => {
    const told = snapshotOf(content, snapshot);
    return press(player(INITIAL_PLAYER, { kind: 'snapshot', snapshot: told }, NOW).state, 'leave').state;
  };
  const overlay = (state: PlayerState) => sceneAt(state, NOW).overlay;

  it('asks for the PIN where one is set, and shows how many digits were typed', () => {
    expect(overlay(opened())).toEqual({ kind: 'leave', pin: { typed: 0, waitMs: null } });
    expect(overlay(type(opened(), '0A421'))).toEqual({ kind: 'leave', pin: { typed: 4, waitMs: null } });
    expect(overlay(press(type(opened(), '04'), 'erase').state)).toMatchObject({ pin: { typed: 1 } });
    expect(overlay(type(opened(), '1234567890'))).toMatchObject({ pin: { typed: 8 } });
    expect(overlay(press(type(opened(), '04'), 'dismiss').state)).toBeNull();
    expect(overlay(press(type(opened(), '04'), 'leave').state)).toMatchObject({ pin: { typed: 0 } });
    expect(overlay(opened({}, contentOf(THREE_SLIDES)))).toEqual({ kind: 'leave', pin: null });
  });

  it('hands the digits over with Enter, and stays open, for they may be wrong', () => {
    const { state, effects } = press(type(opened(), '0421'), 'confirm');
    expect(effects).toEqual([{ kind: 'leave', pin: '0421' }]);
    expect(overlay(state)).toEqual({ kind: 'leave', pin: { typed: 0, waitMs: null } });
    expect(press(opened(), 'confirm').effects).toEqual([]);
    expect(press(opened({}, contentOf(THREE_SLIDES)), 'confirm').effects).toEqual([{ kind: 'leave', pin: null }]);
  });

  it('hands nothing over while a wrong one is waited for', () => {
    const state = type(opened({ pinWaitMs: 5_000 }), '0421');
    expect(overlay(state)).toEqual({ kind: 'leave', pin: { typed: 4, waitMs: 5_000 } });
    expect(press(state, 'confirm').effects).toEqual([]);
  });

  it('leaves the emergency key alone', () => {
    expect(overlay(press(opened(), 'emergency').state)).toMatchObject({ kind: 'emergency' });
  });
});

describe('a wrong PIN', () => {
  const wrongAt = (tries: PinTries, ...times: readonly number[]) => times.reduce(triesAfterWrong, tries);

  it('closes the way for a time that doubles, up to five minutes', () => {
    expect(mayTry(NO_TRIES, 0)).toBe(true);
    const once = wrongAt(NO_TRIES, 0);
    expect([mayTry(once, 4_999), mayTry(once, 5_000)]).toEqual([false, true]);
    expect(wrongAt(once, 5_000)).toEqual({ wrong: 2, waitsUntil: 15_000 });
    const many = Array.from({ length: 20 }).reduce<PinTries>((tries) => triesAfterWrong(tries, tries.waitsUntil), once);
    expect(triesAfterWrong(many, many.waitsUntil).waitsUntil - many.waitsUntil).toBe(300_000);
  });

  it('is forgotten when nobody has tried for half an hour', () => {
    const three = wrongAt(NO_TRIES, 0, 5_000, 15_000);
    expect(triesAfterWrong(three, three.waitsUntil + 1_800_001)).toMatchObject({ wrong: 1 });
  });

  it('comes from the page as up to eight digits, or as none', () => {
    expect(['0421', null].map(parsePin)).toEqual([{ pin: '0421' }, { pin: null }]);
    expect([421, '', '042104210', 'abcd', { pin: '0421' }, undefined].map(parsePin)).toEqual(Array(6).fill(null));
  });
});
