import type { CDPSession, Page } from 'playwright/test';
import { PNG } from 'pngjs';

/** A picture of the screen: `data` has four bytes a pixel, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Part of a picture in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One line to the browser for each page. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** What the page looks like now. Taken with little compression: that is half of the time of `page.screenshot`. */
export async function pictureOf(page: Page): Promise<Picture> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  const { data } = await (await session).send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
  return PNG.sync.read(Buffer.from(data, 'base64'));
}

/** Each colour in an area (24 bits, RGB) and how many pixels have it. */
export function coloursIn({ width, height, data }: Picture, { left, top, right, bottom }: Area): Map<number, number> {
  const colours = new Map<number, number>();
  const count = (colour: number, pixels: number) => colours.set(colour, (colours.get(colour) ?? 0) + pixels);
  const [from, to] = [Math.max(0, Math.ceil(left)), Math.min(width, Math.floor(right))];
  for (let y = Math.max(0, Math.ceil(top)); y < Math.min(height, Math.floor(bottom)); y += 1) {
    // Most pixels have the colour of the one before.
    let run = -1;
    let since = from;
    for (let x = from; x < to; x += 1) {
      const at = 4 * (y * width + x);
      const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
      if (colour === run) continue;
      if (x > since) count(run, x - since);
      run = colour;
      since = x;
    }
    if (to > since) count(run, to - since);
  }
  return colours;
}

/** Relative luminance of a 24-bit colour (WCAG 2.2). */
export function luminance(colour: number): number {
  const [red = 0, green = 0, blue = 0] = [colour >> 16, (colour >> 8) & 255, colour & 255].map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two 24-bit colours, from 1 to 21 (WCAG 1.4.6). */
export function contrast(a: number, b: number): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}
