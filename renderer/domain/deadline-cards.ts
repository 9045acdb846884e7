import { deadlineAt, lastDayAt } from './deadlines';
import { hoursOn } from './desk';
import { LABELS, type Label, wordsIn } from './labels';
import type { Moment } from './moment';
import { englishDate, shortDate, spokenTime } from './notation';
import type { CountdownView, DeadlineCard, Tone } from './scene';

/** The card of the desk's last day first, then one for each deadline (product.md §2 `countdown`). */
export function deadlineCards(moment: Moment): readonly DeadlineCard[] {
  const { signage, holidays, now } = moment;
  const zone = signage.timezone;
  const cards = signage.deadlines.map((deadline) => {
    const { daysLeft, over, text, timeLeft } = deadlineAt(deadline, zone, now);
    return card({ ja: deadline.name }, daysLeft, over, text, `${shortDate(deadline.date)}まで`, deadline.note, timeLeft, moment);
  });
  const lastDay = signage.desk && lastDayAt(signage.desk, zone, holidays, now);
  if (signage.desk === null || lastDay === null) return cards;
  const closes = hoursOn(signage.desk, lastDay.date, holidays).spans.at(-1)?.until;
  const detail = `${shortDate(lastDay.date)}${closes === undefined ? '' : ` ${spokenTime(closes)}`}まで`;
  const { daysLeft, over } = lastDay;
  const text = over ? '終了しました' : '本日まで';
  return [card(LABELS.lastDayCard, daysLeft, over, text, detail, null, null, moment), ...cards];
}

function card(
  name: Label,
  daysLeft: number | null,
  over: boolean,
  text: string,
  detail: string,
  note: string | null,
  timeLeft: string | null,
  { signage }: Moment,
): DeadlineCard {
  const counts = daysLeft !== null && daysLeft > 0;
  return {
    name: wordsIn(signage.languages, name),
    figure: counts ? String(daysLeft) : text,
    unit: counts ? '日' : null,
    detail,
    note: over ? null : note,
    timeLeft: timeLeft === null ? null : `残り ${timeLeft}`,
    over,
    tone: toneOf(daysLeft),
  };
}

/** The foot band's line for each deadline. */
export function deadlineCountdowns({ signage, now }: Moment): readonly CountdownView[] {
  return signage.deadlines.map((deadline) => {
    const { daysLeft, over, text, timeLeft } = deadlineAt(deadline, signage.timezone, now);
    return {
      label: wordsIn(signage.languages, {
        ja: over ? deadline.name : `${deadline.name}まで`,
        en: `Deadline: ${englishDate(deadline.date)}`,
      }),
      figure: text,
      forms: [text],
      detail: over ? null : timeLeft === null ? `${shortDate(deadline.date)}まで` : `残り ${timeLeft}`,
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
