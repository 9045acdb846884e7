import type { HoursRule, WallSpan } from './content';
import { DAYS_WANTED } from './day-pattern';
import { readDays } from './days-field';
import { overlapFinder } from './overlap';
import { parseWallSpan } from './wall-span';
import type { YamlMap } from './yaml-map';

const SPAN_WANTED = '8:30-17:00 の形の時間';

/** The lines of an `hours:` list. Lines that overlap on a day they share are a warning: both are taken together. */
export function readHours(owner: YamlMap): readonly HoursRule[] {
  const rules = owner.children('hours').flatMap((line) => {
    const rule = readRule(line);
    return rule === null ? [] : [{ rule, line: line.line() }];
  });
  const overlap = overlapFinder();
  rules.forEach((later, index) => {
    const earlier = rules.slice(0, index).find(({ rule }) => overlap(rule, later.rule));
    if (earlier === undefined) return;
    owner.report.warning(later.line, `${earlier.line}行目と、同じ日の時間が重なっています。両方を合わせた時間とみなします`);
  });
  return rules.map(({ rule }) => rule);
}

function readRule(line: YamlMap): HoursRule | null {
  const days = readDays(line, 'days');
  const time = readSpan(line, 'time');
  const except = readDays(line, 'except') ?? [];
  line.require('days', DAYS_WANTED);
  line.require('time', SPAN_WANTED);
  line.close();
  return days === null || time === null ? null : { days, time, except };
}

/** A span within one day whose end comes after its beginning. */
export function readSpan(owner: YamlMap, key: string): WallSpan | null {
  const span = owner.parsed(key, parseWallSpan, SPAN_WANTED);
  if (span === null || span.from < span.until) return span;
  return owner.wrong(key, '始まりより終わりが後の時間');
}
