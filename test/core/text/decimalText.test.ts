import { expect, it } from 'vitest';
import { addDecimals, canonicalDecimal, shiftDecimal } from '../../../server/src/core/text/decimalText.ts';

it.each([
  ['12', '', '12'],
  ['007', '', '7'],
  ['0', '', '0'],
  ['000', '', '0'],
  ['', '', '0'],
  ['', '5', '0.5'],
  ['0', '05', '0.05'],
  ['00', '500', '0.5'],
  ['12', '00', '12'],
  ['1200', '1200', '1200.12'],
])('the digits %s before and %s behind the point are %s', (whole, fraction, canonical) => {
  expect(canonicalDecimal(whole, fraction)).toBe(canonical);
});

it.each<[string, number, string]>([
  ['12', 0, '12'],
  ['1.5', 0, '1.5'],
  ['12.345', 2, '1234.5'],
  ['1.5', 1, '15'],
  ['1.5', 3, '1500'],
  ['0.05', 1, '0.5'],
  ['0.05', 2, '5'],
  ['0', 4, '0'],
  ['12', -1, '1.2'],
  ['12', -2, '0.12'],
  ['12', -4, '0.0012'],
  ['120', -1, '12'],
  ['1.25', -1, '0.125'],
  ['100', -2, '1'],
])('%s by ten to the power of %d is %s', (value, power, shifted) => {
  expect(shiftDecimal(value, power)).toBe(shifted);
});

it.each([
  ['0', '0', '0'],
  ['0', '1.5', '1.5'],
  ['1.5', '0', '1.5'],
  ['1', '2', '3'],
  ['5', '5', '10'],
  ['4', '5', '9'],
  ['99', '1', '100'],
  ['999', '2.5', '1001.5'],
  ['0.5', '0.5', '1'],
  ['0.05', '0.2', '0.25'],
  ['1.25', '10', '11.25'],
  ['0.95', '0.05', '1'],
  ['123456789', '987654321', '1111111110'],
])('%s and %s add up to %s, in either order', (a, b, sum) => {
  expect(addDecimals(a, b)).toBe(sum);
  expect(addDecimals(b, a)).toBe(sum);
});
