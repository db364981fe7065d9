import { expect, it } from 'vitest';
import { span, touches } from '../../../server/src/core/text/span.ts';

it('a span has a start and an end', () => {
  expect(span(2, 5)).toEqual({ start: 2, end: 5 });
});

it.each<[number, boolean]>([
  [1, false],
  [2, true],
  [3, true],
  [5, true],
  [6, false],
])('%d touches what goes from 2 to 5: %s', (offset, does) => {
  expect(touches({ start: 2, end: 5 }, offset)).toBe(does);
});
