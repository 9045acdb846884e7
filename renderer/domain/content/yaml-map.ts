import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit, type YAMLMap } from 'yaml';
import { isCivilDate } from '../time';
import { fold, found } from './fold';
import { nearest } from './nearest';
import type { Report } from './report';

/** What the parser's own error codes mean to someone who writes a list of opening hours. */
const SYNTAX: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: '行の頭にタブがあります。半角の空白で字下げしてください',
  DUPLICATE_KEY: '同じ項目が二度書いてあります。一つにしてください',
  BAD_INDENT: '字下げがそろっていません。半角の空白の数をそろえてください',
  MISSING_CHAR: '閉じる記号（ } ] " \' ）か : が足りません',
  MULTILINE_IMPLICIT_KEY: '項目名のあとの : が足りません',
};
const UNREADABLE = 'YAML として読めません。: のあとの空白、字下げ、かっこを確かめてください';

/**
 * Opens YAML 1.2 whose top is a map. Null, with the reason reported, when it can't be read. `firstLine` is the line of the file
 * on which the text begins. Aliases are refused: staff do not need them, and a few lines of them can fill the memory.
 */
export function openYaml(text: string, report: Report, firstLine = 1): YamlMap | null {
  const lines = new LineCounter();
  const lineOf = (offset: number) => Math.max(lines.linePos(offset).line, 1) + firstLine - 1;
  try {
    const document = parseDocument(text, {
      version: '1.2',
      lineCounter: lines,
      merge: false,
      uniqueKeys: true,
      prettyErrors: false,
    });
    const [error] = document.errors;
    if (error !== undefined) {
      const tab = /^\t|^ +\t/m.test(
        text
          .slice(0, error.pos[1] + 1)
          .split('\n')
          .at(-1) ?? '',
      );
      report.error(lineOf(error.pos[0]), tab ? (SYNTAX.TAB_AS_INDENT ?? UNREADABLE) : (SYNTAX[error.code] ?? UNREADABLE));
      return null;
    }
    const aliases: number[] = [];
    visit(document, { Alias: (_, { range }) => void aliases.push(range?.[0] ?? 0) });
    if (aliases[0] !== undefined) {
      report.error(lineOf(aliases[0]), '別名（* と &）は使えません。そのまま書いてください');
      return null;
    }
    const { contents } = document;
    if (contents === null || (isScalar(contents) && contents.value === null)) return new YamlMap(null, report, lineOf);
    if (isMap(contents)) return new YamlMap(contents, report, lineOf);
    report.error(lineOf(contents.range?.[0] ?? 0), '「項目: 値」の形で書いてください');
  } catch (error) {
    // Thousands of nested brackets exhaust the stack of a parser that calls itself.
    if (!(error instanceof RangeError)) throw error;
    report.error(null, UNREADABLE);
  }
  return null;
}

/**
 * Reads a map's fields, each checked, each fault reported with its line. A reader returns null when the field is missing or
 * wrong; `close` reports the keys that nobody asked for.
 */
export class YamlMap {
  private readonly asked = new Set<string>();

  constructor(
    private readonly map: YAMLMap | null,
    private readonly report: Report,
    private readonly lineOf: (offset: number) => number,
  ) {}

  /** The line of a field, or of the map itself. */
  line(key?: string): number {
    const node = key === undefined ? null : this.node(key);
    return this.lineOf(node?.range?.[0] ?? this.map?.range?.[0] ?? 0);
  }

  has(key: string): boolean {
    this.asked.add(key);
    const node = this.node(key);
    return node !== null && !(isScalar(node) && node.value === null);
  }

  /** The plain value of a field, whatever it is; null when missing. */
  value(key: string): unknown {
    if (!this.has(key)) return null;
    const node = this.node(key);
    return node === null ? null : node.toJSON();
  }

  /** A line of text. Numbers count as text: a name may be 2023. */
  text(key: string): string | null {
    const value = this.value(key);
    if (value === null) return null;
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string' && value.trim() !== '' && !/\p{Cc}/u.test(value.trim())) return value.trim();
    return this.wrong(key, '文字');
  }

  number(key: string, least: number, most: number): number | null {
    const value = this.value(key);
    if (value === null) return null;
    if (typeof value === 'number' && value >= least && value <= most) return value;
    return this.wrong(key, `${least}〜${most} の数字`);
  }

  flag(key: string): boolean | null {
    const value = this.value(key);
    if (value === null || typeof value === 'boolean') return value;
    return this.wrong(key, 'true か false');
  }

  date(key: string): string | null {
    const value = this.value(key);
    if (value === null) return null;
    const text = typeof value === 'string' ? fold(value).replaceAll('/', '-') : '';
    if (isCivilDate(text)) return text;
    return this.wrong(key, /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'カレンダーにある日付' : '2023-09-29 の形の日付');
  }

  oneOf<T extends string>(key: string, choices: readonly T[]): T | null {
    const value = this.value(key);
    if (value === null) return null;
    const choice = choices.find((candidate) => candidate === value);
    if (choice !== undefined) return choice;
    const meant = typeof value === 'string' ? nearest(value, choices) : null;
    return this.wrong(key, `${choices.join('・')} のどれか`, meant);
  }

  /** What a parser of texts makes of the field; it returns null for what it can't read. */
  parsed<T>(key: string, parse: (value: unknown) => T | null, wanted: string): T | null {
    const value = this.value(key);
    if (value === null) return null;
    return parse(value) ?? this.wrong(key, wanted);
  }

  child(key: string): YamlMap | null {
    if (!this.has(key)) return null;
    const node = this.node(key);
    if (isMap(node)) return new YamlMap(node, this.report, this.lineOf);
    return this.wrong(key, '「項目: 値」の集まり');
  }

  /** The maps of a list. */
  children(key: string): readonly YamlMap[] {
    if (!this.has(key)) return [];
    const node = this.node(key);
    if (!isSeq(node)) {
      this.wrong(key, '「- 」で始まる行の並び');
      return [];
    }
    return node.items.flatMap((item) => {
      if (isMap(item)) return [new YamlMap(item, this.report, this.lineOf)];
      const at = (item as Node | null)?.range?.[0] ?? node.range?.[0] ?? 0;
      this.report.error(this.lineOf(at), `${key} の中は「{ 項目: 値 }」の形で書いてください`);
      return [];
    });
  }

  /** Reports a field as wrong: what is wanted, and what was found. */
  wrong(key: string, wanted: string, meant: string | null = null): null {
    const hint = meant === null ? '' : `。${meant} の間違いではありませんか`;
    this.report.error(this.line(key), `${key} は ${wanted}です${found(this.value(key))}${hint}`);
    return null;
  }

  /** The keys that nobody asked for are probably misspelt: a warning with the nearest known one. */
  close(): void {
    for (const { key } of this.map?.items ?? []) {
      const name = isScalar(key) ? String(key.value) : '';
      if (this.asked.has(name)) continue;
      const meant = nearest(name, [...this.asked]);
      const line = this.lineOf((key as Node).range?.[0] ?? 0);
      this.report.warning(
        line,
        `「${name}」という項目はありません${meant === null ? '' : `（${meant} の間違いではありませんか）`}`,
      );
    }
  }

  private node(key: string): Node | null {
    const node = this.map?.get(key, true);
    return node === undefined || isAlias(node) ? null : (node as unknown as Node);
  }
}
