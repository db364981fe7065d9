import { expect, it } from 'vitest';
import { behindBlanks, isPause, isRangeMark, isYear } from '../../../server/src/core/text/marks.ts';

it.each<[string, number, number]>([
  ['甲', 0, 0],
  [' 甲', 0, 1],
  ['  甲', 0, 2],
  ['   甲', 0, 2],
  ['甲\u00a0\u3000乙', 1, 3],
  ['甲 ', 1, 2],
  ['甲', 1, 1],
  ['', 0, 0],
  ['\n甲', 0, 0],
  ['x', 0, 0],
])('behind the blanks of %j at %d stands %d', (text, at, end) => {
  expect(behindBlanks(text, at)).toBe(end);
});

it('the marks of a range are 至, 到, dashes and waves, and nothing else', () => {
  for (const mark of '至到-－–—−~～〜') expect([mark, isRangeMark(mark)]).toEqual([mark, true]);
  for (const other of ['', '、', '和', '+', '一', ' ', '='])
    expect([other, isRangeMark(other)]).toEqual([other, false]);
});

it.each<[number, boolean]>([
  [1948, false],
  [1949, true],
  [2025, true],
  [2099, true],
  [2100, false],
])('%d is a year of reports: %s', (value, year) => {
  expect(isYear(value)).toBe(year);
});

it('a pause is a mark, a bracket, a blank or nothing', () => {
  for (const mark of ['', ...'，。；：！？、,;:!?（）()《》〈〉“”"‘’【】[]…—\n\r\t 　\u00a0'])
    expect([mark, isPause(mark)]).toEqual([mark, true]);
  for (const other of '甲一1a-.·%+') expect([other, isPause(other)]).toEqual([other, false]);
});
