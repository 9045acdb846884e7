import type { Page } from 'playwright/test';
import { contentOf, SIGNAGE, snapshotOf, THREE_SLIDES } from '../fixtures/folder';
import { openPage } from './built-page';
import { expect, test } from './serve';

const NOW = new Date('2023-09-28T15:24:00+09:00');
const yaml = (more: string) => SIGNAGE.replace('source: tickets.json', `source: keyboard${more}`);
const KEYBOARD = contentOf({ ...THREE_SLIDES, 'signage.yaml': yaml('') });
const NO_NEWS = { reading: null, readAt: null, since: null, trouble: null };

/** The page with its clock standing still, and a feed that is what staff type. */
async function openDisplay(page: Page, address: string, content = KEYBOARD): Promise<void> {
  await page.clock.install({ time: NOW });
  await openPage(page, address, snapshotOf(content, { feed: NO_NEWS }));
  await expect(page.getByRole('status')).toContainText('係員がお呼びします');
}

test('T asks for the number; what is typed stands there, and on the glass with Enter', async ({ page, address }) => {
  await openDisplay(page, address);
  const dialog = page.getByRole('dialog', { name: '番号の手入力' });
  const column = page.getByRole('complementary', { name: 'ただいまのご案内' });
  await page.keyboard.press('t');
  await expect(dialog).toBeVisible();
  for (const key of ['4', '3', 'Backspace', '2', 'Space', '1']) await page.keyboard.press(key);
  await expect(dialog.getByRole('status')).toHaveText(/42[^\d]*1/);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(column).toContainText('42番');
  await expect(column).toContainText('窓口 1');
  await expect(page.getByText('番号 手入力')).toBeVisible();
  await expect(page.locator('[data-slide]')).toHaveAttribute('data-slide', '10-a');
});

/** A key as an input method, the caps lock or a full-width mode hands it on: the place is right, the character is not. */
function pressDisguised(page: Page, code: string, key: string): Promise<void> {
  return page.evaluate(
    ([place, character]) => {
      const init = { code: place, key: character, isComposing: true, keyCode: 229, bubbles: true, cancelable: true };
      window.dispatchEvent(new KeyboardEvent('keydown', init));
    },
    [code, key] as const,
  );
}

test('keys act by their place with any input method on, and nothing of them reaches the browser', async ({ page, address }) => {
  await openDisplay(page, address);
  for (const [code, key] of [
    ['KeyT', 'Process'],
    ['KeyC', 'ｃ'],
    ['Minus', 'ー'],
    ['Digit4', '４'],
    ['Numpad5', 'Clear'],
    ['NumpadEnter', 'Process'],
  ] as const)
    await pressDisguised(page, code, key);
  await expect(page.getByRole('status')).toContainText('C-45');
  const stopped = await page.evaluate(() =>
    ['Backspace', 'Tab', 'Period', 'KeyR'].map((code) => {
      const event = new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    }),
  );
  expect(stopped).toEqual([true, true, true, true]);
});

/** Doubles of the machine's loudspeaker and voice that count; `heard` on the window says what they were asked for. */
function installEars(): void {
  const heard: string[] = [];
  const audible = (name: string) =>
    class {
      currentTime = 0;
      destination = {};
      gain = { setValueAtTime: () => {}, linearRampToValueAtTime: () => {}, exponentialRampToValueAtTime: () => {} };
      resume = () => Promise.resolve();
      connect = (next: unknown) => next;
      start = () => heard.push(name);
      stop = () => {};
    };
  const speech = {
    getVoices: () => [{ lang: 'ja-JP' }],
    cancel: () => {},
    speak: ({ text }: { text: string }) => heard.push(text),
  };
  class Utterance {
    constructor(readonly text: string) {}
  }
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  Object.assign(window, {
    heard,
    AudioContext: audible('context'),
    OscillatorNode: audible('tone'),
    GainNode: audible('gain'),
    SpeechSynthesisUtterance: Utterance,
  });
}
const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: readonly string[] }).heard);

for (const [sound, expected] of [
  ['', []],
  ['\n  sound: chime', ['tone', 'tone']],
  ['\n  sound: voice', ['tone', 'tone', '42番の整理券をお持ちの方、窓口へお越しください。']],
] as const) {
  test(`a call is heard as the folder asks:${sound.replace('\n', '') || ' not at all'}`, async ({ page, address }) => {
    await page.addInitScript(installEars);
    await openDisplay(page, address, contentOf({ ...THREE_SLIDES, 'signage.yaml': yaml(sound) }));
    for (const key of ['t', '4', '2', 'Enter']) await page.keyboard.press(key);
    await expect(page.getByRole('status')).toContainText('42');
    await page.clock.runFor(2_000);
    expect(await heard(page)).toEqual(expected);
  });
}

test('of a flood of readings each is counted and one picture a frame is drawn', async ({ page, address }) => {
  await openDisplay(page, address, contentOf(THREE_SLIDES));
  const at = NOW.getTime() + 60_000;
  await page.clock.pauseAt(new Date(at));
  const reading = (label: number) => ({
    issuedAt: null,
    calling: [{ label: `${label}`, counter: null, calledAt: null }],
    absent: [],
    waiting: null,
    desk: null,
  });
  const flood = Array.from({ length: 1_000 }, (_, label) => ({ reading: reading(label), readAt: at, since: at, trouble: null }));
  const snapshot = snapshotOf(contentOf(THREE_SLIDES));
  await page.evaluate(
    ([first, feeds]) => {
      const screen = document.querySelector('signage-app')?.shadowRoot?.querySelector('signage-screen');
      if (!screen) throw new Error('no screen');
      const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(screen), 'scene');
      const counter = window as unknown as { scenes: number; push: (snapshot: unknown) => void };
      counter.scenes = 0;
      Object.defineProperty(screen, 'scene', {
        get: () => own?.get?.call(screen),
        set: (scene) => {
          counter.scenes += 1;
          own?.set?.call(screen, scene);
        },
      });
      for (const [index, feed] of feeds.entries()) counter.push({ ...first, revision: index + 2, feed });
      // Each waits for its letters before it is counted.
      return document.fonts.ready.then(() => undefined);
    },
    [snapshot, flood] as const,
  );
  // The clock stands still, and with it the frames: until it runs the readings are counted, and not drawn.
  await expect(async () => {
    await page.clock.runFor(20);
    await expect(page.getByRole('status')).toContainText(/1番.*2番.*3番.*4番.*0番/s, { timeout: 100 });
  }).toPass();
  expect(await page.evaluate(() => (window as unknown as { scenes: number }).scenes)).toBeLessThanOrEqual(20);
});

test('main hears that the page lives, however often news comes that changes nothing', async ({ page, address }) => {
  await openDisplay(page, address);
  const first = snapshotOf(KEYBOARD, { feed: NO_NEWS });
  const reports = new Set<number>();
  for (let news = 0; news < 10; news += 1) {
    await page.evaluate(
      ([snapshot, revision]) =>
        (window as unknown as { push(snapshot: object): void }).push({ ...snapshot, revision: snapshot.revision + revision }),
      [first, news + 1] as const,
    );
    // Each piece of news waits for its letters, in real time.
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.clock.runFor(400);
    reports.add(await page.evaluate(() => window.painted.paintedAt));
  }
  expect(reports.size).toBeGreaterThanOrEqual(8);
});
