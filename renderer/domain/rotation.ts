import type { Content, Slide } from './content/content';
import { dwellMs } from './content/reading';
import type { Moment } from './moment';
import { whyOut } from './show';
import type { Place } from './snapshot';
import type { Instant } from './time';

/** A slide's turn: how long it stays, in display time. */
export interface Turn {
  readonly slide: Slide;
  readonly stayMs: number;
}

/** Where the rotation stands: the slide on show, since when and until when. */
export interface Position {
  readonly index: number;
  readonly since: Instant;
  readonly until: Instant;
}

/** The slides in rotation at this moment, in the order of their names. `pace` stretches their stay in a fast rehearsal. */
export function rotationAt(content: Content, moment: Moment, pace: number): readonly Turn[] {
  return content.slides
    .filter((slide) => whyOut(slide, moment) === null)
    .map((slide) => ({ slide, stayMs: dwellMs(slide) * pace }));
}

/**
 * Walks from the anchor to `now`. It follows from elapsed time alone, so a reload lands on the same slide. When the anchor's
 * slide has left the rotation, the next by name takes over now; a clock that was set back starts the slide's stay anew.
 */
export function positionAt(turns: readonly Turn[], place: Place | null, now: Instant): Position | null {
  if (turns.length === 0) return null;
  const anchor = place === null ? 0 : turns.findIndex(({ slide }) => slide.id === place.slideId);
  if (place === null || anchor < 0 || place.since > now) {
    const start = place === null ? 0 : anchor < 0 ? successor(turns, place.slideId) : anchor;
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

/** The first slide named after the one that left, else the first of all. */
function successor(turns: readonly Turn[], slideId: string): number {
  const next = turns.findIndex(({ slide }) => slide.id > slideId);
  return Math.max(next, 0);
}

function stay(turns: readonly Turn[], index: number): number {
  return turns[index]?.stayMs ?? Number.POSITIVE_INFINITY;
}
