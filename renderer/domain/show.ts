import { matchesDay } from './calendar';
import type { DayTime, Slide } from './content/content';
import { inlinesIn } from './content/inlines-in';
import { instantOfDayTime } from './day-time';
import { hasAnswer } from './live-values';
import type { Moment } from './moment';
import { oncePer } from './once-per';

/** Why a slide is out of the rotation. `unanswered`: a live value in its text has no answer now (no closing today). */
export type OutReason = 'notYet' | 'over' | 'day' | 'time' | 'state' | 'unanswered';

const liveValues = oncePer(({ blocks }: Slide) =>
  inlinesIn(blocks).flatMap((inline) => (inline.kind === 'live' ? [inline.value] : [])),
);

/** Null when the slide may be shown at this moment (product.md §2 `show`). */
export function whyOut(slide: Slide, moment: Moment): OutReason | null {
  const { show } = slide;
  if (show.from !== null && moment.date < show.from) return 'notYet';
  if (show.until !== null && moment.date > show.until) return 'over';
  if (show.days !== null && !matchesDay(show.days, moment.date, moment.holidays)) return 'day';
  if (show.time !== null && !isWithin(show.time, moment)) return 'time';
  if (show.when !== null && !(moment.desk && show.when.includes(moment.desk.kind))) return 'state';
  return liveValues(slide).every((value) => hasAnswer(value, moment)) ? null : 'unanswered';
}

/** Start included, end excluded. Where the day has no hours, `opens` and `closes` name no moment: the slide is out. */
function isWithin(time: { readonly from: DayTime; readonly until: DayTime }, moment: Moment): boolean {
  const from = instantOfDayTime(time.from, moment);
  const until = instantOfDayTime(time.until, moment);
  return from !== null && until !== null && from <= moment.now && moment.now < until;
}
