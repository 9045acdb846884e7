import { describe, expect, it } from 'vitest';
import { emptyFolder, readFolder } from '../../../renderer/domain/content/folder';
import { text } from '../../fixtures/folder-files';

const copiesAmong = (...names: readonly string[]) =>
  readFolder(
    emptyFolder,
    names.map((name) => text(name, '---\ntitle: 持ち物\n---\n本文\n')),
  ).problems.flatMap(({ file, message }) => (message.includes('コピー') ? [`${file} = ${message.split(' ')[0]}`] : []));

describe('copies among the slides', () => {
  it.each([
    'コピー ～ 30-持ち物.md',
    'コピー 〜 30-持ち物.md',
    '30-持ち物 - コピー.md',
    '30-持ち物 - コピー (2).md',
    '30-持ち物のコピー.md',
    '30-持ち物のコピー 2.md',
    '30-持ち物 (1).md',
    '30-持ち物 - Copy.md',
    '30-持ち物 copy.md',
  ])('are told by their names: %s', (name) => {
    const said = `slides/${name} = 30-持ち物.md`;
    expect(copiesAmong('slides/30-持ち物.md', `slides/${name}`)).toEqual([said]);
  });

  it('are none where the other is not there, or the name only speaks of copies', () => {
    expect(copiesAmong('slides/10-案内 (1).md', 'slides/10-案内 (2).md', 'slides/30-コピー機.md', 'emergency/30-機.md')).toEqual(
      [],
    );
  });

  it('are told of emergency cards, too', () => {
    expect(copiesAmong('emergency/10-火災.md', 'emergency/10-火災 - コピー.md')).toEqual([
      'emergency/10-火災 - コピー.md = 10-火災.md',
    ]);
  });
});
