import type { LitElement, ReactiveController } from 'lit';
import { drawn, hasWholePhrases, isInside, openRoots, shapeOf } from './measure';

/** Steps of the search: the size is found to within 1/64 of its range. */
const STEPS = 6;

/** What gives way on the host: nothing, what is marked `spare-first`, or all that is marked `spare`. */
export type Lean = null | 'some' | 'more';

/** How many languages stand beside the leading one: the first, two, or all. */
export type Others = 1 | 2 | 'all';

/** A size of the text, from 0 (smallest legible) to 1 (wanted), what gives way for it, and whether every word must stay whole. */
export interface Setting {
  readonly at: number;
  readonly lean: Lean;
  readonly others: Others;
  readonly whole: boolean;
}

/**
 * Finds the largest text that fits. The host's styles run from the smallest legible size at `--fit: 0` to the wanted one at
 * `--fit: 1`; the controller measures its boxes (`data-box`) and sets the number once for each change of content or size, in
 * the same task, before anything is painted. Words stay whole where they can; where even the smallest text is too much, of several other
 * languages two stay, then the first (`others`); then the attribute `lean` lets go of what is marked `spare-first`, and `lean="more"` of
 * all that is marked `spare`: translations.
 * When all that is not enough, whole pieces (`data-piece`: paragraphs, items) are left out from the end, never half of one, and the
 * event `overfull` says how many. Slides have pages instead (`PageController`).
 */
export class FitController<H extends LitElement = LitElement> implements ReactiveController {
  private readonly observer = new ResizeObserver(() => this.host.requestUpdate());
  private fitted = '';
  private isSettling = false;

  /**
   * How near to its full size, 0 to 1, the text should be: `wanted` before its own translations are let go of, `beside` before what
   * only stands beside it is (`spare-first`).
   */
  constructor(
    protected readonly host: H,
    protected readonly wanted = 0.15,
    protected readonly beside = wanted,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    this.fitted = '';
  }

  hostUpdated(): void {
    if (this.isSettling) return;
    // Nested elements draw in later microtasks; all of them run before the next frame.
    void drawn(this.host).then(() => this.fit());
  }

  private fit(): void {
    const { host } = this;
    // What is about to be drawn anew is measured then.
    if (!host.isConnected || host.isUpdatePending || host.clientWidth === 0 || this.shape() === this.fitted) return;
    this.isSettling = true;
    this.settle();
    this.isSettling = false;
    this.fitted = this.shape();
  }

  /** What the fit depends on: the room, and the text that is drawn. */
  private shape(): string {
    return [...this.room(), ...openRoots(this.host).map(shapeOf)].join('|');
  }

  protected room(): readonly string[] {
    const { host } = this;
    const styles = getComputedStyle(host);
    const sizes = [host.clientWidth, host.clientHeight].map(String);
    return [...sizes, styles.getPropertyValue('--floor'), styles.getPropertyValue('--u')];
  }

  /** Makes what is drawn fit. */
  protected settle(): void {
    this.showAll();
    if (!this.fitsWhole()) this.leaveOut();
  }

  /** Brings back what was left out. */
  protected showAll(): void {
    for (const piece of this.pieces()) piece.hidden = false;
  }

  /**
   * Finds the largest text, from `least` up, with which all that is drawn fits; false when there is none. A word is broken only after all
   * else was tried.
   */
  protected fitsWhole(least = 0): boolean {
    const found = this.attempts().find((attempt) => attempt.at >= least && this.fits(attempt));
    if (found === undefined) return false;
    this.enlarge(found);
    return true;
  }

  /** Whether all that is drawn fits so. The host keeps the setting. */
  protected fits({ at, lean, others, whole }: Setting): boolean {
    const { host } = this;
    if (lean === null) host.removeAttribute('lean');
    else host.setAttribute('lean', lean);
    if (others === 'all') host.removeAttribute('others');
    else host.setAttribute('others', String(others));
    host.style.setProperty('--fit', String(at));
    const roots = openRoots(host);
    return isInside(roots) && (!whole || hasWholePhrases(roots));
  }

  /** The largest size from one that fits, up to `most`, with which what is drawn fits, too; the host keeps it. */
  protected enlarge(setting: Setting, most = 1): number {
    if (this.fits({ ...setting, at: most })) return most;
    let low = setting.at;
    let high = most;
    for (let step = 0; step < STEPS; step += 1) {
      const middle = (low + high) / 2;
      if (this.fits({ ...setting, at: middle })) low = middle;
      else high = middle;
    }
    this.fits({ ...setting, at: low });
    return low;
  }

  private attempts(): readonly Setting[] {
    const at = this.wanted;
    return [
      ...this.withFewerLanguages({ lean: null, at: this.beside, whole: true }),
      ...this.withFewerLanguages({ lean: 'some', at, whole: true }),
      { lean: 'more', at, whole: true, others: 'all' },
      ...this.withFewerLanguages({ lean: 'some', at: 0, whole: true }),
      { lean: 'more', at: 0, whole: true, others: 'all' },
      { lean: 'more', at: 0, whole: false, others: 'all' },
    ];
  }

  /** The setting with all languages, with two beside the leading one, with the first; only with all where no text has more of them. */
  protected withFewerLanguages(setting: Omit<Setting, 'others'>): readonly Setting[] {
    const roots = openRoots(this.host);
    const has = (language: string) => roots.some((root) => root.querySelector(language) !== null);
    const counts: readonly Others[] = has('.language-3') ? ['all', 2, 1] : has('.language-2') ? ['all', 1] : ['all'];
    return counts.map((others) => ({ ...setting, others }));
  }

  private pieces(): readonly HTMLElement[] {
    return openRoots(this.host).flatMap((root) => Array.from(root.querySelectorAll<HTMLElement>('[data-piece]')));
  }

  /** Leaves out from the end what can't be made to fit, and tells so. */
  protected leaveOut(): void {
    const pieces = this.pieces();
    const left = [...pieces];
    while (!this.fits({ lean: 'more', others: 'all', at: 0, whole: false })) {
      const last = left.pop();
      if (last === undefined) break;
      last.hidden = true;
    }
    const detail = { leftOut: pieces.length - left.length };
    this.host.dispatchEvent(new CustomEvent('overfull', { bubbles: true, composed: true, detail }));
  }
}
