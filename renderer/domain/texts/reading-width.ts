/** Widths of kana in BIZ UDPGothic, regular, in em, as measured from the font: none is narrower than what stands here. */
const NARROW: Readonly<Record<string, number>> = { く: 0.85, し: 0.85, り: 0.87, こ: 0.89, う: 0.91, じ: 0.91, ら: 0.91 };
const SMALL = 0.84;
const HIRAGANA = 0.93;
/** ト is the narrowest katakana. */
const KATAKANA = 0.76;

/** How wide furigana are at least, in em of their own size: あんしょうばんごう 8.1. Zero for what has other letters than kana. */
export function readingWidth(reading: string): number {
  if (!/^[ぁ-ゖァ-ヺー]+$/.test(reading)) return 0;
  return Array.from(reading).reduce((width, kana) => width + kanaWidth(kana), 0);
}

function kanaWidth(kana: string): number {
  if (/[ぁぃぅぇぉっゃゅょ]/.test(kana)) return SMALL;
  return /[ぁ-ゖ]/.test(kana) ? (NARROW[kana] ?? HIRAGANA) : KATAKANA;
}
