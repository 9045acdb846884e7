import type { Content } from './content/content';
import { nextPlanChangeAfter } from './plan-changes';
import { type PlanFacts, planFactsAt } from './plan-facts';
import { addDays, type CivilDate, dayStart, type Instant, isoInstant } from './time';

/** The facts at an instant, and when anything but a ticking figure is different next (null: never). */
export interface Plan extends PlanFacts {
  readonly nextChangeAt: string | null;
}

/** A day's plans: its first instant, and each instant at which something is different. */
export interface DayPlan {
  readonly day: CivilDate;
  readonly moments: readonly Plan[];
}

/** The plan at an instant; null while the folder has no good `signage.yaml`. */
export function planAt(content: Content, now: Instant): Plan | null {
  const facts = planFactsAt(content, now);
  const zone = content.signage?.timezone;
  if (facts === null || zone === undefined) return null;
  const next = nextPlanChangeAfter(content, now);
  return { ...facts, nextChangeAt: next === null ? null : isoInstant(next, zone) };
}

/** The plan of a day in the folder's zone; null while the folder has no good `signage.yaml`. */
export function planDay(content: Content, day: CivilDate): DayPlan | null {
  const zone = content.signage?.timezone;
  if (zone === undefined) return null;
  const end = dayStart(addDays(day, 1), zone);
  const instants: Instant[] = [dayStart(day, zone)];
  for (
    let at = nextPlanChangeAfter(content, dayStart(day, zone));
    at !== null && at < end;
    at = nextPlanChangeAfter(content, at)
  ) {
    instants.push(at);
  }
  return { day, moments: instants.flatMap((at) => planAt(content, at) ?? []) };
}

/** A plan for people. */
export function planText(plan: Plan): string {
  const { desk, lastDay } = plan;
  const lines = [
    plan.at,
    ...(desk === null ? [] : [`  窓口: ${desk.text}（${desk.state}）`]),
    ...(lastDay === null ? [] : [`  最終日 ${lastDay.date}: ${lastDay.text}`]),
    ...plan.deadlines.map(({ name, text, timeLeft }) => `  ${name}: ${text}${timeLeft === null ? '' : ` 残り ${timeLeft}`}`),
    ...plan.contacts.filter(({ open }) => open !== null).map(({ name, open }) => `  ${name}: ${open ? '受付中' : '受付時間外'}`),
    `  スライド: ${plan.slides.map(({ id, seconds }) => `${id}（${seconds}秒）`).join(' → ') || 'なし'}`,
    `  次に変わるとき: ${plan.nextChangeAt ?? 'なし'}`,
  ];
  return `${lines.join('\n')}\n`;
}
