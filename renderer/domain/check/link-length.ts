import { type CheckRule, lineOf, warning } from './facts';

/** What a code of 37 modules holds at its usual correction; a finer one is not read by a telephone from two metres away. */
const LONGEST_BYTES = 84;

/** A link whose code would be too fine. */
export const linkLength: CheckRule = ({ content, files }) =>
  content.slides.flatMap(({ file, link }) => {
    const length = link === null ? 0 : encodeURI(link).length;
    if (length <= LONGEST_BYTES) return [];
    const message = `link が長く（${length}字）、2次元コードが細かくなって離れたスマートフォンで読めません。${LONGEST_BYTES}字までの短いアドレスにしてください`;
    return [warning(file, lineOf(files, file, /^\s*link:/), message)];
  });
