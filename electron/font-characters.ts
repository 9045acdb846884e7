import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create } from 'fontkit';

/** The regular weight's files as the build names them; the bold ones have the same characters. BIZ UDGothic is lent to documents alone. */
const FONT_FILE = /^(?!biz-udgothic-).*-400-normal.*\.woff2$/;

/**
 * The characters that the packaged fonts can draw, as code points, read from the fonts of the built page. Null when there are none to
 * read: then nothing can be said about them.
 */
export async function fontCharacters(folder: string): Promise<ReadonlySet<number> | null> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => FONT_FILE.test(name));
  const characters = new Set<number>();
  for (const name of names) {
    const font = create(await readFile(join(folder, name)));
    if ('characterSet' in font) for (const character of font.characterSet) characters.add(character);
  }
  return names.length === 0 ? null : characters;
}
