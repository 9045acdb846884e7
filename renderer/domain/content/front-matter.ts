import { cut } from './fold';

/** A slide's two parts. Lines count from 1 in the file. */
export interface FrontMatter {
  /** Null: the file begins with its text. */
  readonly settings: string | null;
  readonly settingsLine: number;
  readonly text: string;
  readonly textLine: number;
  /** Where the settings end or begin cannot be told: the line, and what is wrong with it. */
  readonly fault: { readonly line: number; readonly message: string } | null;
}

/** What a line of strokes may look like that was meant to be `---`: `－－－`, `ーーー`, `—`, `----`. */
const STROKES = /^\s*[-－ーｰ‐‑‒–—―−─]+\s*$/;
/** A setting of a slide or a card. */
const SETTING = /^\s*(?:layout|title|seconds|show|priority|link|minutes|drill)\s*[:：]/;

/**
 * Parts the settings between two lines `---` from the text below. A byte order mark, Windows line ends and empty lines above are taken as
 * they come. Settings whose first or last line is none are a fault: read as text, they would be on the glass.
 */
export function splitFrontMatter(source: string): FrontMatter {
  const lines = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const whole = { settings: null, settingsLine: 1, text: lines.join('\n'), textLine: 1, fault: null };
  const start = lines.findIndex((line) => line.trim() !== '');
  const first = lines[start] ?? '';
  if (first.trim() !== '---') return { ...whole, fault: openingFault(lines, start) };
  const end = lines.findIndex((line, index) => index > start && /^(---|\.\.\.)\s*$/.test(line));
  if (end < 0) return { ...whole, fault: closingFault(lines, start) };
  return {
    settings: lines.slice(start + 1, end).join('\n'),
    settingsLine: start + 2,
    text: lines.slice(end + 1).join('\n'),
    textLine: end + 2,
    fault: null,
  };
}

function openingFault(lines: readonly string[], start: number): FrontMatter['fault'] {
  const first = lines[start] ?? '';
  if (SETTING.test(first)) return { line: start + 1, message: '設定の上に --- の行がありません' };
  const isMeant = STROKES.test(first) && SETTING.test(lines[start + 1] ?? '');
  return isMeant ? { line: start + 1, message: strokes('初め', first) } : null;
}

function closingFault(lines: readonly string[], start: number): FrontMatter['fault'] {
  const meant = lines.findIndex((line, index) => index > start && STROKES.test(line));
  if (meant < 0) return { line: start + 1, message: '初めの --- に対する終わりの --- がありません' };
  return { line: meant + 1, message: strokes('終わり', lines[meant] ?? '') };
}

function strokes(which: '初め' | '終わり', line: string): string {
  return `設定の${which}の行は、半角の --- だけにしてください（"${cut(line)}" とあります）`;
}
