import { describe, expect, it } from 'vitest';
import {
  digitOf,
  digitsEnd,
  halfCode,
  halfDigits,
  isLetter,
  numeralChar,
  numeralChars,
  startsChineseNumber,
} from '../../../server/src/core/text/numeralChars.ts';

it('digits are those of either width', () => {
  const digits = Array.from({ length: 0x10000 }, (_, code) => code).filter((code) => digitOf(code) >= 0);
  expect(String.fromCharCode(...digits)).toBe('0123456789０１２３４５６７８９');
  expect(digits.map(digitOf)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(digitOf(Number.NaN)).toBe(-1);
});

it('letters are the Latin ones of either width', () => {
  const letters = Array.from({ length: 0x10000 }, (_, code) => code).filter(isLetter);
  const half = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const full =
    'ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ';
  expect(String.fromCharCode(...letters)).toBe(half + full);
});

it.each([
  ['！', '!'],
  ['～', '~'],
  ['Ａ', 'A'],
  ['０', '0'],
  ['a', 'a'],
  ['一', '一'],
  ['\uff00', '\uff00'],
  ['\uff5f', '\uff5f'],
])('%s in half width is %s', (char, half) => {
  expect(String.fromCharCode(halfCode(char.charCodeAt(0)))).toBe(half);
});

it.each<[string, number, number, string]>([
  ['12件', 0, 2, '12'],
  ['收到１２件', 2, 4, '12'],
  ['1２3', 0, 3, '123'],
  ['12', 1, 2, '2'],
  ['件', 0, 0, ''],
  ['', 0, 0, ''],
])('the digits of %s from %d on end at %d and are %s', (text, start, end, digits) => {
  expect(digitsEnd(text, start)).toBe(end);
  expect(halfDigits(text, start, end)).toBe(digits);
});

describe('the characters of Chinese numbers', () => {
  const digit = (value: number, chars: string, financial = false) =>
    [...chars].map((char) => [char, { role: 'digit', value, financial }] as const);
  const expected = new Map<string, unknown>([
    ...digit(0, '〇零○Ｏ◯'),
    ...digit(1, '一'),
    ...digit(2, '二两兩'),
    ...digit(3, '三'),
    ...digit(4, '四'),
    ...digit(5, '五'),
    ...digit(6, '六'),
    ...digit(7, '七'),
    ...digit(8, '八'),
    ...digit(9, '九'),
    ...digit(1, '壹', true),
    ...digit(2, '贰貳弍', true),
    ...digit(3, '叁參', true),
    ...digit(4, '肆', true),
    ...digit(5, '伍', true),
    ...digit(6, '陆陸', true),
    ...digit(7, '柒', true),
    ...digit(8, '捌', true),
    ...digit(9, '玖', true),
    ['廿', { role: 'tens', value: 2 }],
    ['卅', { role: 'tens', value: 3 }],
    ['卌', { role: 'tens', value: 4 }],
    ...[...'十拾'].map((char) => [char, { role: 'unit', power: 1 }] as const),
    ...[...'百佰'].map((char) => [char, { role: 'unit', power: 2 }] as const),
    ...[...'千仟'].map((char) => [char, { role: 'unit', power: 3 }] as const),
    ...[...'万萬'].map((char) => [char, { role: 'section', power: 4 }] as const),
    ...[...'亿億'].map((char) => [char, { role: 'section', power: 8 }] as const),
  ]);

  it('are these, and mean this', () => {
    expect(new Map([...numeralChars()].map((char) => [char, numeralChar(char)]))).toEqual(expected);
  });

  it.each(['', '1', '件', '点'])('“%s” is none', (char) => {
    expect(numeralChar(char)).toBeUndefined();
  });
});

it.each<[string, boolean]>([
  ['一', true],
  ['零件', true],
  ['两', true],
  ['十', true],
  ['廿三', true],
  ['卅', true],
  ['壹拾', true],
  ['伍佰', true],
  ['伍仟', true],
  ['陆万', true],
  ['陆萬', true],
  ['玖亿', true],
  ['玖億', true],
  ['伍', false],
  ['队伍', false],
  ['伍百', false],
  ['拾', false],
  ['百', false],
  ['千', false],
  ['万', false],
  ['件', false],
  ['3', false],
  ['', false],
])('a number begins with %s: %s', (text, begins) => {
  expect(startsChineseNumber(text, 0)).toBe(begins);
});
