import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { pngOf } from '../fixtures/media-files';
import { listen } from '../fixtures/ports';
import { animations } from '../page/animations';
import { commandOf, endApp, expect, pressKey, shownSlide, test } from './signage-app';

const NOW = ['--now', '2023-09-28T15:24+09:00'];
/** An edit, and a page that comes back, must be seen within these times (product.md §2, §7). */
const EDIT_MS = 1_000;
const BACK_MS = 3_000;

/** The slide on show, asked of main, for the page object dies with the page; null while the page does not answer. */
const shownBy = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const script = `document.querySelector('signage-app').shadowRoot.querySelector('signage-screen').shadowRoot.querySelector('slide-stage').shadowRoot.querySelector('[data-slide]').dataset.slide`;
    const answer = BrowserWindow.getAllWindows()[0]
      ?.webContents.executeJavaScript(script)
      .catch(() => null);
    return Promise.race([answer, new Promise((resolve) => setTimeout(() => resolve(null), 200))]);
  });
const title = (page: Page, name: string) => page.getByRole('region', { name });

test.describe('the display', () => {
  test('shows the sample at its own date without any option', async ({ start }) => {
    const { page } = await start();
    await expect(page.getByRole('banner')).toContainText('マイナポイント支援窓口');
    await expect(page.getByRole('banner')).toContainText('令和5年9月28日（木）');
    await expect(page.getByText('リハーサル')).toBeVisible();
    expect(await shownSlide(page)).toBe('10-deadlines');
  });

  test('fills a bare X screen exactly, without a menu', async ({ start }) => {
    const { app, page } = await start({ args: NOW });
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight]), { timeout: 2_000 }).toEqual([1920, 1080]);
    const seen = await app.evaluate(({ BrowserWindow, Menu, screen: screens }) => ({
      windows: BrowserWindow.getAllWindows().map((window) => window.getBounds()),
      display: screens.getPrimaryDisplay().bounds,
      menu: Menu.getApplicationMenu(),
    }));
    expect(seen.windows).toEqual([seen.display]);
    expect(seen.menu).toBeNull();
  });

  test('counts down in the foot and shows the called tickets', async ({ start, folder }) => {
    const { page } = await start({ args: ['--content', folder, ...NOW] });
    await expect(page.getByRole('timer', { name: '本日の受付終了まで' }).first()).toContainText('1時間36分');
    await expect(page.getByRole('status')).toContainText('42');
  });
});

