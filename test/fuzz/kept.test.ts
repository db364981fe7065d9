import { expect, it } from 'vitest';
import { shrunk } from './kept.ts';

it('a case is shrunk to what it fails by', () => {
  const text = (word: string) => `甲乙丙\n\n丁戊\n\n己庚${word}辛\n\n壬癸`;
  const found = ['一', '二', '三', '四'].map(text);
  const fails = (texts: readonly string[]) =>
    texts.at(-1)?.includes('四') === true && texts.some((one) => one.includes('二') && one.includes('壬'));
  expect(shrunk(found, fails)).toEqual(['二壬', '四']);
});

it('a case that cannot be shrunk stays', () => {
  expect(shrunk(['一', '二'], (texts) => texts.join() === '一,二')).toEqual(['一', '二']);
});
