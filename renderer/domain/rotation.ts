import type { Slide } from './content/content';
import { dwellMs } from './content/reading';
import type { Moment } from './moment';
import { oncePer } from './once-per';
import { whyOut } from './show';
import type { Place } from './snapshot';
import type { Instant } from './time';

/** A slide's turn in the round: how long it stays, in display time. */
export interface Turn {
  readonly slide: Slide;
  readonly stayMs: number;
  /** Which slide of the rotation it is, counted from 0. An urgent slide has several turns a round. */
  readonly index: number;
  /** The slide that an urgent one comes after; null for the others, and while there are only urgent ones. */
  readonly follows: string | null;
}

/** Where the rotation stands: the turn that is on, since when and until when. */
export interface Position {
  readonly index: number;
  readonly since: Instant;
  readonly until: Instant;
}

const usualStayMs = oncePer(dwellMs);

/** The slides that may be shown at this moment, in the order of their names. */
export function slidesAt(slides: readonly Slide[], moment: Moment): readonly Slide[] {
  return slides.filter((slide) => whyOut(slide, moment) === null);
}

/**
 * The round at this moment: the slides in the order of their names, and after each of them all that are urgent (product.md §2
 * `priority`). `pace` stretches their stay in a fast rehearsal.
 */
export function rotationAt(slides: readonly Slide[], moment: Moment, pace: number): readonly Turn[] {
  const turns = slidesAt(slides, moment).map(
    (slide, index): Turn => ({ slide, stayMs: usualStayMs(slide) * pace, index, follows: null }),
  );
  const urgent = turns.filter(isUrgent);
  const others = turns.filter((turn) => !isUrgent(turn));
  if (urgent.length === 0 || others.length === 0) return turns;
  return others.flatMap((turn) => [turn, ...urgent.map((one) => ({ ...one, follows: turn.slide.id }))]);
}

/** Whether the turn is one of an urgent slide. */
export function isUrgent({ slide }: Turn): boolean {
  return slide.priority === 'urgent';
}

/** The anchor that says: this turn, since then. */
export function placeOf({ slide, follows }: Turn, since: Instant): Place {
  return follows === null ? { slideId: slide.id, since } : { slideId: slide.id, since, follows };
}

/**
 * Walks from the anchor to `now`. It follows from elapsed time alone, so a reload lands on the same slide. When the anchor's
 * slide has left the rotation, the next by name takes over now; a clock that was set back starts the slide's stay anew.
 */
export function positionAt(turns: readonly Turn[], place: Place | null, now: Instant): Position | null {
  if (turns.length === 0) return null;
  const anchor = place === null ? 0 : turnOf(turns, place);
  if (place === null || anchor < 0 || place.since > now) {
    const start = place === null ? 0 : anchor < 0 ? successor(turns, place) : anchor;
    return { index: start, since: now, until: now + stay(turns, start) };
  }
  const round = turns.reduce((sum, { stayMs }) => sum + stayMs, 0);
  let index = anchor;
  let since = place.since + Math.floor((now - place.since) / round) * round;
  while (since + stay(turns, index) <= now) {
    since += stay(turns, index);
    index = (index + 1) % turns.length;
  }
  return { index, since, until: since + stay(turns, index) };
}

/** The turn an anchor means, or -1. Where the slide before an urgent one has left, its turn after the one before that. */
export function turnOf(turns: readonly Turn[], place: Omit<Place, 'since'>): number {
  const { slideId } = place;
  const follows = place.follows ?? null;
  const own = turns.flatMap(({ slide, follows: before }, index) => (slide.id === slideId ? [{ index, before }] : []));
  const upTo = own.filter(({ before }) => before === follows || (before !== null && follows !== null && before < follows));
  return (upTo.at(-1) ?? own.at(-1))?.index ?? -1;
}

/** The first slide named after the one that left (for an urgent one: after the one it followed), else the first of all. */
function successor(turns: readonly Turn[], { slideId, follows }: Place): number {
  const others = turns.filter((turn) => !isUrgent(turn));
  const line = others.length > 0 ? others : turns;
  const next = line.find(({ slide }) => slide.id > (follows ?? slideId)) ?? line[0];
  return next === undefined ? 0 : turns.indexOf(next);
}

function stay(turns: readonly Turn[], index: number): number {
  return turns[index]?.stayMs ?? Number.POSITIVE_INFINITY;
}