test.describe('a change in the folder', () => {
  const slide = (name: string) => `---\ntitle: ${name}\n---\n本文です。\n`;

  test('reaches the glass within a second: edited, new, renamed, deleted', async ({ start, folder }) => {
    rmSync(join(folder, 'slides'), { recursive: true });
    mkdirSync(join(folder, 'slides'));
    writeFileSync(join(folder, 'slides', '10-a.md'), slide('はじめ'));
    const { page } = await start({ args: ['--content', folder, ...NOW] });
    await expect(title(page, 'はじめ')).toBeVisible();

    writeFileSync(join(folder, 'slides', '10-a.md'), slide('なおした'));
    await expect(title(page, 'なおした')).toBeVisible({ timeout: EDIT_MS });
    writeFileSync(join(folder, 'slides', '20-b.md'), slide('ふえた'));
    await expect(page.getByRole('img', { name: 'スライド 1／2' })).toBeVisible({ timeout: EDIT_MS });
    renameSync(join(folder, 'slides', '10-a.md'), join(folder, 'slides', '30-c.md'));
    await expect(title(page, 'ふえた')).toBeVisible({ timeout: EDIT_MS });
    unlinkSync(join(folder, 'slides', '20-b.md'));
    await expect(title(page, 'なおした')).toBeVisible({ timeout: EDIT_MS });
  });

  test('that breaks a file changes nothing on the glass, and staff read why', async ({ start, folder }) => {
    const { page } = await start({ args: ['--content', folder, ...NOW] });
    await page.keyboard.press('Digit2');
    await expect(page.locator('[data-slide="20-hours"]')).toBeVisible();
    writeFileSync(join(folder, 'slides', '20-hours.md'), '---\nlayout: hours\nseconds: 十五\n---\n');
    writeFileSync(join(folder, 'signage.yaml'), 'title: 窓口\ndesk:\n\thours: []\n');
    await page.keyboard.press('F1');
    await expect(page.getByText('slides/20-hours.md 3行目: seconds は 3〜600 の数字です（"十五" とあります）')).toBeVisible();
    await expect(page.getByText('signage.yaml 3行目')).toBeVisible();
    await expect(page.locator('[data-slide="20-hours"]')).toBeVisible();
    await expect(page.getByRole('banner')).toContainText('マイナポイント支援窓口');
  });

  test('a folder that vanishes or is emptied leaves the last picture, and comes back by itself', async ({ start, folder }) => {
    const { page } = await start({ args: ['--content', folder, ...NOW] });
    const away = `${folder}-away`;
    renameSync(folder, away);
    await page.keyboard.press('F1');
    await expect(page.getByText('フォルダーが見つからないか、空です')).toBeVisible();
    expect(await shownSlide(page)).toBe('10-deadlines');
    mkdirSync(folder);
    cpSync(away, folder, { recursive: true });
    rmSync(away, { recursive: true });
    await expect(page.getByText('フォルダーが見つからないか、空です')).toBeHidden({ timeout: 2_000 });
    writeFileSync(join(folder, 'slides', '10-deadlines.md'), '---\ntitle: もどった\n---\n本文です。\n');
    await expect(title(page, 'もどった')).toBeVisible({ timeout: 2 * EDIT_MS });
  });

  test('files that are none of a clerk’s business disturb nothing', async ({ start, folder }) => {
    const { page } = await start({ args: ['--content', folder, ...NOW] });
    const count = await page.getByRole('img', { name: /スライド/ }).getAttribute('aria-label');
    const spoil = (name: string, data: string | Buffer) => writeFileSync(join(folder, 'slides', name), data);
    spoil('01-word.md', Buffer.from('PK\u0003\u0004\0\0word'));
    spoil('02-sjis.md', Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x0a]));
    spoil('03-huge.md', Buffer.alloc(50_000_000, 'あ'));
    spoil('04-long.md', `---\ntitle: 長い\n---\n${'あ'.repeat(5_000)}\n`);
    spoil('05-layout.md', '---\nlayout: cheklist\ntitle: 違う\n---\n1. あ\n');
    spoil('06-date.md', '---\ntitle: 日付\nshow: { from: 2023-02-30 }\n---\n本文\n');
    spoil('07-empty.md', '');
    spoil('~$10-deadlines.md', 'lock');
    spoil('.08-hidden.md', '---\ntitle: 隠し\n---\nあ\n');
    await page.keyboard.press('F1');
    await expect(page.getByText('02-sjis.md: Shift_JIS で保存されています。UTF-8 で保存し直してください')).toBeVisible();
    await expect(page.getByText('03-huge.md: ファイルが大きすぎます（約50 MB）')).toBeVisible();
    await expect(page.getByText('04-long.md 4行目: 文章が長すぎます')).toBeVisible();
    await expect(page.getByRole('img', { name: count ?? '' })).toBeAttached();
    expect(await shownSlide(page)).toBe('10-deadlines');
  });

  test('starts with calm words on a folder that is empty, missing or without a signage.yaml', async ({ start }) => {
    const folder = mkdtempSync(join(tmpdir(), 'signage-empty-'));
    const { page } = await start({ args: ['--content', folder, ...NOW], awaits: 'standby' });
    await expect(page.getByText('しばらくお待ちください')).toBeVisible();
    cpSync(join(__dirname, '..', '..', 'assets', 'sample'), folder, { recursive: true });
    await expect(page.getByRole('banner')).toContainText('マイナポイント支援窓口', { timeout: 3_000 });
    rmSync(folder, { recursive: true });
  });
});

