import { describe, expect, it } from 'vitest';
import { parseEmergency } from '../../../renderer/domain/content/emergency';
import { emptyFolder, readFolder } from '../../../renderer/domain/content/folder';
import { problemText } from '../../../renderer/domain/result';
import { SIGNAGE } from '../../fixtures/folder';

const FILE = 'emergency/10-fire.md';
const read = (text: string) => {
  const { value, problems } = parseEmergency(text, FILE);
  return [
    value && { title: value.title, minutes: value.minutes, drill: value.drill, blocks: value.blocks.length },
    problems.map(problemText),
  ];
};

describe('an emergency card', () => {
  it.each([
    ['---\ntitle: 火災\nminutes: 15\ndrill: true\n---\nあ\n', { title: '火災', minutes: 15, drill: true, blocks: 1 }, []],
    ['# 火災\n\nあ\n', { title: '火災', minutes: null, drill: false, blocks: 1 }, []],
    ['逃げてください', { title: '緊急のお知らせ', minutes: null, drill: false, blocks: 1 }, []],
    ['# 火災\n', { title: '火災', minutes: null, drill: false, blocks: 0 }, []],
    [
      '---\nminutes: 0\n---\nあ\n',
      { title: '緊急のお知らせ', minutes: null, drill: false, blocks: 1 },
      [`${FILE} 2行目: minutes は 1〜1440 の数字です（"0" とあります）`],
    ],
    [
      '---\ntitle: 火災\n---\nあ\n\nいま {{now}}\n\nい\n',
      { title: '火災', minutes: null, drill: false, blocks: 2 },
      [`${FILE} 4行目: 緊急の画面では {{…}} は使えません。その段落を除いて表示します`],
    ],
    ['---\ntitle: 火災\ndrill: はい\n---\nあ\n', { title: '火災', minutes: null, drill: true, blocks: 1 }, []],
    ['---\ntitle: 火災\ndrill: no\n---\nあ\n', { title: '火災', minutes: null, drill: false, blocks: 1 }, []],
    [
      '---\ntitle: 火災\ndrill: 訓練\n---\nあ\n',
      null,
      [`${FILE} 3行目: drill は true（はい）か false（いいえ）です（"訓練" とあります）`],
    ],
    [
      '---\ntitle: 火災\n---\nあ\n\n![避難図](map.jpg)\n',
      { title: '火災', minutes: null, drill: false, blocks: 1 },
      [`${FILE} 4行目: 緊急の画面では写真は出せません。文だけを表示します`],
    ],
    ['', null, [`${FILE} 1行目: 題も本文もありません。title か本文を書いてください`]],
    ['---\ntitle: 火災\n', null, [`${FILE} 1行目: 初めの --- に対する終わりの --- がありません`]],
  ])('is read from %j, and as much of it as can be shown', (text, card, problems) => {
    const [value, told] = read(text);
    expect(value).toEqual(card);
    expect(told).toEqual(problems);
  });

  it('stays as it was when its file breaks, and goes with it', () => {
    const file = (path: string, text: string) => ({ path, text, fault: null });
    const base = file('signage.yaml', SIGNAGE);
    const before = readFolder(emptyFolder, [base, file('emergency.md', 'あ'), file('emergency/20-b.md', 'い'), file(FILE, 'う')]);
    expect(before.content.emergency?.id).toBe('emergency');
    expect(before.content.emergencyCards.map(({ id }) => id)).toEqual(['10-fire', '20-b']);
    expect(before.content.slides).toEqual([]);
    const broken = readFolder(before, [base, file('emergency.md', '---\n'), file(FILE, 'う')]);
    expect(broken.content.emergency).toEqual(before.content.emergency);
    expect(broken.content.emergencyCards).toEqual(before.content.emergencyCards.slice(0, 1));
    expect(readFolder(broken, [base]).content).toMatchObject({ emergency: null, emergencyCards: [] });
    expect(readFolder(before, []).content.emergency).toBe(before.content.emergency);
  });

  it('has its titles in other languages from files beside it, and only its own', () => {
    const { content, problems } = readFolder(emptyFolder, [
      { path: 'signage.yaml', text: SIGNAGE, fault: null },
      { path: 'emergency.md', text: 'あ', fault: null },
      { path: 'emergency.en.md', text: '# Emergency', fault: null },
      { path: FILE, text: 'い', fault: null },
      { path: 'emergency/10-fire.en.md', text: '# Fire', fault: null },
      { path: 'slides/10-fire.md', text: '# う', fault: null },
    ]);
    expect(problems).toEqual([]);
    expect(content.emergency?.translations).toMatchObject([{ language: 'en', title: 'Emergency' }]);
    expect(content.emergencyCards[0]?.translations).toMatchObject([{ language: 'en', title: 'Fire' }]);
    expect(content.slides[0]?.translations).toEqual([]);
  });
});
