import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Report } from './report';
import { ALIAS, NO_MAP, syntaxFault } from './yaml-faults';
import { YamlMap } from './yaml-map';
import { slipIn } from './yaml-slips';

/** More than any settings; the parser is linear, but a lobby PC is slow. */
const LONGEST = 50_000;

const TOO_DEEP = 'かっこの入れ子が深すぎます';

/** A byte that no text has: the file is something else under the name of a text. */
export const NUL = '文字ではないデータが入っています。メモ帳で書き直し、保存してください';

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
  const slip = slipIn(text);
  if (slip !== null) return refuse(slip.line + firstLine - 1, slip.message);
  try {
    const document = parseDocument(text, {
      version: '1.2',
      lineCounter: lines,
      merge: false,
      uniqueKeys: true,
      prettyErrors: false,
    });
    const fault = syntaxFault(document.errors, text, lines);
    if (fault !== null) return refuse(fault.line + firstLine - 1, fault.message);
    const aliases: number[] = [];
    visit(document, { Alias: (_, { range }) => void aliases.push(range?.[0] ?? 0) });
    if (aliases[0] !== undefined) return refuse(lineOf(aliases[0]), ALIAS);
    const { contents } = document;
    if (contents === null || (isScalar(contents) && contents.value === null)) return new YamlMap(null, report, lineOf);
    return isMap(contents) ? new YamlMap(contents, report, lineOf) : refuse(lineOf(contents.range?.[0] ?? 0), NO_MAP);
  } catch (error) {
    // Thousands of nested brackets exhaust the stack of a parser that calls itself.
    if (error instanceof RangeError) return refuse(null, TOO_DEEP);
    throw error;
  }
}
