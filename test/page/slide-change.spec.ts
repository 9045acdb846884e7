import type { Page } from 'playwright/test';
import { animations } from './animations';
import { expect, galleryTest as test } from './serve';

/** What is on the stage right now: its layers, the slide with the name, the animations. */
async function stage(page: Page) {
  const layers = await page.evaluate(() => {
    const root = document.querySelector('signage-screen')?.shadowRoot?.querySelector('slide-stage')?.shadowRoot;
    const layers = Array.from(root?.querySelectorAll('.layer') ?? []);
    return {
      layers: layers.length,
      inert: layers.filter((layer) => layer.hasAttribute('inert') && layer.getAttribute('aria-hidden') === 'true').length,
      slides: layers.flatMap((layer) => layer.getAttribute('data-slide') ?? []),
      regions: layers.filter((layer) => layer.getAttribute('role') === 'region').length,
    };
  });
  return { ...layers, fades: await animations(page) };
}

/** Shows a scene and looks at once, in the same task as its drawing. */
async function showAndLook(page: Page, name: string, transition: 'cut' | 'fade') {
  await page.evaluate(([scene, how]) => window.show({ ...window.sceneNamed(scene), transition: how }), [
    name,
    transition,
  ] as const);
  return stage(page);
}

test('a fade shows two slides for at most 400 ms, and only the new one has the name', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'hours-open');
  const { fades, ...during } = await showAndLook(page, 'checklist', 'fade');
  expect(during).toEqual({ layers: 2, inert: 1, slides: ['checklist'], regions: 1 });
  expect(fades).toHaveLength(1);
  expect(fades[0]).toBeLessThanOrEqual(400);
  await expect
    .poll(() => stage(page), { timeout: 2_000 })
    .toEqual({ layers: 1, inert: 0, slides: ['checklist'], regions: 1, fades: [] });
});

test('a cut in the middle of a fade ends it and shows the new slide at once', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'hours-open');
  await showAndLook(page, 'checklist', 'fade');
  expect(await showAndLook(page, 'contact', 'cut')).toEqual({
    layers: 1,
    inert: 0,
    slides: ['contact'],
    regions: 1,
    fades: [],
  });
});

test('a fade that begins during a fade leaves no third slide behind', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'hours-open');
  await showAndLook(page, 'checklist', 'fade');
  const during = await showAndLook(page, 'contact', 'fade');
  expect(during).toMatchObject({ layers: 2, slides: ['contact'] });
  expect(during.fades).toHaveLength(1);
});

test('new content of the same slide never fades', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'hours-open');
  expect(await showAndLook(page, 'hours-paused', 'fade')).toMatchObject({ layers: 1, slides: ['hours'], fades: [] });
  await expect(page.getByRole('region', { name: '本日の受付時間' })).toContainText('受付を休止しています');
});

test('whoever asks for less motion gets cuts', async ({ page, gallery }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await gallery.open('1920×1080', 'hours-open');
  expect(await showAndLook(page, 'checklist', 'fade')).toMatchObject({ layers: 1, slides: ['checklist'], fades: [] });
});

test('the slide that leaves stays as it was until it is gone', async ({ page, gallery }) => {
  await gallery.open('1920×1080', 'hours-open');
  const same = await page.evaluate(async () => {
    const root = document.querySelector('signage-screen')?.shadowRoot?.querySelector('slide-stage')?.shadowRoot;
    const before = root?.querySelector('hours-slide');
    await window.show({ ...window.sceneNamed('checklist'), transition: 'fade' });
    return before !== null && before === root?.querySelector('[inert] hours-slide');
  });
  expect(same).toBe(true);
});
