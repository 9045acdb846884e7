import { describe, expect, it } from 'vitest';
import { pictureNamer } from '../../electron/capture/picture-files';

const pictureFiles = (names: readonly string[]) => names.map(pictureNamer());

describe('the files of pictures', () => {
  it('bear the names of the slides', () => {
    expect(pictureFiles(['10-a', '20-持ち物'])).toEqual(['10-a.png', '20-持ち物.png']);
  });

  it('never share a name, with each other or with the sheet, on a file system that knows no capitals', () => {
    expect(pictureFiles(['sheet', 'a', 'A', 'a_'])).toEqual(['sheet_.png', 'a.png', 'A_.png', 'a__.png']);
  });

  it('are short enough for every file system, and never end within a letter', () => {
    const [first = '', second = ''] = pictureFiles(['😀'.repeat(62), '😀'.repeat(63)]);
    expect(Buffer.byteLength(first)).toBe(204);
    expect(first).toBe(`${'😀'.repeat(50)}.png`);
    expect(second).toBe(`${'😀'.repeat(50)}_.png`);
  });
});
