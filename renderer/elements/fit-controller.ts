import { LitElement, type ReactiveController } from 'lit';
import { DigitFigure } from './digit-figure';

/** Steps of the search: the size is found to within 1/64 of its range. */
const STEPS = 6;

/** A phrase taller than this many of its font sizes has been broken over two lines. */
const TWO_LINES = 2.4;

/**
 * Finds the largest text that fits. The host's styles run from the smallest legible size at `--fit: 0` to the wanted one at
 * `--fit: 1`; the controller measures its boxes (`data-box`) and sets the number once for each change of content or size, in
 * the same task, before anything is painted. Words stay whole where they can; where even the smallest text is too much,
 * the attribute `lean` lets go of what is marked `spare-first`, then `lean="more"` of all that is marked `spare`: translations.
 * When all that is not enough, whole pieces (`data-piece`: paragraphs, items) are left out from the end, never half of one, and the
 * event `overfull` says how many, for staff: such a slide must be split.
 */
export class FitController implements ReactiveController {
  private readonly observer = new ResizeObserver(() => this.host.requestUpdate());
  private fitted = '';

  /**
   * How near to its full size, 0 to 1, the text should be: `wanted` before its own translations are let go of, `beside` before what
   * only stands beside it is (`spare-first`).
   */
  constructor(
    private readonly host: LitElement,
    private readonly wanted = 0.15,
    private readonly beside = wanted,
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
    // Nested elements draw in later microtasks; all of them run before the next frame.
    void rootsOf(this.host).then(() => this.fit());
  }

  private fit(): void {
    const { host } = this;
    if (!host.isConnected || host.clientWidth === 0) return;
    const styles = getComputedStyle(host);
    const roots = openRoots(host);
    const sizes = [host.clientWidth, host.clientHeight, styles.getPropertyValue('--floor'), styles.getPropertyValue('--u')];
    const fitted = [...sizes, ...roots.map(shapeOf)].join('|');
    if (fitted === this.fitted) return;
    this.fitted = fitted;
    const fits = (fit: number, whole: boolean): boolean => {
      host.style.setProperty('--fit', String(fit));
      return isInside(roots) && (!whole || hasWholePhrases(roots));
    };
    const pieces = roots.flatMap((root) => Array.from(root.querySelectorAll<HTMLElement>('[data-piece]')));
    for (const piece of pieces) piece.hidden = false;
    // A word is broken only after everything else was tried.
    for (const { lean, at, whole } of this.attempts()) {
      if (lean === null) host.removeAttribute('lean');
      else host.setAttribute('lean', lean);
      if (!fits(at, whole)) continue;
      if (!fits(1, whole)) this.search(at, (fit) => fits(fit, whole));
      return;
    }
    this.leaveOut(pieces, () => fits(0, false));
  }

  private leaveOut(pieces: readonly HTMLElement[], fits: () => boolean): void {
    const left = [...pieces];
    while (!fits()) {
      const last = left.pop();
      if (last === undefined) break;
      last.hidden = true;
    }
    const detail = { leftOut: pieces.length - left.length };
    this.host.dispatchEvent(new CustomEvent('overfull', { bubbles: true, composed: true, detail }));
  }

  private attempts(): readonly { lean: 'some' | 'more' | null; at: number; whole: boolean }[] {
    const at = this.wanted;
    return [
      { lean: null, at: this.beside, whole: true },
      { lean: 'some', at, whole: true },
      { lean: 'more', at, whole: true },
      { lean: 'some', at: 0, whole: true },
      { lean: 'more', at: 0, whole: true },
      { lean: 'more', at: 0, whole: false },
    ];
  }

  private search(least: number, fits: (fit: number) => boolean): void {
    let low = least;
    let high = 1;
    for (let step = 0; step < STEPS; step += 1) {
      const middle = (low + high) / 2;
      if (fits(middle)) low = middle;
      else high = middle;
    }
    fits(low);
  }
}

/** Waits until all elements inside have drawn themselves. */
async function rootsOf(host: LitElement): Promise<void> {
  await Promise.resolve();
  for (const element of host.renderRoot.querySelectorAll('*')) {
    if (!(element instanceof LitElement)) continue;
    await element.updateComplete;
    await rootsOf(element);
  }
}

function openRoots(host: Element): readonly ShadowRoot[] {
  const root = host.shadowRoot;
  if (root === null) return [];
  return [root, ...Array.from(root.querySelectorAll('*')).flatMap(openRoots)];
}

/** The text, but for figures, whose digits have cells and whose changes have their room: a ticking second needs no new search. */
function shapeOf(root: ShadowRoot): string {
  return root.host instanceof DigitFigure ? root.host.shape : (root.textContent ?? '');
}

function isInside(roots: readonly ShadowRoot[]): boolean {
  return roots.every((root) => Array.from(root.querySelectorAll('[data-box]')).every(holds));
}

/** Whether a box holds what is in it: no child beyond its inner edge on any side, nothing deeper in sticking out of it. */
function holds(box: Element): boolean {
  if (box.getClientRects().length === 0) return true;
  if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) return false;
  const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(box);
  const outer = box.getBoundingClientRect();
  const inner = {
    left: outer.left + box.clientLeft + Number.parseFloat(paddingLeft) - 1,
    right: outer.left + box.clientLeft + box.clientWidth - Number.parseFloat(paddingRight) + 1,
    top: outer.top + box.clientTop + Number.parseFloat(paddingTop) - 1,
    bottom: outer.top + box.clientTop + box.clientHeight - Number.parseFloat(paddingBottom) + 1,
  };
  return Array.from(box.children).every((child) => {
    const { left, right, top, bottom, width, height } = child.getBoundingClientRect();
    if (width === 0 && height === 0) return true;
    return left >= inner.left && right <= inner.right && top >= inner.top && bottom <= inner.bottom;
  });
}

function hasWholePhrases(roots: readonly ShadowRoot[]): boolean {
  return roots.every((root) =>
    Array.from(root.querySelectorAll<HTMLElement>('.part, .phrase:not(:has(.part))')).every(
      (phrase) => phrase.offsetHeight <= TWO_LINES * Number.parseFloat(getComputedStyle(phrase).fontSize),
    ),
  );
}
