import { join } from 'node:path';
import { session } from 'electron';
import { CacheFolder } from './content/media/cache-folder';
import { type DeskWorld, MediaDesk } from './content/media/media-desk';
import { darkroom } from './darkroom';
import { lockSession } from './lockdown';
import type { Log } from './log';
import { DARKROOM_ORIGIN, MEDIA_ORIGIN, serveDarkroom } from './schemes';

/** The darkroom's session, in memory and apart from the page's. */
const PARTITION = 'darkroom';

/**
 * Joins what makes media ready for the glass: the copies below `userData`, the darkroom with its locked session, and the desk between
 * them. `built` is the folder of the build.
 */
export function openMedia(
  userData: string,
  built: string,
  world: Pick<DeskWorld, 'box' | 'begin' | 'changed' | 'shown' | 'write'>,
  log: Log,
) {
  const cache = new CacheFolder(join(userData, 'media'));
  const dark = session.fromPartition(PARTITION);
  lockSession(dark, log);
  serveDarkroom(dark, join(built, 'renderer'), cache);
  const room = darkroom(join(built, 'preload', 'darkroom-preload.js'), DARKROOM_ORIGIN, PARTITION, log);
  const desk = new MediaDesk({ ...world, cache, develop: room.develop, origin: MEDIA_ORIGIN, log });
  return {
    cache,
    desk,
    close(): void {
      desk.close();
      room.close();
    },
  };
}
