import type { Scene } from '../../renderer/domain/scene';
import { expect, faultsOf, test } from './built-page';

declare global {
  interface Window {
    show(scene: string | Scene): Promise<void>;
    readonly scenes: Readonly<Record<string, Scene>>;
  }
}

const SIZES = [
  [1920, 1080],
  [1280, 720],
  [3840, 2160],
  [1080, 1920],
  [2160, 3840],
] as const;

for (const [width, height] of SIZES) {
  test(`cuts no text, lays none over another and makes none too small, in any state at ${width}×${height}`, async ({
    page,
    address,
  }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`${address}/gallery/index.html#hours-open`);
    await page.locator('body[data-ready]').waitFor();
    const names = await page.evaluate(() => Object.keys(window.scenes));
    expect(names.length).toBeGreaterThan(20);
    const faults: Record<string, readonly string[]> = {};
    for (const name of names) {
      await page.evaluate(async (wanted) => {
        await window.show(wanted);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }, name);
      const found = await faultsOf(page);
      if (found.length > 0) faults[name] = found;
    }
    expect(faults).toEqual({});
  });
}
