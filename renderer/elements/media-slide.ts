import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import type { MediaBody } from '../domain/scene';
import './page-mark';
import { type PendingFile, SlideElement } from './slide-element';
import './slide-title';

/** A small picture is drawn at most so many times as large as it is: more would be mush. */
const LARGEST_SCALE = 2;

/**
 * A file that is the whole slide, but for the title that staff may give it. `contain` lays all of it on the stage's ground like a print, with a margin and a fine edge;
 * `cover` fills the stage and may lose its edges.
 */
export abstract class MediaSlide<K extends 'picture' | 'video'> extends SlideElement<K> {
  static override styles = [
    ...SlideElement.styles,
    css`
      :host {
        --margin: calc(28 * var(--u));
        padding: 0;
      }

      .sheet {
        gap: 0;
      }

      slide-title {
        padding: max(calc(44 * var(--u)), calc(1.4 * var(--floor))) calc(1.15 * var(--edge)) 0;
      }

      .mount {
        position: relative;
        display: grid;
        flex: 1;
        place-items: center;
        min-height: 0;
        container: mount / size;
      }

      slide-title + .cover {
        margin-top: var(--margin);
      }

      img,
      video {
        display: block;
      }

      .contain :is(img, video) {
        width: min(
          100cqw - 2 * var(--margin),
          (100cqh - 2 * var(--margin)) * var(--width) / var(--height),
          1px * var(--width) * var(--scale)
        );
        aspect-ratio: var(--width) / var(--height);
        outline: var(--hair) solid var(--line);
      }

      page-mark {
        position: absolute;
        right: calc(40 * var(--u));
        bottom: calc(40 * var(--u));
      }

      .cover :is(img, video) {
        position: absolute;
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
    `,
  ];

  /** The stage with this on it, and the title above it where staff gave one. */
  protected sheetWith(media: unknown): TemplateResult {
    const { title, page } = this.slide;
    const { fit, titled } = this.slide.body as MediaBody;
    return html`<div class="sheet">
        ${titled ? html`<slide-title .words=${title} .page=${page}></slide-title>` : null}
        <div class="mount ${fit}">${media}</div>
      </div>
      ${titled ? null : html`<page-mark .page=${page}></page-mark>`}`;
  }

  protected tellReady = () => {};
  private readonly ready = new Promise<void>((resolve) => {
    this.tellReady = resolve;
  });

  /** Settles with the first decoded picture; never when there is none, which is told by `unshowable`. */
  override get whenReady(): Promise<unknown> {
    return this.ready;
  }

  override get awaited(): readonly PendingFile[] {
    const { address } = (this.slide.body as MediaBody).picture;
    return [{ address, decoded: this.ready }];
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('slide')) return;
    const { width, height } = (this.slide.body as MediaBody).picture;
    this.style.setProperty('--width', String(width));
    this.style.setProperty('--height', String(height));
    // A point of a picture is a point of the screen, whatever the browser's pixel is.
    this.style.setProperty('--scale', String(LARGEST_SCALE / devicePixelRatio));
  }
}
