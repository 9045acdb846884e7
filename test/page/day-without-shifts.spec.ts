import type { Page } from 'playwright/test';
import { expect, galleryTest as test } from './serve';

const MINUTES = 1_440;

/**
 * Lets the folder's clock run from midnight to midnight in steps of a minute, and says which text moved although neither it nor the
 * desk's state had changed.
 */
function movedOn(page: Page, name: string, date: string): Promise<readonly string[]> {
  return page.evaluate(
    async ([scene, day, minutes]) => {
      const moved = new Set<string>();
      const places = new WeakMap<Text, { data: string; shape: string; left: number; top: number }>();
      let state = '';
      for (let minute = 0; minute < minutes; minute += 1) {
        const time = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
        const shown = window.sceneNamed(scene, `${day}T${time}`);
        await window.show({ ...shown, transition: 'cut', drift: 0 });
        await new Promise((done) => requestAnimationFrame(done));
        const { theme, dark, foot, tickets } = shown;
        const status = foot.desk?.status;
        const now = JSON.stringify([theme, dark, status?.state, status?.tone, foot.desk?.countdown === null, tickets?.kind]);
        window.linesOnScreen();
        for (const node of window.textNodes) {
          const range = document.createRange();
          range.selectNodeContents(node);
          const { left, top } = range.getBoundingClientRect();
          const before = places.get(node);
          // A figure of another form is another text; the form it has keeps its place.
          const { host } = node.getRootNode() as ShadowRoot;
          const shape = host.localName === 'digit-figure' ? (host.shadowRoot?.textContent ?? '').replace(/\d/g, '0') : '';
          const isSame = before?.data === node.data && before.shape === shape && now === state;
          if (before && isSame && Math.hypot(left - before.left, top - before.top) > 0.5) {
            moved.add(`${time} 「${node.data.trim()}」 by ${Math.round(left - before.left)}, ${Math.round(top - before.top)}`);
          }
          places.set(node, { data: node.data, shape, left, top });
        }
        state = now;
      }
      return [...moved];
    },
    [name, date, MINUTES] as const,
  );
}

for (const [size, name, date] of [
  ['1920×1080', 'hours-open', '2023-09-14'],
  ['1920×1080', 'foot-four', '2023-09-30'],
  ['1080×1920', 'hours-open', '2023-09-29'],
] as const) {
  test(`${name} on ${date} at ${size}: what does not change does not move, all day long`, async ({ page, gallery }) => {
    test.setTimeout(180_000);
    await gallery.open(size, name);
    expect(await movedOn(page, name, date)).toEqual([]);
  });
}
