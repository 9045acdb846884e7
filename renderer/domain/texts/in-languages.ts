import type { Language } from '../content/content';
import type { Words } from '../scene';
import { en } from './en';
import { ja } from './ja';
import { jaEasy } from './ja-easy';
import { ko } from './ko';
import { ptBr } from './pt-br';
import type { Texts } from './texts';
import { vi } from './vi';
import { zhHans } from './zh-hans';

const TEXTS: Readonly<Record<Language, Texts>> = { ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans, ko, 'pt-BR': ptBr, vi };

/** What the display says by itself, in a language. */
export function textsIn(language: Language): Texts {
  return TEXTS[language];
}

/** The texts of the language that leads: for what is said in one language only. */
export function leadingTexts(languages: readonly Language[]): Texts {
  return TEXTS[languages[0] ?? 'ja'];
}

/** One text in all of the folder's languages: the first leads, the others stand beside it. */
export function wordsIn(languages: readonly Language[], text: (texts: Texts) => string): Words {
  const [first = 'ja', ...rest] = languages;
  return { main: text(TEXTS[first]), others: rest.map((language) => ({ language, text: text(TEXTS[language]) })) };
}
