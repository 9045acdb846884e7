import type { LineCounter, YAMLError } from 'yaml';
import type { Slip } from './yaml-slips';

/** What the parser's own error codes mean to someone who writes a list of opening hours. */
const SYNTAX: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '同じ項目が二度書いてあります。一つにしてください',
  BAD_INDENT: '字下げがそろっていません。半角の空白の数をそろえてください',
  MISSING_CHAR: '閉じる記号（ } ] " \' ）か : が足りません',
  MULTILINE_IMPLICIT_KEY: '項目名のあとの : が足りません（全角の ： は使えません）',
  BLOCK_AS_IMPLICIT_KEY: '一行に : が二つあります。値を " で囲んでください',
  BLOCK_IN_FLOW: '項目の間の「,」（半角）が足りません',
  BAD_SCALAR_START: 'この記号で始まる値は " で囲んでください',
  BAD_DQ_ESCAPE: '" の中の \\ は使えません',
  MULTIPLE_DOCS: '--- は途中に書けません',
};
const TAB = '行の頭にタブがあります。半角の空白で字下げしてください';
const UNREADABLE = 'YAML として読めません。: のあとの空白、字下げ、かっこを確かめてください';
const HALF_QUOTED = "\" や [ や { で始まる値は、値の全体を ' と ' で囲んでください";

/** Aliases, and values that look like one. */
export const ALIAS = '別名（* と &）は使えません。* で始まる値は " で囲んでください';
/** A text that is no list of settings at all. */
export const NO_MAP = '「項目: 値」の形で書いてください（: は半角で、あとに空白）';

/** The parser's first error, in the words and on the line on which a person can mend it. */
export function syntaxFault(errors: readonly YAMLError[], text: string, counter: LineCounter): Slip | null {
  const [error, second] = errors;
  if (error === undefined) return null;
  const line = Math.max(counter.linePos(error.pos[0]).line, 1);
  const lines = text.split('\n');
  const closing = /end with a ([\]}])$/.exec(error.message)?.[1];
  if (closing !== undefined) return { line: unclosedLine(lines, line, closing), message: `閉じる「${closing}」がありません` };
  // A line that is indented farther than the one above goes on with its value, and that has a colon then.
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && second?.code === 'MULTILINE_IMPLICIT_KEY') {
    return { line: line + 1, message: SYNTAX.BAD_INDENT ?? UNREADABLE };
  }
  return { line, message: message(error, text) };
}

function message(error: YAMLError, text: string): string {
  // A tab upsets the parser in many ways; whatever it calls the fault, the tab is what staff must mend.
  const upToFault = text.slice(0, error.pos[1] + 1);
  const line = upToFault.slice(upToFault.lastIndexOf('\n') + 1);
  if (error.code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) return TAB;
  if (error.code === 'BAD_ALIAS') return ALIAS;
  if (error.code === 'UNEXPECTED_TOKEN' && /: *["'[{]/.test(line)) return HALF_QUOTED;
  if (error.code === 'MISSING_CHAR' && error.message.startsWith('Implicit map keys')) return NO_MAP;
  return SYNTAX[error.code] ?? UNREADABLE;
}

/** The last line, at or above the fault, that opens more brackets than it closes: the parser notices only on the next. */
function unclosedLine(lines: readonly string[], fault: number, closing: string): number {
  const opening = closing === ']' ? '[' : '{';
  const count = (line: string, sign: string) => line.split(sign).length - 1;
  const index = lines
    .slice(0, fault)
    .map((line) => count(line, opening) > count(line, closing))
    .lastIndexOf(true);
  return index < 0 ? fault : index + 1;
}
