import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fontCharacters } from '../../electron/font-characters';
import { gifOf } from '../fixtures/media-files';
import { lockedPdf } from '../fixtures/pdf';

const ROOT = join(__dirname, '..', '..');
const check = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'electron', 'launch.mjs'), 'check', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DISPLAY: '' },
  });

describe('the check command', () => {
  it('finds no problem in the sample folder, and one doubt', () => {
    const { stdout, status } = check(join(ROOT, 'assets', 'sample'), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      problems: [
        {
          file: 'signage.yaml',
          line: 8,
          level: 'warning',
          message: expect.stringContaining('2023-09-23（土・秋分の日）は祝日ですが'),
        },
      ],
    });
  }, 30_000);

  it('ends with 1 when there is a problem, and tells it with file and line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'check-'));
    mkdirSync(join(folder, 'slides'));
    writeFileSync(join(folder, 'signage.yaml'), 'title: 窓口\n');
    writeFileSync(join(folder, 'slides', '10-a.md'), '---\ntitle: 題\nseconds: 十五\n---\n本文\n');
    writeFileSync(join(folder, 'slides', '20-b.md'), '# 笑顔😀\n');
    writeFileSync(join(folder, 'slides', '30-c.png'), '<!doctype html>');
    writeFileSync(join(folder, 'slides', '40-d.gif'), gifOf(1));
    writeFileSync(join(folder, 'slides', '50-e.pdf'), lockedPdf());
    const { stdout, status } = check(folder);
    expect(stdout).toBe(
      '問題  slides/10-a.md 3行目: seconds は 3〜600 の数字です（"十五" とあります）\n' +
        '注意  slides/20-b.md 1行目: 表示用の書体にない文字があります: 「😀」。別の字にしてください\n' +
        '問題  slides/30-c.png: 中身は Web ページ（HTML）です。画像そのものを保存し直してください\n' +
        '注意  slides/40-d.gif: 小さい画像です（1×1 点）。ぼやけて見えます。1920×1080 点以上が目安です\n' +
        '注意  slides/50-e.pdf: パスワードか、印刷などの制限がかかった PDF です。開くのにパスワードが要るものは表示できません。パスワードなしで書き出してください\n' +
        '問題 2件、注意 3件\n',
    );
    expect(status).toBe(1);
    rmSync(folder, { recursive: true });
  }, 30_000);

  it('ends with 1 for a folder that is not there, with 2 for a wrong option', () => {
    expect(check(join(tmpdir(), 'no-such-folder'))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('フォルダーが見つからないか、空です'),
    });
    expect(check('--jsno', 'x')).toMatchObject({ status: 2, stderr: expect.stringContaining('--json') });
    expect(check()).toMatchObject({ status: 2, stderr: expect.stringContaining('check wants one content folder') });
  }, 30_000);
});

describe('the characters of the packaged fonts', () => {
  it('are those that the font files draw, not those that a style sheet lists', async () => {
    const characters = await fontCharacters(join(ROOT, 'node_modules', '@fontsource', 'biz-udpgothic', 'files'));
    const has = (text: string) => [...text].map((sign) => characters?.has(sign.codePointAt(0) ?? 0));
    expect(has('あ漢①㈱〜A')).toEqual([true, true, true, true, true, true]);
    expect(has('😀한ạ')).toEqual([false, false, false]);
    expect(await fontCharacters(join(ROOT, 'no-such-folder'))).toBeNull();
  });
});
