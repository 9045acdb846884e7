const JAPANESE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々、。「」';

/**
 * Signs as Japanese print has them: full-width brackets around or beside Japanese, 〜 for a range. Brackets within Latin text stay:
 * `(金)` → `（金）`, `数字4桁(必須)` → `数字4桁（必須）`, `8:30~17:00` → `8:30〜17:00`, `call (free)` stays.
 */
export function displayText(text: string): string {
  return text
    .replace(/\(([^()\n]*)\)/gu, (whole, inner: string, offset: number) => {
      const beside = text.charAt(offset - 1) + text.charAt(offset + whole.length);
      return hasJapanese(inner) || hasJapanese(beside) ? `（${inner}）` : whole;
    })
    .replace(
      /(?<=[\d\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}）])\s*[~～]\s*(?=[\d\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
      '〜',
    );
}

function hasJapanese(text: string): boolean {
  return new RegExp(`[${JAPANESE}]`, 'u').test(text);
}
