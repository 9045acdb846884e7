import { describe, expect, it } from 'vitest';
import { DESK_STATES, type Language } from '../../renderer/domain/content/content';
import { LANGUAGES } from '../../renderer/domain/content/signage';
import { furigana, withoutFurigana } from '../../renderer/domain/texts/furigana';
import { textsIn, wordsIn } from '../../renderer/domain/texts/in-languages';
import type { Texts } from '../../renderer/domain/texts/texts';

const DATE = '2023-09-28';
const MINUTE = 60_000;

/** Everything a language says, each text once and with usual values. */
function everything(texts: Texts): Readonly<Record<string, string>> {
  const { badges, ...rest } = texts;
  const said: Record<string, string> = {};
  for (const [key, value] of Object.entries(rest)) if (typeof value === 'string') said[key] = value;
  for (const state of DESK_STATES) said[`badge ${state}`] = badges[state];
  return {
    ...said,
    open: texts.open(texts.duration(96 * MINUTE), '17:00'),
    andMore: texts.andMore(3),
    paused: texts.paused(null),
    before: texts.before('08:30'),
    closed: texts.closed(null),
    ended: texts.ended('A'),
    resumes: texts.resumes('11:00'),
    nextOpening: texts.nextOpening(DATE, '08:30'),
    closesToday: texts.closesToday('17:00'),
    untilDeadline: texts.untilDeadline('A'),
    deadlineOn: texts.deadlineOn(DATE),
    daysLeft: texts.daysLeft(2),
    oneDayLeft: texts.daysLeft(1),
    lastDayLeft: texts.daysLeft(0),
    dayUnit: texts.dayUnit(2),
    oneDay: texts.dayUnit(1),
    timeLeft: texts.timeLeft(texts.duration(96 * MINUTE)),
    until: texts.until(DATE, null),
    untilBoth: texts.until(DATE, '17:00'),
    untilTime: texts.untilTime('17:00'),
    fromTime: texts.fromTime('08:30'),
    updated: texts.updated('15:24'),
    counter: texts.counter('1'),
    spokenCall: texts.spokenCall('42', '1'),
    spokenCallAlone: texts.spokenCall('C-45', null),
    wait: texts.wait(20, 40),
    waitOne: texts.wait(15, 15),
    waitLong: texts.wait(50, 70),
    waitLonger: texts.wait(60, 70),
    date: texts.date(DATE),
    shortDate: texts.shortDate(DATE),
    weekday: texts.weekday(DATE),
    time: texts.time('08:30'),
    clock: texts.clock('16:04'),
    duration: texts.duration(36 * MINUTE + 5_000),
  };
}

/** Written without furigana, in figures, units, badges and marks. */
const BARE =
  /^(badge |duration$|spokenCall|dayUnit$|oneDay|daysLeft|lastDayLeft|over$|timeLeft$|wait(One|Long|Longer)?$|today$|lastDay$|day(Closed|Ended)$|counter$|weekday$|date$|shortDate$)/;

