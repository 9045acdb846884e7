import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Scene, SlideScene, StageScene } from '../domain/scene';
import { slideNameOf } from '../domain/slide-name';
import { base } from './base';
import type { SlideElement } from './slide-element';
import './staff-marks';
import { filesOf, isFilm, type Layer, layerTemplate, nameOf } from './stage-layer';
import { tellShowable, tellUnshowable } from './unshowable';

/** Well under the 400 ms of product.md §1. */
const FADE_MS = 360;
/** How long what leaves stays under a film that comes, or as a film under what comes: so many frames also on a busy machine, which draws few. */
const UNDERNEATH_MS = 200;
const UNDERNEATH_FRAMES = 8;
/** A slide that is not ready by then is given up. */
const LONGEST_WAIT_MS = 3_000;
/** A page that is never idle prepares the next slide all the same. */
const LATEST_PREPARATION_MS = 2_000;

/**
 * The stage: one slide, two while one fades into the next, and hidden behind them the one that comes next, made ready while the page
 * is idle: its text fitted, its picture decoded, its film on its first picture. At its turn it becomes the slide in the same frame,
 * by one cross-fade or by a cut; a cut ends a running fade. Those who ask for less motion get cuts. The same slide only takes the new
 * content. A picture or film that is not ready at its turn is waited for: the slide before it stays, and after three seconds
 * `unshowable` tells that it can't be shown. When it comes all the same, `showable` tells so, but not before the next turn while its slide is
 * being read. Only the slide that stays is a region and carries `data-slide`.
 */
