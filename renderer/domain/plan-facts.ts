import { contactAt } from './contacts';
import type { Content } from './content/content';
import { plannedTurnMs } from './content/reading';
import { deadlineAt, lastDayAt } from './deadlines';
import { type Moment, momentAt } from './moment';
import { slidesAt } from './rotation';
import { statusAt } from './status';
import { type CivilDate, type Instant, isoInstant } from './time';

/** What the display will show at an instant (product.md §6). Instants are ISO 8601 with the offset of the folder's zone. */
export interface PlanFacts {
  readonly at: string;
  /** Null: the folder names no desk. */
  readonly desk: {
    readonly state: string;
    readonly reason: string | null;
    /** Set while inside hours. */
    readonly closesAt: string | null;
    /** The next opening after the instant. */
    readonly opensAt: string | null;
    readonly text: string;
  } | null;
  readonly deadlines: readonly {
    readonly name: string;
    readonly endsAt: string;
    readonly daysLeft: number | null;
    readonly over: boolean;
    readonly text: string;
    readonly timeLeft: string | null;
  }[];
  readonly lastDay: {
    readonly date: CivilDate;
    readonly daysLeft: number | null;
    readonly over: boolean;
    readonly text: string;
  } | null;
  readonly contacts: readonly {
    readonly name: string;
    /** Null where the folder gives no hours. */
    readonly open: boolean | null;
    readonly closesAt: string | null;
    readonly opensAt: string | null;
  }[];
  /** `seconds` is the slide's whole turn, all its pages; a text that only a screen can part is taken to be in pages of 108 characters. */
  readonly slides: readonly { readonly id: string; readonly seconds: number }[];
}

/** The facts at an instant; null while the folder has no good `signage.yaml`. */
export function planFactsAt(content: Content, now: Instant): PlanFacts | null {
  const moment = momentAt(content, now);
  if (moment === null) return null;
  const { signage, holidays } = moment;
  const zone = signage.timezone;
  const iso = (at: Instant | null | undefined) => (at === null || at === undefined ? null : isoInstant(at, zone));
  return {
    at: isoInstant(now, zone),
    desk: deskFacts(moment, iso),
    deadlines: signage.deadlines.map((deadline) => {
      const { endsAt, daysLeft, over, text, timeLeft } = deadlineAt(deadline, zone, now);
      return { name: deadline.name, endsAt: isoInstant(endsAt, zone), daysLeft, over, text, timeLeft };
    }),
    lastDay: signage.desk && lastDayAt(signage.desk, zone, holidays, now),
    contacts: signage.contacts.map((contact) => {
      const state = contactAt(contact, zone, holidays, now);
      return { name: contact.name, open: state?.open ?? null, closesAt: iso(state?.closesAt), opensAt: iso(state?.opensAt) };
    }),
    slides: slidesAt(content.slides, moment).map((slide) => ({ id: slide.id, seconds: plannedTurnMs(slide) / 1000 })),
  };
}

/** `text` is the whole sentence, in the language of staff: its second half stands behind a stroke, as in product.md §3. */
function deskFacts(moment: Moment, iso: (at: Instant | null) => string | null): PlanFacts['desk'] {
  const { desk } = moment;
  const status = statusAt(moment, ['ja']);
  if (desk === null || status === null) return null;
  const text = status.detail === null || desk.kind === 'open' ? status.text.main : `${status.text.main}／${status.detail}`;
  return { state: desk.kind, reason: desk.reason, closesAt: iso(desk.closesAt), opensAt: iso(desk.opensAt), text };
}
