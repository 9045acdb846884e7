import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { still } from '../fixtures/media-files';
import { commandOf, expect, test } from './signage-app';

const NOON = '2023-09-28T12:00+09:00';
/** The staff's marks stand here, in pixels of 1280 by 720; a capture has none. */
const MARKS_BELOW = 60;
const MARKS_ABOVE = 120;

/** Takes pictures as a technician does. `kept`: what it left in the user data of the display. */
function capture(...args: readonly string[]) {
  const userData = mkdtempSync(join(tmpdir(), 'signage-data-'));
  const [executable, all] = commandOf(userData, ['capture', ...args]);
  const { stdout, stderr, status } = spawnSync(executable, all, { encoding: 'utf8', timeout: 50_000 });
  const kept = readdirSync(userData);
  rmSync(userData, { recursive: true, force: true });
  return { stdout, stderr, status, kept };
}

/** How much of two pictures of one size differs, leaving out where the marks stand. */
function difference(a: PNG, b: PNG): number {
  let count = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const row = Math.floor(at / 4 / a.width);
    if (row >= MARKS_BELOW && row < MARKS_ABOVE) continue;
    const far = [0, 1, 2].some((channel) => Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)) > 64);
    if (far) count += 1;
  }
  return count / (a.width * a.height);
}

test.describe('pictures of a folder', () => {
  test('are what the display shows, each slide once, with a sheet of all', async ({ start, folder }) => {
    rmSync(join(folder, 'slides'), { recursive: true });
    mkdirSync(join(folder, 'slides'));
    writeFileSync(join(folder, 'slides', '10-a.md'), '# はじめ\n\n{本文|ほんぶん}です。\n');
    writeFileSync(join(folder, 'slides', '20-b.md'), '---\nlayout: hours\n---\n');
    writeFileSync(join(folder, 'slides', '30-c.md'), '---\ntitle: あした\nshow: { from: 2023-09-29 }\n---\n本文\n');
    writeFileSync(join(folder, 'slides', '40-d.md'), '---\nseconds: 十五\n---\n本文\n');
    const before = readdirSync(folder, { recursive: true });
    const out = join(`${folder}-pictures`, 'deep');
    const { stdout, stderr, status, kept } = capture(folder, '--at', NOON, '--out', out, '--size', '1280x720');
    const files = ['10-a.png', '20-b.png', 'sheet.png'];
    expect([stdout, status]).toEqual([files.map((file) => `${join(out, file)}\n`).join(''), 0]);
    expect(readdirSync(out).sort()).toEqual(files);
    expect(stderr).toContain('slides/40-d.md 2行目: seconds は 3〜600 の数字です');
    expect(kept).toEqual([]);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);

    const { page } = await start({ args: ['--content', folder, '--now', NOON, '--windowed', '1280x720'] });
    for (const [file, key] of [
      ['10-a.png', 'Digit1'],
      ['20-b.png', 'Digit2'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.locator(`[data-slide="${file.slice(0, -4)}"]`)).toBeVisible();
      const taken = PNG.sync.read(readFileSync(join(out, file)));
      const shown = PNG.sync.read(await page.screenshot());
      expect([taken.width, taken.height]).toEqual([1280, 720]);
      expect(difference(taken, shown)).toBeLessThan(0.001);
    }
    rmSync(join(out, '..'), { recursive: true });
  });

  test('show media as they are', async ({ folder }) => {
    rmSync(join(folder, 'slides'), { recursive: true });
    mkdirSync(join(folder, 'slides'));
    writeFileSync(join(folder, 'slides', '50-red.jpg'), still('jpg', '1920x1080', 'red'));
    const out = `${folder}-pictures`;
    const { stdout, status } = capture(folder, '--at', NOON, '--out', out, '--size', '1280x720');
    expect([stdout, status]).toEqual([['50-red.png', 'sheet.png'].map((file) => `${join(out, file)}\n`).join(''), 0]);
    const photo = PNG.sync.read(readFileSync(join(out, '50-red.png')));
    const middle = 4 * (photo.width * (photo.height / 2) + photo.width / 2);
    const [red = 0, green = 255, blue = 255] = photo.data.subarray(middle, middle + 3);
    expect([red > 200, green < 50, blue < 50]).toEqual([true, true, true]);
    rmSync(out, { recursive: true });
  });

  test('show an emergency in the place of all slides, page by page', async ({ folder }) => {
    const sentences = Array.from({ length: 24 }, (_, index) => `${index + 1}番の出口は、揺れが収まるまで使えません。`);
    writeFileSync(join(folder, 'emergency.md'), `# 地震です\n\n${sentences.join('')}\n`);
    const out = `${folder}-pictures`;
    const { stdout, status } = capture(folder, '--at', NOON, '--out', out, '--size', '1280x720');
    const files = stdout.trim().split('\n');
    expect(status).toBe(0);
    expect([files[0], files[1], files.at(-1)]).toEqual(
      ['emergency.png', 'emergency-2.png', 'sheet.png'].map((file) => join(out, file)),
    );
    const [picture, next] = ['emergency.png', 'emergency-2.png'].map((file) => PNG.sync.read(readFileSync(join(out, file))));
    if (picture === undefined || next === undefined) throw new Error('unreachable');
    expect(difference(picture, next)).toBeGreaterThan(0.01);
    expect([...picture.data.subarray(4 * (40 * 1_280 + 640), 4 * (40 * 1_280 + 640) + 3)]).toEqual([255, 241, 0]);
    rmSync(out, { recursive: true });
  });

  test('are refused where there is nothing to draw, and within the content', async ({ folder }) => {
    const out = `${folder}-pictures`;
    const empty = capture(`${folder}-away`, '--out', out);
    expect([empty.status, empty.stdout, existsSync(out)]).toEqual([1, '', false]);
    expect(empty.stderr).toContain('has no usable signage.yaml');
    const within = capture(folder, '--at', NOON, '--out', join(folder, 'slides', 'pictures'));
    expect([within.status, within.stdout, existsSync(join(folder, 'slides', 'pictures'))]).toEqual([2, '', false]);
    expect(capture(folder, '--out', out, '--size', 'big').status).toBe(2);
  });
});
