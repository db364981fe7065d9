import { behindBlanks, isPause } from './marks.ts';
import { digitOf, digitsEnd, halfDigits, numeralChar, startsChineseNumber } from './numeralChars.ts';
import { readNumeral } from './numerals.ts';
import type { Enumerator } from './quantity.ts';

/** The numbers that came last in each style of marks: a mark inside a clause counts only as their successor. */
export interface LastMarks {
  dot: number;
  comma: number;
  brackets: number;
}

/** Higher numbers in digits or before a mark order nothing. */
const highest = 30;

/** 一是, 一要, 一、 and 1. 1、 1） at `at`, where a number begins. */
export function readEnumerator(text: string, at: number, last: LastMarks): Enumerator | undefined {
  return digitOf(text.charCodeAt(at)) >= 0 ? digitMark(text, at, last) : characterMark(text, at);
}

/** （一）, (1) at an opening bracket; a bracketed number in digits must begin something or go on with a series. */
export function readBracketed(text: string, at: number, last: LastMarks): Enumerator | undefined {
  const inner = behindBlanks(text, at + 1);
  const chinese = startsChineseNumber(text, inner);
  const read = chinese ? readNumeral(text, inner) : smallNumber(text, inner);
  if (read === undefined) return undefined;
  const number = Number(read.value);
  const close = behindBlanks(text, read.span.end);
  if (text.charAt(close) !== '）' && text.charAt(close) !== ')') return undefined;
  if (number < 1 || number > 99) return undefined;
  const begins = startsClause(text, at) && !isPause(text.charAt(behindBlanks(text, close + 1)));
  if (!chinese && !begins && !(last.brackets > 0 && number === last.brackets + 1)) return undefined;
  last.brackets = number;
  return { kind: 'enumerator', span: { start: at, end: close + 1 }, number, style: 'brackets' };
}

/** First character and number of ①, ⑴, ⒈, ㈠, ❶ and those that follow them. */
export const circles = [
  [0x2460, 20],
  [0x2474, 20],
  [0x2488, 20],
  [0x3220, 10],
  [0x2776, 10],
] as const;

/** ①, ⑴, ⒈, ㈠, ❶ at `at`. */
export function readCircled(text: string, at: number): Enumerator | undefined {
  const code = text.charCodeAt(at);
  for (const [first, count] of circles) {
    if (code >= first && code < first + count)
      return {
        kind: 'enumerator',
        span: { start: at, end: at + 1 },
        number: code - first + 1,
        style: 'circle',
      };
  }
  return undefined;
}

/** 其一，其二 at 其. */
export function readQi(text: string, at: number): Enumerator | undefined {
  const meaning = numeralChar(text.charAt(at + 1));
  if (meaning?.role !== 'digit' || meaning.value === 0 || !'，,、：:是'.includes(text.charAt(at + 2) || ' '))
    return undefined;
  return { kind: 'enumerator', span: { start: at, end: at + 2 }, number: meaning.value, style: 'qi' };
}

function characterMark(text: string, at: number): Enumerator | undefined {
  const read = readNumeral(text, at);
  if (
    read === undefined ||
    read.notation !== 'units' ||
    read.value.includes('.') ||
    Number(read.value) > highest ||
    text.charAt(at) === '两'
  )
    return undefined;
  const { end } = read.span;
  const number = Number(read.value);
  const next = text.charAt(end);
  const item = { kind: 'enumerator', span: { start: at, end }, number } as const;
  if (next === '是')
    return number > 20 ? undefined : { ...item, span: { start: at, end: end + 1 }, style: 'shi' };
  if (next === '要' && isPause(text.charAt(at - 1)))
    return { ...item, span: { start: at, end: end + 1 }, style: 'shi' };
  const list = numeralChar(text.charAt(end + 1)) !== undefined;
  return next === '、' && startsLine(text, at) && !list ? { ...item, style: 'mark' } : undefined;
}

function digitMark(text: string, at: number, last: LastMarks): Enumerator | undefined {
  const read = smallNumber(text, at);
  if (read === undefined) return undefined;
  const number = Number(read.value);
  const { end } = read.span;
  const mark = text.charAt(end);
  const style = mark === '、' ? 'comma' : '.．'.includes(mark || ' ') ? 'dot' : undefined;
  const bracket = (mark === '）' || mark === ')') && startsLine(text, at);
  if (style === undefined && !bracket) return undefined;
  if (digitOf(text.charCodeAt(end + 1)) >= 0 && !isYearBehind(text, end + 1)) return undefined;
  const goesOn = style !== undefined && last[style] > 0 && number === last[style] + 1;
  const opens =
    style === 'dot' &&
    number === 1 &&
    isChinese(text.charCodeAt(at - 1)) &&
    isChinese(text.charCodeAt(end + 1));
  if (!bracket && !goesOn && !opens && !startsLine(text, at)) return undefined;
  if (style !== undefined) last[style] = number;
  return { kind: 'enumerator', span: { start: at, end }, number, style: 'mark' };
}

/** One or two digits that make 1 to 30. */
function smallNumber(text: string, at: number) {
  const end = digitsEnd(text, at);
  if (end === at || end > at + 2) return undefined;
  const value = halfDigits(text, at, end);
  return Number(value) > highest || value.startsWith('0') ? undefined : { value, span: { start: at, end } };
}

/** 1.2021年: a year right behind the mark. */
function isYearBehind(text: string, at: number): boolean {
  return (
    digitOf(text.charCodeAt(at + 3)) >= 0 && text.charAt(at + 4) === '年' && '12'.includes(text.charAt(at))
  );
}

/** Behind a full stop, a semicolon, a colon, a blank, or nothing: where a numbered paragraph may begin. */
function startsLine(text: string, at: number): boolean {
  return '。；：！？;:\n\r\t 　\u00a0'.includes(text.charAt(at - 1));
}

function startsClause(text: string, at: number): boolean {
  return startsLine(text, at) || '，,、'.includes(text.charAt(at - 1));
}

function isChinese(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}
