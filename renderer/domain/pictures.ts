import { player } from './player';
import { INITIAL_PLAYER } from './player-state';
import { placeOf } from './rotation';
import { rotationOf } from './round';
import { sceneAt } from './scene-at';
import type { Place, Snapshot } from './snapshot';
import type { Instant } from './time';

/** A picture of the display. */
export interface PosedPicture {
  readonly name: string;
  /** What is on it that may have pages; of the dark screen and the standby there is one picture. */
  readonly of: 'slide' | 'emergency' | null;
  /** The turn that is on show; null where no slide is. */
  readonly place: Place | null;
}

/** What the display is told for pictures of this instant: a clock that stands still there. `feed` null: no ticket feed. */
export function stillSnapshot(known: Pick<Snapshot, 'content' | 'feed' | 'version'>, at: Instant): Snapshot {
  return {
    ...known,
    revision: 0,
    folderPresent: true,
    problems: [],
    staff: { place: null, hold: null },
    rehearsal: { start: at, realStart: at, speed: 0 },
  };
}

/** What the display is told for one page of a picture, counted from 0. */
export function posedSnapshot(still: Snapshot, { of, place }: PosedPicture, page: number): Snapshot {
  const rehearsal = still.rehearsal && { ...still.rehearsal, ...(of === 'emergency' && page > 0 ? { emergencyPage: page } : {}) };
  return { ...still, rehearsal, staff: { place: place && page > 0 ? { ...place, page } : place, hold: null } };
}

/**
 * The pictures that show all of the display at the snapshot's instant (product.md §6 `capture`): each slide in rotation, in their order; or
 * the emergency, the dark screen of `screen.sleep` or the standby in their place. How many pages there are only the screen knows.
 */
export function picturesAt(snapshot: Snapshot, at: Instant): readonly PosedPicture[] {
  const { state } = player(INITIAL_PLAYER, { kind: 'snapshot', snapshot }, at);
  const { emergency, dark, stage } = sceneAt(state, at);
  if (emergency !== null) return [{ name: 'emergency', of: 'emergency', place: null }];
  if (dark) return [{ name: 'sleep', of: null, place: null }];
  if (stage.kind === 'standby') return [{ name: 'standby', of: null, place: null }];
  const { turns } = rotationOf(state, at);
  return turns
    .filter(({ slide }, index) => turns.findIndex((turn) => turn.slide.id === slide.id) === index)
    .sort((a, b) => a.index - b.index)
    .map((turn) => ({ name: turn.slide.id, of: 'slide' as const, place: placeOf(turn, at) }));
}

/** What stands above the sheet of all pictures: whose they are, and when. マイナポイント支援窓口　令和5年9月28日（木）　15:20 */
export function sheetHeading(snapshot: Snapshot, at: Instant): string {
  const { state } = player(INITIAL_PLAYER, { kind: 'snapshot', snapshot }, at);
  const { title, date, time } = sceneAt(state, at).header;
  return [title, date, time].filter((part) => part !== '').join('　');
}
