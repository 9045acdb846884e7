import { isStill, paceOf } from './clock';
import type { EmergencyCard } from './content/content';
import { readingMs } from './content/reading';
import { shortDate, tableTime } from './notation';
import type { PlayerState } from './player-state';
import type { EmergencyScene } from './scene';
import type { EmergencyState } from './snapshot';
import { civilDateAt, type Instant, wallTimeAt } from './time';

/** How long a card stays that says nothing about it: time to leave a building, and an end for one that was forgotten. */
const USUAL_MINUTES = 60;
const MINUTE_MS = 60_000;
const NONE: EmergencyState = { fileSince: null, card: null };

interface Emergency {
  readonly card: EmergencyCard;
  readonly since: Instant;
  /** Null: as long as the file is there. */
  readonly until: Instant | null;
}

/** The emergency on the glass at `now`: the card that staff chose or `emergency.md`, whichever came later; null when there is none. */
export function emergencyAt(state: PlayerState, now: Instant): Emergency | null {
  const on = [chosenAt(state, now), fileAt(state, now)].flatMap((one) => one ?? []);
  return on.sort((a, b) => b.since - a.since)[0] ?? null;
}

/** The card that staff chose, until its time is over or its file is gone. */
export function chosenAt({ snapshot, staff }: PlayerState, now: Instant): Emergency | null {
  const chosen = staff.emergency?.card ?? null;
  const card = snapshot?.content.emergencyCards.find(({ id }) => id === chosen?.id);
  if (chosen === null || card === undefined || chosen.until <= now) return null;
  return { card, since: chosen.since, until: chosen.until };
}

/** `emergency.md`: as long as it is there, or for its own `minutes` from when it was first seen. */
function fileAt({ snapshot, staff }: PlayerState, now: Instant): Emergency | null {
  const card = snapshot?.content.emergency ?? null;
  if (snapshot === null || card === null) return null;
  const since = staff.emergency?.fileSince ?? now;
  const until = card.minutes === null ? null : since + card.minutes * MINUTE_MS * paceOf(snapshot.rehearsal);
  return until !== null && until <= now ? null : { card, since, until };
}

/** Puts a card on the glass. */
export function withChosen(state: PlayerState, card: EmergencyCard, now: Instant): PlayerState {
  const lengthMs = (card.minutes ?? USUAL_MINUTES) * MINUTE_MS * paceOf(state.snapshot?.rehearsal ?? null);
  return withEmergency(state, { card: { id: card.id, since: now, until: now + lengthMs } });
}

/** Takes the chosen card off. */
export function withoutChosen(state: PlayerState): PlayerState {
  return withEmergency(state, { card: null });
}

/** Makes what time and folder did permanent: notes when the file came and that it went, drops a card whose time is over. */
export function settledEmergency(state: PlayerState, now: Instant): PlayerState {
  const { snapshot, staff } = state;
  if (snapshot === null) return state;
  // Before the folder was read, nothing is known of its files; while it is away, they are those of before.
  const { emergency, emergencyCards } = snapshot.content;
  if (!snapshot.folderPresent && emergency === null && emergencyCards.length === 0) return state;
  const { fileSince, card } = staff.emergency ?? NONE;
  const since = snapshot.content.emergency === null ? null : Math.min(fileSince ?? now, now);
  const chosen = chosenAt(state, now) === null ? null : card;
  // A clock that was set back must not lengthen it.
  const ahead = chosen === null ? 0 : Math.max(chosen.since - now, 0);
  const kept = chosen && ahead > 0 ? { ...chosen, since: now, until: chosen.until - ahead } : chosen;
  return since === fileSince && kept === card ? state : withEmergency(state, { fileSince: since, card: kept });
}

function withEmergency(state: PlayerState, change: Partial<EmergencyState>): PlayerState {
  const { emergency: before = NONE, ...staff } = state.staff;
  const emergency = { ...before, ...change };
  const isNone = emergency.fileSince === null && emergency.card === null;
  return { ...state, staff: isNone ? staff : { ...staff, emergency } };
}

/** Under which name the screen tells how many pages a card has: no slide's. */
export function pagesKeyOf(id: string): string {
  return `emergency/${id}`;
}

/**
 * The page of the card that is on, and until when; its pages follow one another from when the card came, but not on a picture. Null where
 * there is one.
 */
export function emergencyPageAt(
  { snapshot, measured }: PlayerState,
  { card, since }: Emergency,
  now: Instant,
): { readonly index: number; readonly count: number; readonly until: Instant } | null {
  const pages = measured.get(pagesKeyOf(card.id)) ?? [];
  if (pages.length < 2) return null;
  const rehearsal = snapshot?.rehearsal ?? null;
  if (isStill(rehearsal)) return { index: rehearsal?.emergencyPage ?? 0, count: pages.length, until: Number.POSITIVE_INFINITY };
  const stays = pages.map((characters) => readingMs(characters) * paceOf(rehearsal));
  const round = stays.reduce((sum, stay) => sum + stay, 0);
  let until = since + Math.floor(Math.max(now - since, 0) / round) * round;
  const index = stays.findIndex((stay) => {
    until += stay;
    return now < until;
  });
  return { index, count: stays.length, until };
}

/** The emergency as drawn. `zone` null: not known yet, and so neither is the time of day. */
export function emergencyScene(state: PlayerState, emergency: Emergency, zone: string | null, now: Instant): EmergencyScene {
  const { card, since } = emergency;
  const { id, title, translations, blocks, drill } = card;
  const page = emergencyPageAt(state, emergency, now);
  const others = translations.map(({ language, title: text }) => ({ language, text }));
  return {
    id,
    title: { main: title, others },
    blocks,
    ...(page === null ? {} : { page: { index: page.index, count: page.count } }),
    drill,
    since: zone === null ? '' : sinceText(since, zone, now),
  };
}

/** 15:24 から; from another day 9月28日（木） 15:24 から */
function sinceText(since: Instant, zone: string, now: Instant): string {
  const date = civilDateAt(since, zone);
  const day = date === civilDateAt(now, zone) ? '' : `${shortDate(date)} `;
  return `${day}${tableTime(wallTimeAt(since, zone))} から`;
}
