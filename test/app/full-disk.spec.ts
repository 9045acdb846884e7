import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pngOf } from '../fixtures/media-files';
import { endApp, expect, test } from './signage-app';

const NOW = ['--now', '2023-09-28T15:24+09:00'];

const mount = (place: string, options: string) => {
  mkdirSync(place, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place]);
};
const unmount = (place: string) => execFileSync('umount', ['--lazy', place]);

test('a disk that is full, or takes nothing at all, is told of, and the display goes on', async ({ start, folder }) => {
  const userData = mkdtempSync(join(tmpdir(), 'signage-data-'));
  const media = join(userData, 'media');
  mount(userData, 'size=64m');
  mount(media, 'ro');
  // It stays on the glass as long as the test.
  const write = (title: string) =>
    writeFileSync(join(folder, 'slides', '10-deadlines.md'), `---\ntitle: ${title}\nseconds: 600\n---\n本文です。\n`);
  write('はじめ');
  try {
    const { app, page } = await start({ args: ['--content', folder, ...NOW], userData });
    await page.keyboard.press('F1');
    writeFileSync(join(folder, 'slides', '99-photo.png'), pngOf(64, 48));
    const told = (text: string) => expect(page.getByText(text)).toBeVisible({ timeout: 15_000 });
    await told('slides/99-photo.png: 表示用パソコンに写しを作れません（EROFS）。担当者に知らせてください');
    // Now the copies have a place, on a disk that has less room than the rest of the machine needs.
    unmount(media);
    await told('slides/99-photo.png: 表示用パソコンの空き容量が足りず、写しを作れません。担当者に知らせてください');
    const { bavail, bsize } = statfsSync(userData);
    writeFileSync(join(userData, 'filler'), Buffer.alloc(bavail * bsize));
    write('かきかえた');
    await expect(page.getByRole('region', { name: 'かきかえた' })).toBeVisible({ timeout: 1_000 });
    await told('表示用パソコン: ディスクがいっぱいで、書き込めません');
    await endApp(app);
  } finally {
    unmount(userData);
    rmSync(userData, { recursive: true });
  }
});
