/** What a screen is: its diagonal in inches, how far its farthest reader stands in metres, its size in CSS pixels. */
export interface Viewing {
  readonly inches: number;
  readonly distance: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A smallest size above this part of the shorter side leaves no room for the display's own words: the screen is too small for its
 * distance (55 inches read from 8 m), and a picture that holds its text serves better than one that does not.
 */
export const LARGEST_FLOOR = 48 / 1080;

/** The height of 木 in BIZ UDPGothic, in em (measured from the font). */
const CHARACTER_EM = 0.95;
const MM_PER_INCH = 25.4;

/**
 * Font sizes in CSS pixels for a screen. `floor`: characters as high as distance ÷ 250 (公共交通旅客施設ガイドライン), `target`:
 * distance ÷ 170 (JIS S 0032 at acuity 0.5). The diagonal serves for both orientations. On 55 inches read from 5 m at 1080 lines:
 * 33 and 49 pixels.
 */
export function legibilityOf({ inches, distance, width, height }: Viewing): { readonly floor: number; readonly target: number } {
  const pixelsPerMm = Math.hypot(width, height) / (inches * MM_PER_INCH);
  const sizeFor = (part: number) => ((distance * 1000) / part / CHARACTER_EM) * pixelsPerMm;
  return { floor: sizeFor(250), target: sizeFor(170) };
}
