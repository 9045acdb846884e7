import { matchesDay } from '../calendar';
import { addDays, type CivilDate } from '../time';
import type { HoursRule } from './content';

/** Years enough for every weekday, leap day and holiday to meet; a rule's own dates outside them are looked at too. */
const FIRST_DAY = '2020-01-01';
const DAYS = 4_018;
/** Of a stretch of dates that a rule names, this many are looked at. */
const LONGEST_STRETCH = 400;

let calendar: readonly CivilDate[] | null = null;

/**
 * Asks pairs of rules whether some date gives both of them hours that overlap; spans that only touch do not. It looks at real
 * dates with the calendar that the desk itself uses, so `except` and public holidays count as they will count on the day.
 */
export function overlapFinder(): (a: HoursRule, b: HoursRule) => boolean {
  const known = new Map<HoursRule, ReadonlySet<CivilDate>>();
  const daysOf = (rule: HoursRule): ReadonlySet<CivilDate> => {
    const days = known.get(rule) ?? new Set(candidates(rule).filter((date) => takes(rule, date)));
    known.set(rule, days);
    return days;
  };
  return (a, b) => {
    if (a.time.until <= b.time.from || b.time.until <= a.time.from) return false;
    const days = daysOf(b);
    return (
      [...daysOf(a)].some((date) => days.has(date)) || [...own(a), ...own(b)].some((date) => takes(a, date) && takes(b, date))
    );
  };
}

function takes(rule: HoursRule, date: CivilDate): boolean {
  return matchesDay(rule.days, date, null) && !matchesDay(rule.except, date, null);
}

function candidates(rule: HoursRule): readonly CivilDate[] {
  calendar ??= stretch(FIRST_DAY, DAYS);
  return [...calendar, ...own(rule)];
}

/** The dates that a rule names one by one. */
function own(rule: HoursRule): readonly CivilDate[] {
  return rule.days.flatMap((pattern) =>
    pattern.kind === 'dates' ? stretch(pattern.from, LONGEST_STRETCH).filter((date) => date <= pattern.until) : [],
  );
}

function stretch(from: CivilDate, days: number): readonly CivilDate[] {
  return Array.from({ length: days }, (_, step) => addDays(from, step));
}
