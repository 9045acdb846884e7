import type { DayPattern, HoursRule, WallSpan } from './content';
import { DAYS_WANTED, parseDays } from './day-pattern';
import type { Report } from './report';
import { parseWallSpan } from './wall-span';
import type { YamlMap } from './yaml-map';

/** The lines of an `hours:` list. Lines that overlap on a day they share are a warning: both are taken together. */
export function readHours(owner: YamlMap, report: Report): readonly HoursRule[] {
  const rules = owner.children('hours').flatMap((line) => {
    const rule = readRule(line);
    return rule === null ? [] : [{ rule, line: line.line() }];
  });
  rules.forEach((later, index) => {
    const earlier = rules.slice(0, index).find(({ rule }) => overlap(rule, later.rule));
    if (earlier === undefined) return;
    report.warning(later.line, `${earlier.line}行目と、同じ日の時間が重なっています。両方を合わせた時間とみなします`);
  });
  return rules.map(({ rule }) => rule);
}

function readRule(line: YamlMap): HoursRule | null {
  const days = line.parsed('days', parseDays, DAYS_WANTED);
  const time = readSpan(line, 'time');
  const except = line.parsed('except', parseDays, DAYS_WANTED) ?? [];
  if (!line.has('days')) line.wrong('days', DAYS_WANTED);
  if (!line.has('time')) line.wrong('time', '8:30-17:00 の形の時間');
  line.close();
  return days === null || time === null ? null : { days, time, except };
}

/** A span within one day whose end comes after its beginning. */
export function readSpan(owner: YamlMap, key: string): WallSpan | null {
  const span = owner.parsed(key, parseWallSpan, '8:30-17:00 の形の時間');
  if (span === null || span.from < span.until) return span;
  return owner.wrong(key, '始まりより終わりが後の時間');
}

function overlap(a: HoursRule, b: HoursRule): boolean {
  return a.time.from < b.time.until && b.time.from < a.time.until && a.days.some((x) => b.days.some((y) => mayMeet(x, y, a, b)));
}

/** Whether two patterns can name the same date that neither rule excepts; holidays fall on any weekday. */
function mayMeet(x: DayPattern, y: DayPattern, a: HoursRule, b: HoursRule): boolean {
  const excepted = (pattern: DayPattern, rule: HoursRule) =>
    rule.except.some(({ kind }) => kind === pattern.kind && kind === 'holidays');
  if (excepted(x, b) || excepted(y, a)) return false;
  if (x.kind === 'holidays' || y.kind === 'holidays') return x.kind === y.kind;
  const days = (pattern: DayPattern) =>
    pattern.kind === 'weekdays' ? pattern.days : pattern.kind === 'nth' ? [pattern.day] : [0, 1, 2, 3, 4, 5, 6];
  if (x.kind === 'nth' && y.kind === 'nth' && x.nth !== y.nth) return false;
  return days(x).some((day) => (days(y) as readonly number[]).includes(day));
}
