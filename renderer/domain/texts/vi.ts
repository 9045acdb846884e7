import { tableTime, timeParts } from '../notation';
import { type CivilDate, weekdayOf } from '../time';
import { dateName, numbersOf } from './date-names';
import type { Texts } from './texts';

const weekdayLong = dateName('vi', 'weekday', 'long');

/** Vietnamese. */
export const vi: Texts = {
  nowServing: 'Số đang được gọi',
  waitingCount: 'Đang chờ',
  waitingTime: 'Thời gian chờ dự kiến',
  absent: 'Đã gọi, vắng mặt',
  andMore: (count) => `và ${count} số khác`,
  orderNote: 'Thứ tự gọi số có thể thay đổi tùy theo thủ tục.',
  waitingTimeShort: 'Thời gian chờ',
  orderNoteShort: 'Thứ tự có thể đổi.',
  staffWillCall: 'Nhân viên sẽ gọi quý vị',
  noCall: 'Vui lòng chờ đến lượt',
  conditional: 'Chỉ khi thuộc trường hợp này',
  lastDayCard: 'Ngày cuối của quầy này',
  standby: 'Vui lòng chờ trong giây lát',
  linkCaption: 'Xem thêm tại đây',
  hoursTitle: 'Giờ tiếp nhận hôm nay',
  countdownTitle: 'Thời hạn',
  contactTitle: 'Liên hệ',
  inHours: 'Đang tiếp nhận',
  outOfHours: 'Ngoài giờ tiếp nhận',

  badges: {
    ended: 'Đã kết thúc',
    paused: 'Tạm ngừng',
    receptionClosed: 'Ngừng tiếp nhận',
    open: 'Đang mở',
    before: 'Chưa mở',
    after: 'Đã đóng',
    closed: 'Hôm nay nghỉ',
  },
  openAlways: 'Tiếp nhận 24 giờ',
  open: (_, closes) => `Đóng lúc ${tableTime(closes)}`,
  paused: () => 'Đang tạm ngừng tiếp nhận',
  receptionClosed: 'Hôm nay đã ngừng tiếp nhận',
  before: (opens) => `Mở lúc ${tableTime(opens)}`,
  after: 'Đã hết giờ tiếp nhận hôm nay',
  closed: () => 'Hôm nay nghỉ',
  ended: () => 'Quầy này đã ngừng hoạt động',
  lastDayToday: 'Hôm nay là ngày cuối',
  resumes: (time) => `Dự kiến mở lại lúc ${tableTime(time)}`,
  nextOpening: (date, time) => `Lần tới: ${shortDate(date)}, từ ${tableTime(time)}`,

  closesToday: (closes) => `Hôm nay đóng lúc ${tableTime(closes)}`,
  untilDeadline: (name) => name,
  deadlineOn: (date) => `Hạn chót: ${shortDate(date)}`,
  daysLeft: (days) => (days === 0 ? 'Hạn chót hôm nay' : `Còn ${days} ngày`),
  dayUnit: () => 'ngày',
  over: 'Đã kết thúc',
  timeLeft: (left) => `Còn ${left}`,
  until: (date, time) => `Đến ${time === null ? 'hết ' : `${tableTime(time)} `}${shortDate(date)}`,
  untilTime: (time) => `Đến ${tableTime(time)}`,
  fromTime: (time) => `Từ ${tableTime(time)}`,

  today: 'Hôm nay',
  lastDay: 'Ngày cuối',
  dayClosed: 'Nghỉ',
  dayEnded: 'Kết thúc',

  updated: (time) => `Cập nhật ${time}`,
  counter: (label) => `Quầy ${label}`,
  spokenCall: (label, counter) => `Mời số ${label} đến quầy${counter === null ? '' : ` ${counter}`}.`,
  wait(least, most) {
    if (least >= 60) return '1 giờ trở lên';
    if (most >= 60) return `${least} phút đến hơn 1 giờ`;
    return least === most ? `Khoảng ${least} phút` : `Khoảng ${least}–${most} phút`;
  },

  date(date) {
    const { year, month, day } = numbersOf(date);
    return `${weekdayLong(date)}, ngày ${day} tháng ${month} năm ${year}`;
  },
  shortDate,
  weekday: (date) => (weekdayOf(date) === 0 ? 'CN' : `T${weekdayOf(date) + 1}`),
  time: tableTime,
  clock: tableTime,
  duration: (ms) => timeParts(ms, { hour: ' giờ', minute: ' phút', second: ' giây', between: ' ' }),
};

/** Thứ Năm, 28/9 */
function shortDate(date: CivilDate): string {
  const { month, day } = numbersOf(date);
  return `${weekdayLong(date)}, ${day}/${month}`;
}
