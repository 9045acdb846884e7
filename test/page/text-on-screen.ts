import type { Page } from 'playwright/test';

/** One line of a text as it stands on the screen, in pixels. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly fontSize: number;
  /** Number of its text node: lines of one node belong together. */
  readonly node: number;
  /** The boxes it must stay in, from the nearest outward. */
  readonly boxes: readonly {
    readonly name: string;
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }[];
  /** How far its ink is from the nearest edge of the screen. */
  readonly margin: number;
  /** Under furigana, or furigana itself. */
  readonly ruby: boolean;
  /** A word that had to be broken. */
  readonly broken: boolean;
}

declare global {
  interface Window {
    /** Every line of text that a visitor sees, through all shadow roots; with an overlay open, the overlay's only. */
    linesOnScreen(): readonly Line[];
    /** The text nodes behind them, by `Line.node`. */
    textNodes: Text[];
  }
}

/** Every line of text that a visitor sees now. */
export function textOnScreen(page: Page): Promise<readonly Line[]> {
  return page.evaluate(() => window.linesOnScreen());
}

/** Runs in the page before anything else: puts `linesOnScreen` there. */
export function installLinesOnScreen(): void {
  const boxesOf = (from: Node): Element[] => {
    const boxes: Element[] = [];
    for (let at: Node | null = from; at !== null; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
      if (
        at instanceof Element &&
        at.getClientRects().length > 0 &&
        (at.matches('[data-box], .layer, li, .card, state-badge, header, footer, aside') || at.localName === 'signage-screen')
      ) {
        boxes.push(at);
      }
    }
    return boxes;
  };
  const isHidden = (element: Element): boolean => {
    const { display, visibility } = getComputedStyle(element);
    return display === 'none' || visibility === 'hidden' || element.hasAttribute('inert') || element.localName === 'style';
  };
  const linesOf = (node: Text, owner: Element, number: number): Line[] => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const fontSize = Number.parseFloat(getComputedStyle(owner).fontSize);
    const boxes = boxesOf(owner).map((box) => {
      const { left, top, right, bottom } = box.getBoundingClientRect();
      return { name: `${box.localName}.${box.className}`, left, top, right, bottom };
    });
    const phrase = owner.closest<HTMLElement>('.part, .phrase');
    const isLeaf = phrase !== null && phrase.querySelector('.part') === null;
    const broken = isLeaf && phrase.offsetHeight > 2.4 * Number.parseFloat(getComputedStyle(phrase).fontSize);
    return Array.from(range.getClientRects())
      .filter(({ width }) => width > 0)
      .map(({ left: from, top, right: until, bottom }) => {
        const text = node.data.trim();
        // The box of a word under longer furigana is as wide as these; its letters, as wide as high, stand in the middle.
        const beside = owner.localName === 'ruby' ? Math.max(0, (until - from - text.length * fontSize) / 2) : 0;
        const [left, right] = [from + beside, until - beside];
        // A line's box is a little higher than its ink (木 is 0.95 em high).
        const spare = Math.max(0, (bottom - top - 0.95 * fontSize) / 2);
        const margin = Math.min(left, top + spare, innerWidth - right, innerHeight - bottom + spare);
        return {
          text,
          left,
          top,
          right,
          bottom,
          fontSize,
          node: number,
          boxes,
          margin,
          ruby: owner.closest('ruby') !== null,
          broken,
        };
      });
  };
  window.textNodes = [];
  window.linesOnScreen = () => {
    const lines: Line[] = [];
    window.textNodes = [];
    const walk = (root: Node): void => {
      for (const child of root.childNodes) {
        if (child instanceof Element) {
          if (!isHidden(child)) walk(child.shadowRoot ?? child);
        } else if (child instanceof Text && child.data.trim() !== '' && child.parentElement !== null) {
          window.textNodes.push(child);
          lines.push(...linesOf(child, child.parentElement, window.textNodes.length - 1));
        }
      }
    };
    const page = document.querySelector('signage-app')?.shadowRoot ?? document;
    const screen = page.querySelector('signage-screen')?.shadowRoot;
    if (screen)
      walk(
        screen.querySelector('keys-overlay, leave-overlay, overview-overlay, emergency-overlay, ticket-overlay, pause-overlay')
          ?.shadowRoot ?? screen,
      );
    return lines;
  };
}

/** Televisions cut their edges, and the bands step aside against burn-in: so much of the smallest size stays free of text. */
const SAFE = 0.45;

/** What is wrong with lines of text, in words: outside their boxes, at the screen's edge, over one another, too small, broken. */
export function blemishes(lines: readonly Line[], floor: number): readonly string[] {
  const found: string[] = [];
  for (const line of lines) {
    const { text, fontSize, boxes } = line;
    if (fontSize < floor - 0.05) found.push(`「${text}」 has ${fontSize.toFixed(1)} px, less than ${floor.toFixed(1)}`);
    if (line.margin < SAFE * floor) found.push(`「${text}」 is ${line.margin.toFixed(1)} px from the edge`);
    if (line.broken) found.push(`「${text}」 is broken within a word`);
    // A line's box is a little higher than its ink.
    const spare = 0.12 * fontSize;
    for (const box of boxes) {
      const inside =
        line.left >= box.left - 1 &&
        line.right <= box.right + 1 &&
        line.top >= box.top - spare &&
        line.bottom <= box.bottom + spare;
      if (!inside) found.push(`「${text}」 sticks out of ${box.name}`);
    }
  }
  lines.forEach((a, index) => {
    for (const b of lines.slice(index + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const ink = 0.18 * (a.fontSize + b.fontSize);
      // Furigana longer than their word lean over the kana beside it, as print has it (JLREQ 3.3.8).
      const lean = a.ruby || b.ruby ? Math.min(a.fontSize, b.fontSize) / 2 : 2;
      if (a.node !== b.node && across > lean && down > ink) found.push(`「${a.text}」 lies over 「${b.text}」`);
    }
  });
  return [...new Set(found)];
}
