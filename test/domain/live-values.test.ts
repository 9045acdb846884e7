import { describe, expect, it } from 'vitest';
import { liveAnswers } from '../../renderer/domain/live-values';
import { momentAt } from '../../renderer/domain/moment';
import { whyOut } from '../../renderer/domain/show';
import { textsIn } from '../../renderer/domain/texts/in-languages';
import { at, contentOf } from '../fixtures/folder';

function written(text: string, iso: string): string | null {
  const content = contentOf({ 'slides/10-a.md': `---\ntitle: 題\n---\n${text}\n` });
  const moment = momentAt(content, at(iso));
  const slide = content.slides[0];
  if (!moment || !slide) throw new Error('no slide');
  const blocks = liveAnswers(slide.blocks, moment, textsIn('ja'));
  const first = blocks?.[0];
  if (first?.kind !== 'paragraph') return null;
  return first.children.map((child) => (child.kind === 'live' ? child.value : child.kind === 'text' ? child.text : '')).join('');
}

describe('a live value', () => {
  it.each([
    ['{{now+60m}}', '2023-09-28T15:24:59+09:00', '16時24分'],
    ['{{now+60m}}', '2023-09-28T23:30:00+09:00', '0時30分'],
    ['{{opens}}', '2023-09-28T15:24:00+09:00', '午前8時30分'],
    ['{{closes}}', '2023-09-28T15:24:00+09:00', '午後5時'],
    ['{{closes}}', '2023-09-09T10:00:00+09:00', '正午'],
    ['{{closes-60m}}', '2023-09-28T15:24:00+09:00', '午後4時'],
    ['{{next opening}}', '2023-09-28T15:24:00+09:00', '9月29日（金） 午前8時30分'],
    ['{{days left: 申込期限}}', '2023-09-28T15:24:00+09:00', 'あと2日'],
    ['{{days left: 申込期限}}', '2023-09-30T15:24:00+09:00', '本日まで'],
    ['{{days left: 申込期限}}', '2023-10-01T00:00:00+09:00', '終了しました'],
    ['{{closes}}', '2023-09-18T10:00:00+09:00', null],
    ['{{next opening}}', '2023-09-29T10:00:00+09:00', null],
  ])('%s at %s reads %s', (text, iso, expected) => {
    expect(written(text, iso)).toBe(expected);
    // A slide is out of the round exactly while one of its values can't be written.
    const content = contentOf({ 'slides/10-a.md': `---\ntitle: 題\n---\n${text}\n` });
    const [slide] = content.slides;
    const moment = momentAt(content, at(iso));
    expect(slide && moment && whyOut(slide, moment)).toBe(expected === null ? 'unanswered' : null);
  });
});
