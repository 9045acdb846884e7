import { lstatSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { openHints } from './hints';
import { type ListedFile, listFolder } from './list';
import { isMedia, type Opened, readListed } from './read';
import { FolderScan, type Known, type Scanner } from './scanner';
import { liesOnShare } from './share';

/** Opens a media file that has settled, for as long as that takes. Null when it has gone or changed since it was listed. */
export type OpenMedia = (entry: ListedFile) => Promise<Opened | null>;

/** Looks at a folder from within this process. `hint`: something may have changed, a look is worth while. */
export function localScanner(folder: string, known: Known, hint: () => void, openMedia: OpenMedia): Scanner {
  const hints = openHints(hint);
  let isShare: boolean | null = null;
  // A local disk answers at once, and two thousand questions asked together cost thrice as much; a share answers them side by side.
  const about = (location: string) => (isShare === false ? lstatSync(location) : lstat(location));
  const scan = new FolderScan(
    {
      async list() {
        const listing = await listFolder(folder, about);
        hints.follow(listing.folders);
        return listing;
      },
      open: (entry) => (isMedia(entry.path) ? openMedia(entry) : readListed(entry)),
      isMedia,
      async isShare() {
        isShare = await liesOnShare(folder);
        return isShare;
      },
      ready: hint,
    },
    known,
  );
  return { look: () => scan.look(), close: () => hints.close() };
}
