import { endedAt, hoursOn } from './desk';
import type { Moment } from './moment';
import { tableTime } from './notation';
import type { DayView, SlideBody } from './scene';
import { shortName } from './short-name';
import { statusAt } from './status';
import { leadingTexts } from './texts/in-languages';
import { addDays, type CivilDate, instantOf } from './time';

/** The days drawn: today and the six that follow, so that the next opening after a weekend or a holiday is on the picture. */
const DAYS = 7;

/** Today's hours with the desk's state, and the days ahead that have something to say. Null without a desk. */
export function hoursBody(moment: Moment): SlideBody | null {
  const status = statusAt(moment);
  if (status === null || moment.today === null) return null;
  return {
    kind: 'hours',
    status,
    today: moment.today.spans.map(({ from, until }) => ({ opens: tableTime(from), closes: tableTime(until) })),
    note: moment.today.spans.length > 0 ? moment.today.reason : null,
    days: worthDrawing(Array.from({ length: DAYS }, (_, day) => dayView(addDays(moment.date, day), moment))),
  };
}

/** Of the days after the desk's end, none says more than the first; those up to a deadline stay. Today alone is no calendar. */
function worthDrawing(days: readonly DayView[]): readonly DayView[] {
  const firstEnded = days.findIndex(({ state }) => state === 'ended');
  const isNews = ({ state, marks }: DayView, index: number) =>
    state !== 'ended' || index === firstEnded || marks.some(({ kind }) => kind === 'deadline');
  const until = days.map(isNews).lastIndexOf(true) + 1;
  return until === 1 ? [] : days.slice(0, until);
}

function dayView(date: CivilDate, moment: Moment): DayView {
  const { signage, holidays } = moment;
  const desk = signage.desk;
  const texts = leadingTexts(signage.languages);
  const hours = desk && hoursOn(desk, date, holidays);
  const spans = hours?.spans ?? [];
  const end = desk && endedAt(desk, signage.timezone, holidays);
  // A day counts as ended when it begins after the last closing: the day of that closing itself was open.
  const ended = end !== null && instantOf(date, '00:00', signage.timezone) >= end;
  const state = ended ? 'ended' : spans.length > 0 ? 'open' : 'closed';
  const closedReason = ended ? texts.dayEnded : (hours?.reason ?? texts.dayClosed);
  return {
    date,
    weekday: texts.weekday(date),
    day: dayOf(date),
    state,
    hours: spans.map(({ from, until }) => ({ opens: tableTime(from), closes: tableTime(until) })),
    reason: state === 'open' ? null : closedReason,
    marks: marksOf(date, moment),
  };
}

/** 28, and 10/1 where a month begins. */
function dayOf(date: CivilDate): string {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))];
  return day === 1 ? `${month}/1` : String(day);
}

function marksOf(date: CivilDate, { date: today, signage }: Moment): DayView['marks'] {
  const texts = leadingTexts(signage.languages);
  return [
    ...(date === today ? [{ kind: 'today', text: texts.today } as const] : []),
    ...(date === signage.desk?.lastDay ? [{ kind: 'lastDay', text: texts.lastDay } as const] : []),
    ...signage.deadlines
      .filter((deadline) => deadline.date === date)
      .map(({ name }) => ({ kind: 'deadline', text: shortName(name) }) as const),
  ];
}
