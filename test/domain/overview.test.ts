import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../../renderer/domain/content/folder';
import { player } from '../../renderer/domain/player';
import { INITIAL_PLAYER } from '../../renderer/domain/player-state';
import { sceneAt } from '../../renderer/domain/scene-at';
import type { Snapshot } from '../../renderer/domain/snapshot';
import { at, contentOf, snapshotOf } from '../fixtures/folder';

const NOW = at('2023-09-28T15:24:00+09:00');
const issued = (issuedAt: number) => ({ issuedAt, calling: [], absent: [], waiting: null, desk: null });
const slide = (settings: string, text = '本文') => `---\ntitle: 題\n${settings}---\n${text}\n`;
const CONTENT = contentOf({
  'slides/10-a.md': slide(''),
  'slides/20-b.md': slide('priority: urgent\n'),
  'slides/30-c.md': slide('show: { from: 2023-10-01 }\n'),
  'slides/40-d.md': slide('show: { until: 2023-09-27 }\n'),
  'slides/50-e.md': slide('show: { days: 日 }\n'),
  'slides/60-f.md': slide('show: { time: 9:00..12:00 }\n'),
  'slides/70-g.md': slide('show: { when: [ended] }\n'),
  'slides/80-h.md': slide('', '{{days left: 納期}}').replace('納期', '申込期限'),
});

function overview(rest: Partial<Snapshot> = {}, content = CONTENT) {
  const snapshot = snapshotOf(content, rest);
  const shown = player(INITIAL_PLAYER, { kind: 'snapshot', snapshot }, NOW).state;
  const opened = player(shown, { kind: 'intent', intent: { kind: 'overview' } }, NOW).state;
  const { overlay } = sceneAt(opened, NOW);
  if (overlay?.kind !== 'overview') throw new Error('no overview');
  return { overlay, opened };
}

describe('the overview', () => {
  it('tells of each slide whether it is on, and why it is out', () => {
    expect(overview().overlay.slides.map(({ id, state, note }) => [id, state, note])).toEqual([
      ['10-a', 'on', null],
      ['20-b', 'waiting', '至急'],
      ['30-c', 'out', '2023-10-01 から表示します'],
      ['40-d', 'out', '2023-09-27 で終わりました'],
      ['50-e', 'out', '今日は表示しない日です'],
      ['60-f', 'out', '今は表示しない時間です'],
      ['70-g', 'out', '窓口の今の状態では表示しません'],
      ['80-h', 'waiting', null],
    ]);
    const lost = {
      ...CONTENT,
      slides: CONTENT.slides.map((one) => ({
        ...one,
        blocks: [
          {
            kind: 'paragraph' as const,
            children: [{ kind: 'live' as const, value: { kind: 'daysLeft' as const, name: '納期' } }],
          },
        ],
      })),
    };
    expect(overview({}, lost).overlay.slides[0]).toMatchObject({ state: 'out', note: '文章の中の {{…}} の値が今はありません' });
    const { signage: _, ...rest } = CONTENT;
    expect(overview({}, { ...rest, signage: emptyFolder.content.signage }).overlay.slides[0]).toMatchObject({
      state: 'out',
      note: 'signage.yaml がまだありません',
    });
  });

  it.each([
    [null, null],
    [{ reading: null, readAt: null, since: null, trouble: null }, '番号はまだ届いていません'],
    [{ reading: null, readAt: NOW - 5_000, since: null, trouble: null }, '番号の更新 15:23'],
    [
      { reading: null, readAt: NOW - 60_000, since: null, trouble: '応答がありません' },
      '番号の更新 15:23（更新が遅れています）。応答がありません',
    ],
    [{ reading: null, readAt: NOW - 600_000, since: null, trouble: null }, '番号の更新 15:14（古いので表示していません）'],
    [{ reading: issued(NOW - 119_000), readAt: NOW, since: NOW, trouble: null }, '番号の更新 15:24'],
    [
      { reading: issued(NOW - 3_600_000), readAt: NOW, since: NOW, trouble: null },
      '番号の更新 15:24。データは 14:24 に出されたものです',
    ],
  ])('tells how old the tickets are: %j', (feed, line) => {
    expect(overview({ feed }).overlay.feed).toBe(line);
  });

  it('tells the problems and the version, and closes with the same key', () => {
    const problems = [{ file: 'slides/90.md', line: 2, level: 'error', message: '…' }] as const;
    const { overlay, opened } = overview({ problems, version: '1.2.3' });
    expect(overlay).toMatchObject({ problems, version: '1.2.3' });
    expect(player(opened, { kind: 'intent', intent: { kind: 'overview' } }, NOW).state.overlay).toBeNull();
  });
});
