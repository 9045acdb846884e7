import type { MediaContent } from '../../../renderer/domain/content/content';
import type { FolderFile } from '../../../renderer/domain/content/folder-file';
import type { MediaFacts } from '../../../renderer/domain/content/media-facts';
import type { Picture } from '../../../renderer/domain/content/picture';
import type { ListedFile } from '../list';
import { cannotOpen, codeOf } from '../refusal';
import { probeFile, sniffFile } from './probe';

/** Commands draw nothing: a page is a page. */
const A4: Picture = { address: '', width: 210, height: 297 };

/** A media file by its header alone, where nothing is copied or drawn. Null when it has gone meanwhile. */
export async function readHeader({ path, location }: ListedFile): Promise<FolderFile | null> {
  try {
    const { format, fault: foreign } = await sniffFile(location);
    if (format === null) return { path, text: null, fault: foreign };
    const { facts, fault } = await probeFile(location, format);
    return facts === null ? { path, text: null, fault } : { path, text: null, media: contentOf(facts), facts, fault: null };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    return { path, text: null, fault: cannotOpen('ファイル', error) };
  }
}

function contentOf(facts: MediaFacts): MediaContent {
  if (facts.kind === 'document') return { kind: 'document', pages: Array.from({ length: facts.pages ?? 1 }, () => A4) };
  const { width, height } = facts;
  if (facts.kind === 'video') return { kind: 'video', address: '', width, height, durationMs: facts.durationMs };
  return { kind: 'picture', address: '', width, height };
}
