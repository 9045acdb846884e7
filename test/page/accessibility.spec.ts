import { type AxeResults, source } from 'axe-core';
import { expect, galleryTest as test } from './serve';

test('axe finds nothing, contrast of 7:1 included', async ({ page, gallery }) => {
  test.setTimeout(120_000);
  await gallery.open('1920×1080', 'standby');
  await page.evaluate(source);
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
