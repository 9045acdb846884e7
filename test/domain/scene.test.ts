import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../../renderer/domain/content/folder';
import { nextChangeAfter } from '../../renderer/domain/next-change';
import { player } from '../../renderer/domain/player';
import { INITIAL_PLAYER, type PlayerState } from '../../renderer/domain/player-state';
import { sceneAt } from '../../renderer/domain/scene-at';
import type { Snapshot } from '../../renderer/domain/snapshot';
import { at, contentOf, SIGNAGE, snapshotOf, THREE_SLIDES } from '../fixtures/folder';

const LAYOUTS: Readonly<Record<string, string>> = {
  ...THREE_SLIDES,
  'slides/40-hours.md': '---\nlayout: hours\n---\n',
  'slides/50-deadlines.md': '---\nlayout: countdown\nshow: { time: "opens..closes-60m" }\n---\n',
  'slides/60-contact.md': '---\nlayout: contact\n---\n',
  'slides/70-tickets.md': '---\nlayout: tickets\nshow: { when: [open, paused, before] }\n---\n',
  'slides/80-live.md': '---\ntitle: 更新\n---\nいま更新を終えた方は {{now+60m}} から\n',
  'slides/90-ended.md': '---\ntitle: 終了\nshow: { when: [ended] }\n---\n終了しました。\n',
};

function stateAt(snapshot: Snapshot, now: number): PlayerState {
  return player(INITIAL_PLAYER, { kind: 'snapshot', snapshot }, now).state;
}

function sceneOf(iso: string, files = LAYOUTS, rest: Partial<Snapshot> = {}) {
  const now = at(iso);
  return sceneAt(stateAt(snapshotOf(contentOf(files), rest), now), now);
}

