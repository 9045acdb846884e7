import { describe, expect, it } from 'vitest';
import { legibilityOf } from '../../renderer/domain/legibility';

const FULL_HD = { width: 1920, height: 1080 };

describe('the smallest legible font size', () => {
  // facts/domain.md §2.1, the table by the 1/250 rule
  it.each([
    [43, 3, 25],
    [43, 5, 42],
    [43, 8, 68],
    [43, 10, 85],
    [55, 3, 20],
    [55, 5, 33],
    [55, 8, 53],
    [55, 10, 66],
    [65, 3, 17],
    [65, 5, 28],
    [65, 15, 84],
  ])('is on %i inches, read from %i metres, %i pixels of 1080 lines', (inches, distance, pixels) => {
    expect(Math.round(legibilityOf({ inches, distance, ...FULL_HD }).floor)).toBe(pixels);
  });

  it('is the same on a screen that stands on its side', () => {
    const lying = legibilityOf({ inches: 55, distance: 5, width: 1920, height: 1080 });
    expect(legibilityOf({ inches: 55, distance: 5, width: 1080, height: 1920 })).toEqual(lying);
  });

  it('doubles in pixels with the resolution', () => {
    const { floor, target } = legibilityOf({ inches: 55, distance: 5, ...FULL_HD });
    const fine = legibilityOf({ inches: 55, distance: 5, width: 3840, height: 2160 });
    expect(fine.floor).toBeCloseTo(2 * floor);
    expect(fine.target).toBeCloseTo(2 * target);
  });
});

describe('the size of running text', () => {
  it('is 49 pixels on 55 inches read from 5 metres', () => {
    expect(Math.round(legibilityOf({ inches: 55, distance: 5, ...FULL_HD }).target)).toBe(49);
  });

  it('makes 木 a 170th of the distance high', () => {
    const { target } = legibilityOf({ inches: 55, distance: 5, ...FULL_HD });
    const pixelsPerMm = Math.hypot(1920, 1080) / (55 * 25.4);
    expect((target * 0.95) / pixelsPerMm).toBeCloseTo(5000 / 170);
  });
});
