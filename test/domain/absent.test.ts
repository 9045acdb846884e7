import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absentLine } from '../../renderer/domain/absent';

describe('the line of those who were called and did not come', () => {
  it.each([
    [['37'], 13, { shown: ['37'], more: 0 }],
    [['37', '41', '44', '45', '46'], 13, { shown: ['37', '41', '44', '45', '46'], more: 0 }],
    [['37', '41', '44', '45', '46', '47'], 13, { shown: ['37', '41', '44'], more: 3 }],
    [['C-45', '1045', '受付12'], 13, { shown: ['C-45', '1045', '受付12'], more: 0 }],
    [['C-45', '1045', '受付12', '70'], 13, { shown: ['C-45', '1045'], more: 2 }],
  ])('of %j in %d em has %j', (labels, ems, line) => {
    expect(absentLine(labels, ems)).toEqual(line);
  });

  it('tells of each number, by itself or among the others', () => {
    const anyLabels = fc.array(fc.stringMatching(/^[A-Z0-9-]{1,8}$/), { maxLength: 100 });
    fc.assert(
      fc.property(anyLabels, fc.integer({ min: 5, max: 60 }), (labels, ems) => {
        const { shown, more } = absentLine(labels, ems);
        expect(labels.slice(0, shown.length)).toEqual(shown);
        expect(shown.length + more).toBe(labels.length);
      }),
    );
  });
});
