import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Inline } from '../domain/content/block';
import type { Language } from '../domain/content/content';
import { joints, phrases } from '../domain/phrases';
import { assertNever } from '../domain/result';
import type { Words } from '../domain/scene';
import { furigana, withoutFurigana } from '../domain/texts/furigana';
import { readingWidth } from '../domain/texts/reading-width';

/** A piece of text in one dress; `reading` is its furigana. */
interface Piece {
  readonly text: string;
  readonly strong: boolean;
  readonly reading: string | null;
}

/** A phrase whose word has long furigana is joined to the one before it, up to so many characters: there they have kana to lean on. */
const LONGEST_JOINED = 9;
/** What furigana may lean over: kana without furigana of their own (JLREQ 3.3.8). */
const KANA_AT_END = /[ぁ-ゖァ-ヺー]+$/;
const KANA_AT_START = /^[ぁ-ゖァ-ヺー]+/;

/** How many of them stand on either side of a word. */
interface KanaBeside {
  readonly before: number;
  readonly after: number;
}

/**
 * Text that breaks between phrases only. Each phrase is an inline block, so it moves to the next line whole, and breaks inside,
 * at the joints of the word, only when it is longer than a line. The display's own plain Japanese has its furigana in `{}`.
 */
export function phraseText(text: string): readonly TemplateResult[] {
  return inlineText(furigana(text));
}

/** The same for a slide's inline tree; phrases are found in the text as a whole, whatever is set bold in it. */
export function inlineText(inlines: readonly Inline<string>[]): readonly TemplateResult[] {
  return linesOf(inlines, false).map((line, index) => html`${index === 0 ? null : html`<br />`}${phraseLine(line)}`);
}

/** The words' other languages, small beneath or beside the main ones; `spare` where a crowded place may do without them. */
export function otherWords(words: Words, spare: '' | 'spare' | 'spare spare-first' = 'spare'): readonly TemplateResult[] {
  return inTurn(
    words.others.map(
      ({ language, text }) =>
        html`<span class="other ${spare}" lang=${langOf(language)}>${language === 'ja-easy' ? phraseText(text) : text}</span>`,
    ),
  );
}

/** Other languages of one text in the folder's order: where there is no room for all, two stay, or the first (`fit-controller.ts`). */
export function inTurn(others: readonly (TemplateResult | null)[]): readonly TemplateResult[] {
  return others.map((other, index) =>
    index === 0 ? html`${other}` : html`<span class=${index === 1 ? 'language-2' : 'language-3'}>${other}</span>`,
  );
}

/** The words as they are read aloud: without furigana. */
export function spokenWords(words: Words): string {
  return withoutFurigana(words.main);
}

/** The language tag that a browser knows. */
export function langOf(language: Language): string {
  return language === 'ja-easy' ? 'ja' : language;
}

function linesOf(inlines: readonly Inline<string>[], strong: boolean): readonly (readonly Piece[])[] {
  let line: Piece[] = [];
  const lines = [line];
  const add = (inline: Inline<string>): void => {
    switch (inline.kind) {
      case 'text':
        line.push({ text: inline.text, strong, reading: null });
        break;
      case 'live':
        line.push({ text: inline.value, strong, reading: null });
        break;
      case 'ruby':
        line.push({ text: inline.base, strong, reading: inline.reading });
        break;
      case 'break':
        line = [];
        lines.push(line);
        break;
      case 'strong':
      case 'emphasis': {
        const [first = [], ...rest] = linesOf(inline.children, true);
        line.push(...first);
        for (const next of rest) {
          line = [...next];
          lines.push(line);
        }
        break;
      }
      default:
        assertNever(inline);
    }
  };
  inlines.forEach(add);
  return lines;
}

function phraseLine(pieces: readonly Piece[]): readonly TemplateResult[] {
  let at = 0;
  return unsplit(pieces, phrases(pieces.map(({ text }) => text).join(''))).map((phrase) => {
    const inner = phrase.trimEnd();
    const space = phrase.slice(inner.length);
    const start = at;
    at += phrase.length;
    // The space stands between the blocks: at the end of one it would be dropped.
    return html`<span class="phrase">${phraseContent(pieces, start, inner)}</span>${space}<wbr />`;
  });
}

/** Phrases joined again where one ends within a base that has furigana, or before one whose furigana want to lean on it. */
function unsplit(pieces: readonly Piece[], parts: readonly string[]): readonly string[] {
  const held = new Set<number>();
  const leaning = new Set<number>();
  let at = 0;
  for (const { text, reading } of pieces) {
    if (reading !== null) for (let inside = at + 1; inside < at + text.length; inside += 1) held.add(inside);
    if (reading !== null && isWide(text, reading)) leaning.add(at);
    at += text.length;
  }
  const result: string[] = [];
  let start = 0;
  for (const part of parts) {
    const last = result.at(-1) ?? '';
    const leans = leaning.has(start) && KANA_AT_END.test(last) && last.length + part.length <= LONGEST_JOINED;
    if (held.has(start) || leans) result.push(`${result.pop() ?? ''}${part}`);
    else result.push(part);
    start += part.length;
  }
  return result;
}

function phraseContent(pieces: readonly Piece[], start: number, phrase: string): unknown {
  const hasReading = pieces.some(({ reading }) => reading !== null);
  const parts = hasReading ? [phrase] : joints(phrase);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return dressed(pieces, start, start + only.length);
  let at = start;
  return parts.map((part) => {
    const from = at;
    at += part.length;
    return html`<span class="part">${dressed(pieces, from, at)}</span>`;
  });
}

/** The characters from `from` to `until` of the pieces, each in its dress. */
function dressed(pieces: readonly Piece[], from: number, until: number): unknown {
  let at = 0;
  return pieces.map(({ text, strong, reading }, index) => {
    const start = at;
    at += text.length;
    const part = text.slice(Math.max(from - start, 0), Math.max(until - start, 0));
    if (part === '') return null;
    const [before, after] = [pieces[index - 1], pieces[index + 1]];
    const kana = {
      before: start > from ? kanaOf(before, KANA_AT_END) : 0,
      after: at < until ? kanaOf(after, KANA_AT_START) : 0,
    };
    const shown = reading === null || part !== text ? part : withReading(text, reading, kana);
    return strong ? html`<strong>${shown}</strong>` : shown;
  });
}

/** How many kana of their neighbour, next to them, furigana may lean over. */
function kanaOf(neighbour: Piece | undefined, where: RegExp): number {
  return neighbour === undefined || neighbour.reading !== null ? 0 : (where.exec(neighbour.text)?.[0].length ?? 0);
}

/** A word under its furigana. Longer ones lean over the kana on either side, so that no gap stands beside the word (`base.ts`). */
function withReading(text: string, reading: string, kana: KanaBeside): TemplateResult {
  const ruby = html`<ruby>${text}<rt>${reading}</rt></ruby>`;
  if (!isWide(text, reading) || kana.before + kana.after === 0) return ruby;
  // The page's policy refuses styles that are written as an attribute.
  const widths = (element: Element | undefined) => {
    if (!(element instanceof HTMLElement)) return;
    const values = { '--reading': readingWidth(reading), '--word': text.length, '--before': kana.before, '--after': kana.after };
    for (const [name, value] of Object.entries(values)) element.style.setProperty(name, String(value));
  };
  return html`<span class="leans" ${ref(widths)}>${ruby}</span>`;
}

/** Whether furigana of the smallest size may be wider than their word. */
function isWide(text: string, reading: string): boolean {
  return readingWidth(reading) > text.length;
}
