import { describe, expect, test } from 'vitest';
import { momentAt } from '../../renderer/domain/moment';
import { themeAt } from '../../renderer/domain/theme';
import { at, contentOf, SIGNAGE } from '../fixtures/folder';

const themeOn = (iso: string, signage = SIGNAGE) => {
  const moment = momentAt(contentOf({ 'signage.yaml': signage }), at(iso));
  return moment && themeAt(moment);
};

describe('the screen’s dress', () => {
  test.each([
    ['2023-09-28T07:00:00+09:00', 'light'],
    ['2023-09-28T16:59:59.999+09:00', 'light'],
    ['2023-09-28T17:00:00+09:00', 'evening'],
    ['2023-09-28T23:59:59+09:00', 'evening'],
    ['2023-09-29T00:00:00+09:00', 'light'],
    // The desk's very last closing, and a holiday, which has no closing to come after.
    ['2023-09-29T17:00:00+09:00', 'evening'],
    ['2023-09-18T19:00:00+09:00', 'light'],
  ])('at %s is %s', (iso, theme) => {
    expect(themeOn(iso)).toBe(theme);
  });

  test('holds high contrast all day where the folder asks for it', () => {
    const signage = SIGNAGE.replace('screen: {', 'screen: { theme: contrast,');
    expect(themeOn('2023-09-28T10:00:00+09:00', signage)).toBe('contrast');
    expect(themeOn('2023-09-28T18:00:00+09:00', signage)).toBe('contrast');
  });
});
