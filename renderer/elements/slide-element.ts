import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { SlideBody, SlideScene } from '../domain/scene';
import type { Shown } from '../domain/slide-parts';
import { base } from './base';
import { drawNow, drawn, openRoots } from './measure';
import { PageController } from './page-controller';
import './rich-text';
import './slide-title';

/** The slide of one layout: its body is of that layout's kind. */
export type SlideOf<K extends SlideBody['kind']> = SlideScene & { readonly body: Extract<SlideBody, { kind: K }> };

/** A picture that a slide waits for; `decoded` never settles well for one that is broken. */
export interface PendingFile {
  readonly address: string;
  readonly decoded: Promise<unknown>;
}

/**
 * What all layouts share: the slide's place on the stage, text sizes between the smallest legible one and the wanted one, the
 * search for the largest that fits, and pages where none does. A layout draws a `.sheet` with its parts, of what is `shown`, and marks
 * the boxes that must hold their text.
 */
export abstract class SlideElement<K extends SlideBody['kind']> extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        --h: calc(1.15 * var(--floor) + (var(--title) - 1.15 * var(--floor)) * min(1, 2.5 * var(--fit, 1)));
        --t: calc(var(--floor) + (var(--text-max, calc(1.25 * var(--text))) - var(--floor)) * var(--fit, 1));
        --s: calc(var(--floor) + (var(--small-max, calc(1.2 * var(--small))) - var(--floor)) * var(--fit, 1));
        --g: calc((12 + 16 * var(--fit, 1)) * var(--u));
        position: absolute;
        inset: 0;
        display: block;
        /* Above, there is always room for the staff's marks. */
        padding: max(calc(44 * var(--u)), calc(1.4 * var(--floor))) calc(1.15 * var(--edge)) calc((26 + 18 * min(1, 2.5 * var(--fit, 1))) * var(--u));
        font-size: var(--t);
        line-height: 1.45;
        container: slide / size;
      }

      .sheet {
        display: flex;
        flex-direction: column;
        gap: var(--g);
        width: 100%;
        height: 100%;
        min-height: 0;
      }

      .rest {
        flex: 1;
        min-height: 0;
        min-width: 0;
      }

      .apart {
        display: flex;
        flex: 1;
        flex-direction: column;
        justify-content: center;
        min-height: 0;
      }

      /* Of a text in pages: where the shorter ones begin, the tallest does. */
      [data-text] {
        min-height: var(--tallest, 0);
      }

      .second {
        color: var(--second);
        font-size: var(--s);
      }

      .translation {
        margin-top: calc(0.6 * var(--g));
        padding-top: calc(0.6 * var(--g));
        border-top: var(--hair) solid var(--line);
        color: var(--second);
        font-size: var(--s);
      }

      .other {
        color: var(--second);
        font-size: var(--s);
        line-height: 1.25;
      }
    `,
  ];

  @property({ attribute: false }) slide!: SlideOf<K>;

  /** The slide, or the page of it that is on. */
  protected shown!: SlideOf<K> & Shown;
  private readonly pages = new PageController(this, 0.15, 0.5);

  /** Settles when the slide can be shown whole: a text with its pictures decoded. */
  get whenReady(): Promise<unknown> {
    return this.picturesReady();
  }

  private async picturesReady(): Promise<void> {
    await this.updateComplete;
    await drawn(this);
    const pictures = openRoots(this).flatMap((root) => Array.from(root.querySelectorAll('img')));
    const waiting = new Set<PendingFile>(
      pictures.map((picture) => ({ address: picture.getAttribute('src') ?? '', decoded: picture.decode() })),
    );
    this.waiting = waiting;
    // A broken one is told of where it is drawn.
    const settled = (one: PendingFile) => one.decoded.catch(() => {}).then(() => waiting.delete(one));
    await Promise.all(Array.from(waiting, settled));
  }

  private waiting: ReadonlySet<PendingFile> = new Set();

  /** What `whenReady` waits for now. */
  get awaited(): readonly PendingFile[] {
    return [...this.waiting];
  }

  draw(shown: SlideScene & Shown): void {
    this.shown = shown as SlideOf<K> & Shown;
    this.requestUpdate();
    drawNow(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('slide')) this.shown = this.pages.shownOf(this.slide);
  }
}

/** A page of text alone, of a layout whose data have a page of their own. */
export function textSheet({ title, blocks, page }: SlideScene): TemplateResult {
  return html`<div class="sheet" data-box>
    <slide-title .words=${title} .page=${page}></slide-title>
    <div class="apart" data-box><rich-text data-text .blocks=${blocks}></rich-text></div>
  </div>`;
}
