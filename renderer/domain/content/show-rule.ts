import { type DayTime, DESK_STATES, type ShowRule } from './content';
import { readDays } from './days-field';
import { parseOffset } from './duration';
import { fold } from './fold';
import { parseWallTime } from './wall-span';
import type { YamlMap } from './yaml-map';

/** The states by the words that the guide has for them: staff must not have to know which is which. */
const WHEN_WANTED =
  'before（受付前）・open（受付中）・paused（休止）・receptionClosed（締め切り）・after（受付後）・closed（お休み）・ended（終了）を並べたもの';

/** Where the parts of the rule belong, for settings in which they stand beside it. */
export const IN_SHOW = { from: 'show', until: 'show', days: 'show', time: 'show', when: 'show' } as const;

/** Of a slide without `show:`. */
export const ALWAYS: ShowRule = { from: null, until: null, days: null, time: null, when: null };

/** The `show:` of a slide. Every part that is written must hold (product.md §2). */
export function readShowRule(show: YamlMap | null): ShowRule {
  if (show === null) return ALWAYS;
  const rule: ShowRule = {
    from: show.date('from'),
    until: show.date('until'),
    days: readDays(show, 'days'),
    time: show.parsed('time', parseDayTimes, 'opens..closes-60m か 9:00..12:00 の形の時間'),
    when: show.someOf('when', DESK_STATES, WHEN_WANTED),
  };
  if (rule.from !== null && rule.until !== null && rule.until < rule.from) show.wrong('until', 'from より後の日付');
  if (endsBeforeItBegins(rule.time)) show.wrong('time', '始まりより終わりが後の時間');
  show.close();
  return rule;
}

function parseDayTimes(value: unknown): ShowRule['time'] {
  if (typeof value !== 'string') return null;
  // A hyphen parts clock times only: in `closes-60m` it is a sign.
  const parts = value.includes('..') ? value.split('..') : /[a-z]/i.test(value) ? [] : fold(value).split('-');
  const [from, until] = parts.map(parseDayTime);
  return parts.length !== 2 || !from || !until ? null : { from, until };
}

/** 9:00, opens, closes-60m, opens+1h */
function parseDayTime(text: string): DayTime | null {
  const clock = parseWallTime(text);
  if (clock !== null) return { kind: 'clock', time: clock };
  const read = parseOffset(text, ['opens', 'closes']);
  return read && { kind: read.word, offsetMs: read.offsetMs };
}

/** Of two times of one kind this can be known; of `opens` against `closes` the day decides. */
function endsBeforeItBegins(time: ShowRule['time']): boolean {
  if (time === null) return false;
  const { from, until } = time;
  if (from.kind === 'clock' && until.kind === 'clock') return until.time <= from.time;
  return from.kind !== 'clock' && until.kind === from.kind && until.offsetMs <= from.offsetMs;
}
