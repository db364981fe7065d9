import { expect, it } from 'vitest';
import { characterWidth, displayWidth } from '../../../server/src/core/text/width.ts';

it.each([
  ['', 0],
  ['abc', 3],
  ['示例县', 6],
  ['收到12件', 8],
  ['“甲”', 6],
  ['\u{20000}甲', 4],
  ['e\u0301', 1],
])('%s takes %d columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

/** The first and last code of each range that takes two columns. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2014, 0x2014],
  [0x2018, 0x2019],
  [0x201c, 0x201d],
  [0x2026, 0x2026],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];
const none: readonly (readonly [number, number])[] = [
  [0x0, 0x1f],
  [0x7f, 0x9f],
  [0x300, 0x36f],
  [0x200b, 0x200f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

it('two columns are taken by the codes of these ranges, none by those, one by all others', () => {
  const within = (ranges: typeof wide, code: number) =>
    ranges.some(([first, last]) => code >= first && code <= last);
  for (const edge of [...wide, ...none].flat())
    for (const code of [edge - 1, edge, edge + 1]) {
      if (code < 0) continue;
      const columns = within(none, code) ? 0 : within(wide, code) ? 2 : 1;
      expect([code, characterWidth(code)]).toEqual([code, columns]);
    }
});
