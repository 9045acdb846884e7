import { describe, expect, it } from 'vitest';
import { readingWidth } from '../../renderer/domain/texts/reading-width';

describe('the width of furigana', () => {
  it('is no more than that of the letters in the font', () => {
    // あんしょうばんごう in BIZ UDPGothic, regular: 8.33 em.
    expect(readingWidth('あんしょうばんごう')).toBeGreaterThan(7.9);
    expect(readingWidth('あんしょうばんごう')).toBeLessThan(8.33);
  });

  it('is unknown for what has other letters than kana', () => {
    expect(readingWidth('PIN')).toBe(0);
    expect(readingWidth('')).toBe(0);
  });
});
