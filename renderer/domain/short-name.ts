/**
 * The last word of a Japanese name, where the writing changes from kana to kanji: マイナポイント支援窓口 → 支援窓口,
 * マイナポイント申込期限 → 申込期限. A name without such an end stays whole: パスポートコーナー.
 */
export function shortName(name: string): string {
  return /\p{Script=Han}+$/u.exec(name)?.[0] ?? name;
}
