import { describe, expect, it } from 'vitest';
import { parseEmergency } from '../../../renderer/domain/content/emergency';
import { parseSignage } from '../../../renderer/domain/content/signage';
import { parseSlide, parseTranslation } from '../../../renderer/domain/content/slide';
import { problemText } from '../../../renderer/domain/result';

const slide = (text: string) => parseSlide(text, 'a.md');
const told = (text: string) => slide(text).problems.map(problemText);
const SIGNAGE = `title: 支援窓口
desk:
  hours:
    - { days: 月-金, time: 8:30-17:00, except: [祝日, 12/29-1/3] }
  lastDay: 2023-09-29
`;

describe('what a tired hand writes above a slide', () => {
  it.each([
    ['---\ntitle：題\n---\n本文', '2行目: 項目名のあとの「：」が全角です。半角の「: 」にしてください'],
    ['---\nlayout: notice\ntitle：題\n---\n本文', '3行目: 項目名のあとの「：」が全角です。半角の「: 」にしてください'],
    [
      '---\ntitle: 題\nshow: { from：2023-09-01 }\n---\n本文',
      '3行目: 項目名のあとの「：」が全角です。半角の「: 」にしてください',
    ],
    ['---\ntitle:題\n---\n本文', '2行目: 「:」のあとに半角の空白が要ります'],
    ['---\ntitle: 題\nshow: {until:2023-09-01}\n---\n本文', '3行目: 「:」のあとに半角の空白が要ります'],
    ['---\ntitle:　題\n---\n本文', '2行目: 「:」のあとの空白が全角です。半角にしてください'],
    [
      '---\ntitle: 題\nshow:\n　until: 2023-09-01\n---\n本文',
      '4行目: 行の頭に全角の空白があります。半角の空白で字下げしてください',
    ],
    ['---\ntitle: 題\nshow: {　until: 2023-09-01 }\n---\n本文', '3行目: 全角の空白があります。半角にしてください'],
    ['---\ntitle: 題\nshow: ｛ until: 2023-09-01 ｝\n---\n本文', '3行目: かっこは半角の { } と [ ] で書いてください'],
    [
      '---\ntitle: 題\nshow: { from: 2023-09-01、until: 2023-09-30 }\n---\n本文',
      '3行目: 項目の区切りは半角の「,」です（「、」は使えません）',
    ],
    ['---\ntitle: [重要] お知らせ\n---\n本文', "2行目: \" や [ や { で始まる値は、値の全体を ' と ' で囲んでください"],
    ['---\ntitle: {漢字|かんじ}\n---\n本文', '2行目: title は [ や { で始まっています。値の全体を " で囲んでください'],
    ['---\ntitle: お知らせ: 休業\n---\n本文', '2行目: 一行に : が二つあります。値を " で囲んでください'],
    ['---\ntitle: #1\nlayout: hours\n---\n', '2行目: 「#」から後は読まれません。文字なら " で囲んでください'],
    ['---\ntitle: 市民課 #2窓口\nlayout: hours\n---\n', '2行目: 「#」から後は読まれません。文字なら " で囲んでください'],
    ['---\ntitle: 題\nshow:\n\tuntil: 2023-09-01\n---\n本文', '4行目: 行の頭にタブがあります。半角の空白で字下げしてください'],
    ['title: 題\n---\n本文', '1行目: 設定の上に --- の行がありません'],
    ['\n\nlayout：hours\n', '3行目: 設定の上に --- の行がありません'],
    ['－－－\ntitle: 題\n－－－\n本文', '1行目: 設定の初めの行は、半角の --- だけにしてください（"－－－" とあります）'],
    ['—\ntitle: 題\n—\n本文', '1行目: 設定の初めの行は、半角の --- だけにしてください（"—" とあります）'],
    ['---\ntitle: 題\nーーー\n本文', '3行目: 設定の終わりの行は、半角の --- だけにしてください（"ーーー" とあります）'],
    ['---\ntitle: 題\n----\n本文', '3行目: 設定の終わりの行は、半角の --- だけにしてください（"----" とあります）'],
  ])('%j is told by its line and what to do', (text, message) => {
    expect(told(text)).toEqual([`a.md ${message}`]);
  });

  it.each([
    ['digits of full width', '---\ntitle: 題\nseconds: １５\n---\n本文'],
    ['a blank of full width behind a value, and behind the strokes', '---　\ntitle: 題\nseconds: 15　\n---　\n本文'],
    ['a tab behind the colon', '---\ntitle:\t題\nseconds: 15\n---\n本文'],
    ['empty lines and blanks above the settings', '\n \n ---\ntitle: 題\nseconds: 15\n---\n本文'],
    ['a byte order mark and Windows line ends', '\uFEFF---\r\ntitle: 題\r\nseconds: 15\r\n---\r\n本文\r\n'],
    ['what old Macs wrote', '---\rtitle: 題\rseconds: 15\r---\r本文\r'],
    ['a remark', '---\n# 担当: 山田\ntitle: 題 # 秋まで\nseconds: 15\n---\n本文'],
  ])('%s is taken as it comes', (_, text) => {
    expect(slide(text)).toMatchObject({ value: { title: '題', seconds: 15 }, problems: [] });
  });

  it.each(['［重要］お知らせ', '【重要】お知らせ', '「題」です', 'お知らせ　休業', '窓口、本日：お休み', 'A・B'])(
    'a title may be %s',
    (title) => {
      expect(slide(`---\ntitle: ${title}\n---\n本文`)).toMatchObject({ value: { title }, problems: [] });
    },
  );

  it('a date may have its era', () => {
    for (const date of ['令和5年9月30日', 'R5.9.30', '令和５年９月３０日', 'R5/9/30']) {
      const { value } = slide(`---\ntitle: 題\nshow: { until: ${date} }\n---\n本文`);
      expect(value?.show.until).toBe('2023-09-30');
    }
    expect(slide('---\ntitle: 題\nshow: { until: 令和元年10月1日 }\n---\n本文').value?.show.until).toBe('2019-10-01');
  });

  it('a text that begins with strokes is a text', () => {
    expect(slide('----\n\n# 題\n\n本文').problems).toEqual([]);
    expect(slide('# 題\n\ntitle: と書きます\n').problems).toEqual([]);
  });

  it('a drill whose settings are no settings is not shown as a real emergency; a translation is refused, too', () => {
    expect(parseEmergency('title: 訓練\ndrill: true\n', 'emergency.md')).toMatchObject({
      value: null,
      problems: [{ line: 1, message: '設定の上に --- の行がありません' }],
    });
    expect(parseTranslation('－－－\ntitle: a\n－－－\n', 'slides/a.en.md').value).toBeNull();
  });
});

