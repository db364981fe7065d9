import { describe, expect, it } from 'vitest';
import { addressEnd, isClock, latinRunAt } from '../../../server/src/core/text/latinRuns.ts';

describe('latinRunAt', () => {
  it.each<[string, number, number, string, string]>([
    ['12件', 0, 2, 'digits', ''],
    ['1,234.5件', 0, 7, 'digits', ',.'],
    ['1,23', 0, 1, 'digits', ''],
    ['9:00-17:00。', 0, 10, 'digits', ':-:'],
    ['9：00', 0, 4, 'digits', ':'],
    ['9：0', 0, 1, 'digits', ''],
    ['1+X', 0, 3, 'letters digits', '+'],
    ['a.gov.cn/b', 0, 10, 'letters', '../'],
    ['http://a.cn/b?c=1;d，', 0, 19, 'letters digits', ':'],
    ['http://a.cn/b. ', 0, 13, 'letters digits', ':'],
    ['a1+http://x.cn', 0, 14, 'letters digits', '+:'],
    ['12://a', 0, 2, 'digits', ''],
    ['１－２', 0, 3, 'digits', '-'],
    ['3-5', 0, 3, 'digits', '-'],
    ['3–5', 0, 3, 'digits', '-'],
    ['3—5', 0, 3, 'digits', '-'],
    ['3−5', 0, 3, 'digits', '-'],
    ['3～5', 0, 3, 'digits', '~'],
    ['3〜5', 0, 3, 'digits', '~'],
    ['3~5', 0, 3, 'digits', '~'],
    ['a•b', 0, 3, 'letters', '·'],
    ['a·b', 0, 3, 'letters', '·'],
    ['7×24', 0, 4, 'digits', '*'],
    ['7＊24', 0, 4, 'digits', '*'],
    ['7*24', 0, 4, 'digits', '*'],
    ["a'b", 0, 3, 'letters', "'"],
    ['a_b', 0, 3, 'letters', '_'],
    ['a@b.cn', 0, 6, 'letters', '@.'],
    ['a#1', 0, 3, 'letters digits', '#'],
    ['a&b', 0, 3, 'letters', '&'],
    ['a=1', 0, 3, 'letters digits', '='],
    ['3:1', 0, 3, 'digits', ':'],
    ['0:5', 0, 3, 'digits', ':'],
    ['10:30', 0, 5, 'digits', ':'],
    ['a:1', 0, 1, 'letters', ''],
    ['3:a', 0, 1, 'digits', ''],
    ['1-件', 0, 1, 'digits', ''],
    ['1-', 0, 1, 'digits', ''],
    ['1--2', 0, 1, 'digits', ''],
    ['Ａ１', 0, 2, 'letters digits', ''],
    ['件12', 1, 3, 'digits', ''],
    ['12，345条', 0, 6, 'digits', ','],
    ['1，2', 0, 1, 'digits', ''],
    ['a,1', 0, 1, 'letters', ''],
    ['1..2', 0, 1, 'digits', ''],
    ['a/', 0, 1, 'letters', ''],
    ['1/2/3', 0, 5, 'digits', '//'],
    ['2$3', 0, 1, 'digits', ''],
    ['5%', 0, 1, 'digits', ''],
    ['1、2', 0, 1, 'digits', ''],
  ])('the run of %s at %d ends at %d, has %s, joined by “%s”', (text, start, end, kinds, joins) => {
    const [letters, digits] = ['letters', 'digits'].map((kind) => kinds.includes(kind));
    expect(latinRunAt(text, start)).toEqual({ start, end, letters, digits, joins });
  });
});

it.each<[string, number, boolean]>([
  ['9：00', 1, true],
  ['19：30', 2, true],
  ['119：30', 3, false],
  ['9：60', 1, false],
  ['9：59', 1, true],
  ['9：5', 1, false],
  ['9：5甲', 1, false],
  ['9：000', 1, false],
  ['：30', 0, false],
  ['午：30', 1, false],
  ['9：a0', 1, false],
  ['9：0a', 1, false],
  ['９：００', 1, true],
  ['2025年9：00', 6, true],
  ['1 9：00', 3, true],
  ['12 9：00', 4, true],
  ['129：00', 3, false],
  ['10：30', 2, true],
  ['00：30', 2, true],
  ['100：30', 3, false],
  ['010：30', 3, false],
  ['110：30', 3, false],
])('the colon of %s at %d stands in a time: %s', (text, at, clock) => {
  expect(isClock(text, at)).toBe(clock);
});

it.each<[string, number, number]>([
  ['http://a.cn/b，c', 0, 13],
  ['http://a.cn/b, c', 0, 13],
  ['http://a.cn/b.,;:!?)', 0, 13],
  ['a~bc', 0, 3],
  ['a b', 0, 1],
  ['甲', 0, 0],
  ['a.b', 1, 3],
  ['...', 0, 0],
  ['a.b.c', 0, 5],
])('the address in %s from %d on ends at %d', (text, start, end) => {
  expect(addressEnd(text, start)).toBe(end);
});
