import { expect, it } from 'vitest';
import {
  bare,
  halfWidth,
  isBlankCode,
  onOneLine,
  trimBlanks,
  withoutBlanks,
} from '../../../server/src/core/text/normalize.ts';

it.each([
  ['', ''],
  ['示例县12件', '示例县12件'],
  ['１２３', '123'],
  ['（Ａ，ｚ）', '(A,z)'],
  ['收到１２，３４５件！', '收到12,345件!'],
  ['！～', '!~'],
  ['\uff00\uff5f。、　', '\uff00\uff5f。、　'],
])('%j in half width is %j', (text, half) => {
  expect(halfWidth(text)).toBe(half);
});

it('blanks are those of every width, those without any, soft hyphens and byte order marks', () => {
  const blanks = [
    ...[0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0xa0, 0xad, 0x1680, 0x3000, 0x205f, 0x2060, 0xfeff],
    ...Array.from({ length: 16 }, (_, i) => 0x2000 + i),
    ...Array.from({ length: 8 }, (_, i) => 0x2028 + i),
  ].sort((a, b) => a - b);
  const found = Array.from({ length: 0x10000 }, (_, code) => code).filter(isBlankCode);
  expect(found).toEqual(blanks);
});

it.each([
  ['', '', ''],
  ['甲乙', '甲乙', '甲乙'],
  [' 甲 乙 ', '甲乙', '甲 乙'],
  ['\u3000甲\u200b', '甲', '甲'],
  ['   ', '', ''],
  ['甲  乙\n丙', '甲乙丙', '甲  乙\n丙'],
  ['甲 ', '甲', '甲'],
  [' 甲', '甲', '甲'],
])('%j without blanks is %j, without those at its ends %j', (text, none, trimmed) => {
  expect(withoutBlanks(text)).toBe(none);
  expect(trimBlanks(text)).toBe(trimmed);
});

it.each([
  ['', ''],
  ['甲', '甲'],
  ['甲乙', '甲乙'],
  ['甲\n乙', '甲 乙'],
  ['  甲  \n\n \n  乙', '甲 乙'],
  ['甲 乙', '甲 乙'],
])('%j on one line is %j', (text, line) => {
  expect(onOneLine(text)).toBe(line);
});

it.each([
  ['一、总体情况', '一总体情况'],
  ['（二） 主动 公开：', '二主动公开'],
  ['Ａ1、b2', 'A1b2'],
  ['Z09az', 'Z09az'],
  ['〇㐀鿿𠮷豈', '〇㐀鿿𠮷豈'],
  ['，。、-_《》　', ''],
])('%j is %j for comparison', (text, compared) => {
  expect(bare(text)).toBe(compared);
});
