import { withoutFurigana } from '../texts/furigana';
import { type CheckRule, lineOf, warning } from './facts';

/** Two lines of a title on a lying screen beside the ticket column, in letters of full width. */
const LONGEST = 32;

/** A title that takes three lines and more, at the cost of its text. */
export const titleLength: CheckRule = ({ content, files }) =>
  content.slides.flatMap(({ file, title }) => {
    const width = widthOf(withoutFurigana(title));
    if (width <= LONGEST) return [];
    const line = lineOf(files, file, /^\s*(?:title:|#)/);
    return [
      warning(file, line, `題が長く（全角で約${Math.round(width)}字）、本文の場所が狭くなります。${LONGEST}字までが目安です`),
    ];
  });

/** In letters of full width; Latin letters are about half as wide. */
function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (/[\u0020-\u024f\u1e00-\u1eff]/u.test(letter) ? 0.5 : 1), 0);
}
