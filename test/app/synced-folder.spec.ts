import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../fixtures/ports';
import { expect, inShort, pairWith, sambaOf, smbclient, syncthingEnd, test } from './sync-tools';

/** A text that takes a slow line some seconds; each version is told from the others anywhere in it. */
const long = (mark: string) => `---\ntitle: ${mark}\n---\n${`${mark} `.repeat(75_000)}\n`;

/** Lays down a folder of these files. */
function lay(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(join(folder, 'slides'), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
}

test.describe('a folder that rsync fills', () => {
  const first = { 'signage.yaml': 'title: あ\n', 'slides/10.md': 'い', 'slides/20.md': long('a') };

  for (const [how, extra] of [
    ['by renaming', []],
    ['in place', ['--inplace']],
  ] as const) {
    test(`${how}, over a slow line, never shows half a file`, async ({ temporary, watched }) => {
      const [source, target] = [temporary('source'), temporary('target')];
      lay(source, first);
      const rsync = (...more: string[]) => {
        const args = ['-a', '--delete', ...extra, ...more, `${source}/`, `${target}/`];
        const child = spawn('rsync', args, { stdio: 'ignore' });
        return new Promise<number | null>((resolve) => child.once('exit', resolve));
      };
      const watch = watched(target);
      expect(await rsync('--bwlimit=100')).toBe(0);
      await watch.settles({ ...first, 'slides/20.md': inShort(long('a')) });
      writeFileSync(join(source, 'slides', '20.md'), long('b'));
      rmSync(join(source, 'slides', '10.md'));
      writeFileSync(join(source, 'slides', '30.md'), 'う');
      expect(await rsync('--bwlimit=100', '--whole-file')).toBe(0);
      await watch.settles({ 'signage.yaml': 'title: あ\n', 'slides/20.md': inShort(long('b')), 'slides/30.md': 'う' });
      expect(watch.textsOf('slides/20.md')).toEqual([inShort(long('a')), inShort(long('b'))]);
      expect(watch.textsOf('slides/10.md')).toEqual(['い']);
      expect(Object.keys(Object.assign({}, ...watch.readings)).sort()).toEqual([
        'signage.yaml',
        'slides/10.md',
        'slides/20.md',
        'slides/30.md',
      ]);
    });
  }

  test('keeps the dates of, also where size and date stay the same', async ({ temporary, watched }) => {
    const [source, target] = [temporary('source'), temporary('target')];
    lay(source, { 'signage.yaml': 'title: あ\n', 'slides/10.md': 'い' });
    const rsync = (...more: string[]) => execFileSync('rsync', ['-a', ...more, `${source}/`, `${target}/`]);
    rsync();
    const watch = watched(target);
    await watch.settles({ 'signage.yaml': 'title: あ\n', 'slides/10.md': 'い' });
    const day = new Date('2020-01-01');
    for (const text of ['ろ', 'は']) {
      writeFileSync(join(source, 'slides', '10.md'), text);
      utimesSync(join(source, 'slides', '10.md'), day, day);
      rsync('--checksum');
      await watch.settles({ 'signage.yaml': 'title: あ\n', 'slides/10.md': text });
    }
  });
});

test('a Syncthing pair brings edits, new and deleted files, and never half of one', async ({ temporary, running, watched }) => {
  const [office, lobby] = [temporary('office'), temporary('lobby')];
  lay(office, { 'signage.yaml': 'title: あ\n', 'slides/10.md': 'い', 'slides/20.md': long('a') });
  const own = await syncthingEnd(temporary('office-home'), office);
  const other = await syncthingEnd(temporary('lobby-home'), lobby);
  const watch = watched(lobby);
  running('syncthing', await pairWith(own, other, false));
  running('syncthing', await pairWith(other, own, true));
  await watch.settles({ 'signage.yaml': 'title: あ\n', 'slides/10.md': 'い', 'slides/20.md': inShort(long('a')) }, 25_000);
  writeFileSync(join(office, 'slides', '20.md'), long('b'));
  writeFileSync(join(office, 'slides', '30.md'), 'う');
  rmSync(join(office, 'slides', '10.md'));
  await watch.settles({ 'signage.yaml': 'title: あ\n', 'slides/20.md': inShort(long('b')), 'slides/30.md': 'う' }, 15_000);
  renameSync(join(office, 'slides', '30.md'), join(office, 'slides', '40-が.md'));
  await watch.settles({ 'signage.yaml': 'title: あ\n', 'slides/20.md': inShort(long('b')), 'slides/40-が.md': 'う' }, 15_000);
  expect(watch.textsOf('slides/20.md')).toEqual([inShort(long('a')), inShort(long('b'))]);
  expect(watch.readings.slice(1)).not.toContain(null);
});

test('a Samba server’s files are put, replaced, renamed and deleted from another machine', async ({
  temporary,
  running,
  watched,
}) => {
  const [home, folder, clerk] = [temporary('samba'), temporary('content'), temporary('clerk')];
  lay(folder, { 'signage.yaml': 'title: あ\n', 'slides/10.md': 'い' });
  const port = await freePort();
  running('smbd', sambaOf(home, folder, port));
  await expect.poll(() => smbclient(home, port, 'ls'), { timeout: 15_000 }).toBe(true);
  const watch = watched(folder);
  await watch.settles({ 'signage.yaml': 'title: あ\n', 'slides/10.md': 'い' });
  writeFileSync(join(clerk, 'a.md'), long('a'));
  writeFileSync(join(clerk, 'b.md'), long('b'));
  writeFileSync(join(clerk, 'c.md'), 'ろ');
  const does = (commands: string) => expect(smbclient(home, port, `lcd ${clerk}; ${commands}`)).toBe(true);
  does('put a.md slides/20.md; put c.md slides/10.md');
  await watch.settles({ 'signage.yaml': 'title: あ\n', 'slides/10.md': 'ろ', 'slides/20.md': inShort(long('a')) });
  does('put b.md slides/20.md; rename slides/10.md slides/30-ぱ.md');
  await watch.settles({ 'signage.yaml': 'title: あ\n', 'slides/30-ぱ.md': 'ろ', 'slides/20.md': inShort(long('b')) });
  does('put c.md emergency.md; rm slides/30-ぱ.md');
  await watch.settles({ 'signage.yaml': 'title: あ\n', 'slides/20.md': inShort(long('b')), 'emergency.md': 'ろ' });
  // Office asks for a lock file beside the document; the share renames the folder away and back.
  does('put c.md slides/~$20.md; rename slides old');
  await watch.settles({
    'signage.yaml': 'title: あ\n',
    'slides/20.md': inShort(long('b')),
    'emergency.md': 'ろ',
    slides: 'フォルダーがないか、空です。前の内容を表示しています',
  });
  does('rename old slides');
  await watch.settles({ 'signage.yaml': 'title: あ\n', 'slides/20.md': inShort(long('b')), 'emergency.md': 'ろ' });
  expect(watch.textsOf('slides/20.md')).toEqual([inShort(long('a')), inShort(long('b'))]);
});
