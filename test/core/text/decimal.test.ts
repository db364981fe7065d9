import { describe, expect, it } from 'vitest';
import {
  absolute,
  add,
  compare,
  type Decimal,
  equal,
  formatDecimal,
  fromInteger,
  isInteger,
  isZero,
  negate,
  parseDecimal,
  shift,
  subtract,
  zero,
} from '../../../server/src/core/text/decimal.ts';

const read = (text: string): Decimal => {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`no decimal: ${text}`);
  return value;
};

describe('parseDecimal', () => {
  it.each<[string, bigint, number]>([
    ['0', 0n, 0],
    ['12', 12n, 0],
    ['007', 7n, 0],
    ['1200', 1200n, 0],
    ['+3', 3n, 0],
    ['-3', -3n, 0],
    ['-12.50', -125n, 1],
    ['+0.05', 5n, 2],
    ['10.0', 10n, 0],
    ['0.00', 0n, 0],
    ['1.2345', 12345n, 4],
    ['9'.repeat(40), 10n ** 40n - 1n, 0],
  ])('reads %s in lowest terms', (text, units, scale) => {
    expect(parseDecimal(text)).toEqual({ units, scale });
  });

  it.each(['', '-', '.5', '1.', '1.2.3', '1,234', '--1', '1-', ' 1', '1 ', '1a', 'a1', '１', '1e3', '一'])(
    'reads nothing from “%s”',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
    },
  );

  it('reads nothing that is longer than forty characters', () => {
    expect(parseDecimal('9'.repeat(41))).toBeUndefined();
  });
});

it.each([
  ['0', '0', '0'],
  ['12', '30', '42'],
  ['0.1', '0.2', '0.3'],
  ['0.5', '0.5', '1'],
  ['1.25', '3', '4.25'],
  ['3', '1.25', '4.25'],
  ['0.75', '0.5', '1.25'],
  ['-1.5', '1.5', '0'],
  ['-2', '0.5', '-1.5'],
])('%s and %s add up to %s, and each is that without the other', (a, b, sum) => {
  expect(add(read(a), read(b))).toEqual(read(sum));
  expect(subtract(read(sum), read(b))).toEqual(read(a));
  expect(subtract(read(sum), read(a))).toEqual(read(b));
});

it('a whole number has no places, with its sign', () => {
  expect(fromInteger(120)).toEqual({ units: 120n, scale: 0 });
  expect(fromInteger(-3)).toEqual({ units: -3n, scale: 0 });
  expect(zero).toEqual(fromInteger(0));
});

it.each([
  ['1.25', '-1.25', '1.25'],
  ['-1.25', '1.25', '1.25'],
  ['0', '0', '0'],
  ['3', '-3', '3'],
])('the opposite of %s is %s, its distance from zero %s', (value, opposite, distance) => {
  expect(negate(read(value))).toEqual(read(opposite));
  expect(absolute(read(value))).toEqual(read(distance));
});

it.each<[string, number, string]>([
  ['12', 0, '12'],
  ['12', 2, '1200'],
  ['1.25', 1, '12.5'],
  ['1.25', 2, '125'],
  ['1.25', 4, '12500'],
  ['12', -1, '1.2'],
  ['120', -1, '12'],
  ['1.5', -4, '0.00015'],
  ['-1.5', -1, '-0.15'],
  ['0', 5, '0'],
])('%s by ten to the power of %d is %s', (value, power, shifted) => {
  expect(shift(read(value), power)).toEqual(read(shifted));
});

it.each<[string, string, number]>([
  ['1', '2', -1],
  ['2', '1', 1],
  ['2', '2', 0],
  ['1.5', '2', -1],
  ['2', '1.5', 1],
  ['1.50', '1.5', 0],
  ['-1', '0.5', -1],
  ['10', '9.99', 1],
])('%s beside %s compares as %d', (a, b, order) => {
  expect(compare(read(a), read(b))).toBe(order);
});

it.each<[string, string, boolean]>([
  ['1.50', '1.5', true],
  ['15', '1.5', false],
  ['1.5', '1.6', false],
  ['0', '0.0', true],
])('%s equals %s: %s', (a, b, same) => {
  expect(equal(read(a), read(b))).toBe(same);
});

it.each<[string, boolean, boolean]>([
  ['0', true, true],
  ['0.00', true, true],
  ['0.1', false, false],
  ['10', false, true],
  ['-1.0', false, true],
])('%s is zero: %s, whole: %s', (value, none, whole) => {
  expect(isZero(read(value))).toBe(none);
  expect(isInteger(read(value))).toBe(whole);
});

it.each([
  ['0', '0'],
  ['-0', '0'],
  ['007', '7'],
  ['-12.50', '-12.5'],
  ['0.05', '0.05'],
  ['-0.5', '-0.5'],
  ['1200', '1200'],
  ['12.345', '12.345'],
  ['-8', '-8'],
])('%s is written %s', (value, written) => {
  expect(formatDecimal(read(value))).toBe(written);
});
