import { describe, expect, it } from 'vitest';
import { momentAt } from '../../renderer/domain/moment';
import { whyOut } from '../../renderer/domain/show';
import { at, contentOf } from '../fixtures/folder';

/** Why a slide with these front matter lines (and this text) is out at an instant. */
function outAt(show: string, iso: string, text = '本文です。') {
  const content = contentOf({ 'slides/10-a.md': `---\ntitle: 題\n${show}\n---\n${text}\n` });
  const moment = momentAt(content, at(iso));
  const slide = content.slides[0];
  if (!moment || !slide) throw new Error('no slide');
  return whyOut(slide, moment);
}

describe('a slide is in the rotation', () => {
  it.each([
    ['show: { from: 2023-09-10 }', '2023-09-09T23:59:59.999+09:00', 'notYet'],
    ['show: { from: 2023-09-10 }', '2023-09-10T00:00:00+09:00', null],
    ['show: { until: 2023-09-30 }', '2023-09-30T23:59:59.999+09:00', null],
    ['show: { until: 2023-09-30 }', '2023-10-01T00:00:00+09:00', 'over'],
    ['show: { days: 月-金 }', '2023-09-22T12:00:00+09:00', null],
    ['show: { days: 月-金 }', '2023-09-23T12:00:00+09:00', 'day'],
    ['show: { days: 祝日 }', '2023-09-23T12:00:00+09:00', null],
    ['show: { when: [open, paused] }', '2023-09-28T16:59:59.999+09:00', null],
    ['show: { when: [open, paused] }', '2023-09-28T17:00:00+09:00', 'state'],
    ['show: { when: ended }', '2023-09-29T17:00:00+09:00', null],
    ['show: { time: "9:00..10:00" }', '2023-09-28T08:59:59.999+09:00', 'time'],
    ['show: { time: "9:00..10:00" }', '2023-09-28T09:00:00+09:00', null],
    ['show: { time: "9:00..10:00" }', '2023-09-28T10:00:00+09:00', 'time'],
    ['show: { time: opens..closes-60m }', '2023-09-28T08:30:00+09:00', null],
    ['show: { time: opens..closes-60m }', '2023-09-28T15:59:59.999+09:00', null],
    ['show: { time: opens..closes-60m }', '2023-09-28T16:00:00+09:00', 'time'],
    ['show: { time: closes-60m..closes }', '2023-09-09T11:00:00+09:00', null],
    ['show: { time: closes-60m..closes }', '2023-09-09T12:00:00+09:00', 'time'],
    ['show: { time: opens..closes }', '2023-09-18T10:00:00+09:00', 'time'],
  ])('with %s at %s: %s', (show, iso, reason) => {
    expect(outAt(show, iso)).toBe(reason);
  });

  it('is out while a live value in it has no answer', () => {
    expect(outAt('', '2023-09-18T10:00:00+09:00', '今日は {{closes}} まで')).toBe('unanswered');
    expect(outAt('', '2023-09-19T10:00:00+09:00', '今日は {{closes}} まで')).toBeNull();
    expect(outAt('', '2023-09-29T10:00:00+09:00', '次は {{next opening}}')).toBe('unanswered');
  });
});