test('a folder that is not there after a power cut: what it last showed stands in for it, until it is back', async ({
  start,
  folder,
}) => {
  const userData = mkdtempSync(join(tmpdir(), 'signage-data-'));
  const args = ['--content', folder, ...NOW];
  const away = `${folder}-away`;
  const photo = (page: Page) => page.locator('[data-slide="00-photo"] img');
  writeFileSync(join(folder, 'slides', '00-photo.png'), pngOf(64, 48));
  const first = await start({ args, userData });
  await expect(async () => {
    await first.page.keyboard.press('Home');
    await expect(photo(first.page)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await endApp(first.app);
  renameSync(folder, away);
  mkdirSync(folder);
  const { page } = await start({ args, userData });
  await expect(photo(page)).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('マイナポイント支援窓口');
  await page.keyboard.press('F1');
  const told = page.getByText(
    /フォルダーが見つからないか、空です。起動する前の、\d+月\d+日（.） \d+:\d\d に読んだ内容を表示しています/,
  );
  await expect(told).toBeVisible();
  rmSync(folder, { recursive: true });
  writeFileSync(join(away, 'slides', '00-photo.md'), '---\ntitle: もどった\n---\n本文です。\n');
  rmSync(join(away, 'slides', '00-photo.png'));
  renameSync(away, folder);
  await expect(title(page, 'もどった')).toBeVisible({ timeout: 2 * EDIT_MS });
  await expect(told).toBeHidden();
  rmSync(userData, { recursive: true });
});

test.describe('the ticket feed', () => {
  const payload = (label: string) =>
    JSON.stringify({
      issuedAt: '2023-09-28T15:24:00+09:00',
      calling: [{ label, counter: '1', calledAt: '2023-09-28T15:23:00+09:00' }],
    });

  test('in a file reaches the column, ages, disappears and comes back', async ({ start, folder }) => {
    const yaml = readFileSync(join(folder, 'signage.yaml'), 'utf8');
    writeFileSync(join(folder, 'signage.yaml'), yaml.replace('every: 3s', 'every: 500ms\n  stale: 1s\n  hide: 3s'));
    const { page } = await start({ args: ['--content', folder, ...NOW] });
    writeFileSync(join(folder, 'tickets.json'), payload('77'));
    await expect(page.getByRole('status')).toContainText('77', { timeout: 2_000 });
    writeFileSync(join(folder, 'tickets.json'), payload('78').slice(0, 40));
    await expect(page.getByText('更新 15:24')).toBeVisible({ timeout: 3_000 });
    await expect(page.getByRole('status')).toContainText('77');
    await expect(page.getByRole('status')).toContainText('係員がお呼びします', { timeout: 4_000 });
    await expect(page.getByRole('status')).not.toContainText('77');
    writeFileSync(join(folder, 'tickets.json'), payload('79'));
    await expect(page.getByRole('status')).toContainText('79', { timeout: 2_000 });
  });

  test('by http survives whatever a server can answer', async ({ start, folder }) => {
    let answer: (response: import('node:http').ServerResponse, url: string) => void = (response) => response.end(payload('11'));
    const server = createServer((request, response) => answer(response, request.url ?? ''));
    const address = `http://127.0.0.1:${await listen(server)}/tickets`;
    const yaml = readFileSync(join(folder, 'signage.yaml'), 'utf8');
    writeFileSync(
      join(folder, 'signage.yaml'),
      yaml.replace('source: tickets.json', `source: ${address}`).replace('every: 3s', 'every: 500ms'),
    );
    const { page } = await start({ args: ['--content', folder, ...NOW] });
    const column = page.getByRole('status');
    await expect(column).toContainText('11');
    await page.keyboard.press('F1');
    const bad: readonly [string, typeof answer][] = [
      ['HTML', (response) => response.setHeader('Content-Type', 'text/html').end('<html>login</html>')],
      ['途中で切れている', (response) => response.end(payload('12').slice(0, 30))],
      ['空です', (response) => response.end()],
      ['500', (response) => response.writeHead(500).end('oops')],
      ['大きすぎます', (response) => response.end('x'.repeat(10_000_000))],
      ['別のアドレスへ', (response, url) => response.writeHead(302, { Location: url }).end()],
    ];
    for (const [message, wrong] of bad) {
      answer = wrong;
      await expect(page.getByRole('dialog')).toContainText(message);
      await expect(column).toContainText('11');
      answer = (response) => response.end(payload('11'));
      await expect(page.getByRole('dialog')).not.toContainText(message, { timeout: 10_000 });
    }
    answer = (response) => response.end(payload('21'));
    await expect(column).toContainText('21');
    server.close();
  });
});

test.describe('the keys', () => {
  test('act at once, from the real keyboard too', async ({ start }) => {
    const { page } = await start({ args: NOW });
    const on = (id: string) => expect(page.locator(`[data-slide="${id}"]`)).toBeVisible({ timeout: 1_000 });
    pressKey('Right');
    await on('20-hours');
    pressKey('Next');
    await on('23-place');
    pressKey('Left');
    await on('20-hours');
    pressKey('Prior');
    await on('10-deadlines');
    pressKey('3');
    await on('23-place');
    pressKey('End');
    const last = await shownSlide(page);
    expect(last).not.toBe('23-place');
    pressKey('Home');
    await on('10-deadlines');
    pressKey('space');
    await expect(page.getByText('表示を止めています')).toBeVisible();
    pressKey('space');
    await expect(page.getByText('表示を止めています')).toBeHidden();
    pressKey('question');
    await expect(page.getByRole('dialog', { name: 'キー' })).toBeVisible();
    pressKey('F1');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('reach the glass in the next frames, also in the middle of a fade', async ({ start, folder }) => {
    for (const name of ['20-hours', '23-place']) {
      writeFileSync(join(folder, 'slides', `${name}.md`), `---\ntitle: ${name}\nseconds: 3\n---\n本文です。\n`);
    }
    const { page } = await start({ args: ['--content', folder, ...NOW] });
    await page.keyboard.press('Digit2');
    // Waits for the fade to the third slide, then presses in its middle. Frames are counted, not time: that is the bench's.
    const frames = await page.evaluate(async () => {
      const shown = () => {
        const stage = document
          .querySelector('signage-app')
          ?.shadowRoot?.querySelector('signage-screen')
          ?.shadowRoot?.querySelector('slide-stage');
        return stage?.shadowRoot?.querySelector('[data-slide]')?.getAttribute('data-slide') ?? '';
      };
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      while (shown() !== '23-place') await frame();
      await new Promise((resolve) => setTimeout(resolve, 100));
      window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Home', key: 'Home' }));
      let count = 0;
      for (; shown() !== '10-deadlines'; count += 1) await frame();
      return count;
    });
    expect(frames).toBeLessThanOrEqual(2);
    expect(await animations(page)).toEqual([]);
  });

  test('that are no staff keys are dead', async ({ start }) => {
    const { app, page } = await start({ args: NOW });
    const before = await shownSlide(page);
    for (const key of [
      'ctrl+r',
      'F5',
      'ctrl+w',
      'ctrl+shift+i',
      'F12',
      'ctrl+plus',
      'ctrl+minus',
      'F11',
      'alt+F4',
      'alt+Left',
      'ctrl+p',
      'ctrl+q',
      'Tab',
      'BackSpace',
    ]) {
      pressKey(key);
    }
    pressKey('End');
    await expect(page.locator(`[data-slide="${before}"]`)).toBeHidden();
    const state = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({
        zoom: window.webContents.getZoomFactor(),
        tools: window.webContents.isDevToolsOpened(),
        url: window.webContents.getURL(),
      })),
    );
    expect(state).toEqual([{ zoom: 1, tools: false, url: 'app://bundle/index.html' }]);
  });

  test('leave only after the question was confirmed, with the PIN where one is set', async ({ start, folder }) => {
    const settings = join(folder, 'signage.yaml');
    const { app, page, said } = await start({ args: [...NOW, '--content', folder] });
    pressKey('ctrl+shift+q');
    await expect(page.getByRole('dialog', { name: '終了' })).toBeVisible();
    pressKey('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}\npin: 0421\n`);
    await expect.poll(() => page.evaluate(() => window.signage.current())).toContain('"pin":"*"');
    pressKey('ctrl+shift+q');
    await expect(page.getByRole('dialog', { name: '終了' })).toContainText('暗証番号');
    for (const key of ['Return', '0', '4', '2', '1']) pressKey(key);
    expect(await page.evaluate(() => window.signage.current())).not.toContain('0421');
    expect(said()).not.toContain('0421');
    const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve));
    pressKey('Return');
    expect(await ended).toBe(0);
  });
});

test.describe('a page that dies', () => {
  test('is back on the same slide within three seconds', async ({ start }) => {
    const { app, page } = await start({ args: NOW });
    await page.keyboard.press('Digit4');
    await expect(page.locator('[data-slide="25-tickets"]')).toBeVisible();
    const killedAt = Date.now();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await expect.poll(() => shownBy(app), { timeout: BACK_MS, intervals: [50] }).toBe('25-tickets');
    expect(Date.now() - killedAt).toBeLessThan(BACK_MS);
  });

  test('also when it is frozen', async ({ start }) => {
    const { app, page, said } = await start({ args: NOW });
    await page.keyboard.press('Digit4');
    await expect(page.locator('[data-slide="25-tickets"]')).toBeVisible();
    // Where the page is late at other times too, because the machine has much else to do, it is given more time.
    const longest = await app.evaluate(
      ({ ipcMain }) =>
        new Promise<number>((resolve) => {
          const painted: number[] = [];
          ipcMain.on('signage:painted', () => painted.push(performance.now()));
          const pause = (at: number, index: number) => at - (painted[index - 1] ?? at);
          setTimeout(() => resolve(Math.max(...painted.map(pause))), 5_000);
        }),
    );
    const frozenAt = Date.now();
    void app.evaluate(
      ({ BrowserWindow }) =>
        void BrowserWindow.getAllWindows()[0]
          ?.webContents.executeJavaScript('for(;;);')
          .catch(() => {}),
    );
    await expect.poll(() => shownBy(app), { timeout: 2 * BACK_MS, intervals: [50] }).toBeNull();
    await expect.poll(() => shownBy(app), { timeout: 2 * BACK_MS, intervals: [50] }).toBe('25-tickets');

    expect(Date.now() - frozenAt).toBeLessThan(BACK_MS + 3 * Math.max(longest - 530, 0));
    expect(said()).toContain('the page paints nothing any more');
  });
});

test.describe('the locked doors', () => {
  test('nothing leads out of the page', async ({ start }) => {
    const { app, page } = await start({ args: NOW });
    const found = await page.evaluate(async () => {
      const tried = async (deed: () => unknown) => {
        try {
          return String(await deed());
        } catch (error) {
          return (error as Error).name;
        }
      };
      const scope = window as unknown as Record<string, unknown>;
      return {
        node: [typeof scope.require, typeof scope.process, typeof scope.module],
        bridge: Object.keys(scope.signage as object).sort(),
        opened: await tried(() => window.open('https://example.com/')),
        fetched: await tried(() => fetch('https://example.com/')),
        media: await tried(() => fetch('media://content/../../etc/passwd')),
        // Not from the debugger, whose own evaluations are let through.
        evaluated: await new Promise((resolve) => setTimeout(() => resolve(tried(() => new Function('return 1')())), 0)),
        markup: await tried(() => {
          document.body.innerHTML = '<b>x</b>';
          return 'set';
        }),
        camera: await tried(async () => (await navigator.permissions.query({ name: 'camera' as PermissionName })).state),
        notification: await tried(() => Notification.requestPermission()),
      };
    });
    expect(found).toEqual({
      node: ['undefined', 'undefined', 'undefined'],
      bridge: ['current', 'leave', 'onNews', 'painted', 'remember', 'working'],
      opened: 'null',
      fetched: 'TypeError',
      media: 'TypeError',
      evaluated: 'EvalError',
      markup: 'TypeError',
      camera: 'denied',
      notification: 'denied',
    });
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await page.evaluate(() => {
      location.href = 'file:///etc/passwd';
    });
    const state = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => [webContents.getURL(), webContents.isDevToolsOpened()]),
    );
    expect(state).toEqual([['app://bundle/index.html', false]]);
  });

  test('no look-alike of a file is served', async ({ start }) => {
    const { app } = await start({ args: NOW });
    const statuses = await app
      .evaluate(async ({ session }) => {
        const page = session.fromPartition('signage');
        const addresses = [
          'app://bundle/index.html',
          'app://bundle/..%2f..%2fpackage.json',
          'app://bundle/%2e%2e/main/main.js',
          'app://other/index.html',
          'app://bundle/',
          'media://content/signage.yaml',
        ];
        return Promise.all(addresses.map((address) => page.fetch(address).then(({ status }) => status)));
      })
      .catch(() => 'fetch of a session is not there');
    // Sessions of the oldest runtime can't fetch; there the resolver's own table of addresses stands alone.
    if (typeof statuses !== 'string') expect(statuses).toEqual([200, 404, 404, 404, 404, 404]);
  });

  test('a second display is refused', async ({ start }) => {
    const { userData, page } = await start({ args: NOW });
    const [executable, args] = commandOf(userData, NOW);
    const second = spawn(executable, [...args]);
    let said = '';
    second.stderr.on('data', (data) => {
      said += data;
    });
    const status = await new Promise((resolve) => second.once('exit', resolve));
    expect(status).toBe(73);
    expect(said).toContain('already running');
    expect(await shownSlide(page)).toBe('10-deadlines');
  });
});

