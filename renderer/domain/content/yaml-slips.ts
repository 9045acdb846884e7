/** A slip and where it is; the line counts from 1. */
export interface Slip {
  readonly line: number;
  readonly message: string;
}

/** The beginning of a line of settings: its indentation, and the `- ` of a list. */
const START = '^ *(?:- +)?';
/** Where a key may stand: there, or behind `{` or `,` within brackets. */
const KEY = `(?:${START}|[{,、]\\s*)`;
/** Settings whose value is a text, which may begin with any sign. */
const TEXT_KEYS = '(?:title|place|name|note|reason|link|phone)';

/**
 * What YAML takes for letters of a name or a value, and a person typing Japanese means as a sign. YAML would read on without a word of it,
 * and leave the setting out.
 */
const SLIPS: readonly (readonly [form: RegExp, message: string])[] = [
  [/^ *\u3000/, '行の頭に全角の空白があります。半角の空白で字下げしてください'],
  [new RegExp(`${KEY}[A-Za-z]+\\s*：`), '項目名のあとの「：」が全角です。半角の「: 」にしてください'],
  [new RegExp(`${KEY}[A-Za-z]+:\\u3000`), '「:」のあとの空白が全角です。半角にしてください'],
  [new RegExp(`${START}[A-Za-z]+:(?=[^\\s:/])|[{,]\\s*[A-Za-z]+:(?=[^\\s:/,}])`), '「:」のあとに半角の空白が要ります'],
  [/[{,]\s*\u3000/, '全角の空白があります。半角にしてください'],
  [/\{[^{}'"]*、\s*[A-Za-z]+ *:/, '項目の区切りは半角の「,」です（「、」は使えません）'],
  [new RegExp(`^ *(?:- *(?=｛)|(?:- +)?(?!${TEXT_KEYS})[A-Za-z]+: +(?=[｛［]))`), 'かっこは半角の { } と [ ] で書いてください'],
  [/^ *-(?=[{[])/, '「-」のあとに半角の空白が要ります'],
  [/^ *[－ー‐–—−・](?=\s*[{｛])/, '行の頭の「-」は半角で書いてください'],
];

/** The first slip of a hand used to Japanese in a text of settings; null when there is none. */
export function slipIn(text: string): Slip | null {
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const plain = line.replace(/(?:^| )#.*$/, '');
    const slip = SLIPS.find(([form]) => form.test(plain));
    if (slip !== undefined) return { line: index + 1, message: slip[1] };
  }
  return null;
}
