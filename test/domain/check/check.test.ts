import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFolder, checkText } from '../../../renderer/domain/check/check';
import { problemText } from '../../../renderer/domain/result';
import { SIGNAGE } from '../../fixtures/folder';
import { processorMs } from '../../fixtures/processor-time';

const TODAY = '2023-09-01';
const CLEAN: Readonly<Record<string, string>> = {
  'signage.yaml': SIGNAGE.replace('languages: [ja, en]', 'languages: [ja]').replace(
    '  lastDay: 2023-09-29',
    '  lastDay: 2023-09-29\n  changes:\n    - { date: 2023-09-23, closed: true, reason: 祝日のため }',
  ),
  'slides/10-a.md': '---\ntitle: お知らせ\n---\n9月29日(金)までです。\n',
};

/** The findings in a folder that is clean but for these files; null takes one away. */
function found(
  files: Readonly<Record<string, string | null>>,
  hasGlyph: ((codePoint: number) => boolean) | null = null,
): readonly string[] {
  const list = Object.entries({ ...CLEAN, ...files }).flatMap(([path, text]) =>
    text === null ? [] : [{ path, text, fault: null }],
  );
  return checkFolder(list, TODAY, hasGlyph).map((problem) => `${problem.level} ${problemText(problem)}`);
}

const signage = (from: string | RegExp, to: string) => ({ 'signage.yaml': (CLEAN['signage.yaml'] ?? '').replace(from, to) });
const slide = (settings: string, text = '本文です。') => ({ 'slides/20-b.md': `---\ntitle: 題\n${settings}---\n${text}\n` });

