import { clockTime, daysLeftText, duration, eraDate, shortDate, spokenTime, weekdayName } from '../notation';
import type { Texts } from './texts';

/** Japanese, as 公用文 writes it. */
export const ja: Texts = {
  nowServing: 'ただいまのご案内',
  waitingCount: 'お待ちの方',
  waitingTime: '待ち時間の目安',
  absent: 'お呼び出し済み',
  andMore: (count) => `ほか ${count}`,
  orderNote: 'ご用件により、番号の順番が前後することがあります。',
  waitingTimeShort: '待ち時間',
  orderNoteShort: '順番は前後します',
  staffWillCall: '係員がお呼びします',
  noCall: 'お呼び出しをお待ちください',
  conditional: '該当する方のみ',
  lastDayCard: '窓口の最終日',
  standby: 'しばらくお待ちください',
  linkCaption: 'くわしくはこちら',
  hoursTitle: '本日の受付時間',
  countdownTitle: '締め切りのお知らせ',
  contactTitle: 'お問い合わせ',
  inHours: '受付中',
  outOfHours: '受付時間外',

  badges: {
    ended: '終了',
    paused: '休止中',
    receptionClosed: '受付締切',
    open: '受付中',
    before: '受付前',
    after: '受付終了',
    closed: 'お休み',
  },
  openAlways: '24時間受付しています',
  open: (left) => `受付終了まで ${left}`,
  paused: (reason) => `${because(reason)}受付を休止しています`,
  receptionClosed: '本日の受付は締め切りました',
  before: (opens) => `受付は ${spokenTime(opens)}から`,
  after: '本日の受付は終了しました',
  closed: (reason) => `本日はお休みです${reason === null ? '' : `（${reason}）`}`,
  ended: (desk) => `${desk}は終了しました`,
  lastDayToday: '本日が最終日です',
  resumes: (time) => `再開予定 ${spokenTime(time)}`,
  nextOpening: (date, time) => `次は ${shortDate(date)} ${spokenTime(time)}から`,

  closesToday: () => '本日の受付終了まで',
  untilDeadline: (name) => `${name}まで`,
  deadlineOn: (date) => `締め切り ${shortDate(date)}`,
  daysLeft: daysLeftText,
  dayUnit: () => '日',
  over: '終了しました',
  timeLeft: (left) => `残り ${left}`,
  until: (date, time) => `${shortDate(date)}${time === null ? '' : ` ${spokenTime(time)}`}まで`,
  untilTime: (time) => `${spokenTime(time)}まで`,
  fromTime: (time) => `${spokenTime(time)}から`,

  today: '本日',
  lastDay: '最終日',
  dayClosed: 'お休み',
  dayEnded: '終了',

  updated: (time) => `更新 ${time}`,
  counter: (label) => `窓口 ${label}`,
  spokenCall: (label, counter) => `${spokenLabel(label)}番の整理券をお持ちの方、${spokenCounter(counter)}へお越しください。`,
  wait(least, most) {
    if (least >= 60) return '1時間以上';
    if (most >= 60) return `${least}分〜1時間以上`;
    return least === most ? `約${least}分` : `約${least}〜${most}分`;
  },

  date: eraDate,
  shortDate,
  weekday: weekdayName,
  time: spokenTime,
  clock: clockTime,
  duration,
};

/** システムメンテナンス → システムメンテナンスのため; a reason that says so already stays as it is. */
function because(reason: string | null): string {
  if (reason === null) return '';
  return reason.endsWith('ため') ? `${reason}、` : `${reason}のため`;
}

/** C-45 → C 45: a voice would say the hyphen. */
function spokenLabel(label: string): string {
  return label.replaceAll('-', ' ');
}

/** 1番窓口, A窓口; a counter with a name of its own stays as it is. */
function spokenCounter(counter: string | null): string {
  if (counter === null) return '窓口';
  if (/^\d+$/.test(counter)) return `${counter}番窓口`;
  return /^[A-Z\d-]+$/.test(counter) ? `${counter}窓口` : counter;
}
