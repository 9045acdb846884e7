/** The kinds of media that the display shows, as their bytes say. */
export type MediaFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'svg' | 'mp4' | 'webm' | 'pdf';

/**
 * What the header of a media file says, before anything is decoded. `width` and `height` are points as drawn. Of a document `pages` is
 * null where the list of pages can't be read without its decoder.
 */
export type MediaFacts =
  | {
      readonly kind: 'picture';
      readonly format: MediaFormat;
      readonly width: number;
      readonly height: number;
      /** More than one picture in turn. */
      readonly moves: boolean;
    }
  | {
      readonly kind: 'video';
      readonly format: MediaFormat;
      readonly width: number;
      readonly height: number;
      readonly durationMs: number;
      readonly codec: string;
    }
  | {
      readonly kind: 'document';
      readonly format: 'pdf';
      readonly pages: number | null;
      /** With a password, which may be one that only forbids printing. */
      readonly isLocked: boolean;
    };

/**
 * The display's own copy of a media file, sound as far as its header says. `key` is its name in the cache, made of its content: the
 * same bytes are one copy.
 */
export interface MediaCopy {
  readonly key: string;
  readonly facts: MediaFacts;
}
