import type { Problem } from '../result';
import type { FolderFile } from './folder-file';

const MISPLACED =
  '1枚のスライドとして出しています。画面いっぱいに出すには、名前を emergency.md にして slides の外に置いてください';

/** An emergency that was put among the slides is shown as one of them, in its turn; whoever put it there meant the whole screen, at once. */
export function misplacedIn(files: readonly FolderFile[]): readonly Problem[] {
  return files.flatMap(({ path }) =>
    /^slides\/(?:emergency|緊急)\.md$/i.test(path)
      ? [{ file: path, line: null, level: 'warning', message: MISPLACED } satisfies Problem]
      : [],
  );
}
