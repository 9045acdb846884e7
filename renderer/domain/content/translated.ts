import { lastPer, oncePer } from '../once-per';
import type { EmergencyCard, Slide, SlideTranslation } from './content';
import { nameKey } from './file-names';
import type { Shelf } from './shelf';
import { type TranslatedText, translationOf } from './slide';

/** Slides or cards in the order of their names, each with its texts in other languages. An unchanged one stays the same object. */
export function translated<T extends Slide | EmergencyCard>(
  list: readonly T[],
  titles: Shelf<TranslatedText>,
  before: readonly (T | null)[],
): readonly T[] {
  const known = new Map(before.flatMap((one) => (one === null ? [] : [[one.file, one] as const])));
  const translations = translationsByFile(titles);
  return [...list]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((one) => {
      const whole = withTranslations(one, translations.get(nameKey(one.file)) ?? NONE);
      const same = known.get(one.file);
      return same !== undefined && isEqual(same, whole) ? (same as T) : (whole as T);
    });
}

const NONE: readonly SlideTranslation[] = [];

const withTranslations = lastPer(
  <T extends Slide | EmergencyCard>(one: T, translations: readonly SlideTranslation[]): T => ({ ...one, translations }),
);

/** By the name of the file they translate: `slides/10-a.en.md` is of `slides/10-a.md`. */
const translationsByFile = oncePer((titles: Shelf<TranslatedText>): ReadonlyMap<string, readonly SlideTranslation[]> => {
  const byFile = new Map<string, SlideTranslation[]>();
  for (const [path, { value }] of titles) {
    const of = translationOf(path);
    if (of === null || value === null) continue;
    const file = nameKey(of.original);
    byFile.set(file, [...(byFile.get(file) ?? []), { language: of.language, ...value }]);
  }
  return byFile;
});

/** Whether two versions of a slide are equal. Parts of an unchanged file are the very same objects, so this rarely looks deep. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isFields(a) || !isFields(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isEqual(a[key], b[key]));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
