import type { Language, Slide } from '../content/content';
import { nameKey } from '../content/file-names';
import { translationOf } from '../content/slide';
import type { Problem } from '../result';
import { type CheckRule, warning } from './facts';

/** Languages that the folder promises and its files do not have, and files in languages that nobody sees. */
export const translations: CheckRule = ({ content, files }) => {
  const languages = content.signage?.languages ?? [];
  const cards = [...content.emergencyCards, ...(content.emergency === null ? [] : [content.emergency])];
  return [
    // What a picture says, no second file can say beside it.
    ...content.slides.filter(({ media }) => media === null).flatMap((slide) => missing(slide, languages)),
    ...cards.flatMap(({ file, title, translations: has }) => untranslated(file, title, without(languages, has))),
    ...strayFiles(files, [...content.slides, ...cards], languages),
  ];
};

function missing(slide: Slide, languages: readonly Language[]): readonly Problem[] {
  // A slide of the folder's data says all by itself, in every language.
  const bodies = slide.translations.filter(({ blocks }) => blocks.length > 0);
  return [
    ...untranslated(slide.file, slide.title, without(languages, slide.translations)),
    ...(slide.blocks.every(({ kind }) => kind === 'picture')
      ? []
      : without(languages, bodies)
          .filter((language) => slide.translations.some((one) => one.language === language))
          .map((language) =>
            warning(inLanguage(slide.file, language), null, '題だけで、本文がありません。本文は日本語だけで表示します'),
          )),
  ];
}

function untranslated(file: string, title: string, languages: readonly Language[]): readonly Problem[] {
  if (title === '' || languages.length === 0) return [];
  const wanted = languages.map((language) => inLanguage(file, language).replace(/^.*\//, ''));
  return [warning(file, null, `${languages.join('・')} がありません（${wanted.join('、')} を置くと並べて表示します）`)];
}

/** The languages beside Japanese, in which the files themselves are written, that have no translation. */
function without(languages: readonly Language[], has: readonly { readonly language: Language }[]): readonly Language[] {
  return languages.filter((language) => language !== 'ja' && !has.some((one) => one.language === language));
}

function strayFiles(
  files: Parameters<CheckRule>[0]['files'],
  originals: readonly { readonly file: string }[],
  languages: readonly Language[],
): readonly Problem[] {
  return files.flatMap(({ path }) => {
    const of = translationOf(path);
    if (of === null) return [];
    const { original, language } = of;
    const isOriginal = (file: string) => nameKey(file) === nameKey(original);
    if (!files.some((file) => isOriginal(file.path)) && !originals.some(({ file }) => isOriginal(file))) {
      return [warning(path, null, `もとになる ${original} がありません。表示されません`)];
    }
    return languages.includes(language) || languages.length === 0
      ? []
      : [warning(path, null, `signage.yaml の languages に ${language} がありません。表示されません`)];
  });
}

/** slides/10-a.md in en: slides/10-a.en.md */
function inLanguage(file: string, language: Language): string {
  return file.replace(/\.md$/i, `.${language}.md`);
}
