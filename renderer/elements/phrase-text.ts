import { html, type TemplateResult } from 'lit';
import type { Inline } from '../domain/content/block';
import type { Language } from '../domain/content/content';
import { joints, phrases } from '../domain/phrases';
import { assertNever } from '../domain/result';
import type { Words } from '../domain/scene';
import { furigana, withoutFurigana } from '../domain/texts/furigana';

/** A piece of text in one dress; `reading` is its furigana. */
interface Piece {
  readonly text: string;
  readonly strong: boolean;
  readonly reading: string | null;
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
  return words.others.map(
    ({ language, text }) =>
      html`<span class="other ${spare}" lang=${langOf(language)}>${language === 'ja-easy' ? phraseText(text) : text}</span>`,
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

/** Phrases joined again where one ends within a base that has furigana. */
function unsplit(pieces: readonly Piece[], parts: readonly string[]): readonly string[] {
  const held = new Set<number>();
  let at = 0;
  for (const { text, reading } of pieces) {
    if (reading !== null) for (let inside = at + 1; inside < at + text.length; inside += 1) held.add(inside);
    at += text.length;
  }
  const result: string[] = [];
  let start = 0;
  for (const part of parts) {
    if (held.has(start)) result.push(`${result.pop() ?? ''}${part}`);
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
  return pieces.map(({ text, strong, reading }) => {
    const start = at;
    at += text.length;
    const part = text.slice(Math.max(from - start, 0), Math.max(until - start, 0));
    if (part === '') return null;
    const shown = reading === null || part !== text ? part : html`<ruby>${part}<rt>${reading}</rt></ruby>`;
    return strong ? html`<strong>${shown}</strong>` : shown;
  });
}
