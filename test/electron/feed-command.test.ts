import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGNAGE } from '../fixtures/folder';
import { FOREIGN } from '../fixtures/foreign-feeds';

const ROOT = join(__dirname, '..', '..');
const ask = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'electron', 'launch.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, DISPLAY: '' },
  });
const { fields, payload } = FOREIGN['the QueueMonitor of FIWARE'];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'feed-command-'));
  const yaml = SIGNAGE.replace(
    'source: tickets.json',
    `source: https://queue.example/\n  fields:\n${fields.replace(/^/gm, '    ')}`,
  );
  writeFileSync(join(folder, 'signage.yaml'), yaml);
  writeFileSync(join(folder, 'saved.json'), JSON.stringify(payload));
  writeFileSync(join(folder, 'web.json'), '<html>');
  writeFileSync(join(folder, 'table.csv'), '番号,窓口\n42,1\n123456789,2\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a saved payload', () => {
  it('is shown as the display would read it, when it was issued', () => {
    const { stdout, status } = ask('plan', folder, '--feed', join(folder, 'saved.json'));
    expect(stdout).toBe(
      [
        '2023-09-28T15:24:10+09:00',
        '  呼び出し中: C-45（時刻なし）',
        '  不在: なし',
        '  待ち人数: 12',
        '  待ち時間: 表示なし',
        '  窓口の状態: paused（システム点検）',
        '',
      ].join('\n'),
    );
    expect(status).toBe(0);
  }, 120_000);

  it('is JSON for programs, with why it would not be taken at another time', () => {
    const file = join(folder, 'saved.json');
    const { stdout, status } = ask('plan', folder, '--feed', file, '--at', '2023-09-29T09:00+09:00', '--json');
    expect(JSON.parse(stdout)).toEqual({
      at: '2023-09-29T09:00:00+09:00',
      feed: null,
      trouble: '番号のデータが今日のものではありません（issuedAt は 2023-09-28 です）',
      leftOut: [],
    });
    expect(status).toBe(1);
  }, 120_000);

  it('is checked with its folder', () => {
    const { stdout, status } = ask('check', folder, '--feed', join(folder, 'web.json'));
    expect(stdout).toContain('問題  web.json: 番号のデータではなく Web ページ（HTML）が返ってきました');
    expect(status).toBe(1);
    expect(ask('check', folder, '--feed', join(folder, 'table.csv')).stdout).toContain(
      '注意  table.csv: 呼び出し中の2番目は番号（8字まで）ではありません',
    );
  }, 120_000);

  it('that is not there is told', () => {
    const { stdout, status } = ask('plan', folder, '--feed', join(folder, 'none.json'));
    expect(stdout).toContain('使えません: ファイルが見つからないか、開けません');
    expect(status).toBe(1);
  }, 120_000);
});
