import { describe, expect, it } from 'vitest';
import { momentAt } from '../../renderer/domain/moment';
import { type MeasuredPages, positionAt, rotationAt } from '../../renderer/domain/rotation';
import { at, contentOf, THREE_SLIDES } from '../fixtures/folder';

const START = at('2023-09-28T10:00:00+09:00');

function turns(files = THREE_SLIDES, now = START, pace = 1, measured: MeasuredPages = new Map()) {
  const content = contentOf(files);
  const moment = momentAt(content, now);
  if (moment === null) throw new Error('no moment');
  return rotationAt(content.slides, moment, pace, measured);
}

describe('the rotation', () => {
  it('stands in the order of the file names', () => {
    expect(turns().map(({ slide }) => slide.id)).toEqual(['10-a', '20-b', '30-c']);
  });

  it.each([
    [0, '10-a', 0, 10],
    [9_999, '10-a', 0, 10],
    [10_000, '20-b', 10, 30],
    [29_999, '20-b', 10, 30],
    [30_000, '30-c', 30, 60],
    [60_000, '10-a', 60, 70],
    [3_600_000 + 10_000, '20-b', 3_610, 3_630],
  ])('is, %i ms after its anchor, on slide %s', (elapsed, id, since, until) => {
    const all = turns();
    const position = positionAt(all, { slideId: '10-a', since: START }, START + elapsed);
    expect(position && all[position.index]?.slide.id).toBe(id);
    expect(position).toMatchObject({ since: START + since * 1000, until: START + until * 1000 });
  });

  it('goes on with the next by name when the slide on show is gone', () => {
    const { 'slides/20-b.md': _, ...rest } = THREE_SLIDES;
    const all = turns(rest);
    const position = positionAt(all, { slideId: '20-b', since: START - 5_000 }, START);
    expect(position && all[position.index]?.slide.id).toBe('30-c');
    expect(position?.since).toBe(START);
  });

  it('begins again when the last slide is gone', () => {
    const position = positionAt(turns(), { slideId: '90-z', since: START }, START);
    expect(position?.index).toBe(0);
  });

  it('starts the stay anew when the clock was set back', () => {
    const position = positionAt(turns(), { slideId: '20-b', since: START + 3_600_000 }, START);
    expect(position).toEqual({ index: 1, since: START, until: START + 20_000, next: 2 });
  });

  it('stands nowhere without slides', () => {
    expect(positionAt([], null, START)).toBeNull();
  });

  it('keeps its real pace in a fast rehearsal', () => {
    expect(turns(THREE_SLIDES, START, 60).map(({ stayMs }) => stayMs)).toEqual([600_000, 1_200_000, 1_800_000]);
  });
});
