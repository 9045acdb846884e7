import { player } from './player';
import { INITIAL_PLAYER } from './player-state';
import { placeOf } from './rotation';
import { rotationOf } from './round';
import { sceneAt } from './scene-at';
import type { Place, Snapshot } from './snapshot';
import type { Instant } from './time';

/** A picture of the display: what it is called, and the turn that is on show; null where no slide is. */
export interface PosedPicture {
  readonly name: string;
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

/**
 * The pictures that show all of the display at the snapshot's instant (product.md §6 `capture`): the first page of each slide in
 * rotation, in their order, for how many there are only the screen knows; one picture where an emergency, the dark screen of `screen.sleep` or the standby takes their place.
 */
export function picturesAt(snapshot: Snapshot, at: Instant): readonly PosedPicture[] {
  const { state } = player(INITIAL_PLAYER, { kind: 'snapshot', snapshot }, at);
  const { emergency, dark, stage } = sceneAt(state, at);
  if (emergency !== null) return [{ name: 'emergency', place: null }];
  if (dark) return [{ name: 'sleep', place: null }];
  if (stage.kind === 'standby') return [{ name: 'standby', place: null }];
  const { turns } = rotationOf(state, at);
  return turns
    .filter(({ slide }, index) => turns.findIndex((turn) => turn.slide.id === slide.id) === index)
    .sort((a, b) => a.index - b.index)
    .map((turn) => ({ name: turn.slide.id, place: placeOf(turn, at) }));
}

/** What stands above the sheet of all pictures: whose they are, and when. マイナポイント支援窓口　令和5年9月28日（木）　15:20 */
export function sheetHeading(snapshot: Snapshot, at: Instant): string {
  const { state } = player(INITIAL_PLAYER, { kind: 'snapshot', snapshot }, at);
  const { title, date, time } = sceneAt(state, at).header;
  return [title, date, time].filter((part) => part !== '').join('　');
}
