import '@fontsource/biz-udpgothic/400.css';
import '@fontsource/biz-udpgothic/700.css';
import '@fontsource/noto-sans-kr/400.css';
import '@fontsource/noto-sans-kr/700.css';
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/700.css';
import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/700.css';
import './quotes.css';
import type { Language } from './domain/content/content';

const FAMILY = 'BIZ UDPGothic';
/** Languages whose letters or signs the display's own type lacks; `elements/base.ts` sets them in these. */
const OTHER_FAMILIES: Readonly<Partial<Record<Language, string>>> = {
  en: 'Western Quotes',
  'pt-BR': 'Western Quotes',
  'zh-Hans': 'Noto Sans SC',
  ko: 'Noto Sans KR',
  vi: 'Noto Sans',
};
const WEIGHTS = [400, 700];
/** A picture in a stand-in font is better than none: loading never holds one up for longer. */
const LONGEST_MS = 2_000;

/**
 * Loads the letters of a text, so that it never flickers from one font to another: the type comes in 124 small files a weight, and
 * the browser fetches each only when it meets one of its letters. Once the wanted ones are there the rest of these families
 * follows (6 MB from the package for the display's own, half a second of work), for what staff write tomorrow and for names that
 * stand in no file, like those of holidays.
 */
export async function loadLetters(text: string, languages: readonly Language[]): Promise<void> {
  const letters = [...new Set(text)].join('');
  const families = familiesOf(languages);
  const wanted = families.flatMap((family) =>
    WEIGHTS.map((weight) => document.fonts.load(`${weight} 48px "${family}"`, letters)),
  );
  const loaded = Promise.allSettled(wanted).then(() => {
    void loadAll(languages);
  });
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, LONGEST_MS))]);
}

/** Families of which all faces were asked for. They stay loaded: an edit of the folder asks for none of them again. */
const whole = new Map<string, Promise<void>>();

/** Loads every face that these languages are set in, once; one that fails takes none of the others down and is tried again the next time. */
export async function loadAll(languages: readonly Language[]): Promise<void> {
  await Promise.all(familiesOf(languages).map((family) => whole.get(family) ?? loadFamily(family)));
}

function loadFamily(family: string): Promise<void> {
  const faces = Array.from(document.fonts).filter((face) => face.family.replace(/["']/g, '') === family);
  const loaded = Promise.allSettled(faces.map((face) => face.load())).then((outcomes) => {
    if (outcomes.some(({ status }) => status === 'rejected')) whole.delete(family);
  });
  whole.set(family, loaded);
  return loaded;
}

function familiesOf(languages: readonly Language[]): readonly string[] {
  return [FAMILY, ...languages.flatMap((language) => OTHER_FAMILIES[language] ?? [])];
}
