import { isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import { cut, fold, found } from './fold';
import { nearest } from './nearest';
import type { Report } from './report';
import { looksLikeDate, parseDate } from './written-date';

/** Longer names and notes have no room on the screen. */
const LONGEST_TEXT = 100;
/** More lines than any list of a lobby has. */
const MOST_LINES = 100;

/**
 * Reads a map's fields, each checked, each fault reported with its line. A reader returns null when the field is missing or
 * wrong; `close` reports the keys that nobody asked for.
 */
export class YamlMap {
  private readonly asked = new Set<string>();

  constructor(
    private readonly map: YAMLMap | null,
    readonly report: Report,
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
    return this.has(key) ? (this.node(key)?.toJSON() ?? null) : null;
  }

  /** A text or a number as it was written: `0120950178` keeps its zero. Null for all else; nothing is reported. */
  written(key: string): string | null {
    const value = this.value(key);
    const node = this.node(key);
    if (!isScalar(node) || (typeof value !== 'string' && typeof value !== 'number')) return null;
    return (typeof value === 'number' ? String(node.source ?? value) : value).trim();
  }

  /** A line of text. */
  text(key: string): string | null {
    if (this.value(key) === null) return null;
    if (!isScalar(this.node(key))) return this.refuse(key, '[ や { で始まっています。値の全体を " で囲んでください');
    const text = this.written(key) ?? '';
    const isText = text !== '' && !/\p{Cc}/u.test(text);
    return isText && text.length <= LONGEST_TEXT ? text : this.wrong(key, `1行、${LONGEST_TEXT}字までの文字`);
  }

  /** Digits may be full-width. */
  number(key: string, least: number, most: number): number | null {
    const value = this.value(key);
    if (value === null) return null;
    const number = typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(fold(value)) ? Number(fold(value)) : value;
    if (typeof number === 'number' && number >= least && number <= most) return number;
    return this.wrong(key, `${least}〜${most} の数字`);
  }

  /** Yes or no, also as people say it. */
  flag(key: string): boolean | null {
    const value = this.value(key);
    if (value === null || typeof value === 'boolean') return value;
    if (value === 'はい' || value === 'yes') return true;
    if (value === 'いいえ' || value === 'no') return false;
    return this.wrong(key, 'true（はい）か false（いいえ）');
  }

  date(key: string): string | null {
    const value = this.value(key);
    if (value === null) return null;
    const text = typeof value === 'string' ? value : '';
    return parseDate(text) ?? this.wrong(key, looksLikeDate(text) ? 'カレンダーにある日付' : '2023-09-29 の形の日付');
  }

  oneOf<T extends string>(key: string, choices: readonly T[]): T | null {
    return this.parsed(
      key,
      (value) => choices.find((choice) => choice === value) ?? null,
      `${choices.join('・')} のどれか`,
      choices,
    );
  }

  /** One choice or several: a single word or a list; each choice counts once, in the order written. */
  someOf<T extends string>(
    key: string,
    choices: readonly T[],
    wanted = `${choices.join('・')} を並べたもの`,
  ): readonly T[] | null {
    const value = this.value(key);
    if (value === null) return null;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const strange = list.find((item) => !choices.some((choice) => choice === item));
    if (strange !== undefined) return this.wrong(key, wanted, strange, choices);
    const chosen = choices.filter((choice) => list.includes(choice)).sort((a, b) => list.indexOf(a) - list.indexOf(b));
    return chosen.length > 0 ? chosen : this.wrong(key, wanted);
  }

  /** What a parser of texts makes of the field; it returns null for what it can't read. */
  parsed<T>(key: string, parse: (value: unknown) => T | null, wanted: string, known: readonly string[] = []): T | null {
    const value = this.value(key);
    if (value === null) return null;
    return parse(value) ?? this.wrong(key, wanted, value, known);
  }

  child(key: string): YamlMap | null {
    if (!this.has(key)) return null;
    const node = this.node(key);
    if (isMap(node)) return new YamlMap(node, this.report, this.lineOf);
    return this.wrong(key, '次の行から字下げして「項目: 値」を並べたもの');
  }

  /** The maps of a list. */
  children(key: string): readonly YamlMap[] {
    if (!this.has(key)) return [];
    const node = this.node(key);
    if (!isSeq(node) || node.items.length > MOST_LINES) {
      this.wrong(key, isSeq(node) ? `${MOST_LINES}行まで` : '「- 」で始まる行の並び');
      return [];
    }
    return node.items.flatMap((item) => {
      if (isMap(item)) return [new YamlMap(item, this.report, this.lineOf)];
      const at = (item as Node | null)?.range?.[0] ?? node.range?.[0] ?? 0;
      this.report.error(this.lineOf(at), `${key} の中は「{ 項目: 値 }」の形で書いてください`);
      return [];
    });
  }

  /** Reports a required field that is missing. */
  require(key: string, wanted: string): void {
    if (!this.has(key)) this.wrong(key, wanted);
  }

  /** Reports a field as wrong: what is wanted, what was found, and which of the known words was probably meant. */
  wrong(key: string, wanted: string, value: unknown = this.value(key), known: readonly string[] = []): null {
    const meant = typeof value === 'string' ? nearest(value, known) : null;
    const hint = meant === null ? '' : `。${meant} の間違いではありませんか`;
    return this.refuse(key, `${wanted}です${found(value)}${hint}`);
  }

  /** Reports a field as wrong in words of one's own: `time は …`. */
  refuse(key: string, message: string): null {
    this.report.error(this.line(key), `${key} は ${message}`);
    return null;
  }

  /**
   * The keys that nobody asked for are probably misspelt: a warning with the nearest known one. One without a value is the rest of the value
   * before it, `{ days: 月, 火 }`, of which only the beginning would be known. `homes`: keys that belong into a section of this map, and
   * which. Without its indentation the end of a slide would be none: like the former, an error.
   */
  close(homes: Readonly<Record<string, string>> = {}): void {
    for (const { key, value } of this.map?.items ?? []) {
      if (isScalar(value) && hidesText(value)) {
        this.report.warning(this.lineOf(value.range?.[0] ?? 0), '「#」から後は読まれません。文字なら " で囲んでください');
      }
      const name = isScalar(key) ? String(key.value) : JSON.stringify(key);
      if (this.asked.has(name)) continue;
      const line = this.lineOf((key as Node | null)?.range?.[0] ?? 0);
      if (value === null) {
        this.report.error(line, `「${cut(name)}」が前の値から「,」で切れています。[ ] で囲むか、行を分けてください`);
        continue;
      }
      const home = Object.hasOwn(homes, name) ? homes[name] : undefined;
      if (home !== undefined) {
        this.report.error(line, `${name} は ${home}: の中に、字下げして書いてください`);
        continue;
      }
      const meant = nearest(name, [...this.asked]);
      const hint = meant === null ? '' : `（${meant} の間違いではありませんか）`;
      this.report.warning(line, `「${cut(name)}」という項目はありません${hint}。書いてあることは効きません`);
    }
  }

  private node(key: string): Node | null {
    return (this.map?.get(key, true) as unknown as Node | undefined) ?? null;
  }
}

/** Whether a comment stands in the place of a value, or begins as a text goes on: 市民課 #2窓口 */
function hidesText({ value, comment }: Scalar): boolean {
  return Boolean(comment) && (value === null || (typeof value === 'string' && comment?.startsWith(' ') === false));
}
