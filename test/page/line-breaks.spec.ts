import { breakFaults, paragraphsOnScreen } from './paragraphs';
import { expect, test } from './serve';

for (const size of ['1920×1080', '1080×1920', '1280×720']) {
  test(`at ${size} lines break between phrases: kinsoku kept, nothing split that is read as one, no lonely letter`, async ({
    page,
    gallery,
  }) => {
    test.setTimeout(120_000);
    await gallery.open(size, 'standby');
    const found: Record<string, readonly string[]> = {};
    for (const name of await gallery.names()) {
      await gallery.show(name, { transition: 'cut' });
      const faults = (await paragraphsOnScreen(page)).flatMap(breakFaults);
      if (faults.length > 0) found[name] = faults;
    }
    expect(found).toEqual({});
  });
}

test('the faults it looks for are faults', () => {
  expect(breakFaults(['お早めにご確認くださ', 'い。'])).toEqual(['「お早めにご確認くださ／い。」 leaves a lonely letter']);
  expect(breakFaults(['9月30日', '（土）まで'])).toEqual(['「9月30日／（土）まで」 splits 9月30日（土）']);
  expect(breakFaults(['受付は午後', '5時まで'])).toEqual(['「受付は午後／5時まで」 splits 午後5時']);
  expect(breakFaults(['全国で', '、報告されています'])).toEqual([
    '「全国で／、報告されています」 begins a line with what must not',
  ]);
  expect(breakFaults(['ご案内（', '無料です）'])).toEqual(['「ご案内（／無料です）」 ends a line with what must not']);
});
