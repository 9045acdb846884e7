import type { Language } from './content/content';
import type { DeskState } from './desk';
import type { Moment } from './moment';
import type { StatusView, Tone } from './scene';
import { shortName } from './short-name';
import { leadingTexts, wordsIn } from './texts/in-languages';
import type { Texts } from './texts/texts';
import { civilDateAt, type Instant, wallTimeAt } from './time';

const HOUR = 3_600_000;
const LAST_MINUTES = 600_000;

/**
 * The desk's state as the screen says it (product.md §3), and `plan` in Japanese. Null without a desk. The detail is said in the
 * leading language alone.
 */
export function statusAt(moment: Moment, languages: readonly Language[] = moment.signage.languages): StatusView | null {
  const { desk, now } = moment;
  if (desk === null) return null;
  return {
    state: desk.kind,
    tone: toneOf(desk, now),
    word: wordsIn(languages, ({ badges }) => badges[desk.kind]),
    text: wordsIn(languages, (texts) => sentence(desk, moment, texts)),
    detail: detail(desk, moment, leadingTexts(languages)),
  };
}

function sentence(desk: DeskState, moment: Moment, texts: Texts): string {
  const wall = (at: Instant) => wallTimeAt(at, moment.signage.timezone);
  switch (desk.kind) {
    case 'open':
      // A desk that never closes has nothing to count down to.
      if (desk.closesAt === null) return texts.openAlways;
      return texts.open(texts.duration(desk.closesAt - moment.now), wall(desk.closesAt));
    case 'paused':
      return texts.paused(desk.reason);
    case 'before':
      // A pause may cover the opening, and all the rest of the day.
      if (desk.receivesAt === null) return texts.after;
      return civilDateAt(desk.receivesAt, moment.signage.timezone) === moment.date
        ? texts.before(wall(desk.receivesAt))
        : texts.nextOpening(civilDateAt(desk.receivesAt, moment.signage.timezone), wall(desk.receivesAt));
    case 'closed':
      return texts.closed(desk.reason);
    case 'ended':
      return texts.ended(shortName(moment.signage.title));
    case 'receptionClosed':
    case 'after':
      return texts[desk.kind];
  }
}

function detail(desk: DeskState, moment: Moment, texts: Texts): string | null {
  const zone = moment.signage.timezone;
  switch (desk.kind) {
    case 'open':
      return desk.closesAt !== null && moment.signage.desk?.lastDay === moment.date ? texts.lastDayToday : null;
    case 'paused':
      return desk.resumesAt === null ? null : texts.resumes(wallTimeAt(desk.resumesAt, zone));
    case 'before':
      return desk.reason;
    case 'receptionClosed':
    case 'after':
    case 'closed':
      if (desk.receivesAt === null) return null;
      return texts.nextOpening(civilDateAt(desk.receivesAt, zone), wallTimeAt(desk.receivesAt, zone));
    case 'ended':
      return null;
  }
}

/** An open desk presses as its end comes near; what keeps people from being served is said with emphasis too. */
function toneOf(desk: DeskState, now: Instant): Tone {
  switch (desk.kind) {
    case 'open': {
      const left = (desk.closesAt ?? Number.POSITIVE_INFINITY) - now;
      if (left <= LAST_MINUTES) return 'urgent';
      return left <= HOUR ? 'soon' : 'open';
    }
    case 'paused':
    case 'receptionClosed':
      return 'soon';
    case 'before':
    case 'after':
    case 'closed':
    case 'ended':
      return 'calm';
  }
}
