import { isPause } from './marks.ts';
import type { Approximation } from './quantity.ts';

/** Words before a number. Longer words first; each with the characters that, before it, make another word. */
const before: readonly (readonly [string, Approximation, string])[] = [
  ['不少于', 'atLeast', ''],
  ['不低于', 'atLeast', ''],
  ['不小于', 'atLeast', ''],
  ['不超过', 'atMost', ''],
  ['不多于', 'atMost', ''],
  ['不高于', 'atMost', ''],
  ['不大于', 'atMost', ''],
  ['差不多', 'about', ''],
  ['大约', 'about', ''],
  ['大概', 'about', ''],
  ['将近', 'about', ''],
  ['接近', 'about', ''],
  ['超过', 'more', ''],
  ['超出', 'more', ''],
  ['突破', 'more', ''],
  ['多于', 'more', ''],
  ['高于', 'more', ''],
  ['大于', 'more', ''],
  ['至少', 'atLeast', ''],
  ['最少', 'atLeast', ''],
  ['至多', 'atMost', ''],
  ['最多', 'atMost', ''],
  ['不足', 'less', '在有的之些'],
  ['不到', 'less', '找看听做得办达收'],
  ['未达', 'less', ''],
  ['少于', 'less', ''],
  ['低于', 'less', ''],
  ['小于', 'less', ''],
  ['约', 'about', '预节签违公条合契制邀特立履相'],
  ['近', 'about', '最附临远亲靠新'],
  ['超', 'more', '高赶反'],
  ['逾', 'more', ''],
];

/** What may stand between such a word and its number: 约为12件, 超过了3次. */
const fillers = '为有占达了计';

const behind: readonly (readonly [string, Approximation])[] = [
  ['及以上', 'atLeast'],
  ['及以下', 'atMost'],
  ['或以上', 'atLeast'],
  ['以上', 'atLeast'],
  ['以内', 'atMost'],
  ['之内', 'atMost'],
  ['以下', 'atMost'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['有余', 'more'],
  ['不到', 'less'],
  ['+', 'more'],
  ['＋', 'more'],
];

/**
 * What 约, 近, 超过 … right before `at` say. 近 before a time (近三年) means the latest and approximates
 * nothing: `time` tells that the number measures one.
 */
export function approximationBefore(text: string, at: number, time: boolean): Approximation | undefined {
  const end = text.charAt(at - 1) === ' ' ? at - 1 : at;
  const direct = endingAt(text, end, time);
  if (direct !== undefined || !fillers.includes(text.charAt(end - 1) || ' ')) return direct;
  return endingAt(text, end - 1, true);
}

/** What 以上, 左右 … behind a measure word at `at` say; 上下 and + only before a pause (三级上下联动, 5+3). */
export function approximationBehind(text: string, at: number): Approximation | undefined {
  for (const [word, meaning] of behind) {
    if (!text.startsWith(word, at)) continue;
    if (word === '上下' && !isPause(text.charAt(at + 2))) return undefined;
    if (word.length === 1 && !isPause(text.charAt(at + 1))) return undefined;
    return meaning;
  }
  return undefined;
}

function endingAt(text: string, end: number, time: boolean): Approximation | undefined {
  for (const [word, meaning, others] of before) {
    if (!text.endsWith(word, end)) continue;
    const start = end - word.length;
    if (start > 0 && others.includes(text.charAt(start - 1))) return undefined;
    return time && word === '近' ? undefined : meaning;
  }
  return undefined;
}
