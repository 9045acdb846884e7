import { tableTime, timeParts } from '../notation';
import type { CivilDate } from '../time';
import { dateName, numbersOf } from './date-names';
import type { Texts } from './texts';

const weekdayLong = dateName('zh-Hans', 'weekday', 'long');
const weekdayShort = dateName('zh-Hans', 'weekday', 'short');

/** Chinese in simplified letters. */
export const zhHans: Texts = {
  nowServing: '正在叫号',
  waitingCount: '等候人数',
  waitingTime: '预计等候时间',
  absent: '已过号',
  andMore: (count) => `另有 ${count}`,
  orderNote: '根据办理事项，叫号顺序可能会有变动。',
  waitingTimeShort: '等候时间',
  orderNoteShort: '顺序可能变动',
  staffWillCall: '请等候工作人员叫号',
  noCall: '请等候叫号',
  conditional: '仅限符合条件者',
  lastDayCard: '本窗口最后一天',
  standby: '请稍候',
  linkCaption: '详情请见',
  hoursTitle: '今日受理时间',
  countdownTitle: '截止日期',
  contactTitle: '咨询',
  inHours: '受理中',
  outOfHours: '非受理时间',

  badges: {
    ended: '已结束',
    paused: '暂停受理',
    receptionClosed: '停止受理',
    open: '受理中',
    before: '尚未开始',
    after: '今日结束',
    closed: '今日休息',
  },
  openAlways: '24小时受理',
  open: (_, closes) => `受理至 ${tableTime(closes)}`,
  paused: () => '暂停受理',
  receptionClosed: '今日已停止受理',
  before: (opens) => `${tableTime(opens)} 开始受理`,
  after: '今日受理已结束',
  closed: () => '今日休息',
  ended: () => '本窗口已停止服务',
  lastDayToday: '今天是最后一天',
  resumes: (time) => `预计 ${tableTime(time)} 恢复`,
  nextOpening: (date, time) => `下次受理：${shortDate(date)} ${tableTime(time)} 起`,

  closesToday: (closes) => `今日受理至 ${tableTime(closes)}`,
  untilDeadline: (name) => name,
  deadlineOn: (date) => `截止日期：${shortDate(date)}`,
  daysLeft: (days) => (days === 0 ? '今日截止' : `还剩${days}天`),
  dayUnit: () => '天',
  over: '已结束',
  timeLeft: (left) => `剩余 ${left}`,
  until: (date, time) => `截至${shortDate(date)}${time === null ? '' : ` ${tableTime(time)}`}`,
  untilTime: (time) => `至 ${tableTime(time)}`,
  fromTime: (time) => `${tableTime(time)} 起`,

  today: '今天',
  lastDay: '最后一天',
  dayClosed: '休息',
  dayEnded: '已结束',

  updated: (time) => `更新 ${time}`,
  counter: (label) => `${label}号窗口`,
  spokenCall: (label, counter) => `请${label}号到${counter === null ? '' : `${counter}号`}窗口。`,
  wait(least, most) {
    if (least >= 60) return '1小时以上';
    if (most >= 60) return `${least}分钟～1小时以上`;
    return least === most ? `约${least}分钟` : `约${least}～${most}分钟`;
  },

  date: (date) => `${numbersOf(date).year}年${monthDay(date)} ${weekdayLong(date)}`,
  shortDate,
  weekday: (date) => weekdayShort(date).slice(-1),
  time: tableTime,
  clock: tableTime,
  duration: (ms) => timeParts(ms, { hour: '小时', minute: '分钟', second: '秒', between: '' }),
};

function monthDay(date: CivilDate): string {
  const { month, day } = numbersOf(date);
  return `${month}月${day}日`;
}

/** 9月28日（周四） */
function shortDate(date: CivilDate): string {
  return `${monthDay(date)}（${weekdayShort(date)}）`;
}
