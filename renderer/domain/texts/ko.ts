import { timeParts } from '../notation';
import type { CivilDate, WallTime } from '../time';
import { dateName, numbersOf } from './date-names';
import type { Texts } from './texts';

const weekday = dateName('ko', 'weekday', 'short');

/** Korean. */
export const ko: Texts = {
  nowServing: '현재 호출 번호',
  waitingCount: '대기 인원',
  waitingTime: '예상 대기 시간',
  absent: '부재중 번호',
  andMore: (count) => `외 ${count}`,
  orderNote: '용무에 따라 호출 순서가 바뀔 수 있습니다.',
  waitingTimeShort: '대기 시간',
  orderNoteShort: '순서가 바뀔 수 있음',
  staffWillCall: '직원이 불러 드립니다',
  noCall: '호출할 때까지 기다려 주십시오',
  conditional: '해당자만',
  lastDayCard: '창구 마지막 날',
  standby: '잠시만 기다려 주십시오',
  linkCaption: '자세히 보기',
  hoursTitle: '오늘의 접수 시간',
  countdownTitle: '마감 안내',
  contactTitle: '문의',
  inHours: '접수 중',
  outOfHours: '접수 시간 외',

  badges: {
    ended: '종료',
    paused: '일시 중지',
    receptionClosed: '접수 마감',
    open: '접수 중',
    before: '접수 전',
    after: '접수 종료',
    closed: '휴무',
  },
  openAlways: '24시간 접수합니다',
  open: (_, closes) => `${time(closes)}까지 접수합니다`,
  paused: () => '접수를 일시 중지하고 있습니다',
  receptionClosed: '오늘 접수는 마감되었습니다',
  before: (opens) => `${time(opens)}부터 접수합니다`,
  after: '오늘 접수는 종료되었습니다',
  closed: () => '오늘은 휴무입니다',
  ended: () => '이 창구는 운영을 종료했습니다',
  lastDayToday: '오늘이 마지막 날입니다',
  resumes: (at) => `${time(at)} 재개 예정`,
  nextOpening: (date, at) => `다음 접수: ${shortDate(date)} ${time(at)}부터`,

  closesToday: (closes) => `오늘 접수는 ${time(closes)}까지`,
  untilDeadline: (name) => `${name}까지`,
  deadlineOn: (date) => `마감: ${shortDate(date)}`,
  daysLeft: (days) => (days === 0 ? '오늘까지' : `${days}일 남음`),
  dayUnit: () => '일',
  over: '종료되었습니다',
  timeLeft: (left) => `${left} 남음`,
  until: (date, at) => `${shortDate(date)}${at === null ? '' : ` ${time(at)}`}까지`,
  untilTime: (at) => `${time(at)}까지`,
  fromTime: (at) => `${time(at)}부터`,

  today: '오늘',
  lastDay: '마지막 날',
  dayClosed: '휴무',
  dayEnded: '종료',

  updated: (at) => `${at} 갱신`,
  counter: (label) => `창구 ${label}`,
  spokenCall: (label, counter) => `${label}번 고객님, ${counter === null ? '' : `${counter}번 `}창구로 오십시오.`,
  wait(least, most) {
    if (least >= 60) return '1시간 이상';
    if (most >= 60) return `${least}분~1시간 이상`;
    return least === most ? `약 ${least}분` : `약 ${least}~${most}분`;
  },

  date(date) {
    const { year, month, day } = numbersOf(date);
    return `${year}년 ${month}월 ${day}일(${weekday(date)})`;
  },
  shortDate,
  weekday,
  time,
  clock: (wall) => {
    const [hour = 0, minute = 0] = wall.split(':').map(Number);
    return `${hour}시 ${String(minute).padStart(2, '0')}분`;
  },
  duration: (ms) => timeParts(ms, { hour: '시간', minute: '분', second: '초', between: ' ' }),
};

/** 9월 28일(목) */
function shortDate(date: CivilDate): string {
  const { month, day } = numbersOf(date);
  return `${month}월 ${day}일(${weekday(date)})`;
}

/** 오후 5시, 오전 8시 30분, 정오, 자정 */
function time(wall: WallTime): string {
  const [hour = 0, minute = 0] = wall.split(':').map(Number);
  if (minute === 0 && hour === 12) return '정오';
  if (minute === 0 && hour % 24 === 0) return '자정';
  return `${hour % 24 < 12 ? '오전' : '오후'} ${hour % 12 === 0 ? 12 : hour % 12}시${minute === 0 ? '' : ` ${minute}분`}`;
}
