import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSignage } from '../../../renderer/domain/content/signage';
import { problemText } from '../../../renderer/domain/result';
import { SIGNAGE } from '../../fixtures/folder';

/** What staff are told about a text, and whether it can be used. */
function told(text: string): { usable: boolean; messages: readonly string[] } {
  const { value, problems } = parseSignage(text);
  return { usable: value !== null, messages: problems.map(problemText) };
}

const CHANGES = `title: 窓口
desk:
  hours: [{ days: 月-金, time: 8:30-17:00 }]
  lastDay: 2023-09-29
  changes:
`;

describe('signage.yaml', () => {
  it('is read whole', () => {
    const { value, problems } = parseSignage(SIGNAGE);
    expect(problems).toEqual([]);
    expect(value).toEqual({
      title: 'マイナポイント支援窓口',
      place: '市役所本庁舎1階 ふれあいプラザ',
      timezone: 'Asia/Tokyo',
      languages: ['ja', 'en'],
      screen: { inches: 55, distance: 5, theme: 'light', sleep: { from: '21:00', until: '07:00' } },
      desk: {
        hours: [
          {
            days: [{ kind: 'weekdays', days: [1, 2, 3, 4, 5] }],
            time: { from: '08:30', until: '17:00' },
            except: [{ kind: 'holidays' }, { kind: 'yearly', from: '12-29', until: '01-03' }],
          },
          {
            days: [
              { kind: 'nth', nth: 2, day: 6 },
              { kind: 'nth', nth: 4, day: 6 },
            ],
            time: { from: '08:30', until: '12:00' },
            except: [],
          },
        ],
        lastDay: '2023-09-29',
        changes: [],
      },
      deadlines: [{ name: 'マイナポイント申込期限', date: '2023-09-30', note: '延長はありません' }],
      contacts: [
        {
          name: 'マイナポイント コールセンター',
          phone: '0120-95-0178',
          note: 'ダイヤル後、5番を押してください',
          hours: [
            {
              days: [{ kind: 'weekdays', days: [1, 2, 3, 4, 5] }],
              time: { from: '09:30', until: '20:00' },
              except: [{ kind: 'holidays' }, { kind: 'yearly', from: '12-29', until: '01-03' }],
            },
            {
              days: [{ kind: 'weekdays', days: [6] }, { kind: 'weekdays', days: [0] }, { kind: 'holidays' }],
              time: { from: '09:30', until: '17:30' },
              except: [{ kind: 'yearly', from: '12-29', until: '01-03' }],
            },
          ],
        },
      ],
      tickets: { source: 'tickets.json', fields: null, everyMs: 3_000, staleMs: 30_000, hideMs: 120_000, sound: 'off' },
      status: null,
      pin: null,
    });
  });

  it.each([
    ['chime', 'chime', []],
    ['voice', 'voice', []],
    ['off', 'off', []],
    ['loud', 'off', ['signage.yaml 4行目: sound は off・chime・voice のどれかです（"loud" とあります）。音は鳴りません']],
  ])('makes calls heard as sound: %s says, and silent where it says nothing known', (written, sound, said) => {
    const { value, problems } = parseSignage(`title: 窓口\ntickets:\n  source: keyboard\n  sound: ${written}\n`);
    expect(value?.tickets?.sound).toBe(sound);
    expect(problems.map(problemText)).toEqual(said);
  });

  it('needs nothing but a title', () => {
    const { value, problems } = parseSignage('title: 窓口\n');
    expect(problems).toEqual([]);
    expect(value).toMatchObject({
      timezone: 'Asia/Tokyo',
      languages: ['ja'],
      screen: { inches: 55, distance: 5, theme: 'light', sleep: null },
      desk: null,
    });
  });

  it.each([
    ['mqtts://broker.city.example/signage', 'mqtts://broker.city.example/signage'],
    ['mqtts://broker.city.example:8884/city/lobbies/', 'mqtts://broker.city.example:8884/city/lobbies'],
    ['mqtt://127.0.0.1/signage', 'mqtt://127.0.0.1/signage'],
    ['MQTTS://Broker/signage', 'mqtts://Broker/signage'],
  ])('knows where to tell how the display is: %s', (status, address) => {
    const { value, problems } = parseSignage(`title: 窓口\nstatus: ${status}\n`);
    expect(problems).toEqual([]);
    expect(value?.status).toBe(address);
  });

  it.each([
    '5',
    '[]',
    'broker',
    'https://broker/signage',
    'mqtts://broker',
    'mqtts://broker/',
    'mqtts:///signage',
    '"mqtts://broker/a/+/b"',
    '"mqtts://broker/a#"',
    'mqtts://broker/a%23',
    'mqtts://broker/a%00',
    'mqtts://broker/%zz',
    'mqtts://broker/a?b=c',
    'mqtts://broker:99999/a',
  ])('stays on the glass, and tells nobody how it is, with status: %s', (status) => {
    const { value, problems } = parseSignage(`title: 窓口\nstatus: ${status}\n`);
    expect(value).toMatchObject({ title: '窓口', status: null });
    expect(problems.map(problemText)).toEqual([
      'signage.yaml 2行目: status は mqtts://サーバーの名前/トピックのはじめ の形のアドレスです（例: mqtts://broker.city.example/signage）。状態を送りません',
    ]);
  });

  it('keeps no password in the address of the status, nor in what it says of it', () => {
    const { value, problems } = parseSignage('title: 窓口\nstatus: mqtts://lobby:s3cret@broker/signage\n');
    expect(value?.status).toBe('mqtts://broker/signage');
    expect(problems.map(problemText)).toEqual([
      'signage.yaml 2行目: アドレスの中のユーザー名とパスワードは使いません。消して、feed-credentials.json に書いてください',
    ]);
  });

  it('takes times as an input method writes them', () => {
    const { value } = parseSignage('title: 窓口\ndesk: { hours: [{ days: 月〜金, time: "８：３０〜１７：００" }] }\n');
    expect(value?.desk?.hours[0]?.time).toEqual({ from: '08:30', until: '17:00' });
  });

  it('knows the changes of the specification', () => {
    const { value, problems } =
      parseSignage(`${CHANGES}    - { date: 2023-09-26, pause: 10:00-11:00, reason: システムメンテナンス }
    - { date: 2023-09-15, time: 8:30-15:00, reason: 停電のため }
    - { date: 2023-09-20, closed: true, reason: 臨時休業 }
    - { from: 2023-09-25, until: 2023-09-26, place: 分庁舎1階 }
`);
    expect(problems).toEqual([]);
    expect(value?.desk?.changes).toMatchObject([
      { from: '2023-09-26', until: '2023-09-26', pause: { from: '10:00', until: '11:00' }, reason: 'システムメンテナンス' },
      { time: { from: '08:30', until: '15:00' } },
      { closed: true, reason: '臨時休業' },
      { from: '2023-09-25', until: '2023-09-26', place: '分庁舎1階' },
    ]);
  });

  it.each([
    ['', false, 'signage.yaml 1行目: title は 窓口の名前です（何も書いてありません）'],
    ['title: 窓口\ndesk:\n\thours: []\n', false, 'signage.yaml 3行目: 行の頭にタブがあります。半角の空白で字下げしてください'],
    ['title: 窓口\ntitle: 別\n', false, 'signage.yaml 2行目: 同じ項目が二度書いてあります。一つにしてください'],
    [
      'title: 窓口\nplase: 1階\n',
      true,
      'signage.yaml 2行目: 「plase」という項目はありません（place の間違いではありませんか）。書いてあることは効きません',
    ],
    [
      'title: 窓口\nlanguages: [ja, xx]\n',
      false,
      'signage.yaml 2行目: languages は ja・ja-easy・en・zh-Hans・ko・pt-BR・vi を並べたものです（"xx" とあります）',
    ],
    ['title: 窓口\nlastDay: 2023-09-29\n', false, 'signage.yaml 2行目: lastDay は desk: の中に、字下げして書いてください'],
    [
      'title: 窓口\ntimezone: Tokyo\n',
      false,
      'signage.yaml 2行目: timezone は Asia/Tokyo のような時間帯の名前です（"Tokyo" とあります）',
    ],
    [
      'title: 窓口\ndeadlines: [{ name: 期限, date: 2023-02-30 }]\n',
      false,
      'signage.yaml 2行目: date は カレンダーにある日付です（"2023-02-30" とあります）',
    ],
    [
      'title: 窓口\ndesk:\n  hours:\n    - { days: 月-金, time: 17:00-8:30 }\n',
      false,
      'signage.yaml 4行目: time は 始まりより終わりが後の時間です（"17:00-8:30" とあります）',
    ],
    [
      'title: 窓口\ndesk:\n  hours:\n    - { days: 月-金, time: 8:30-17:00 }\n    - { days: 金, time: 16:00-19:00 }\n',
      true,
      'signage.yaml 5行目: 4行目と、同じ日の時間が重なっています。両方を合わせた時間とみなします',
    ],
    [
      'title: 窓口\ndesk:\n  hours:\n    - { days: まいにち, time: 8:30-17:00 }\n',
      false,
      'signage.yaml 4行目: days は 月-金・土・第2土・祝日・毎日・12/29-1/3・2023-09-20 のような日の書き方です（"まいにち" とあります）',
    ],
    [
      `${CHANGES}    - { date: 2023-09-30, time: 9:00-17:00 }\n`,
      true,
      'signage.yaml 6行目: 最終日（2023-09-29）より後の変更です。窓口は開きません',
    ],
    [
      'title: 窓口\ndesk: { hours: [], lastDay: 2023-09-29 }\ndeadlines: [{ name: 期限, date: 2023-09-28 }]\n',
      true,
      'signage.yaml 3行目: 「期限」（2023-09-28）が窓口の最終日（2023-09-29）より前です。日付を確かめてください',
    ],
    ['title: 窓口\nscreen: { inches: 5 }\n', false, 'signage.yaml 2行目: inches は 10〜200 の数字です（"5" とあります）'],
    ['title: &a 窓口\nplace: *a\n', false, 'signage.yaml 2行目: 別名（* と &）は使えません。* で始まる値は " で囲んでください'],
    ['- 窓口\n', false, 'signage.yaml 1行目: 「項目: 値」の形で書いてください（: は半角で、あとに空白）'],
  ])('says of %j what is wrong, where and what is wanted', (text, usable, message) => {
    const result = told(text);
    expect(result.messages).toContain(message);
    expect(result.usable).toBe(usable);
  });

  it.each([
    ['days: 月-金, time: 8:30-12:00, 13:00-17:00', '13:00-17:00'],
    ['days: 月, 火, time: 8:30-17:00', '火'],
    ['days: 月-金, time: 8:30-17:00, except: 祝日, 12/29-1/3', '12/29-1/3'],
  ])('is not read as half of a value that a comma has cut: %s', (rule, rest) => {
    const { value, problems } = parseSignage(`title: 窓口\ndesk:\n  hours:\n    - { ${rule} }\n`, 'signage.yaml');
    expect(value).toBeNull();
    expect(problems.map(problemText)).toEqual([
      `signage.yaml 4行目: 「${rest}」が前の値から「,」で切れています。[ ] で囲むか、行を分けてください`,
    ]);
  });

  it('does not call rules that touch, or lie on different Saturdays, an overlap', () => {
    const hours = (lines: string) => told(`title: 窓口\ndesk:\n  hours:\n${lines}`).messages;
    expect(hours('    - { days: 月-金, time: 8:30-12:00 }\n    - { days: 月-金, time: 12:00-17:00 }\n')).toEqual([]);
    expect(hours('    - { days: 第2土, time: 8:30-12:00 }\n    - { days: 第4土, time: 8:30-12:00 }\n')).toEqual([]);
  });

  it('refuses a bomb of aliases and thousands of brackets, quickly', () => {
    const bomb = `a: &a [x,x]\n${Array.from({ length: 20 }, (_, n) => `b${n}: &b${n} [*${n === 0 ? 'a' : `b${n - 1}`},*${n === 0 ? 'a' : `b${n - 1}`}]\n`).join('')}`;
    expect(told(bomb).usable).toBe(false);
    expect(told(`title: ${'['.repeat(20_000)}`).usable).toBe(false);
  });

  it('survives any text', () => {
    const word = fc.constantFrom(
      'title',
      'desk',
      'hours',
      ':',
      '-',
      ' ',
      '\n',
      '\t',
      '{',
      '}',
      '[',
      ']',
      '"',
      '8:30-17:00',
      '月-金',
      '\0',
      '2023-02-30',
      '&a',
      '*a',
      '!!',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(word).map((words) => words.join('')),
        ),
        (text) => {
          const first = parseSignage(text);
          expect(first.value === null ? first.problems.length : 1).toBeGreaterThan(0);
          expect(parseSignage(text)).toEqual(first);
        },
      ),
      { numRuns: 500 },
    );
  });
});
