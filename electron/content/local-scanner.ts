import { openHints } from './hints';
import { listFolder } from './list';
import { readListed } from './read';
import { FolderScan, type Known, type Scanner } from './scanner';
import { liesOnShare } from './share';

/** Looks at a folder from within this process. `hint`: something may have changed, a look is worth while. */
export function localScanner(folder: string, known: Known, hint: () => void): Scanner {
  const hints = openHints(hint);
  const scan = new FolderScan(
    {
      async list() {
        const listing = await listFolder(folder);
        hints.follow(listing.folders);
        return listing;
      },
      open: readListed,
      isMedia: () => false,
      isShare: () => liesOnShare(folder),
      ready: hint,
    },
    known,
  );
  return { look: () => scan.look(), close: () => hints.close() };
}
