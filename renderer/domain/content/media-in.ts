import type { MediaContent, Slide } from './content';
import { picturesIn } from './pictures-in';

/** All media that a slide draws: its own file, or the pictures of its text and of the translations. */
export function mediaIn({ media, blocks, translations }: Slide): readonly MediaContent[] {
  const texts = [blocks, ...translations.map((one) => one.blocks)];
  const pictures = texts.flatMap((text) => picturesIn(text)).flatMap(({ picture }) => picture ?? []);
  return [...(media === null ? [] : [media]), ...pictures.map((picture) => ({ kind: 'picture' as const, ...picture }))];
}
