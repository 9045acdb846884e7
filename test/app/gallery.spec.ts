import type { ElectronApplication, Page } from 'playwright/test';
import { legibilityOf } from '../../renderer/domain/legibility';
import { breakFaults, paragraphsOnScreen } from '../page/paragraphs';
import { blemishes, installLinesOnScreen, textOnScreen } from '../page/text-on-screen';
import { expect, test } from './signage-app';

/** Opens the gallery in a second window of the running display: the same runtime, the same scheme, the same content policy. */
async function openGallery(app: ElectronApplication): Promise<Page> {
  const opened = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow }) => {
    const window = new BrowserWindow({
      width: 1920,
      height: 1080,
      frame: false,
      webPreferences: { partition: 'signage', sandbox: true },
    });
    void window.loadURL('app://bundle/gallery/index.html#standby');
  });
  const gallery = await opened;
  await gallery.waitForSelector('body[data-ready]');
  await gallery.evaluate(installLinesOnScreen);
  return gallery;
}

test('every picture keeps its text whole and its lines well broken on the runtime’s own Chromium', async ({ start }) => {
  test.setTimeout(180_000);
  const { app } = await start();
  const gallery = await openGallery(app);
  const viewing = await gallery.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const { floor } = legibilityOf({ inches: 55, distance: 5, ...viewing });
  const found: Record<string, readonly string[]> = {};
  // The gallery's own film is no media of a content folder, and no other is allowed here.
  const names = await gallery.evaluate(() => window.sceneNames.filter((name) => name !== 'video'));
  for (const name of names) {
    await gallery.evaluate((scene) => window.show({ ...window.sceneNamed(scene), transition: 'cut' }), name);
    await gallery.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const wrong = [...blemishes(await textOnScreen(gallery), floor), ...(await paragraphsOnScreen(gallery)).flatMap(breakFaults)];
    if (wrong.length > 0) found[name] = wrong;
  }
  expect(found).toEqual({});
});
