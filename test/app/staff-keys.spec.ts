import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endApp, expect, pressKey, test } from './signage-app';

/** Open at any hour of any day, for what staff press is kept on the real clock alone. */
const SIGNAGE = `title: 総合窓口
timezone: Asia/Tokyo
desk: { hours: [{ days: 毎日, time: 0:00-24:00 }] }
tickets: { source: keyboard }
`;
/** product.md: it obeys at once; the bench measures how fast. */
const AT_ONCE = { timeout: 1_000 };

test('what staff press is on the glass at once, outlives a power cut, and ends with the same key', async ({ start }) => {
  const folder = mkdtempSync(join(tmpdir(), 'signage-keys-'));
  const userData = mkdtempSync(join(tmpdir(), 'signage-data-'));
  writeFileSync(join(folder, 'signage.yaml'), SIGNAGE);
  const { app, page } = await start({ args: ['--content', folder], userData, awaits: 'standby' });
  await expect(page.getByRole('status')).toContainText('係員がお呼びします');
  for (const key of ['t', '4', '2', 'Return']) pressKey(key);
  await expect(page.getByRole('status')).toContainText('42番', AT_ONCE);
  pressKey('c');
  await expect(page.getByRole('contentinfo')).toContainText('本日の受付は締め切りました', AT_ONCE);
  for (const key of ['p', 'Down', 'Return']) pressKey(key);
  await expect(page.getByRole('contentinfo')).toContainText('混雑のため、受付を休止しています', AT_ONCE);
  pressKey('b');
  await expect(page.getByRole('banner')).toBeHidden(AT_ONCE);
  await expect.poll(() => readFileSync(join(userData, 'staff.json'), 'utf8')).toContain('"light"');

  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  app.process().kill('SIGKILL');
  await ended;
  const again = await start({ args: ['--content', folder], userData, awaits: 'standby' });
  const glass = again.page.locator('signage-screen');
  await expect(glass).toContainText('手動の操作 4件');
  await expect(again.page.getByRole('banner')).toBeHidden();
  pressKey('b');
  await expect(again.page.getByRole('status')).toContainText('42番', AT_ONCE);
  await expect(again.page.getByRole('contentinfo')).toContainText('混雑のため、受付を休止しています');
  pressKey('p');
  await expect(again.page.getByRole('contentinfo')).toContainText('本日の受付は締め切りました', AT_ONCE);
  pressKey('c');
  await expect(again.page.getByRole('contentinfo')).toContainText('24時間受付しています', AT_ONCE);
  for (const key of ['t', 'Return']) pressKey(key);
  await expect(again.page.getByRole('status')).toContainText('係員がお呼びします', AT_ONCE);
  await expect.poll(() => JSON.parse(readFileSync(join(userData, 'staff.json'), 'utf8'))).toEqual({ place: null, hold: null });
  await endApp(again.app);
  for (const made of [folder, userData]) rmSync(made, { recursive: true, force: true });
});
