/** A slide's two parts. Lines count from 1 in the file. */
export interface FrontMatter {
  /** Null: the file begins with its text. */
  readonly settings: string | null;
  readonly settingsLine: number;
  readonly text: string;
  readonly textLine: number;
  /** The settings begin with `---` but never end. */
  readonly unclosed: boolean;
}

/** Parts the settings between two lines `---` from the text below. A byte order mark and Windows line ends are taken as they come. */
export function splitFrontMatter(source: string): FrontMatter {
  const lines = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const whole = { settings: null, settingsLine: 1, text: lines.join('\n'), textLine: 1, unclosed: false };
  if (lines[0]?.trimEnd() !== '---') return whole;
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line));
  if (end < 0) return { ...whole, unclosed: true };
  return {
    settings: lines.slice(1, end).join('\n'),
    settingsLine: 2,
    text: lines.slice(end + 1).join('\n'),
    textLine: end + 2,
    unclosed: false,
  };
}
