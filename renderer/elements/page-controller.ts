import type { LitElement } from 'lit';
import { READABLE_CHARACTERS } from '../domain/content/reading';
import type { SlideScene } from '../domain/scene';
import { charactersOf, type Parting, type Shown, type SlidePart, slideParts, withPart } from '../domain/slide-parts';
import { FitController, type Lean, type Setting } from './fit-controller';

/** A slide on the stage: it draws all of `slide`, or the page of it that it is told to draw. */
export interface PagedSlide extends LitElement {
  readonly slide: SlideScene;
  /** Draws this at once, with all that is in it. */
  draw(shown: SlideScene & Shown): void;
}

/** What the event `paged` tells: the characters on each of a slide's pages. */
export interface Paged {
  readonly slideId: string;
  readonly pages: readonly number[];
}

/** A text that was parted, and the setting in which all its pages fit: they are all of one size. */
interface Cut {
  readonly parts: readonly SlidePart[];
  readonly setting: Setting;
}

/** The same, with the height of its tallest page: the others keep that room free, so that all begin at one height. */
interface Pages extends Cut {
  readonly tallest: number;
}

type Way = Pick<Setting, 'at' | 'whole'> & Omit<Parting, 'fits'>;

/**
 * The ways to part a text that doesn't fit one page. First at about the size wanted for its distance (product.md §1), for with pages there
 * is room; smaller where that would be a page for each sentence.
 */
const WAYS: readonly Way[] = [
  { at: 0.4, whole: true, finest: 'sentence' },
  { at: 0.15, whole: true, finest: 'sentence' },
  { at: 0, whole: true, finest: 'sentence' },
];

/** Where a sentence fits no page: away from the folder's data and the code, and at last within the sentence. */
const LAST_WAYS: readonly Way[] = [
  { at: 0.4, whole: true, finest: 'sentence', apart: true },
  { at: 0, whole: true, finest: 'sentence', apart: true },
  { at: 0, whole: true, finest: 'phrase', apart: true },
  { at: 0, whole: false, finest: 'phrase', apart: true },
];

/** A text that takes more than twice the time that its page is on. */
const FAR_TOO_LONG = 2 * READABLE_CHARACTERS;

/** So many times the pages that it takes to be read are too many. */
const TOO_MANY = 1.5;

/** While pages are counted, room is kept for a mark with two digits. */
const WIDEST_MARK = { index: 87, count: 88 };

/** Cuts of the slides shown last: a slide's next page need not part it again. */
const KNOWN = new Map<string, Pages>();
const MOST_KNOWN = 16;

/**
 * Fits a slide's text, in pages where one is too small for it. On one page the text shrinks and translations give way before it is parted:
 * down to the smallest legible size. A text that takes more than twice the time of a page is parted rather: its reader would not come to
 * its middle. In pages there is room again: the text stands in a comfortable size, the translations beside it
 * where they fit on every page. The event `paged` tells how many characters each page has, so that each has its time.
 */
export class PageController extends FitController<PagedSlide> {
  private cut: { readonly text: string; readonly parts: readonly SlidePart[] } | null = null;

  /** What of a slide is to be drawn: the page that it asks for, where it is known to be in pages. */
  shownOf<S extends SlideScene>(slide: S): S & Shown {
    const { cut } = this;
    return cut !== null && cut.text === textOf(slide) ? pageOf(slide, cut.parts) : wholeOf(slide);
  }

  protected override settle(): void {
    const { slide } = this.host;
    if (slide.body.kind === 'picture' || slide.body.kind === 'video') return;
    const text = textOf(slide);
    const key = [...this.room(), text].join('|');
    const known = KNOWN.get(key);
    if (known === undefined) {
      this.cut = null;
      if (charactersOf(slide) > READABLE_CHARACTERS)
        this.host.dispatchEvent(new CustomEvent('working', { bubbles: true, composed: true }));
      this.host.draw(wholeOf(slide));
      this.host.style.removeProperty('--tallest');
      this.showAll();
      const characters = charactersOf(slide);
      if (this.fitsWhole(characters > FAR_TOO_LONG ? this.beside : 0)) {
        this.tell({ slideId: slide.id, pages: [characters] });
        return;
      }
    }
    const pages = known ?? this.measured(slide, this.cutNow(slide));
    const { parts, setting, tallest } = pages;
    remember(key, pages);
    this.cut = { text, parts };
    this.host.draw(pageOf(slide, parts));
    this.host.style.setProperty('--tallest', `${tallest}px`);
    this.showAll();
    if (!this.fits(setting)) this.leaveOut();
    this.tell({ slideId: slide.id, pages: parts.map(({ characters }) => characters) });
  }

