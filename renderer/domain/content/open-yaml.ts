import { isMap, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { Report } from './report';
import { YamlMap } from './yaml-map';

/** More than any settings; the parser is linear, but a lobby PC is slow. */
const LONGEST = 50_000;

/** What the parser's own error codes mean to someone who writes a list of opening hours. */
const SYNTAX: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '同じ項目が二度書いてあります。一つにしてください',
  BAD_INDENT: '字下げがそろっていません。半角の空白の数をそろえてください',
  MISSING_CHAR: '閉じる記号（ } ] " \' ）か : が足りません',
  MULTILINE_IMPLICIT_KEY: '項目名のあとの : が足りません（全角の ： は使えません）',
  BLOCK_AS_IMPLICIT_KEY: '一行に : が二つあります。値を " で囲んでください',
  BAD_SCALAR_START: 'この記号で始まる値は " で囲んでください',
  BAD_DQ_ESCAPE: '" の中の \\ は使えません',
  MULTIPLE_DOCS: '--- は途中に書けません',
};
const TAB = '行の頭にタブがあります。半角の空白で字下げしてください';
const ALIAS = '別名（* と &）は使えません。* で始まる値は " で囲んでください';
const UNREADABLE = 'YAML として読めません。: のあとの空白、字下げ、かっこを確かめてください';
const NO_MAP = '「項目: 値」の形で書いてください（: は半角で、あとに空白）';

/** A byte that no text has: the file is something else under the name of a text. */
export const NUL = '文字ではないデータ（NUL）が入っています。文字だけのファイルか確かめてください';

/**
 * Opens YAML 1.2 whose top is a map. Null, with the reason reported, when it can't be read. `firstLine` is the line of the file
 * on which the text begins. Aliases are refused: staff do not need them, and a few lines of them can fill the memory.
 */
export function openYaml(text: string, report: Report, firstLine = 1): YamlMap | null {
  const lines = new LineCounter();
  const lineOf = (offset: number) => Math.max(lines.linePos(offset).line, 1) + firstLine - 1;
  const refuse = (line: number | null, message: string) => {
    report.error(line, message);
    return null;
  };
  if (text.length > LONGEST) return refuse(null, `設定が長すぎます（約${text.length}字）。${LONGEST}字までです`);
  const nul = text.indexOf('\0');
  if (nul >= 0) return refuse(text.slice(0, nul).split('\n').length + firstLine - 1, NUL);
  try {
    const document = parseDocument(text, {
      version: '1.2',
      lineCounter: lines,
      merge: false,
      uniqueKeys: true,
      prettyErrors: false,
    });
    const [error] = document.errors;
    if (error !== undefined) return refuse(lineOf(error.pos[0]), syntaxMessage(error, text));
    const aliases: number[] = [];
    visit(document, { Alias: (_, { range }) => void aliases.push(range?.[0] ?? 0) });
    if (aliases[0] !== undefined) return refuse(lineOf(aliases[0]), ALIAS);
    const { contents } = document;
    if (contents === null || (isScalar(contents) && contents.value === null)) return new YamlMap(null, report, lineOf);
    return isMap(contents) ? new YamlMap(contents, report, lineOf) : refuse(lineOf(contents.range?.[0] ?? 0), NO_MAP);
  } catch (error) {
    // Thousands of nested brackets exhaust the stack of a parser that calls itself.
    if (error instanceof RangeError) return refuse(null, UNREADABLE);
    throw error;
  }
}

/** A tab upsets the parser in many ways; whatever it calls the fault, the tab is what staff must mend. */
function syntaxMessage(error: YAMLError, text: string): string {
  const upToFault = text.slice(0, error.pos[1] + 1);
  const line = upToFault.slice(upToFault.lastIndexOf('\n') + 1);
  if (error.code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) return TAB;
  if (error.code === 'BAD_ALIAS') return ALIAS;
  return SYNTAX[error.code] ?? UNREADABLE;
}
