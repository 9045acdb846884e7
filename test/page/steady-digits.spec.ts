import { expect, galleryTest as test } from './serve';
import { textOnScreen } from './text-on-screen';

const boxes = (lines: Awaited<ReturnType<typeof textOnScreen>>) =>
  lines
    .filter(({ text }) => !/^\d$/.test(text))
    .map(({ text, left, top, right, bottom }) => ({ text, left, top, right, bottom }));

test('nothing moves when the digits of a countdown change from 11 to 20', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'hours-open-soon');
  const scene = await gallery.scene('hours-open-soon');
  const at = (figure: string, time: string) => {
    const { desk } = scene.foot;
    if (scene.stage.kind !== 'slide' || scene.stage.slide.body.kind !== 'hours' || !desk?.countdown)
      throw new Error('no countdown');
    const { slide } = scene.stage;
    const body = {
      ...scene.stage.slide.body,
      status: { ...desk.status, text: { ...desk.status.text, main: `受付終了まで ${figure}` } },
    };
    return {
      header: { ...scene.header, time },
      stage: { kind: 'slide', slide: { ...slide, body } },
      foot: { ...scene.foot, desk: { ...desk, countdown: { ...desk.countdown, figure } } },
    } as const;
  };
  await gallery.show('hours-open-soon', at('11分11秒', '11:11'));
  const before = boxes(await textOnScreen(page));
  await gallery.show('hours-open-soon', at('20分48秒', '20:08'));
  expect(boxes(await textOnScreen(page))).toEqual(before);
});

test('a ticking second starts no new search for the size of the text', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'hours-open');
  const searched = await page.evaluate(async () => {
    let changes = 0;
    const band = document.querySelector('signage-screen')?.shadowRoot?.querySelector('header-band');
    if (!band) throw new Error('no band');
    const observer = new MutationObserver((records) => {
      changes += records.length;
    });
    observer.observe(band, { attributes: true, attributeFilter: ['style'] });
    const scene = window.sceneNamed('hours-open');
    await window.show({ ...scene, header: { ...scene.header, time: '15:25' } });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return changes;
  });
  expect(searched).toBe(0);
});
