import type { SlideScene } from './scene';

/** What tells one picture on the stage from the next: slide, page and file. The same name is the same picture with newer words. */
export function slideNameOf({ id, page, body }: SlideScene): string {
  const address = body.kind === 'picture' || body.kind === 'video' ? body.picture.address : '';
  return `${id} ${page?.index ?? 0} ${address}`;
}
