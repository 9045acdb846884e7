import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(__dirname, '..', '..');
const plan = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'electron', 'launch.mjs'), 'plan', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DISPLAY: '' },
  });

describe('the plan command', () => {
  it('prints nothing but JSON, from the sample folder', () => {
    const { stdout, status } = plan(join(ROOT, 'assets', 'sample'), '--at', '2023-09-29T16:30+09:00', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      at: '2023-09-29T16:30:00+09:00',
      desk: { state: 'open', closesAt: '2023-09-29T17:00:00+09:00', opensAt: null, text: '受付終了まで 30分00秒' },
      lastDay: { date: '2023-09-29', daysLeft: 0, over: false, text: '本日が最終日です' },
      contacts: [{ name: 'マイナポイント コールセンター', open: true, closesAt: '2023-09-29T20:00:00+09:00', opensAt: null }],
      nextChangeAt: '2023-09-29T17:00:00+09:00',
    });
  }, 30_000);

  it('shows, before, on and after the end, the right slides of the sample and not the wrong ones', () => {
    const slides = (at: string): readonly string[] => {
      const { stdout } = plan(join(ROOT, 'assets', 'sample'), '--at', at, '--json');
      return (JSON.parse(stdout) as { slides: { id: string }[] }).slides.map(({ id }) => id);
    };
    const before = slides('2023-09-28T15:20+09:00');
    expect(before).toEqual(
      expect.arrayContaining(['10-deadlines', '20-hours', '30-what-to-bring', '50-one-hour', '75-campaigns']),
    );
    expect(before).not.toEqual(expect.arrayContaining(['12-desk-ended']));
    const lastHour = slides('2023-09-29T16:00+09:00');
    expect(lastHour).toContain('52-one-hour-last-day');
    expect(lastHour).not.toContain('50-one-hour');
    const ended = slides('2023-09-29T17:00+09:00');
    expect(ended).toEqual(expect.arrayContaining(['12-desk-ended', '32-what-you-need', '82-apply-yourself']));
    expect(ended).not.toContain('30-what-to-bring');
    expect(slides('2023-09-30T23:59:59+09:00')).toContain('75-campaigns');
    expect(slides('2023-10-01T00:00+09:00')).toEqual(['14-applications-ended', '90-contact']);
  }, 30_000);

  it('prints problems as the check does', () => {
    const folder = mkdtempSync(join(tmpdir(), 'signage-plan-'));
    mkdirSync(join(folder, 'slides'));
    writeFileSync(join(folder, 'slides', '10-a.md'), '---\ntitle: 題\nseconds: 十五\n---\n本文\n');
    writeFileSync(join(folder, 'signage.yaml'), 'title: 窓口\nplase: 1階\n');
    writeFileSync(join(folder, 'emergency.md.txt'), '');
    const { stderr } = plan(folder, '--at', '2023-09-29T16:30+09:00');
    expect(stderr).toBe(
      '問題  emergency.md.txt: 名前の終わりに .txt が付いています。取ってください\n' +
        '注意  signage.yaml 2行目: 「plase」という項目はありません（place の間違いではありませんか）。書いてあることは効きません\n' +
        '問題  slides/10-a.md 3行目: seconds は 3〜600 の数字です（"十五" とあります）\n',
    );
    rmSync(folder, { recursive: true });
  }, 30_000);

  it('tells of problems on standard error, and ends with 1 where there is nothing to plan from', () => {
    const folder = mkdtempSync(join(tmpdir(), 'signage-plan-'));
    writeFileSync(join(folder, 'signage.yaml'), 'title: [\n');
    const { stdout, stderr, status } = plan(folder, '--at', '2023-09-29T16:30+09:00', '--json');
    expect([stdout, status]).toEqual(['', 1]);
    expect(stderr).toContain('signage.yaml');
    expect(plan('/nowhere', '--day', '2023-09-29').status).toBe(1);
    expect(plan(folder, '--at', 'soon').status).toBe(2);
    rmSync(folder, { recursive: true });
  }, 30_000);
});
