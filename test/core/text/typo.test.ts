import { expect, it } from 'vitest';
import { isTelling, type Typo, typoBetween, typoDistance } from '../../../server/src/core/text/typo.ts';

it.each<[string, string, Typo | undefined]>([
  ['12', '12', undefined],
  ['', '', undefined],
  ['-12', '12', 'sign'],
  ['12', '-12', 'sign'],
  ['', '12', 'zero'],
  ['0', '12', 'zero'],
  ['12', '0', 'zero'],
  ['12', '', undefined],
  ['5', '', 'added'],
  ['13', '18', 'digit'],
  ['3', '8', 'digit'],
  ['21', '12', 'transposed'],
  ['1324', '1234', 'transposed'],
  ['3214', '1234', undefined],
  ['1243', '1234', 'transposed'],
  ['2143', '1234', undefined],
  ['22', '11', undefined],
  ['2134', '1244', undefined],
  ['1432', '1234', undefined],
  ['21', '13', undefined],
  ['31', '12', undefined],
  ['31', '23', undefined],
  ['13', '32', undefined],
  ['5', '15', 'dropped'],
  ['1', '15', 'dropped'],
  ['134', '1234', 'dropped'],
  ['143', '1234', undefined],
  ['155', '15', 'doubled'],
  ['115', '15', 'doubled'],
  ['1223', '123', 'doubled'],
  ['15', '5', 'added'],
  ['51', '5', 'added'],
  ['1923', '123', 'added'],
  ['1932', '123', undefined],
  ['1234', '12', undefined],
  ['12', '1234', undefined],
  ['1', '123', undefined],
])('%s for %s is %s', (actual, expected, typo) => {
  expect(typoBetween(actual, expected)).toBe(typo);
});

it.each<[Typo | undefined, number]>([
  ['split', 1],
  ['swapped', 1],
  ['transposed', 1],
  ['doubled', 1],
  ['sign', 1],
  ['dropped', 2],
  ['added', 2],
  ['digit', 2],
  ['zero', 3],
  [undefined, 4],
])('%s is as far as %d', (typo, distance) => {
  expect(typoDistance(typo)).toBe(distance);
});

it.each<[Typo | undefined, string, string, boolean]>([
  ['sign', '-1', '1', true],
  ['split', '2', '20', true],
  ['transposed', '21', '12', true],
  ['dropped', '12', '123', true],
  ['dropped', '1', '12', false],
  ['doubled', '122', '12', true],
  ['doubled', '11', '1', false],
  ['added', '123', '12', true],
  ['added', '12', '1', false],
  ['digit', '123', '124', false],
  ['zero', '', '12', false],
  ['swapped', '12', '34', false],
  [undefined, '12', '34', false],
])('%s (%s for %s) tells something: %s', (typo, actual, expected, tells) => {
  expect(isTelling(typo, actual, expected)).toBe(tells);
});
