import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../../renderer/domain/content/folder';
import { planAt, planDay, planText } from '../../renderer/domain/plan';
import { at, contentOf } from '../fixtures/folder';

const FILES = {
  'slides/10-deadlines.md': '---\nlayout: countdown\nseconds: 12\nshow: { until: 2023-09-30 }\n---\n',
  'slides/20-hour.md': '---\ntitle: 更新\nseconds: 10\nshow: { time: closes-60m..closes }\n---\n本日は間に合いません。\n',
};

describe('the plan', () => {
  it('has exactly the shape of the specification', () => {
    const content = contentOf({ 'slides/10-deadlines.md': FILES['slides/10-deadlines.md'] });
    expect(planAt(content, at('2023-09-29T16:30:00+09:00'))).toEqual({
      at: '2023-09-29T16:30:00+09:00',
      desk: { state: 'open', reason: null, closesAt: '2023-09-29T17:00:00+09:00', opensAt: null, text: '受付終了まで 30分00秒' },
      deadlines: [
        {
          name: 'マイナポイント申込期限',
          endsAt: '2023-10-01T00:00:00+09:00',
          daysLeft: 1,
          over: false,
          text: 'あと1日',
          timeLeft: null,
        },
      ],
      lastDay: { date: '2023-09-29', daysLeft: 0, over: false, text: '本日が最終日です' },
      contacts: [{ name: 'マイナポイント コールセンター', open: true, closesAt: '2023-09-29T20:00:00+09:00', opensAt: null }],
      slides: [{ id: '10-deadlines', seconds: 12 }],
      nextChangeAt: '2023-09-29T17:00:00+09:00',
    });
  });

  it('names every moment of a day at which something changes, and no other', () => {
    const moments = planDay(contentOf(FILES), '2023-09-29')?.moments ?? [];
    expect(moments.map((plan) => [plan.at.slice(11, 19), plan.desk?.state, plan.slides.map(({ id }) => id)])).toEqual([
      ['00:00:00', 'before', ['10-deadlines']],
      ['08:30:00', 'open', ['10-deadlines']],
      ['09:30:00', 'open', ['10-deadlines']],
      ['16:00:00', 'open', ['10-deadlines', '20-hour']],
      ['17:00:00', 'ended', ['10-deadlines']],
      ['20:00:00', 'ended', ['10-deadlines']],
    ]);
    expect(moments.at(-1)?.nextChangeAt).toBe('2023-09-30T00:00:00+09:00');
  });

  it('says that nothing changes any more when nothing does', () => {
    const content = contentOf({ 'signage.yaml': 'title: 窓口\ndeadlines: [{ name: 期限, date: 2023-09-30 }]\n' });
    expect(planAt(content, at('2023-09-30T12:00:00+09:00'))?.nextChangeAt).toBe('2023-10-01T00:00:00+09:00');
    expect(planAt(content, at('2023-10-01T00:00:00+09:00'))?.nextChangeAt).toBeNull();
  });

  it('finds a slide that comes years later', () => {
    const content = contentOf({
      'signage.yaml': 'title: 窓口\n',
      'slides/10-a.md': '---\ntitle: 題\nshow: { from: 2027-04-01 }\n---\n本文です。\n',
    });
    expect(planAt(content, at('2023-10-01T00:00:00+09:00'))?.nextChangeAt).toBe('2027-04-01T00:00:00+09:00');
  });

  it('writes the sentence of a state with its second half', () => {
    const text = (iso: string) => planAt(contentOf(FILES), at(iso))?.desk?.text;
    expect(text('2023-09-28T17:00:00+09:00')).toBe('本日の受付は終了しました／次は 9月29日（金） 午前8時30分から');
    expect(text('2023-09-18T10:00:00+09:00')).toBe('本日はお休みです（敬老の日）／次は 9月19日（火） 午前8時30分から');
  });

  it('is nothing without a signage.yaml', () => {
    expect(planAt(emptyFolder.content, 0)).toBeNull();
    expect(planDay(emptyFolder.content, '2023-09-29')).toBeNull();
  });

  it('can be read by people', () => {
    const plan = planAt(contentOf(FILES), at('2023-09-29T16:30:00+09:00'));
    expect(plan && planText(plan)).toContain('受付終了まで 30分00秒');
  });
});
