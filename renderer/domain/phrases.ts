import { jaModel, Parser } from 'budoux';
import { unbreakable } from './unbreakable';

const parser = new Parser(jaModel);

/** May not begin a line (JIS X 4051 行頭禁則), small kana included. */
const NEVER_FIRST =
  /^[\s、。，．・：；？！‼⁇⁈⁉）］｝〕〉》」』】’”〟％‰℃ー〜～–ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ,.:;?!)\]}%…‥]/u;
/** May not end a line (行末禁則). */
const NEVER_LAST = /[（［｛〔〈《「『【‘“〝￥＄#([{]$/u;
/** Nouns that only lean on what stands before them: 必要な|もの, やめた|方へ, システムメンテナンスの|ため. */
const LEANING =
  /^(?:もの|こと|とき|ため|ところ|うち|ほう|よう|うえ|たび|まま|より|場合|付[いきくけこっ]|方(?:[はがをにへとのも、。]|$))/u;
/** They end a phrase when the next word begins hard behind them: ため|受付を. */
const LEANING_THEN_WORD = /^(?:ため|とき|場合|うえ)(?=[\p{Script=Han}\p{Script=Katakana}])/u;
/** A particle left alone behind a space: 16時24分 |から|. */
const PARTICLE = /^(?:から|まで|より|へ|に|の|を|は|が|で|と|も)[、。]?$/u;
/** Signs and one character: too little to stand alone. */
const LONELY = /^[\p{P}\p{S}\s]*[^\p{P}\p{S}\s]?[\p{P}\p{S}\s]*$/u;
/** Where a line may break whatever the parser says: behind a space or the end of a clause, before an opening bracket. */
const SEAMS = /\s(?=\S)|[、。？！](?=[^\p{P}\s])|[^\s（［｛〔〈《「『【](?=[（［【「『〔])/gu;
/** The seams of a compound, where the writing changes. */
const JOINTS =
  /(?<=[\p{Script=Katakana}ー]{2})(?=\p{Script=Han}{2})|(?<=[\p{Script=Han}\p{Script=Hiragana}])(?=\p{Script=Katakana}{3})|(?<=\p{Script=Hiragana})(?=\p{Script=Han}{2})|(?<=[・／])/gu;

/**
 * The stretches of a text between which a line may break; joined they are the text. Words stay whole (BudouX, whose answer is
 * the same in every browser, unlike `word-break: auto-phrase`), and so do dates, times, phone numbers, 「あと2日」, 「窓口 1」; no
 * closing bracket begins a line, no opening one ends it, no single character stands alone. A space belongs to the stretch before it.
 * 受付は午後5時までです。 → 受付は|午後5時までです。
 */
export function phrases(text: string): readonly string[] {
  if (text === '') return [];
  const cuts = new Set<number>();
  let at = 0;
  for (const part of parser.parse(text)) {
    const lean = LEANING_THEN_WORD.exec(part);
    if (lean !== null) cuts.add(at + lean[0].length);
    at += part.length;
    cuts.add(at);
  }
  for (const { index } of text.matchAll(SEAMS)) cuts.add(index + 1);
  return withoutLonely(cutAt(text, cuts));
}

/**
 * Where a stretch that is longer than its line may break after all: at the joints of a compound.
 * 市役所マイナポイント支援窓口は → 市役所|マイナポイント|支援窓口は. One without a joint stays whole.
 */
export function joints(phrase: string): readonly string[] {
  return withoutLonely(cutAt(phrase, new Set(Array.from(phrase.matchAll(JOINTS), ({ index }) => index))));
}

/** The text cut at these places, but for those where it must hold together. */
function cutAt(text: string, cuts: ReadonlySet<number>): readonly string[] {
  const whole = unbreakable(text);
  const parts: string[] = [];
  let start = 0;
  for (let at = 1; at < text.length; at += 1) {
    if (!cuts.has(at) || whole.some(({ from, until }) => from < at && at < until)) continue;
    const before = text.slice(start, at);
    const after = text.slice(at);
    if (NEVER_FIRST.test(after) || NEVER_LAST.test(before.trimEnd()) || LEANING.test(after)) continue;
    parts.push(before);
    start = at;
  }
  return [...parts, text.slice(start)];
}

/** A stretch of one character joins the one before it, or the one behind it at the beginning. */
function withoutLonely(parts: readonly string[]): readonly string[] {
  const result: string[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    const joins = last !== undefined && (PARTICLE.test(part) || (!/\s$/u.test(last) && (LONELY.test(part) || LONELY.test(last))));
    if (joins) result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}
