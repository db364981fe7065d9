import { expect, it } from 'vitest';
import { commonEnds } from '../../../server/src/core/text/difference.ts';

it.each<[string, string, number, number]>([
  ['', '', 0, 0],
  ['', '甲', 0, 0],
  ['甲乙丙', '甲乙丙', 3, 0],
  ['甲乙丙', '甲丁丙', 1, 1],
  ['甲乙丙', '乙丙', 0, 2],
  ['甲乙丙', '甲乙', 2, 0],
  ['甲甲', '甲甲甲', 2, 0],
  ['甲乙甲', '甲乙乙甲', 2, 1],
  ['甲乙', '丙丁', 0, 0],
  ['甲丁乙', '甲戊己乙', 1, 1],
])('%s and %s have %d characters in common at their start, %d at their end', (a, b, prefix, suffix) => {
  expect(commonEnds(a, b)).toEqual({ prefix, suffix });
  expect(commonEnds(b, a)).toEqual({ prefix, suffix });
});

/** A text of many characters no part of which is like another. */
const long = (length: number) =>
  Array.from({ length }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20_000))).join('');

it.each([0, 1, 2047, 2048, 2049, 4095, 4096, 5000, 9998, 9999])(
  'a character that is another at %d of ten thousand is all that differs',
  (at) => {
    const a = long(10_000);
    const b = `${a.slice(0, at)}x${a.slice(at + 1)}`;
    expect(commonEnds(a, b)).toEqual({ prefix: at, suffix: 9999 - at });
  },
);

it.each([
  [0, 5000],
  [1000, 9000],
  [3000, 9999],
])('characters that are others at %d and %d have what differs between them', (first, last) => {
  const a = long(10_000);
  const b = `${a.slice(0, first)}x${a.slice(first + 1, last)}y${a.slice(last + 1)}`;
  expect(commonEnds(a, b)).toEqual({ prefix: first, suffix: 9999 - last });
});

it.each([0, 100, 2048, 6000, 10_000])('what is put in at %d of ten thousand is all that differs', (at) => {
  const a = long(10_000);
  const b = `${a.slice(0, at)}${'x'.repeat(3000)}${a.slice(at)}`;
  expect(commonEnds(a, b)).toEqual({ prefix: at, suffix: 10_000 - at });
  expect(commonEnds(b, a)).toEqual({ prefix: at, suffix: 10_000 - at });
});

it('long texts that are alike have all in common at their start', () => {
  expect(commonEnds(long(5000), long(5000))).toEqual({ prefix: 5000, suffix: 0 });
  expect(commonEnds(long(4096), long(5000))).toEqual({ prefix: 4096, suffix: 0 });
});
