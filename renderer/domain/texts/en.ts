import { englishDate, englishTime, timeParts } from '../notation';
import { dateName, numbersOf } from './date-names';
import type { Texts } from './texts';

const weekdayLong = dateName('en', 'weekday', 'long');
const month = dateName('en', 'month', 'long');

/** English. */
export const en: Texts = {
  nowServing: 'Now serving',
  waitingCount: 'Waiting',
  waitingTime: 'Wait',
  absent: 'Missed',
  andMore: (count) => `+${count} more`,
  orderNote: 'Numbers may be called out of order.',
  waitingTimeShort: 'Wait',
  orderNoteShort: 'Order may change.',
  staffWillCall: 'Staff will call you',
  noCall: 'Please wait to be called',
  conditional: 'If it applies to you',
  lastDayCard: 'Last day of this desk',
  standby: 'One moment, please',
  linkCaption: 'More information',
  hoursTitle: 'Today’s hours',
  countdownTitle: 'Deadlines',
  contactTitle: 'Contact',
  inHours: 'Open now',
  outOfHours: 'Closed now',

  badges: {
    ended: 'Ended',
    paused: 'Paused',
    receptionClosed: 'Reception closed',
    open: 'Open',
    before: 'Not yet open',
    after: 'Closed',
    closed: 'Closed today',
  },
  openAlways: 'Open 24 hours',
  open: (_, closes) => `Closes at ${englishTime(closes)}`,
  paused: () => 'Service is paused',
  receptionClosed: 'Reception has closed for today',
  before: (opens) => `Opens at ${englishTime(opens)}`,
  after: 'Closed for today',
  closed: () => 'Closed today',
  ended: () => 'This desk has closed for good',
  lastDayToday: 'Today is the last day',
  resumes: (time) => `Resumes at ${englishTime(time)}`,
  nextOpening: (date, time) => `Next: ${englishDate(date)}, from ${englishTime(time)}`,

  closesToday: (closes) => `Closes today at ${englishTime(closes)}`,
  untilDeadline: (name) => name,
  deadlineOn: (date) => `Deadline: ${englishDate(date)}`,
  daysLeft: (days) => (days === 0 ? 'Ends today' : `${days} ${days === 1 ? 'day' : 'days'} left`),
  dayUnit: (days) => (days === 1 ? 'day' : 'days'),
  over: 'Ended',
  timeLeft: (left) => `${left} left`,
  until: (date, time) => `Until ${time === null ? '' : `${englishTime(time)}, `}${englishDate(date)}`,
  untilTime: (time) => `Until ${englishTime(time)}`,
  fromTime: (time) => `From ${englishTime(time)}`,

  today: 'Today',
  lastDay: 'Last day',
  dayClosed: 'Closed',
  dayEnded: 'Ended',

  updated: (time) => `Updated ${time}`,
  counter: (label) => `Counter ${label}`,
  spokenCall: (label, counter) => `Ticket ${label}, please come to ${counter === null ? 'the counter' : `counter ${counter}`}.`,
  wait(least, most) {
    if (least >= 60) return '1 hour or more';
    if (most >= 60) return `${least} min to 1 hour or more`;
    return least === most ? `About ${least} min` : `About ${least}–${most} min`;
  },

  date: (date) => `${weekdayLong(date)}, ${numbersOf(date).day} ${month(date)} ${numbersOf(date).year}`,
  shortDate: englishDate,
  weekday: (date) => weekdayLong(date).slice(0, 3),
  time: englishTime,
  clock: englishTime,
  duration: (ms) => timeParts(ms, { hour: ' h', minute: ' min', second: ' s', between: ' ' }),
};