describe('what the display says', () => {
  it.each<[Language, readonly string[]]>([
    ['ja', ['令和5年9月28日（木）', '9月28日（木）', '木', '午前8時30分', '16時04分', '1時間36分', '36分05秒', '5秒']],
    [
      'ja-easy',
      [
        '2023年9月28日（木曜日）',
        '9月28日（木曜日）',
        '木',
        '{午前|ごぜん}8{時|じ}30{分|ぷん}',
        '{午後|ごご}4{時|じ}4{分|ぷん}',
        '1時間36分',
        '36分05秒',
        '5秒',
      ],
    ],
    ['en', ['Thursday, 28 September 2023', 'Thu, 28 Sep', 'Thu', '8:30 a.m.', '4:04 p.m.', '1 h 36 min', '36 min 05 s', '5 s']],
    ['zh-Hans', ['2023年9月28日 星期四', '9月28日（周四）', '四', '8:30', '16:04', '1小时36分钟', '36分钟05秒', '5秒']],
    ['ko', ['2023년 9월 28일(목)', '9월 28일(목)', '목', '오전 8시 30분', '16시 04분', '1시간 36분', '36분 05초', '5초']],
    ['pt-BR', ['quinta-feira, 28 de setembro de 2023', 'qui., 28/9', 'qui', '8h30', '16:04', '1 h 36 min', '36 min 05 s', '5 s']],
    [
      'vi',
      ['Thứ Năm, ngày 28 tháng 9 năm 2023', 'Thứ Năm, 28/9', 'T5', '8:30', '16:04', '1 giờ 36 phút', '36 phút 05 giây', '5 giây'],
    ],
  ])('writes dates and times in %s as that language does', (language, written) => {
    const { date, shortDate, weekday, time, clock, duration } = textsIn(language);
    const durations = [96 * MINUTE, 36 * MINUTE + 5_000, 5_000].map(duration);
    expect([date(DATE), shortDate(DATE), weekday(DATE), time('08:30'), clock('16:04'), ...durations]).toEqual(written);
  });

  it.each<[Language, readonly string[]]>([
    ['ja', ['正午', '午後5時', '24時']],
    ['ja-easy', ['{昼|ひる}の 12{時|じ}', '{午後|ごご}5{時|じ}', '{夜|よる}の 12{時|じ}']],
    ['en', ['noon', '5:00 p.m.', 'midnight']],
    ['zh-Hans', ['12:00', '17:00', '24:00']],
    ['ko', ['정오', '오후 5시', '자정']],
    ['pt-BR', ['12h', '17h', '24h']],
    ['vi', ['12:00', '17:00', '24:00']],
  ])('names noon, an hour and the end of a day in %s', (language, written) => {
    expect(['12:00', '17:00', '24:00'].map(textsIn(language).time)).toEqual(written);
  });

  it.each<[Language, readonly string[]]>([
    [
      'ja',
      ['受付終了まで 1時間36分', '次は 9月28日（木） 午前8時30分から', 'あと2日', '本日まで', '約20〜40分', '50分〜1時間以上'],
    ],
    [
      'ja-easy',
      [
        '{午後|ごご}5{時|じ}まで あいています',
        '{次|つぎ}は 9月28日（木曜日） {午前|ごぜん}8{時|じ}30{分|ぷん}から',
        'あと2日',
        'きょうまで',
        'だいたい 20分から 40分',
        '50分から 1時間より ながい',
      ],
    ],
    [
      'en',
      [
        'Closes at 5:00 p.m.',
        'Next: Thu, 28 Sep, from 8:30 a.m.',
        '2 days left',
        'Ends today',
        'About 20–40 min',
        '50 min to 1 hour or more',
      ],
    ],
    [
      'zh-Hans',
      ['受理至 17:00', '下次受理：9月28日（周四） 8:30 起', '还剩2天', '今日截止', '约20～40分钟', '50分钟～1小时以上'],
    ],
    [
      'ko',
      [
        '오후 5시까지 접수합니다',
        '다음 접수: 9월 28일(목) 오전 8시 30분부터',
        '2일 남음',
        '오늘까지',
        '약 20~40분',
        '50분~1시간 이상',
      ],
    ],
    [
      'pt-BR',
      [
        'Fecha às 17h',
        'Próximo atendimento: qui., 28/9, às 8h30',
        'Faltam 2 dias',
        'Só até hoje',
        'De 20 a 40 min',
        'De 50 min a 1 hora ou mais',
      ],
    ],
    [
      'vi',
      [
        'Đóng lúc 17:00',
        'Lần tới: Thứ Năm, 28/9, từ 8:30',
        'Còn 2 ngày',
        'Hạn chót hôm nay',
        'Khoảng 20–40 phút',
        '50 phút đến hơn 1 giờ',
      ],
    ],
  ])('puts them into short sentences in %s', (language, written) => {
    const said = everything(textsIn(language));
    expect([said.open, said.nextOpening, said.daysLeft, said.lastDayLeft, said.wait, said.waitLong]).toEqual(written);
  });

  it('counts one day as one', () => {
    const one = (language: Language) => [textsIn(language).daysLeft(1), textsIn(language).dayUnit(1)];
    expect([one('en'), one('pt-BR'), one('ja')]).toEqual([
      ['1 day left', 'day'],
      ['Falta 1 dia', 'dia'],
      ['あと1日', '日'],
    ]);
    expect(textsIn('pt-BR').open('', '12:00')).toBe('Fecha ao meio-dia');
    expect(textsIn('pt-BR').open('', '01:00')).toBe('Fecha à 1h');
  });

  it.each(LANGUAGES)(
    'leaves nothing unsaid in %s, nothing in another language, and nothing longer than a lobby reads',
    (language) => {
      for (const [key, text] of Object.entries(everything(textsIn(language)))) {
        expect([key, text.trim()]).toEqual([key, text]);
        expect([key, text.length > 0 && text.length <= 60]).toEqual([key, true]);
        if (!language.startsWith('ja'))
          expect([key, /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)]).toEqual([key, false]);
        if (!/^(ja|zh)/.test(language)) expect([key, /\p{Script=Han}/u.test(text)]).toEqual([key, false]);
        if (language !== 'ja-easy') expect([key, /[{}|]/.test(text)]).toEqual([key, false]);
      }
    },
  );

  it('gives every kanji of plain Japanese its reading, but where none can be drawn', () => {
    for (const [key, text] of Object.entries(everything(textsIn('ja-easy')))) {
      if (BARE.test(key)) expect([key, /[{}|]/.test(text)]).toEqual([key, false]);
      else {
        const plain = text.replace(/\{\p{Script=Han}+\|\p{Script=Hiragana}+\}/gu, '').replaceAll('9月28日（木曜日）', '');
        expect([key, /[\p{Script=Han}{}|]/u.test(plain)]).toEqual([key, false]);
      }
    }
    const minutes = ['08:05', '08:10', '08:15', '08:12', '08:20'].map((time) => textsIn('ja-easy').time(time).split('|').at(-1));
    expect(minutes).toEqual(['ふん}', 'ぷん}', 'ふん}', 'ふん}', 'ぷん}']);
  });

  it('can be taken apart for drawing, and read without its furigana', () => {
    expect(furigana('{今日|きょう}は {休|やす}み')).toEqual([
      { kind: 'ruby', base: '今日', reading: 'きょう' },
      { kind: 'text', text: 'は ' },
      { kind: 'ruby', base: '休', reading: 'やす' },
      { kind: 'text', text: 'み' },
    ]);
    expect(withoutFurigana('{今日|きょう}は {休|やす}み')).toBe('今日は 休み');
  });

  it('stands in all of the folder’s languages, the first one leading', () => {
    expect(wordsIn(['en', 'ja', 'ko'], ({ standby }) => standby)).toEqual({
      main: 'One moment, please',
      others: [
        { language: 'ja', text: 'しばらくお待ちください' },
        { language: 'ko', text: '잠시만 기다려 주십시오' },
      ],
    });
  });
});
