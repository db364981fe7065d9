import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../../server/src/core/text/lineIndex.ts';

/** Where the lines of a text start, as the index says. */
function startsOf(text: string, index = lineIndex(text)): readonly number[] {
  return Array.from({ length: index.lineCount }, (_, line) => index.offset({ line, character: 0 }));
}

it.each<[string, readonly number[]]>([
  ['', [0]],
  ['甲', [0]],
  ['甲\n', [0, 2]],
  ['甲\n乙', [0, 2]],
  ['甲\r\n乙', [0, 3]],
  ['甲\r乙', [0, 2]],
  ['甲\r', [0, 2]],
  ['\n\n', [0, 1, 2]],
  ['\r\r\n\n', [0, 1, 3, 4]],
  ['甲\n乙\r丙\r\n丁', [0, 2, 4, 7]],
])('the lines of %j start at %j', (text, starts) => {
  expect(startsOf(text)).toEqual(starts);
});

it.each<[number, number, number]>([
  [-1, 0, 0],
  [0, 0, 0],
  [1, 0, 1],
  [2, 0, 2],
  [3, 1, 0],
  [5, 1, 2],
  [6, 1, 3],
  [7, 2, 0],
  [8, 2, 1],
  [9, 2, 1],
])('the offset %d is line %d, column %d', (offset, line, character) => {
  expect(lineIndex('甲乙\n丙丁\r\n戊').position(offset)).toEqual({ line, character });
});

it.each<[number, number, number]>([
  [-1, 5, 0],
  [0, -1, 0],
  [0, 1, 1],
  [0, 2, 2],
  [0, 3, 2],
  [1, 0, 3],
  [1, 2, 5],
  [1, 3, 5],
  [1, 9, 5],
  [2, 0, 7],
  [2, 9, 7],
  [3, 0, 8],
  [3, 9, 9],
  [4, 0, 9],
])('line %d, column %d is the offset %d', (line, character, offset) => {
  expect(lineIndex('甲乙\n丙丁\r\n\n戊').offset({ line, character })).toBe(offset);
});

it('the end of a line is before the CR that ends it, alone or not', () => {
  const index = lineIndex('甲\r\r戊己\n\r\n');
  const ends = [0, 1, 2, 3, 4].map((line) => index.offset({ line, character: 9 }));
  expect(ends).toEqual([1, 2, 5, 6, 8]);
});

describe('with the lines of the version before', () => {
  it.each([
    ['', '甲\n乙'],
    ['甲\n乙', ''],
    ['甲\n乙\n丙', '甲\n乙乙\n丙'],
    ['甲\n乙\n丙', '甲\n丙'],
    ['甲\n丙', '甲\n乙\n丙'],
    ['甲\r', '甲\r\n'],
    ['甲\r\n', '甲\r'],
    ['甲\r乙', '甲\r\n乙'],
    ['甲\r\n乙', '甲\n乙'],
    ['甲\n乙', '甲\r\n乙'],
    ['甲\r\n乙', '甲\r乙'],
    ['\n乙\n丙', '乙\n丙'],
    ['乙\n丙', '\n乙\n丙'],
    ['甲\n乙\n', '甲\n乙\n\n'],
    ['甲\n\n\n乙', '甲\n乙'],
    ['甲\n乙\n丙\n丁\n', '甲甲\n乙\n丙\n丁\n'],
    ['甲\n乙\n丙\n丁\n', '甲\n乙\n丙\n丁丁\n'],
    ['甲\n甲\n甲', '甲\n甲\n甲\n甲'],
    ['甲\n甲\n甲\n甲', '甲\n甲\n甲'],
    ['\r\n\r\n', '\r\r\n\n'],
  ])('%j that becomes %j has the lines that it has by itself', (old, text) => {
    const index = lineIndex(text, lineIndex(old));
    expect(startsOf(text, index)).toEqual(startsOf(text));
    for (let offset = 0; offset <= text.length; offset++)
      expect(index.position(offset)).toEqual(lineIndex(text).position(offset));
  });

  it('looks only at what has changed', () => {
    const lines = '甲乙丙丁戊\n'.repeat(2000);
    const old = lineIndex(lines);
    const text = `${lines.slice(0, 6000)}己\n${lines.slice(6000)}`;
    const looked = (run: () => unknown) => {
      const original = String.prototype.charCodeAt;
      let count = 0;
      String.prototype.charCodeAt = function (index) {
        count++;
        return original.call(this, index);
      };
      try {
        run();
      } finally {
        String.prototype.charCodeAt = original;
      }
      return count;
    };
    expect(looked(() => lineIndex(text))).toBeGreaterThan(12_000);
    expect(looked(() => lineIndex(text, old))).toBeLessThan(9000);
    expect(startsOf(text, lineIndex(text, old))).toEqual(startsOf(text));
  });
});
