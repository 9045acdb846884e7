/** So many bytes of a name leave room for its ending and a page's number on every file system. */
const LONGEST_NAME = 200;

/** What the sheet of all pictures is called. */
export const SHEET_NAME = 'sheet';

/**
 * Gives each picture of a capture its file: `30-what-to-bring.png`. A name that is too long is cut, one that is taken (by the sheet, or by
 * another that differs in capitals only) gets a `_`.
 */
export function pictureNamer(): (name: string) => string {
  const taken = new Set([SHEET_NAME]);
  return (name) => {
    let free = cutTo(LONGEST_NAME, name);
    while (taken.has(free.toLowerCase())) free += '_';
    taken.add(free.toLowerCase());
    return `${free}.png`;
  };
}

function cutTo(bytes: number, name: string): string {
  const letters = [...name];
  while (Buffer.byteLength(letters.join('')) > bytes) letters.pop();
  return letters.join('');
}
