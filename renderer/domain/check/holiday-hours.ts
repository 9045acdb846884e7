import { matchesDay } from '../calendar';
import type { HolidayTable, HoursRule } from '../content/content';
import { holidayName } from '../holidays';
import { weekdayName } from '../notation';
import type { CivilDate } from '../time';
import { type CheckRule, lineOf, warning } from './facts';

/** More dates than this are one doubt about a rule, not many about days. */
const MOST = 3;

/**
 * A public holiday on which the desk would open although its rule says nothing of holidays: 第2土 on 2023-09-23. Nobody may have thought of
 * it; a line of its own in `changes` says what is meant.
 */
export const holidayHours: CheckRule = ({ content, files, days }) => {
  const desk = content.signage?.desk;
  if (!desk) return [];
  const isSaid = (date: CivilDate) =>
    desk.changes.some(({ from, until, closed, time }) => from <= date && date <= until && (closed || time !== null));
  const doubtful = days.filter(
    (date) =>
      (desk.lastDay === null || date <= desk.lastDay) &&
      holidayName(date, content.holidays) !== null &&
      !isSaid(date) &&
      desk.hours.some((rule) => opensUnasked(rule, date, content.holidays)),
  );
  const line = lineOf(files, 'signage.yaml', /^\s*hours:/);
  const named = doubtful.slice(0, MOST).map((date) => `${date}（${weekdayName(date)}・${holidayName(date, content.holidays)}）`);
  if (named.length === 0) return [];
  const more = doubtful.length > MOST ? ` ほか${doubtful.length - MOST}日` : '';
  return [
    warning(
      'signage.yaml',
      line,
      `${named.join('、')}${more}は祝日ですが、受付時間のとおりに開きます。開くのか休むのかを changes に書いてください（いつも休むなら except: [祝日]）`,
    ),
  ];
};

/** The rule names the day by its weekday, and neither takes nor leaves out holidays in so many words. */
function opensUnasked({ days, except }: HoursRule, date: CivilDate, table: HolidayTable | null): boolean {
  const isMeant = days.some(({ kind }) => kind === 'holidays' || kind === 'daily' || kind === 'dates');
  return !isMeant && matchesDay(days, date, table) && !matchesDay(except, date, table);
}