describe('the check', () => {
  it('finds nothing in a clean folder, and what the parsers find in any other', () => {
    expect(found({})).toEqual([]);
    expect(found(slide('seconds: 十五\n'))).toEqual([
      'error slides/20-b.md 3行目: seconds は 3〜600 の数字です（"十五" とあります）',
    ]);
    expect(checkFolder([], TODAY, null).map(problemText)).toEqual([
      'content: フォルダーが見つからないか、空です。場所と名前を確かめてください',
    ]);
  });

  it('doubts a film that only some machines play', () => {
    const facts = { kind: 'video', format: 'mp4', width: 1920, height: 1080, durationMs: 9_000 } as const;
    const film = (name: string, codec: string) => ({
      path: `slides/${name}`,
      text: null,
      media: { kind: 'video', address: '', width: 1920, height: 1080, durationMs: 9_000 } as const,
      facts: { ...facts, codec },
      fault: null,
    });
    const texts = Object.entries(CLEAN).map(([path, text]) => ({ path, text, fault: null }));
    const problems = checkFolder([...texts, film('70-a.mp4', 'HEVC'), film('71-b.mp4', 'H.264')], TODAY, null);
    expect(problems.map(({ level, file }) => `${level} ${file}`)).toEqual(['warning slides/70-a.mp4']);
  });

  it.each<[what: string, files: Readonly<Record<string, string | null>>, findings: readonly string[]]>([
    [
      'a 4th Saturday that is a holiday, without a line in changes',
      signage(/ {2}changes:[^\n]*\n[^\n]*\n/, ''),
      [
        'warning signage.yaml 8行目: 2023-09-23（土・秋分の日）は祝日ですが、受付時間のとおりに開きます。開くのか休むのかを changes に書いてください（いつも休むなら except: [祝日]）',
      ],
    ],
    ['a 4th Saturday that is a holiday, with a line that says it opens', signage('closed: true', 'time: 8:30-12:00'), []],
    ['the same left out by the rule itself', signage('time: 8:30-12:00 }', 'time: 8:30-12:00, except: [祝日] }'), []],
    [
      'weekdays that say nothing of holidays, for a year',
      {
        'signage.yaml': 'title: 窓口\ndesk:\n  hours:\n    - { days: 月-金, time: 9:00-17:00 }\n',
        'slides/10-a.md': '# お知らせ\n',
      },
      [
        'warning signage.yaml 3行目: 2023-09-18（月・敬老の日）、2023-10-09（月・スポーツの日）、2023-11-03（金・文化の日） ほか11日は祝日ですが、受付時間のとおりに開きます。開くのか休むのかを changes に書いてください（いつも休むなら except: [祝日]）',
      ],
    ],
    [
      'a weekday that contradicts its date',
      slide(
        '',
        '9月29日（土）まで\n令和5年9月30日(金曜日)と2023/9/18(月・祝)\n９／２８（水）\nFriday, September 30\nThu, 29 Sep 2023',
      ),
      [
        'warning slides/20-b.md 4行目: 「9月29日(土)」とありますが、2023-09-29 は金曜日です',
        'error slides/20-b.md 5行目: 「令和5年9月30日(金曜日)」とありますが、2023-09-30 は土曜日です',
        'warning slides/20-b.md 6行目: 「9/28(水)」とありますが、2023-09-28 は木曜日です',
        'warning slides/20-b.md 7行目: 「Friday, September 30」とありますが、2023-09-30 は土曜日です',
        'error slides/20-b.md 8行目: 「Thu, 29 Sep 2023」とありますが、2023-09-29 は金曜日です',
      ],
    ],
    [
      'weekdays that are right, and dates that have none',
      slide('', '9月30日（土）、2016年1月1日（金）、9/29（3階）、Sat, 30 Sep'),
      [],
    ],
    [
      'a deadline before the last day',
      signage('date: 2023-09-30', 'date: 2023-09-28'),
      [
        'warning signage.yaml 15行目: 「マイナポイント申込期限」（2023-09-28）が窓口の最終日（2023-09-29）より前です。日付を確かめてください',
      ],
    ],
    [
      'a change after the last day',
      signage(
        'date: 2023-09-23, closed: true, reason: 祝日のため }',
        'date: 2023-09-23, closed: true }\n    - { date: 2023-09-30, time: 9:00-17:00 }',
      ),
      ['warning signage.yaml 14行目: 最終日（2023-09-29）より後の変更です。窓口は開きません'],
    ],
    [
      'a slide whose states and days never meet',
      slide('show: { when: [open], days: 日 }\n'),
      ['error slides/20-b.md 3行目: このスライドが出るときがありません。show の when、days がすべて当てはまる時刻がないためです'],
    ],
    [
      'a slide that needs hours where there is no desk',
      { 'signage.yaml': 'title: 案内\n', ...slide('', '{{closes}}まで') },
      ['error slides/20-b.md: このスライドが出るときがありません。文章の中の {{…}} の値がいつも決まりません'],
    ],
    ['a slide that waits for staff to close reception, or to pause', slide('show: { when: [receptionClosed] }\n'), []],
    ['a slide for after the end', slide('show: { when: [ended], from: 2023-10-01 }\n'), []],
    [
      'days without any slide',
      { 'slides/10-a.md': '---\ntitle: 題\nshow: { days: 月-金, until: 2023-09-29 }\n---\n本文\n' },
      [
        'warning slides: スライドが1枚も出ない日があります: 2023-09-16〜2023-09-17、2023-09-23〜2023-09-24、2023-09-30〜2023-10-08。待ち受けの画面だけになります',
      ],
    ],
    ['no slide at all', { 'slides/10-a.md': null }, ['warning slides: スライドが1枚もありません。待ち受けの画面だけになります']],
    [
      'a link too long to scan',
      slide(`link: https://example.com/${'a'.repeat(80)}\n`),
      [
        'warning slides/20-b.md 3行目: link が長く（100字）、2次元コードが細かくなって離れたスマートフォンで読めません。84字までの短いアドレスにしてください',
      ],
    ],
    ['a link that can be scanned', slide(`link: https://example.com/${'a'.repeat(64)}\n`), []],
    [
      'a table of holidays that ends before the folder does',
      { 'holidays.csv': '国民の祝日,名称\n2022/11/3,文化の日\n' },
      ['warning holidays.csv: 祝日の表が 2022-12-31 で終わっています。2023-10-01 まで要ります。内閣府の新しい表に替えてください'],
    ],
    ['a table of holidays that covers it', { 'holidays.csv': '国民の祝日,名称\n2023/9/18,敬老の日\n2023/9/23,秋分の日\n' }, []],
    [
      'a list that announces another number of things',
      slide('layout: checklist\n', '次の4点をお持ちください\n\n1. カード\n2. 通帳\n3. 印鑑'),
      ['warning slides/20-b.md 5行目: 「次の4点」とありますが、一覧は3点です'],
    ],
    ['a list that announces what it lists', slide('layout: checklist\n', '次の二つ\n\n1. カード\n2. 通帳'), []],
    [
      'a telephone number without the key its callers must press',
      slide('', '電話 ０１２０−９５−０１７８ へ'),
      [
        'warning slides/20-b.md 4行目: マイナポイント コールセンターの電話番号に「ダイヤル後、5番を押してください」がありません。番号だけではつながりません',
      ],
    ],
    ['the number with its key, in full width or in English', slide('', '0120-95-0178（５番）\n\n0120-95-0178, then press 5'), []],
    [
      'a code spoken of and not drawn',
      slide('', '右の２次元コードから'),
      ['warning slides/20-b.md 4行目: 2次元コードのことが書いてありますが、link: がないのでコードは出ません'],
    ],
    ['a code spoken of and drawn', slide('link: https://example.com/\n', '右のQRコードから'), []],
    [
      'an urgent slide without an end',
      slide('priority: urgent\n'),
      ['warning slides/20-b.md 3行目: 終わりがありません。ほかのスライドの間に出続けます。show: に until を書いてください'],
    ],
    ['an urgent slide with one', slide('priority: urgent\nshow: { until: 2023-09-20 }\n'), []],
    [
      'a last day on which the desk does not open',
      signage('lastDay: 2023-09-29', 'lastDay: 2023-09-30'),
      ['warning signage.yaml 11行目: 最終日 2023-09-30（土）は窓口が開かない日です。最後に開くのは 2023-09-29（金）です'],
    ],
    [
      'changes that contradict each other, and a pause outside the hours',
      signage(
        'reason: 祝日のため }',
        'reason: 祝日のため }\n    - { date: 2023-09-23, time: 9:00-12:00 }\n    - { date: 2023-09-25, pause: 18:00-19:00 }\n    - { date: 2023-09-26, pause: 16:00-19:00 }',
      ),
      [
        'warning signage.yaml 13行目: 2023-09-23 の受付時間が changes に違うように二度書いてあります。後の行を使います',
        'warning signage.yaml 15行目: 2023-09-25 の休止（pause）は受付時間の外です。画面には出ません',
      ],
    ],
    [
      'changes that say the same, or different things',
      signage('reason: 祝日のため }', 'place: 2階 }\n    - { date: 2023-09-23, closed: true }'),
      [],
    ],
    [
      'two deadlines of one name',
      signage('deadlines:\n', 'deadlines:\n  - { name: マイナポイント申込期限, date: 2023-10-31 }\n'),
      ['warning signage.yaml 15行目: 「マイナポイント申込期限」という期限が二つあります。名前を分けてください'],
    ],
    [
      'a screen too small for its distance',
      signage('distance: 5', 'distance: 10'),
      ['warning signage.yaml 6行目: 55インチの画面は 10m 離れると読める大きさの文字になりません。読めるのは約7.2mまでです'],
    ],
    [
      'a title that takes the room of its text',
      { 'slides/20-b.md': `# ${'長い題'.repeat(11)}\n\n本文\n` },
      ['warning slides/20-b.md 1行目: 題が長く（全角で約33字）、本文の場所が狭くなります。32字までが目安です'],
    ],
    ['a long title in Latin letters', { 'slides/20-b.md': '# Please take a number and wait until it is called here\n\na\n' }, []],
    [
      'markup that visitors would read',
      slide(
        '',
        '<center>本文</center>\n\n｛｛closes｝｝まで\n\n{暗証番号｜あんしょう}を\n\n{{closes まで\n\n** 注意 **\n\n＃見出し',
      ),
      [
        'warning slides/20-b.md 4行目: 「<center>」がそのまま画面に出ます。HTML は使えません',
        'warning slides/20-b.md 6行目: 「｛」がそのまま画面に出ます。ふりがなと値のかっこは、半角の { | } で書いてください',
        'warning slides/20-b.md 8行目: 「{暗証番号｜あんしょう}」がそのまま画面に出ます。ふりがなと値のかっこは、半角の { | } で書いてください',
        'warning slides/20-b.md 10行目: 「{{closes まで」がそのまま画面に出ます。{{ に対する }} がありません',
        'warning slides/20-b.md 12行目: 「**」がそのまま画面に出ます。太字は、文字のすぐ前とすぐ後に半角の ** を書いてください',
        'warning slides/20-b.md 14行目: 「＃見出し」がそのまま画面に出ます。見出しは、半角の # と空白で始めてください',
      ],
    ],
    ['signs that belong to a text', slide('', '1 < 2、**太字**、{漢字|かんじ}、{{closes}}、A*B、# 3番'), []],
    [
      'missing translations',
      {
        ...signage('languages: [ja]', 'languages: [ja, en, ko]'),
        'slides/10-a.en.md': '# Notice\n',
        'emergency/10-fire.md': '# 火災\n',
      },
      [
        'warning emergency/10-fire.md: en・ko がありません（10-fire.en.md、10-fire.ko.md を置くと並べて表示します）',
        'warning slides/10-a.en.md: 題だけで、本文がありません。本文は日本語だけで表示します',
        'warning slides/10-a.md: ko がありません（10-a.ko.md を置くと並べて表示します）',
      ],
    ],
    [
      'translations that nobody sees',
      {
        'slides/10-a.vi.md': '# Thông báo\n\na\n',
        'slides/30-x.en.md': '# Notice\n\na\n',
        'slides/40-b.MD': '# お知らせ\n\nい\n',
        'slides/40-B.en.md': '# Notice\n\nb\n',
      },
      [
        'warning slides/10-a.vi.md: signage.yaml の languages に vi がありません。表示されません',
        'warning slides/30-x.en.md: もとになる slides/30-x.md がありません。表示されません',
        'warning slides/40-B.en.md: signage.yaml の languages に en がありません。表示されません',
      ],
    ],
    [
      'slides of data, which need no translation of a title they do not have',
      { ...signage('languages: [ja]', 'languages: [ja, en]'), 'slides/10-a.md': '---\nlayout: hours\n---\n' },
      [],
    ],
  ])('tells of %s', (_, files, findings) => {
    expect(found(files)).toEqual(findings);
  });

  it('tells of characters that the fonts do not have, and of languages they do not write', () => {
    const japanese = (codePoint: number) =>
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}\p{P}\p{N}\p{S}ー]/u.test(
        String.fromCodePoint(codePoint),
      ) && codePoint < 0x1f000;
    const files = {
      ...signage('languages: [ja]', 'languages: [ja, ko]'),
      ...slide('', '笑顔で😀🎉\u{20bb7}野家'),
      'slides/10-a.ko.md': '# 안내\n\n안내\n',
      'slides/20-b.ko.md': '# 안내\n\n안내\n',
    };
    expect(found(files, japanese)).toEqual([
      'warning signage.yaml 5行目: ko の文字は表示用の書体にありません。この機械に入っている書体で表示します',
      'warning slides/20-b.md 4行目: 表示用の書体にない文字があります: 「😀」「🎉」「𠮷」。別の字にしてください',
    ]);
    expect(found(slide('', 'あ\u200bい\ufe0f　う'), japanese)).toEqual([]);
  });

  it('reads like a list that can be worked through', () => {
    const problems = checkFolder(
      Object.entries({ ...CLEAN, ...slide('seconds: 1\npriority: urgent\n') }).map(([path, text]) => ({
        path,
        text,
        fault: null,
      })),
      TODAY,
      null,
    );
    expect(checkText(problems)).toBe(
      '問題  slides/20-b.md 3行目: seconds は 3〜600 の数字です（"1" とあります）\n問題 1件、注意 0件\n',
    );
  });

  it('survives any folder, in bounded time', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            '9月',
            '29日',
            '(金',
            '）',
            '---\n',
            'show: ',
            'when: [open]\n',
            '{{',
            'now}}',
            '# ',
            '- ',
            '\n',
            'あ',
            '0120',
            '次の4点',
          ),
          {
            maxLength: 60,
          },
        )
        .map((parts) => parts.join('')),
    );
    const path = fc.constantFrom(
      'signage.yaml',
      'slides/20-b.md',
      'slides/20-b.en.md',
      'emergency.md',
      'emergency/1.md',
      'holidays.csv',
    );
    fc.assert(
      fc.property(fc.dictionary(path, text), (files) => {
        expect(processorMs(() => found(files, (codePoint) => codePoint < 0x3000))).toBeLessThan(5_000);
      }),
      { numRuns: 100 },
    );
  }, 30_000);

  it('looks through 2,000 slides in a few seconds', () => {
    const many = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, at) => [
        `slides/${at}.md`,
        '---\ntitle: 題\nshow: { when: [open], days: 日 }\n---\n本文\n',
      ]),
    );
    const startedAt = performance.now();
    expect(found(many)).toHaveLength(2_000);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  }, 30_000);
});
