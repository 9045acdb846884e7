import { deadlineAt, lastDayAt } from './deadlines';
import { hoursOn } from './desk';
import type { Moment } from './moment';
import type { CountdownView, DeadlineCard, Tone, Words } from './scene';
import { leadingTexts, wordsIn } from './texts/in-languages';
import type { CivilDate, WallTime } from './time';

/** The card of the desk's last day first, then one for each deadline (product.md §2 `countdown`). */
export function deadlineCards(moment: Moment): readonly DeadlineCard[] {
  const { signage, holidays, now } = moment;
  const zone = signage.timezone;
  const cards = signage.deadlines.map((deadline) => {
    const { daysLeft, endsAt } = deadlineAt(deadline, zone, now);
    const msLeft = daysLeft === 0 ? endsAt - now : null;
    const words = { main: deadline.name, others: [] };
    return card(words, { daysLeft, msLeft, date: deadline.date, time: null, note: deadline.note }, moment);
  });
  const lastDay = signage.desk && lastDayAt(signage.desk, zone, holidays, now);
  if (signage.desk === null || lastDay === null) return cards;
  const { date, daysLeft } = lastDay;
  const time = hoursOn(signage.desk, date, holidays).spans.at(-1)?.until ?? null;
  const words = wordsIn(signage.languages, ({ lastDayCard }) => lastDayCard);
  return [card(words, { daysLeft, msLeft: null, date, time, note: null }, moment), ...cards];
}

/** What a card counts to. `daysLeft` null: it is over. */
interface Counted {
  readonly daysLeft: number | null;
  readonly msLeft: number | null;
  readonly date: CivilDate;
  readonly time: WallTime | null;
  readonly note: string | null;
}

function card(name: Words, { daysLeft, msLeft, date, time, note }: Counted, { signage }: Moment): DeadlineCard {
  const texts = leadingTexts(signage.languages);
  const counts = daysLeft !== null && daysLeft > 0;
  return {
    name,
    figure: counts ? String(daysLeft) : daysLeft === null ? texts.over : texts.daysLeft(0),
    unit: counts ? texts.dayUnit(daysLeft) : null,
    detail: texts.until(date, time),
    note: daysLeft === null ? null : note,
    timeLeft: msLeft === null ? null : texts.timeLeft(texts.duration(msLeft)),
    over: daysLeft === null,
    tone: toneOf(daysLeft),
  };
}

/** The foot band's line for each deadline: its name in the leading language, its date in the others. */
export function deadlineCountdowns({ signage, now }: Moment): readonly CountdownView[] {
  const texts = leadingTexts(signage.languages);
  return signage.deadlines.map((deadline) => {
    const { daysLeft, endsAt } = deadlineAt(deadline, signage.timezone, now);
    const over = daysLeft === null;
    const { others } = wordsIn(signage.languages, ({ deadlineOn }) => deadlineOn(deadline.date));
    const figure = over ? texts.over : texts.daysLeft(daysLeft);
    const left = daysLeft === 0 ? texts.timeLeft(texts.duration(endsAt - now)) : texts.until(deadline.date, null);
    return {
      label: { main: over ? deadline.name : texts.untilDeadline(deadline.name), others },
      figure,
      forms: [figure],
      detail: over ? null : left,
      tone: toneOf(daysLeft),
    };
  });
}

/** The last day is urgent, the last week presses. */
function toneOf(daysLeft: number | null): Tone {
  if (daysLeft === null) return 'calm';
  if (daysLeft <= 1) return 'urgent';
  return daysLeft <= 7 ? 'soon' : 'open';
}
