import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, pressKey, test } from './signage-app';

const NOW = ['--now', '2023-09-28T15:24+09:00'];
/** product.md §2, issue of the content folder: the whole screen within a second. */
const EMERGENCY_MS = 1_000;

test.describe('an emergency', () => {
  test('is on the glass within a second of its file, and gone with it', async ({ start, folder }) => {
    const { page } = await start({ args: ['--content', folder, ...NOW] });
    const screen = page.locator('signage-screen');
    writeFileSync(join(folder, 'emergency.md'), '# 火災です\n\n係員の案内で外に出てください。\n');
    await expect(screen).toContainText('火災です', { timeout: EMERGENCY_MS });
    rmSync(join(folder, 'emergency.md'));
    await expect(page.locator('[data-slide]').first()).toBeVisible({ timeout: EMERGENCY_MS });
    await expect(screen).not.toContainText('火災です');
  });

  test('of a card is chosen with E, confirmed twice with Enter, and ended with E', async ({ start, folder }) => {
    mkdirSync(join(folder, 'emergency'));
    for (const [name, text] of [
      ['10-quake.md', '# 地震です\n\n机の下に入ってください。\n'],
      ['20-fire.md', '# 火災です\n\n外に出てください。\n'],
    ] as const) {
      writeFileSync(join(folder, 'emergency', name), text);
      // As old as cards are: one that was just written counts only once it has settled.
      utimesSync(join(folder, 'emergency', name), 1, 1);
    }
    const { page } = await start({ args: ['--content', folder, ...NOW] });
    const slide = page.locator('[data-slide]').first();
    for (const key of ['e', 'Down', 'Return']) pressKey(key);
    await expect(slide).toBeVisible();
    pressKey('Return');
    await expect(page.locator('signage-screen')).toContainText('火災です', { timeout: EMERGENCY_MS });
    await expect(slide).toBeHidden();
    pressKey('e');
    await expect(slide).toBeVisible({ timeout: EMERGENCY_MS });
  });
});
