import { openHints } from './hints';
import { folderLister, type ListedFile } from './list';
import type { Known, Scanner } from './look';
import { isMedia, type Opened, readListed } from './read';
import { FolderScan } from './scanner';
import { liesOnShare } from './share';

/** Opens a media file that has settled, for as long as that takes. Null when it has gone or changed since it was listed. */
export type OpenMedia = (entry: ListedFile) => Promise<Opened | null>;

/** Looks at a folder from within this process. `hint`: something may have changed, a look is worth while. */
export function localScanner(folder: string, known: Known, hint: () => void, openMedia: OpenMedia): Scanner {
  const hints = openHints(hint);
  const lister = folderLister(folder);
  let isShare = true;
  const scan = new FolderScan(
    {
      async list(waiting) {
        const touched = hints.take();
        const listing = await (waiting === null || touched === null ? lister.all() : lister.some([...waiting, ...touched]));
        hints.follow(listing.folders);
        return listing;
      },
      open: (entry) => (isMedia(entry.path) ? openMedia(entry) : readListed(entry, !isShare)),
      isMedia,
      async isShare() {
        isShare = await liesOnShare(folder);
        return isShare;
      },
      hears: hints.hear,
      ready: hint,
    },
    known,
  );
  return { look: (isWhole) => scan.look(isWhole), close: () => hints.close() };
}