test.describe('starting and stopping', () => {
  for (const [args, message] of [
    [['--contnet', 'x'], 'did you mean --content?'],
    [['--now', 'tomorrow'], '--now wants a time with its offset'],
    [['--windowed', 'big'], '--windowed wants a size'],
  ] as const) {
    test(`refuses ${args.join(' ')} and says what is right`, async () => {
      const userData = mkdtempSync(join(tmpdir(), 'signage-data-'));
      const [executable, all] = commandOf(userData, args);
      const app = spawn(executable, [...all]);
      let said = '';
      app.stderr.on('data', (data) => {
        said += data;
      });
      expect(await new Promise((resolve) => app.once('exit', resolve))).toBe(2);
      expect(said).toContain(message);
      rmSync(userData, { recursive: true });
    });
  }

  test('keeps a hold over a restart, and forgets a corrupt file', async ({ start, folder }) => {
    // On the real clock, for a rehearsal keeps nothing: without sleep hours, whenever the test runs.
    const yaml = readFileSync(join(folder, 'signage.yaml'), 'utf8');
    writeFileSync(join(folder, 'signage.yaml'), yaml.replace(', sleep: 21:00-7:00', ''));
    const userData = mkdtempSync(join(tmpdir(), 'signage-data-'));
    const first = await start({ args: ['--content', folder], userData });
    await first.page.keyboard.press('Space');
    await expect(first.page.getByText('表示を止めています')).toBeVisible();
    const held = await shownSlide(first.page);
    await endApp(first.app);
    const second = await start({ args: ['--content', folder], userData });
    await expect(second.page.getByText('表示を止めています')).toBeVisible();
    expect(await shownSlide(second.page)).toBe(held);
    await endApp(second.app);
    writeFileSync(join(userData, 'staff.json'), '{"place":');
    const third = await start({ args: ['--content', folder], userData });
    await expect(third.page.getByText('表示を止めています')).toBeHidden();
    await endApp(third.app);
    rmSync(userData, { recursive: true });
  });
});