@customElement('slide-stage')
export class SlideStage extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        position: relative;
        min-width: 0;
        min-height: 0;
        overflow: hidden;
        background: var(--paper);
      }

      main,
      .layer,
      .ahead {
        position: absolute;
        inset: 0;
        contain: strict;
      }

      .layer {
        background: var(--paper);
      }

      .ahead {
        background: var(--paper);
        visibility: hidden;
      }

      /* A film that is not painted has no picture to show yet in the frame of its turn: it is, and nobody can see it. */
      .ahead.film {
        visibility: visible;
        opacity: 0.001;
      }

      staff-marks {
        position: absolute;
        top: calc(2 * var(--u));
        right: calc(12 * var(--u));
      }
    `,
  ];

  @property({ attribute: false }) stage!: StageScene;
  @property({ attribute: false }) next: SlideScene | null = null;
  @property({ attribute: false }) marks: Scene['marks'] = [];
  @property() transition: Scene['transition'] = 'cut';

  private current: Layer | null = null;
  private leaving: Layer | null = null;
  /** The slide that is made ready behind the current one. */
  private ahead: Layer | null = null;
  private isAheadReady = false;
  private keys = 0;
  private arrives = false;
  private fades = false;
  private fade: Animation | null = null;
  /** The slide whose turn it is while it is not ready. */
  private awaited: string | null = null;
  private stopWaiting = () => {};
  /** Files that came after the slide on the stage had come on without them. */
  private readonly late = new Set<string>();
  private tellsLate = false;
  private idle = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWaiting();
    cancelIdleCallback(this.idle);
    this.idle = 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { current, stage } = this;
    const name = nameOf(stage);
    if (current?.name === name) {
      if (changed.has('stage')) this.current = { ...current, scene: stage };
      this.awaits(null);
    } else if (current === null || filesOf(stage).length === 0 || (this.ahead?.name === name && this.isAheadReady)) {
      this.turn(name);
    } else {
      this.awaits(name);
    }
  }

  /** The slide's turn: in this frame it becomes the current one. */
  private turn(name: string): void {
    const { current, ahead, stage } = this;
    this.awaits(null);
    this.endFade();
    const fades = current !== null && this.transition === 'fade' && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.arrives = current !== null && (fades || isFilm(current.scene) || isFilm(stage));
    this.leaving = this.arrives ? current : null;
    this.fades = fades;
    this.tellsLate = this.late.size > 0;
    const isAhead = ahead?.name === name;
    this.current = isAhead ? { ...ahead, scene: stage } : this.layer(stage);
    if (isAhead || ahead?.name !== this.nextName()) this.ahead = null;
  }

  /** Waits for the slide of this name while the current one stays; null: for none, and behind the current slide stands the next. */
  private awaits(name: string | null): void {
    const wanted = name ?? this.nextName();
    if (this.ahead !== null && this.ahead.name !== wanted) this.ahead = null;
    // The one that leaves goes first where there would be three films.
    const onStage = [this.leaving, this.current].filter((layer) => layer !== null && isFilm(layer.scene));
    if (name !== null && !(isFilm(this.stage) && onStage.length === 2)) this.ahead ??= this.layer(this.stage);
    // It may have lost the picture that it waited for.
    if (name !== null && this.ahead !== null) this.ahead = { ...this.ahead, scene: this.stage };
    if (this.awaited === name) return;
    this.awaited = name;
    this.stopWaiting();
    if (name === null) return;
    const timer = setTimeout(() => this.giveUp(), LONGEST_WAIT_MS);
    this.stopWaiting = () => clearTimeout(timer);
  }

  /** Lets the slide that is waited for come on without those of its files that are not there, or not at all. */
  private giveUp(): void {
    const name = this.awaited;
    for (const { address, decoded } of this.slideAhead()?.awaited ?? []) {
      tellUnshowable(this, address);
      const came = () => {
        if (this.current?.name === name) this.late.add(address);
        else tellShowable(this, address);
      };
      decoded.then(came, () => {});
    }
  }

  private slideAhead(): SlideElement<never> | null {
    return this.renderRoot.querySelector<SlideElement<never>>('.ahead > *');
  }

  private endFade(): void {
    this.fade?.cancel();
    this.fade = null;
    this.leaving = null;
  }

  private layer(scene: StageScene): Layer {
    this.keys += 1;
    return { key: this.keys, name: nameOf(scene), scene };
  }

  private nextName(): string | null {
    return this.next === null ? null : slideNameOf(this.next);
  }

  override render() {
    const layers = [this.leaving, this.current, this.ahead].filter((layer) => layer !== null);
    return html`<main aria-label="ご案内">
      ${repeat(
        layers,
        ({ key }) => key,
        (layer) => layerTemplate(layer, layer === this.current, layer === this.ahead),
      )}
      ${this.marks.length === 0 ? null : html`<staff-marks .marks=${this.marks}></staff-marks>`}
    </main>`;
  }

  protected override updated(): void {
    if (this.arrives) this.arrive();
    if (this.tellsLate) this.tellLate();
    this.watchAhead();
    this.prepareNext();
  }

  private tellLate(): void {
    this.tellsLate = false;
    const came = [...this.late];
    this.late.clear();
    for (const address of came) tellShowable(this, address);
  }

  /** Lets the new slide come over the one that leaves, which then goes. */
  private arrive(): void {
    this.arrives = false;
    const { current } = this;
    const done = () => {
      if (this.current !== current) return;
      this.fade = null;
      this.leaving = null;
      this.requestUpdate();
    };
    // Films have a way to the glass of their own: one that comes is there a little later, one that is let go of is gone a little earlier
    // than the frame that changes. Until then what leaves stays underneath.
    if (!this.fades) {
      const until = performance.now() + UNDERNEATH_MS;
      const stay = (frames: number) => {
        if (frames <= 0 && performance.now() >= until) done();
        else requestAnimationFrame(() => stay(frames - 1));
      };
      stay(UNDERNEATH_FRAMES);
      return;
    }
    const layer = this.renderRoot.querySelector('.layer:not([inert])');
    if (layer === null) return;
    const fade = layer.animate([{ opacity: 0 }, { opacity: 1 }], { duration: FADE_MS, easing: 'ease-in-out' });
    this.fade = fade;
    fade.onfinish = done;
  }

  private watched: Layer | null = null;

  /** Learns when a slide that was put behind the current one is ready. */
  private watchAhead(): void {
    const { ahead } = this;
    if (this.watched === ahead) return;
    this.watched = ahead;
    this.isAheadReady = false;
    if (ahead === null) return;
    void this.slideAhead()?.whenReady.then(() => {
      if (this.ahead !== ahead) return;
      this.isAheadReady = true;
      if (this.awaited !== null) this.requestUpdate();
    });
  }

  /** Puts the next slide behind the current one once the page has nothing else to do. */
  private prepareNext(): void {
    const wants = () => this.next !== null && this.ahead === null && this.leaving === null;
    if (this.idle !== 0 || !wants()) return;
    this.idle = requestIdleCallback(
      () => {
        this.idle = 0;
        if (this.next === null || !wants()) return;
        this.ahead = this.layer({ kind: 'slide', slide: this.next });
        this.requestUpdate();
      },
      { timeout: LATEST_PREPARATION_MS },
    );
  }
}
