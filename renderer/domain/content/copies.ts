import type { Problem } from '../result';
import type { FolderFile } from './folder-file';

/** What Windows, macOS and browsers add to the name of a copy. */
const MARKS: readonly RegExp[] = [
  /(?<=\/)コピー ?[～〜] ?/, // コピー ～ 30-持ち物.md
  /(?<=\/)Copy of /,
  / ?- ?(?:コピー|Copy)(?: ?\(\d+\))?(?=\.[^/]+$)/, // 30-持ち物 - コピー (2).md
  /(?: ?のコピー| copy)(?: ?\d+)?(?=\.[^/]+$)/, // 30-持ち物のコピー 2.md
  / ?\(\d+\)(?=\.[^/]+$)/, // 30-持ち物 (1).md
];

/**
 * Slides and cards that by their names are copies of others beside them, each a warning: somebody put the old one aside, or copied twice, and
 * both are shown. A name like that alone says nothing: 案内 (1).jpg and 案内 (2).jpg are two pictures.
 */
export function copiesIn(files: readonly FolderFile[]): readonly Problem[] {
  const paths = new Set(files.map(({ path }) => path));
  return files.flatMap(({ path }) => {
    const original = originalsOf(path).find((one) => paths.has(one));
    if (original === undefined) return [];
    const name = original.slice(original.lastIndexOf('/') + 1);
    const message = `${name} のコピーのようです。両方を表示します。要らない方を消してください`;
    return [{ file: path, line: null, level: 'warning', message }];
  });
}

/** What a file of this path may be a copy of. */
function originalsOf(path: string): readonly string[] {
  return path.includes('/') ? MARKS.flatMap((mark) => (mark.test(path) ? [path.replace(mark, '')] : [])) : [];
}