  private cutNow(slide: SlideScene): Cut {
    const most = TOO_MANY * Math.ceil(charactersOf(slide) / READABLE_CHARACTERS);
    const found: Cut[] = [];
    for (const way of WAYS) {
      if ((found.at(-1)?.parts.length ?? Number.POSITIVE_INFINITY) <= most) break;
      found.push(...this.cutSo(slide, way));
    }
    const [best] = found.sort((a, b) => a.parts.length - b.parts.length);
    if (best !== undefined) return this.enlarged(slide, best);
    for (const way of LAST_WAYS) {
      const [cut] = this.cutSo(slide, way);
      if (cut !== undefined) return this.enlarged(slide, cut);
    }
    // A word that fits nowhere.
    const setting: Setting = { at: 0, whole: false, lean: 'more', others: 'all' };
    return { parts: slideParts(slide, { fits: this.measure(slide, setting), finest: 'phrase', apart: true }), setting };
  }

  /** The text parted in this way; nothing when a page of it does not fit. */
  private cutSo(slide: SlideScene, { at, whole, ...parting }: Way): readonly Cut[] {
    const setting: Setting = { at, whole, lean: 'more', others: 'all' };
    const fits = this.measure(slide, setting);
    const parts = slideParts(slide, { ...parting, fits });
    return parts.every(fits) ? [{ parts, setting }] : [];
  }

  /** The setting for all pages alike: with the translations where each page has room for its own, and as large as the fullest allows. */
  private enlarged(slide: SlideScene, { parts, setting: parted }: Cut): Cut {
    const beside = (lean: Lean) => this.withFewerLanguages({ at: Math.min(parted.at, this.wanted), whole: parted.whole, lean });
    const settings = [...beside(null), ...beside('some')];
    const setting = settings.find((one) => parts.every(this.measure(slide, one))) ?? parted;
    let at = 1;
    for (const part of [...parts].sort((a, b) => b.characters - a.characters)) {
      this.host.draw(withPart(slide, part, WIDEST_MARK));
      at = this.enlarge(setting, at);
    }
    return { parts, setting: { ...setting, at } };
  }

  /** Measures what the host has marked as `data-text` on each page. */
  private measured(slide: SlideScene, cut: Cut): Pages {
    const heights = cut.parts.map((part) => {
      this.fitsDrawn(withPart(slide, part, WIDEST_MARK), cut.setting);
      return Math.floor(this.host.renderRoot.querySelector('[data-text]')?.getBoundingClientRect().height ?? 0);
    });
    return { ...cut, tallest: Math.max(0, ...heights) };
  }

  /** Asks of a page whether it fits; each page is drawn and measured once. */
  private measure(slide: SlideScene, setting: Setting): (part: SlidePart) => boolean {
    const asked = new Map<string, boolean>();
    return (part) => {
      const key = JSON.stringify(part);
      const answer = asked.get(key) ?? this.fitsDrawn(withPart(slide, part, WIDEST_MARK), setting);
      asked.set(key, answer);
      return answer;
    };
  }

  private fitsDrawn(page: SlideScene & Shown, setting: Setting): boolean {
    this.host.draw(page);
    return this.fits(setting);
  }

  private tell(detail: Paged): void {
    this.host.dispatchEvent(new CustomEvent('paged', { bubbles: true, composed: true, detail }));
  }
}

function remember(key: string, pages: Pages): void {
  KNOWN.delete(key);
  KNOWN.set(key, pages);
  const [oldest] = KNOWN.keys();
  if (KNOWN.size > MOST_KNOWN && oldest !== undefined) KNOWN.delete(oldest);
}

/** What the pages hang on. The figures that a layout draws of the folder's data have their room, whatever they say. */
function textOf({ title, body, blocks, translations, link }: SlideScene): string {
  const isText = body.kind === 'checklist' || body.kind === 'cards';
  const figures = JSON.stringify(body);
  return JSON.stringify([title, isText ? figures : figures.replace(/\d/g, '0'), blocks, translations, link]);
}

/** The page asked for; the last one where there are fewer. */
function pageOf<S extends SlideScene>(slide: S, parts: readonly SlidePart[]): S & Shown {
  const count = parts.length;
  const index = Math.min(slide.page?.index ?? 0, count - 1);
  const part = parts[index];
  return part === undefined ? slide : withPart(slide, part, { index, count });
}

/** All of a text on one page. */
function wholeOf<S extends SlideScene>(slide: S): S {
  const { page: _, ...whole } = slide;
  return whole as S;
}

declare global {
  interface HTMLElementEventMap {
    paged: CustomEvent<Paged>;
    /** A piece of work begins that may hold up the page for longer than the usual pause between two frames. */
    working: CustomEvent;
  }
}
