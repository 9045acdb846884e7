// @ts-check
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {import('playwright/test').Page} Page */

/**
 * What the display is started with to show a folder, rehearsing, with fresh user data.
 * @param {string} folder
 * @param {string} [userData]
 * @returns {string[]}
 */
export function displayOptions(folder, userData = mkdtempSync(join(tmpdir(), 'signage-data-'))) {
  return [`--user-data-dir=${userData}`, '--content', folder, '--now', '2023-09-28T15:24+09:00'];
}

/**
 * Waits for the first slide and holds it; from then on the page knows which slide is shown: `shown()`.
 * @param {Page} page
 */
export async function holdFirst(page) {
  await page.locator('[data-slide]').first().waitFor();
  await page.evaluate(() => {
    const inside = (/** @type {Element | null | undefined} */ element, /** @type {string} */ selector) =>
      element?.shadowRoot?.querySelector(selector);
    const shown = () =>
      inside(inside(inside(document.querySelector('signage-app'), 'signage-screen'), 'slide-stage'), '[data-slide]');
    Object.assign(window, { shown });
  });
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
}

/**
 * The instant of the frame from which on the slide has this title.
 * @param {Page} page
 * @param {string} title
 * @returns {Promise<number>} epoch milliseconds
 */
export function paintedWith(page, title) {
  return page.evaluate(async (wanted) => {
    const { shown } = /** @type {any} */ (window);
    while (shown()?.getAttribute('aria-label') !== wanted) await new Promise((resolve) => requestAnimationFrame(resolve));
    return Date.now();
  }, title);
}
