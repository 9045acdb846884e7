import type { DayTime } from './content/content';
import type { Moment } from './moment';
import { type Instant, instantOf } from './time';

/** The instant a day time means today; null for `opens` / `closes` of a day without hours. */
export function instantOfDayTime(time: DayTime, moment: Moment): Instant | null {
  const zone = moment.signage.timezone;
  if (time.kind === 'clock') return instantOf(moment.date, time.time, zone);
  const spans = moment.today?.spans ?? [];
  const wall = time.kind === 'opens' ? spans[0]?.from : spans.at(-1)?.until;
  return wall === undefined ? null : instantOf(moment.date, wall, zone) + time.offsetMs;
}
