import type { MediaContent } from './content';
import type { MediaCopy, MediaFacts } from './media-facts';

/**
 * A file as the reader brought it: its text or its media, or the reason why there is neither. `path` is `signage.yaml`,
 * `slides/10-a.md` or `slides/40-poster.pdf`. A media file that no decoder has seen yet has neither of the three, but perhaps a copy.
 */
export interface FolderFile {
  readonly path: string;
  readonly text: string | null;
  readonly media?: MediaContent | null;
  readonly copy?: MediaCopy;
  /** What the header says, where nothing more was looked at. */
  readonly facts?: MediaFacts;
  readonly fault: string | null;
}