describe('the scene', () => {
  it('shows name, place, era date and time in the header', () => {
    expect(sceneOf('2023-09-28T15:24:10+09:00').header).toEqual({
      title: 'マイナポイント支援窓口',
      place: '市役所本庁舎1階 ふれあいプラザ',
      moved: false,
      date: '令和5年9月28日（木）',
      time: '15:24',
    });
  });

  it.each([
    ['2023-09-28T15:24:10+09:00', '本日の受付終了まで', '1時間36分', 'open'],
    ['2023-09-28T16:23:55+09:00', '本日の受付終了まで', '36分05秒', 'soon'],
    ['2023-09-28T16:59:55+09:00', '本日の受付終了まで', '5秒', 'urgent'],
  ])('counts down in the foot at %s', (iso, label, figure, tone) => {
    expect(sceneOf(iso).foot.desk?.countdown).toMatchObject({ label: { main: label }, figure, tone });
  });

  it.each([
    ['2023-09-28T08:00:00+09:00', '受付は 午前8時30分から', null],
    ['2023-09-28T17:00:00+09:00', '本日の受付は終了しました', '次は 9月29日（金） 午前8時30分から'],
    ['2023-09-18T10:00:00+09:00', '本日はお休みです（敬老の日）', '次は 9月19日（火） 午前8時30分から'],
    ['2023-09-29T17:00:00+09:00', '支援窓口は終了しました', null],
  ])('says in words at %s: %s', (iso, text, detail) => {
    const desk = sceneOf(iso).foot.desk;
    expect(desk?.countdown).toBeNull();
    expect(desk?.status.text.main).toBe(text);
    expect(desk?.status.detail).toBe(detail);
  });

  it('names the pause and its end, and nothing beyond the closing', () => {
    const paused = SIGNAGE.replace(
      'deadlines:',
      '  changes:\n    - { date: 2023-09-26, pause: 10:00-11:00, reason: システムメンテナンス }\ndeadlines:',
    );
    const status = (iso: string) => sceneOf(iso, { ...LAYOUTS, 'signage.yaml': paused }).foot.desk?.status;
    expect(status('2023-09-26T10:00:00+09:00')).toMatchObject({
      state: 'paused',
      text: { main: 'システムメンテナンスのため受付を休止しています' },
      detail: '再開予定 午前11時',
    });
    expect(status('2023-09-26T09:59:59.999+09:00')?.state).toBe('open');
    expect(status('2023-09-26T11:00:00+09:00')?.state).toBe('open');
  });

  it('promises no reception while a pause covers the opening', () => {
    const covered = (pause: string) =>
      SIGNAGE.replace('deadlines:', `  changes:\n    - { date: 2023-09-26, pause: ${pause}, reason: 会議 }\ndeadlines:`);
    const status = (iso: string, pause: string) => sceneOf(iso, { ...LAYOUTS, 'signage.yaml': covered(pause) }).foot.desk?.status;
    expect(status('2023-09-26T07:00:00+09:00', '8:30-10:00')).toMatchObject({
      state: 'before',
      text: { main: '受付は 午前10時から' },
      detail: '会議',
    });
    expect(status('2023-09-26T07:00:00+09:00', '8:30-17:00')?.text.main).toBe('次は 9月27日（水） 午前8時30分から');
    expect(status('2023-09-25T17:00:00+09:00', '8:30-10:00')?.detail).toBe('次は 9月26日（火） 午前10時から');
  });

  it('has nothing to count down to at a desk that never closes', () => {
    const always = 'title: 夜間受付\ndesk: { hours: [{ days: 毎日, time: 0:00-24:00 }] }\n';
    const desk = sceneOf('2023-09-28T23:59:00+09:00', { ...THREE_SLIDES, 'signage.yaml': always }).foot.desk;
    expect(desk).toMatchObject({
      countdown: null,
      status: { state: 'open', tone: 'open', text: { main: '24時間受付しています' } },
    });
  });

  it('moves the place for the days it is said to move, and says so', () => {
    const moved = SIGNAGE.replace(
      'deadlines:',
      '  changes:\n    - { from: 2023-09-25, until: 2023-09-26, place: 分庁舎1階 }\ndeadlines:',
    );
    const header = (iso: string) => sceneOf(iso, { ...LAYOUTS, 'signage.yaml': moved }).header;
    expect(header('2023-09-26T23:59:59.999+09:00')).toMatchObject({ place: '分庁舎1階', moved: true });
    expect(header('2023-09-27T00:00:00+09:00')).toMatchObject({ place: '市役所本庁舎1階 ふれあいプラザ', moved: false });
  });

  it.each([
    ['2023-09-28T15:24:10+09:00', 'マイナポイント申込期限まで', 'あと2日', '9月30日（土）まで'],
    ['2023-09-30T15:24:10+09:00', 'マイナポイント申込期限まで', '本日まで', '残り 8時間36分'],
    ['2023-10-01T00:00:00+09:00', 'マイナポイント申込期限', '終了しました', null],
  ])('counts the days to the deadline at %s', (iso, label, figure, detail) => {
    expect(sceneOf(iso).foot.deadlines).toMatchObject([{ label: { main: label }, figure, detail }]);
  });

  it('is dark in the sleep hours, over midnight too', () => {
    expect(sceneOf('2023-09-28T20:59:59+09:00').dark).toBe(false);
    expect(sceneOf('2023-09-28T21:00:00+09:00').dark).toBe(true);
    expect(sceneOf('2023-09-29T06:59:59+09:00').dark).toBe(true);
    expect(sceneOf('2023-09-29T07:00:00+09:00').dark).toBe(false);
  });

  it('draws the week with today, the last day and the deadline, but not what is over anyway', () => {
    const daysAt = (iso: string) => {
      const { stage } = sceneOf(iso, { 'slides/40-hours.md': LAYOUTS['slides/40-hours.md'] ?? '' });
      const body = stage.kind === 'slide' ? stage.slide.body : null;
      if (body?.kind !== 'hours') return null;
      return body.days.map(({ day, state, reason, marks }) => [day, state, reason, marks.map(({ text }) => text)]);
    };
    expect(daysAt('2023-09-28T15:24:00+09:00')).toEqual([
      ['28', 'open', null, ['本日']],
      ['29', 'open', null, ['最終日']],
      ['30', 'ended', '終了', ['申込期限']],
    ]);
    // Today alone, with nothing ahead.
    expect(daysAt('2023-09-30T10:00:00+09:00')).toEqual([]);
  });

  it('stands by with calm words when there is no slide to show, and without any content', () => {
    expect(sceneOf('2023-09-28T15:24:00+09:00', {}).stage).toMatchObject({ kind: 'standby' });
    const nothing = snapshotOf(emptyFolder.content);
    expect(sceneAt(stateAt(nothing, 0), 0).stage.kind).toBe('standby');
  });

  it('stays equal until nextChangeAfter, and nextChangeAfter lies ahead', () => {
    const from = at('2023-09-28T06:50:00+09:00');
    const until = at('2023-10-02T09:00:00+09:00');
    const plain = contentOf(LAYOUTS);
    const boundaries = [
      '2023-09-28T17:00:00+09:00',
      '2023-09-29T17:00:00+09:00',
      '2023-10-01T00:00:00+09:00',
      '2023-09-28T16:00:00+09:00',
    ].map(at);
    const instants = fc.oneof(
      fc.integer({ min: from, max: until }),
      fc.tuple(fc.constantFrom(...boundaries), fc.integer({ min: -90_000, max: 90_000 })).map(([boundary, ms]) => boundary + ms),
    );
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 0, max: 200_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (now, age, part) => {
          const call = { label: '42', counter: '1', calledAt: now - age + 1_000 };
          const reading = { issuedAt: null, calling: [call], absent: [], waiting: null, desk: null };
          const feed = { reading, readAt: now - age, since: now - age, trouble: null };
          const state = stateAt(snapshotOf(plain, { feed }), now);
          const next = nextChangeAfter(state, now);
          expect(next).toBeGreaterThan(now);
          const between = Math.min(next - 1, now + Math.floor((next - now) * part));
          expect(sceneAt(state, between)).toEqual(sceneAt(state, now));
          expect(sceneAt(state, next - 1)).toEqual(sceneAt(state, now));
        },
      ),
      { numRuns: 1_500 },
    );
  }, 20_000);
});
