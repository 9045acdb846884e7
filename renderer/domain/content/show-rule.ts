import { type DayTime, DESK_STATES, type DeskStateName, type ShowRule } from './content';
import { DAYS_WANTED, parseDays } from './day-pattern';
import { fold } from './fold';
import { parseDuration, parseWallTime } from './wall-span';
import type { YamlMap } from './yaml-map';

export const ALWAYS: ShowRule = { from: null, until: null, days: null, time: null, when: null };

/** The `show:` of a slide. Every part that is written must hold (product.md §2). */
export function readShowRule(show: YamlMap | null): ShowRule {
  if (show === null) return ALWAYS;
  const rule: ShowRule = {
    from: show.date('from'),
    until: show.date('until'),
    days: show.parsed('days', parseDays, DAYS_WANTED),
    time: show.parsed('time', parseDayTimes, 'opens..closes-60m か 9:00..12:00 の形の時間'),
    when: show.parsed('when', parseStates, `${DESK_STATES.join('・')} を並べたもの`),
  };
  if (rule.from !== null && rule.until !== null && rule.until < rule.from) show.wrong('until', 'from より後の日付');
  if (endsBeforeItBegins(rule.time)) show.wrong('time', '始まりより終わりが後の時間');
  show.close();
  return rule;
}

function parseDayTimes(value: unknown): ShowRule['time'] {
  if (typeof value !== 'string') return null;
  const [first, second, ...more] = value.includes('..') ? value.split('..') : fold(value).split('-');
  const from = parseDayTime(first ?? '');
  const until = parseDayTime(second ?? '');
  return from === null || until === null || more.length > 0 ? null : { from, until };
}

/** 9:00, opens, closes-60m, opens+1h */
export function parseDayTime(text: string): DayTime | null {
  const clock = parseWallTime(text);
  if (clock !== null) return { kind: 'clock', time: clock };
  const match = /^(opens|closes)(?:([+-])(\d+(?:ms|s|m|h)))?$/.exec(fold(text).replaceAll(' ', ''));
  if (match === null) return null;
  const offset = match[3] === undefined ? 0 : (parseDuration(match[3]) ?? 0);
  return { kind: match[1] === 'opens' ? 'opens' : 'closes', offsetMs: match[2] === '-' ? -offset : offset };
}

function parseStates(value: unknown): readonly DeskStateName[] | null {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const states = list.map((item) => DESK_STATES.find((state) => state === item) ?? null);
  return states.length > 0 && states.every((state) => state !== null) ? states : null;
}

/** Of clock times this can be known; of `opens` and `closes` the day decides. */
function endsBeforeItBegins(time: ShowRule['time']): boolean {
  return time !== null && time.from.kind === 'clock' && time.until.kind === 'clock' && time.until.time <= time.from.time;
}