describe('what a tired hand writes into signage.yaml', () => {
  const signage = (from: string, to: string) => {
    const { value, problems } = parseSignage(SIGNAGE.replace(from, to));
    expect(value).toBeNull();
    return problems.map(problemText);
  };

  it.each([
    ['12/29-1/3] }', '12/29-1/3]', '4行目: 閉じる「}」がありません'],
    ['12/29-1/3] }', '12/29-1/3 }', '4行目: 閉じる「]」がありません'],
    ['月-金, time', '月-金 time', '4行目: 項目の間の「,」（半角）が足りません'],
    ['月-金, time', '月-金、time', '4行目: 項目の区切りは半角の「,」です（「、」は使えません）'],
    ['- { days', '-{ days', '4行目: 「-」のあとに半角の空白が要ります'],
    ['- { days', '－ { days', '4行目: 行の頭の「-」は半角で書いてください'],
    ['  lastDay', '　lastDay', '5行目: 行の頭に全角の空白があります。半角の空白で字下げしてください'],
    ['  lastDay', '   lastDay', '5行目: 字下げがそろっていません。半角の空白の数をそろえてください'],
    ['  lastDay', '\tlastDay', '5行目: 行の頭にタブがあります。半角の空白で字下げしてください'],
    ['lastDay: ', 'lastDay：', '5行目: 項目名のあとの「：」が全角です。半角の「: 」にしてください'],
    [
      'lastDay: 2023-09-29',
      'lastDay: 2023-09-29\n   place: 1階',
      '6行目: 字下げがそろっていません。半角の空白の数をそろえてください',
    ],
  ])('%j as %j is told by its line and what to do', (from, to, message) => {
    expect(signage(from, to)).toEqual([`signage.yaml ${message}`]);
  });
});
