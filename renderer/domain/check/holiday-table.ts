import { holidaysEnd } from '../holidays';
import { namedDates } from '../plan-changes';
import { addDays } from '../time';
import { type CheckRule, warning } from './facts';

/** A desk without a last day is looked at so far ahead. */
const AHEAD_DAYS = 60;

/** A table of holidays that ends before the last date it is asked about: from there on every day would count as a working day. */
export const holidayTable: CheckRule = ({ content, today }) => {
  const end = holidaysEnd(content.holidays);
  const isEndless = (content.signage?.desk?.lastDay ?? null) === null;
  const last = [...namedDates(content), ...(isEndless ? [addDays(today, AHEAD_DAYS)] : [])].sort().at(-1);
  if (content.signage === null || last === undefined || last <= end) return [];
  // Staff write a far date for "for ever".
  if (content.holidays === null && last > '2100') return [];
  const message = `祝日の表が ${end} で終わっています。${last} まで要ります`;
  return content.holidays === null
    ? [warning('signage.yaml', null, `内蔵の${message}。内閣府の表を holidays.csv として置いてください`)]
    : [warning('holidays.csv', null, `${message}。内閣府の新しい表に替えてください`)];
};
