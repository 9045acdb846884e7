import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, test } from './serve';

const AXE = createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js');

test('axe finds nothing, contrast of 7:1 included', async ({ page, gallery }) => {
  test.setTimeout(120_000);
  await page.addInitScript({ path: AXE });
  await gallery.open('1920×1080', 'standby');
  const found: Record<string, unknown> = {};
  for (const name of await gallery.names()) {
    await gallery.show(name, { transition: 'cut' });
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: { run(on: Document, options: object): Promise<AxeResults> } }).axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice', 'wcag2aaa'],
        resultTypes: ['violations'],
      }),
    );
    if (violations.length > 0) {
      found[name] = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join('; ')}`,
      );
    }
  }
  expect(found).toEqual({});
});
