import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joints, phrases } from '../../renderer/domain/phrases';

describe('phrases', () => {
  it.each([
    '受付は|9月29日（金）の|午後5時までです。',
    '市役所マイナポイント支援窓口は|9月29日（金曜日）が|最終日です。',
    'システムメンテナンスのため|受付を|休止しています',
    '混み合うときは、|時間内でも|受付を|締め切ることがあります。',
    'お申し込みに|必要なもの',
    '手続きを|途中で|やめた方へ',
    '電話は|0120-95-0178|（ダイヤル後、|5番を|押してください）',
    'いま更新を|終えた方は |16時24分 から|申し込めます',
    '窓口 1 へ|お越しください',
    '次は |9月29日（金） |午前8時30分から',
    '申込期限まで |あと2日です',
    '令和5年9月30日（土）まで',
    '毎月第2・第4土曜日は|正午まで',
    'スマートフォン|（Android・iPhone）',
  ])('breaks a notice where a reader would pause: %s', (marked) => {
    expect(phrases(marked.replaceAll('|', ''))).toEqual(marked.split('|'));
  });

  it.each([
    '令和5年9月30日（土）',
    '9月29日（金曜日）',
    '午後5時',
    '午前8時30分',
    '8:30〜17:00',
    '16時24分',
    '1時間36分',
    '0120-95-0178',
    'あと2日',
    '窓口 1',
    '整理券 C-45',
    '5,000円相当',
    '25%',
    '第2土曜日',
    '約50分',
  ])('never splits %s', (unit) => {
    const text = `支援窓口のご案内は${unit}のところをご覧ください`;
    expect(phrases(text).some((phrase) => phrase.includes(unit))).toBe(true);
  });

  it.each(['最大5,000円相当（上限あり）のポイント', '「よくあるご質問」をご覧ください。', 'データ・サービス、ページ。'])(
    'begins no line with a closing sign and ends none with an opening one: %s',
    (text) => {
      for (const phrase of phrases(text)) {
        expect(phrase).not.toMatch(/^[、。）」・ー]/);
        expect(phrase).not.toMatch(/[（「]$/);
      }
    },
  );

  it('leaves words in Latin letters whole and breaks between them', () => {
    expect(phrases('Numbers may be called out of order.')).toEqual([
      'Numbers ',
      'may ',
      'be ',
      'called ',
      'out ',
      'of ',
      'order.',
    ]);
  });

  it('has nothing to break in an empty text', () => {
    expect(phrases('')).toEqual([]);
  });

  const japanese = fc.string({
    unit: fc.constantFrom(...'受付は午後5時30分まで、マイナポイント（金）「窓口 1」あと2日です。ー・abC-0123:〜々っ'),
    maxLength: 40,
  });

  it('keeps every character, whatever the text', () => {
    fc.assert(fc.property(japanese, (text) => phrases(text).join('') === text && joints(text).join('') === text));
  });

  it('leaves no phrase empty and none but the only one a lone character', () => {
    fc.assert(
      fc.property(japanese, (text) => {
        const parts = phrases(text);
        return (
          parts.every((part) => part !== '') && (parts.length < 2 || parts.every((part) => !/^\p{Script=Hiragana}$/u.test(part)))
        );
      }),
    );
  });
});

describe('joints', () => {
  it.each([
    '市役所|マイナポイント|支援窓口は',
    'マイナポイント|申込期限まで',
    '決済サービス',
    '0120-95-0178',
    'セキュリティコード',
  ])('divide a long phrase where the writing changes, and nothing else: %s', (marked) => {
    expect(joints(marked.replaceAll('|', ''))).toEqual(marked.split('|'));
  });
});
