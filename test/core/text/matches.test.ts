import { expect, it } from 'vitest';
import { matchesIn } from '../../../server/src/core/text/matches.ts';

it('finds every match with its place and groups', () => {
  const found = matchesIn('收到3件，办结12件', /(\d+)件/g);
  expect(found.map(({ 0: match, 1: digits, index }) => [match, digits, index])).toEqual([
    ['3件', '3', 2],
    ['12件', '12', 7],
  ]);
});

it('finds nothing in a text without a match', () => {
  expect(matchesIn('未收到申请', /\d/g)).toEqual([]);
  expect(matchesIn('', /\d/g)).toEqual([]);
});

it('begins at the beginning, wherever the pattern was left', () => {
  const pattern = /件/g;
  pattern.lastIndex = 2;
  expect(matchesIn('件件', pattern).map(({ index }) => index)).toEqual([0, 1]);
  expect(matchesIn('件', pattern).map(({ index }) => index)).toEqual([0]);
});
