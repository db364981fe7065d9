import { expect, it } from 'vitest';
import { quoted } from '../../../server/src/core/text/quoted.ts';

it.each([
  ['总计', '“总计”'],
  ['', '“”'],
  ['“六稳”和“六保”', '“‘六稳’和‘六保’”'],
])('%s in quotation marks is %s', (words, marked) => {
  expect(quoted(words)).toBe(marked);
});
