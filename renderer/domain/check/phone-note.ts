import { fold } from '../content/fold';
import { type CheckRule, lineOf, warning, writtenFiles } from './facts';

/** The number of a contact without the key its callers must press (「5番を押してください」): they would not get through. */
export const phoneNote: CheckRule = ({ content, files }) =>
  (content.signage?.contacts ?? []).flatMap(({ name, phone, note }) => {
    const key = /(\d+|[#*＃＊])番/.exec(fold(note ?? ''))?.[0];
    if (phone === null || key === undefined) return [];
    return writtenFiles(files)
      .filter(({ path, text }) => path !== 'signage.yaml' && fold(text).includes(fold(phone)) && !mentions(text, key))
      .map(({ path }) => {
        const message = `${name}の電話番号に「${note}」がありません。番号だけではつながりません`;
        return warning(
          path,
          lineOf(files, path, (line) => fold(line).includes(fold(phone))),
          message,
        );
      });
  });

/** 5番, or in other languages the digit alone: press 5. */
function mentions(text: string, key: string): boolean {
  const digits = key.replace('番', '');
  return fold(text).includes(key) || new RegExp(`(?:press|dial|按|번|tecle|phím)\\D{0,12}${digits}`, 'iu').test(text);
}
