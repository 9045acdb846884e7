import { spansOn } from './calendar';
import type { Content, Desk } from './content/content';
import { instantOfDayTime } from './day-time';
import { hoursOn } from './desk';
import { momentAt } from './moment';
import { planFactsAt } from './plan-facts';
import { addDays, type CivilDate, civilDateAt, dayStart, type Instant, instantOf } from './time';

/** How many days ahead a change is looked for, day by day; later ones only on dates that the content names. */
const HORIZON_DAYS = 400;

/**
 * The first instant after `now` at which the plan differs in anything but a ticking figure; null when nothing does. Only
 * instants that the content can turn on are looked at, and each is compared, so an opening that changes nothing is no change.
 */
export function nextPlanChangeAfter(content: Content, now: Instant): Instant | null {
  const zone = content.signage?.timezone;
  if (zone === undefined) return null;
  const before = standingFacts(content, now);
  const today = civilDateAt(now, zone);
  const near = Array.from({ length: HORIZON_DAYS }, (_, day) => addDays(today, day));
  const far = namedDates(content).filter((date) => date > (near.at(-1) ?? today));
  for (const date of [...near, ...far]) {
    const change = turningInstants(content, date, zone).find((at) => at > now && standingFacts(content, at) !== before);
    if (change !== undefined) return change;
  }
  return null;
}

/** The plan at an instant as text, without what ticks. */
function standingFacts(content: Content, at: Instant): string {
  const facts = planFactsAt(content, at);
  if (facts === null) return '';
  const desk = facts.desk && { ...facts.desk, text: facts.desk.state === 'open' ? '' : facts.desk.text };
  const deadlines = facts.deadlines.map((deadline) => ({ ...deadline, timeLeft: null }));
  return JSON.stringify({ ...facts, at: null, desk, deadlines });
}

/** All instants of a day on which the content can turn, in order. */
export function turningInstants(content: Content, date: CivilDate, zone: string): readonly Instant[] {
  const { signage, holidays } = content;
  const midnight = dayStart(date, zone);
  const moment = momentAt(content, midnight);
  if (!signage || !moment) return [];
  const rules = signage.contacts.map((contact) => contact.hours ?? []);
  const spans = [...rules.flatMap((hours) => spansOn(hours, date, holidays)), ...deskSpans(signage.desk, date, content)];
  const windows = content.slides.flatMap(({ show }) => (show.time === null ? [] : [show.time.from, show.time.until]));
  const instants = [
    midnight,
    ...spans.flatMap(({ from, until }) => [instantOf(date, from, zone), instantOf(date, until, zone)]),
    ...windows.flatMap((time) => instantOfDayTime(time, moment) ?? []),
  ];
  return [...new Set(instants)].sort((a, b) => a - b);
}

function deskSpans(desk: Desk | null, date: CivilDate, { holidays }: Content) {
  if (desk === null) return [];
  const { spans, pauses } = hoursOn(desk, date, holidays);
  return [...spans, ...pauses.map(({ span }) => span)];
}

/** Dates written in the content, and the days after them, when what ends with them is over. */
export function namedDates({ signage, slides }: Content): readonly CivilDate[] {
  const dates = [
    signage?.desk?.lastDay,
    ...(signage?.deadlines ?? []).map(({ date }) => date),
    ...(signage?.desk?.changes ?? []).flatMap(({ from, until }) => [from, until]),
    ...slides.flatMap(({ show }) => [show.from, show.until]),
  ].filter((date) => date !== null && date !== undefined);
  return [...new Set(dates.flatMap((date) => [date, addDays(date, 1)]))].sort();
}
