import type { Language } from '../content/content';
import { LANGUAGES } from '../content/signage';
import { translationOf } from '../content/slide';
import { textsIn } from '../texts/in-languages';
import { type CheckRule, lineOf, warning, writtenFiles } from './facts';

/** So many are named; the rest are counted. */
const MOST = 8;
/** Drawn by no font: spaces, ends of lines, marks that join or choose letters. */
const NOT_DRAWN = /[\s\p{Cc}\p{Cf}\p{Variation_Selector}]/u;

/** Characters that the packaged fonts do not have: how they look, or whether they show at all, hangs on the machine. */
export const glyphs: CheckRule = ({ content, files, hasGlyph }) => {
  if (hasGlyph === null) return [];
  const missingIn = (text: string) =>
    [...new Set(text.normalize('NFC'))].filter((sign) => !NOT_DRAWN.test(sign) && !hasGlyph(sign.codePointAt(0) ?? 0));
  // A language that the fonts do not write is one doubt, not one for each of its files.
  const foreign = LANGUAGES.filter((language) => missingIn(ownTexts(language)).length > 0);
  const languages = (content.signage?.languages ?? []).filter((language) => foreign.includes(language));
  const inFiles = writtenFiles(files).flatMap(({ path, text }) => {
    const language = translationOf(path)?.language;
    const missing = language !== undefined && foreign.includes(language) ? [] : missingIn(text);
    const [first] = missing;
    if (first === undefined) return [];
    const named = missing.slice(0, MOST).map((sign) => `「${sign}」`);
    const more = missing.length > MOST ? `ほか${missing.length - MOST}字` : '';
    return [
      warning(
        path,
        lineOf(files, path, first),
        `表示用の書体にない文字があります: ${named.join('')}${more}。別の字にしてください`,
      ),
    ];
  });
  return [
    ...inFiles,
    ...languages.map((language) =>
      warning(
        'signage.yaml',
        lineOf(files, 'signage.yaml', /^languages:/),
        `${language} の文字は表示用の書体にありません。この機械に入っている書体で表示します`,
      ),
    ),
  ];
};

/** What the display itself says in a language, as far as it needs no values. */
function ownTexts(language: Language): string {
  const { badges, ...texts } = textsIn(language);
  return [...Object.values(texts), ...Object.values(badges)].filter((text) => typeof text === 'string').join('');
}
