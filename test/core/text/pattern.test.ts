import { expect, it } from 'vitest';
import { matchesPattern } from '../../../server/src/core/text/pattern.ts';

it.each<[string, string, boolean]>([
  ['', '', true],
  ['2025.md', '2025.md', true],
  ['2025.md', '2024.md', false],
  ['2025.md', '2025.mdx', false],
  ['2025.mdx', '2025.md', false],
  ['2025.md', '202?.md', true],
  ['202.md', '202?.md', false],
  ['2025.md', '*', true],
  ['2025.md', '*.md', true],
  ['2025.md', '2*5*', true],
  ['2025.md', '2*6*', false],
  ['2025.md', '**', true],
  ['2025.md', '**/*.md', true],
  ['乡镇/2025.md', '*.md', false],
  ['乡镇/2025.md', '乡镇/*', true],
  ['乡镇/2025.md', '乡镇', false],
  ['乡镇', '乡镇/*', false],
  ['乡镇/甲/2025.md', '乡镇/*', false],
  ['乡镇/甲/2025.md', '乡镇/*/2025.md', true],
  ['乡镇/甲/2025.md', '乡镇/**', true],
  ['乡镇/甲/2025.md', '**/2025.md', true],
  ['乡镇/甲/2025.md', '**/甲/*', true],
  ['乡镇/甲/2025.md', '**/乙/*', false],
  ['乡镇/甲/2025.md', '乡镇/**/甲/2025.md', true],
  ['乡镇/甲/2025.md', '乡镇/**/2024.md', false],
  ['甲', '甲/**', true],
  ['甲/a*b', '甲/a?b', true],
  ['aab', 'a*b', true],
  ['ab', 'a*b', true],
  ['abb', 'a*bc', false],
])('%s is what %s means: %s', (path, pattern, matches) => {
  const parts = (text: string) => (text === '' ? [] : text.split('/'));
  expect(matchesPattern(parts(path), parts(pattern))).toBe(matches);
});
