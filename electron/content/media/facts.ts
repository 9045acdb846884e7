import type { MediaFacts, MediaFormat } from '../../../renderer/domain/content/media-facts';

/** The facts, or why the file can't be shown, for staff. */
export type Probed = { readonly facts: MediaFacts; readonly fault: null } | { readonly facts: null; readonly fault: string };

/** Of a file that can't be shown. */
export function refused(fault: string): Probed {
  return { facts: null, fault };
}

/** Of a file that can, as far as its header tells. */
export function found(facts: MediaFacts): Probed {
  return { facts, fault: null };
}

/** As the response says it: a browser must never guess. */
export const CONTENT_TYPES: Readonly<Record<MediaFormat, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  webm: 'video/webm',
  pdf: 'application/pdf',
};
