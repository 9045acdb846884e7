import { duration, weekdayName } from '../notation';
import type { CivilDate, WallTime } from '../time';
import { numbersOf } from './date-names';
import type { Texts } from './texts';

/** Plain Japanese (やさしい日本語): short sentences, words set apart, the year of the common era, days by their whole name. */
export const jaEasy: Texts = {
  nowServing: 'いま {呼|よ}んでいる {番号|ばんごう}',
  waitingCount: '{待|ま}っている {人|ひと}',
  waitingTime: '{待|ま}つ {時間|じかん}',
  absent: '{呼|よ}びましたが、いなかった {人|ひと}',
  andMore: (count) => `ほか ${count}`,
  orderNote: '{番号|ばんごう}の {順番|じゅんばん}は、{変|か}わることが あります。',
  waitingTimeShort: '{待|ま}つ {時間|じかん}',
  orderNoteShort: '{順番|じゅんばん}は {変|か}わります',
  staffWillCall: '{係|かかり}の {人|ひと}が {呼|よ}びます',
  noCall: '{呼|よ}ばれるまで {待|ま}ってください',
  conditional: 'あてはまる {人|ひと}だけ',
  lastDayCard: '{窓口|まどぐち}の {最後|さいご}の {日|ひ}',
  standby: 'すこし {待|ま}ってください',
  linkCaption: 'もっと くわしく',
  hoursTitle: '{今日|きょう}の {受付|うけつけ}の {時間|じかん}',
  countdownTitle: 'いつまでに しますか',
  contactTitle: '{聞|き}きたいとき',
  inHours: 'いま {受付|うけつけ}しています',
  outOfHours: 'いま {受付|うけつけ}していません',

  badges: {
    ended: 'おわりました',
    paused: 'いま やすみ',
    receptionClosed: 'きょうは おわり',
    open: 'あいています',
    before: 'まだです',
    after: 'きょうは おわり',
    closed: 'きょうは やすみ',
  },
  openAlways: '24{時間|じかん} あいています',
  open: (_, closes) => `${time(closes)}まで あいています`,
  paused: () => 'いま すこし {休|やす}んでいます',
  receptionClosed: '{今日|きょう}の {受付|うけつけ}は {終|お}わりました',
  before: (opens) => `${time(opens)}から あきます`,
  after: '{今日|きょう}の {受付|うけつけ}は {終|お}わりました',
  closed: () => '{今日|きょう}は {休|やす}みです',
  ended: () => 'この {窓口|まどぐち}は {終|お}わりました',
  lastDayToday: '{今日|きょう}が {最後|さいご}の {日|ひ}です',
  resumes: (at) => `${time(at)}から また あきます`,
  nextOpening: (date, at) => `{次|つぎ}は ${shortDate(date)} ${time(at)}から`,

  closesToday: (closes) => `{今日|きょう}は ${time(closes)}まで`,
  untilDeadline: (name) => `${name}まで`,
  deadlineOn: (date) => `${shortDate(date)}まで`,
  daysLeft: (days) => (days === 0 ? 'きょうまで' : `あと${days}日`),
  dayUnit: () => '日',
  over: 'おわりました',
  timeLeft: (left) => `あと ${left}`,
  until: (date, at) => `${shortDate(date)}${at === null ? '' : ` ${time(at)}`}まで`,
  untilTime: (at) => `${time(at)}まで`,
  fromTime: (at) => `${time(at)}から`,

  today: 'きょう',
  lastDay: 'さいご',
  dayClosed: 'やすみ',
  dayEnded: 'おわり',

  updated: (at) => `${at}の {情報|じょうほう}`,
  counter: (label) => `まどぐち ${label}`,
  spokenCall: (label, counter) => `${label}番の 整理券の 人は、${counter === null ? '' : `${counter}番の `}窓口へ 来てください。`,
  wait(least, most) {
    if (least >= 60) return '1時間より ながい';
    if (most >= 60) return `${least}分から 1時間より ながい`;
    return least === most ? `だいたい ${least}分` : `だいたい ${least}分から ${most}分`;
  },

  date: (date) => `${numbersOf(date).year}年${shortDate(date)}`,
  shortDate,
  weekday: weekdayName,
  time,
  clock: time,
  duration,
};

/** 9月28日（木曜日） */
function shortDate(date: CivilDate): string {
  const { month, day } = numbersOf(date);
  return `${month}月${day}日（${weekdayName(date)}曜日）`;
}

/** 午後5時, 午前8時30分, 昼の12時, each with its furigana; 分 is read ふん behind 2, 5, 7 and 9. */
function time(wall: WallTime): string {
  const [hour = 0, minute = 0] = wall.split(':').map(Number);
  const minutes = minute === 0 ? '' : `${minute}{分|${[2, 5, 7, 9].includes(minute % 10) ? 'ふん' : 'ぷん'}}`;
  if (hour === 12) return `{昼|ひる}の 12{時|じ}${minutes}`;
  if (hour % 24 === 0) return `{夜|よる}の 12{時|じ}${minutes}`;
  return `${hour < 12 ? '{午前|ごぜん}' : '{午後|ごご}'}${hour % 12}{時|じ}${minutes}`;
}
