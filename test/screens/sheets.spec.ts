import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '../page/serve';

const REFERENCES = 'test/page/references';
const SCREENS = 'assets/screens';
/** A fifth of the size on the desk is the television at five metres. */
const WIDTHS = { landscape: 384, portrait: 216, contrast: 384, evening: 384 } as const;

for (const [folder, width] of Object.entries(WIDTHS)) {
  test(`the sheet of all ${folder} pictures`, async ({ page }) => {
    const names = readdirSync(join(REFERENCES, folder)).sort();
    const figures = names.map((name) => {
      const data = readFileSync(join(REFERENCES, folder, name)).toString('base64');
      return `<figure><img width="${width}" src="data:image/png;base64,${data}"><figcaption>${name.replace('.png', '')}</figcaption></figure>`;
    });
    await page.setViewportSize({ width: 2_400, height: 1_000 });
    await page.setContent(
      `<style>body{margin:16px;display:flex;flex-wrap:wrap;gap:12px;background:#dfe3e7;font:14px sans-serif}figure{margin:0}</style>${figures.join('')}`,
    );
    await page.screenshot({ path: join(SCREENS, `${folder}.png`), fullPage: true });
  });
}

test('the picture of the display itself', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'hours-last-days');
  await page.screenshot({ path: join(SCREENS, 'display.png') });
});
