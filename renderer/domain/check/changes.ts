import type { Change } from '../content/content';
import { hoursOn } from '../desk';
import type { CivilDate } from '../time';
import { writtenDays } from './days';
import { type CheckFacts, type CheckRule, lineOf, warning } from './facts';

/** Lines of `changes:` that contradict each other, and pauses outside the hours, which nobody will see. */
export const changes: CheckRule = (facts) => {
  const desk = facts.content.signage?.desk;
  if (!desk) return [];
  const days = facts.days.filter((date) => desk.lastDay === null || date <= desk.lastDay);
  const lines = (date: CivilDate) => desk.changes.filter(({ from, until }) => from <= date && date <= until);
  const contradicted = days.filter((date) => new Set(lines(date).flatMap(hoursText)).size > 1);
  const idle = days.filter((date) => {
    const { spans, pauses } = hoursOn(desk, date, facts.content.holidays);
    return pauses.some(({ span }) => !spans.some(({ from, until }) => from < span.until && span.from < until));
  });
  return [
    ...found(facts, contradicted, 'の受付時間が changes に違うように二度書いてあります。後の行を使います'),
    ...found(facts, idle, 'の休止（pause）は受付時間の外です。画面には出ません'),
  ];
};

/** What a line makes of the hours: nothing, closed, or other times. */
function hoursText({ closed, time }: Change): readonly string[] {
  if (closed) return ['closed'];
  return time === null ? [] : [`${time.from}-${time.until}`];
}

function found({ files }: CheckFacts, dates: readonly CivilDate[], message: string) {
  const [first] = dates;
  if (first === undefined) return [];
  const line = lineOf(files, 'signage.yaml', first) ?? lineOf(files, 'signage.yaml', /^\s*changes:/);
  return [warning('signage.yaml', line, `${writtenDays(dates)} ${message}`)];
}
