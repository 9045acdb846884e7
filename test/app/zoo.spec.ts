import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { Snapshot } from '../../renderer/domain/snapshot';
import { BITE, ZOO } from '../fixtures/zoo';
import { expect, shownSlide, test } from './signage-app';

const NOW = ['--now', '2023-09-28T15:24+09:00'];
/** More than all slides have pages. */
const MOST_TURNS = 150;

const SIGNAGE = `
title: '${BITE}'
place: '${BITE}'
languages: [ja, en]
desk:
  hours: [{ days: 毎日, time: 8:30-17:00 }]
  lastDay: 2023-09-29
  changes: [{ date: 2023-09-28, pause: 15:00-16:00, reason: '${BITE}' }]
deadlines: [{ name: '${BITE}', date: 2023-09-30, note: '${BITE}' }]
contacts: [{ name: '${BITE}', phone: '${BITE}', note: '${BITE}' }]
tickets: { source: tickets.json }
`;
const TICKETS = { calling: [{ label: '<b>4</b>', counter: '<i>1</i>' }], desk: { status: 'open', note: BITE } };
const DATA = ['hours', 'countdown', 'tickets', 'contact'];

/** Names that a file may have on this system; the second is what staff read where they are told of it. */
const NAMES: readonly (readonly [name: string, told: string])[] = [
  [`${BITE}.md`, BITE],
  ['😀 と空白.md', '😀 と空白'],
  [`${'あ'.repeat(84)}.md`, 'あ'.repeat(84)],
  ['改\n行.md', '改□行.md'],
  ['__proto__.md', '__proto__'],
  ['\u202edm.a.md', '□dm.a.md'],
];

/** What of the whole page, in all its shadow trees, is neither text nor drawn by the display itself. */
function strangers(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const look = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        const isCode = element.getAttributeNames().some((name) => name.startsWith('on'));
        const isStranger = element.matches('img, iframe, object, embed, a, form, center, b, i, svg[onload], body script');
        if (isCode || isStranger) found.push(element.outerHTML.slice(0, 200));
        if (element.shadowRoot !== null) look(element.shadowRoot);
      }
    };
    look(document);
    if ('bitten' in globalThis) found.push('a script has run');
    return found;
  });
}

test('a whole zoo of texts and names, dropped into the folder at once, is told of or drawn as text, and nothing else is disturbed', async ({
  start,
  folder,
}) => {
  rmSync(join(folder, 'slides'), { recursive: true });
  mkdirSync(join(folder, 'slides'));
  mkdirSync(join(folder, 'emergency'));
  writeFileSync(join(folder, 'slides', '00-good.md'), '# よいスライド\n\n本文です。\n');
  const { page, said } = await start({ args: ['--content', folder, ...NOW] });
  await expect(page.locator('[data-slide="00-good"]')).toBeVisible();
  await page.evaluate(() => Object.assign(globalThis, { samePage: true }));

  const slide = (name: string, text: string) => writeFileSync(join(folder, 'slides', name), text);
  const files = Object.values(ZOO).map((text, index) => ({ id: `zoo-${index}`, text }));
  for (const { id, text } of files) slide(`${id}.md`, text);
  for (const [name] of NAMES) slide(name, `# ${BITE}\n\n${BITE}\n`);
  for (const layout of DATA) slide(`data-${layout}.md`, `---\nlayout: ${layout}\ntitle: '${BITE}'\n---\n${BITE}\n`);
  slide('.hidden.md', '# かくれたスライド\n');
  writeFileSync(join(folder, 'emergency', '1.md'), `# ${BITE}\n\n${BITE}\n`);
  writeFileSync(join(folder, 'tickets.json'), JSON.stringify(TICKETS));
  writeFileSync(join(folder, 'signage.yaml'), SIGNAGE);

  await expect(page.getByRole('banner')).toContainText(BITE, { timeout: 20_000 });
  await expect(page.getByRole('status')).toContainText('<b>4</b>', { timeout: 20_000 });
  await page.keyboard.press('Home');
  const shown = new Set<string>();
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const id = (await shownSlide(page)) ?? '';
    if (id === '00-good' && shown.size > 1) break;
    shown.add(id);
    expect(await strangers(page)).toEqual([]);
    // A slide may have pages: a turn is over when the next frame is drawn.
    await page.keyboard.press('PageDown');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
  expect(shown).toContain('00-good');
  for (const layout of DATA) expect(shown).toContain(`data-${layout}`);
  const told = async () =>
    (JSON.parse(await page.evaluate(() => window.signage.current())) as Snapshot).problems.map(({ file }) => file);
  const missing = async () => {
    const list = await told();
    const isKnown = (id: string, path: string) => shown.has(id) || list.some((file) => file.includes(path));
    return [
      ...NAMES.flatMap(([name, printed]) => (isKnown(printed, printed) ? [] : [name])),
      ...files.flatMap(({ id }) => (isKnown(id, `slides/${id}.md`) ? [] : [id])),
    ];
  };
  // An empty file counts only when it stays empty.
  await expect.poll(missing).toEqual([]);
  expect([...shown, ...(await told())].some((one) => one.includes('hidden'))).toBe(false);

  for (const key of ['KeyO', 'F1', 'KeyE']) {
    await page.keyboard.press(key);
    await expect(page.getByText(BITE).first()).toBeVisible();
    expect(await strangers(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }
  expect(await page.evaluate(() => 'samePage' in globalThis)).toBe(true);
  expect(said()).not.toContain('the page is gone');
});
