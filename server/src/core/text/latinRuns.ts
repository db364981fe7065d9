import { digitOf, halfCode, isLetter } from './numeralChars.ts';
import { isGroupComma } from './numerals.ts';

/**
 * A run of digits, Latin letters and the marks that join them (1,234.5 · 9:00-17:00 · 1+X · a.gov.cn/b).
 * `joins` holds the marks in half width, `groups` counts the digits or letters between them.
 */
export interface LatinRun {
  readonly start: number;
  readonly end: number;
  readonly letters: boolean;
  readonly digits: boolean;
  readonly joins: string;
  readonly groups: readonly number[];
}

const joiners = ".-+*=/_@&#~:,·'";

/** The run that begins at `start`, where a digit or letter stands. An address ends at a blank or a Chinese character. */
export function latinRunAt(text: string, start: number): LatinRun {
  let end = start;
  let letters = false;
  let digits = false;
  let joins = '';
  let length = 0;
  const groups: number[] = [];
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (isLetter(code)) letters = true;
    else if (digitOf(code) >= 0) digits = true;
    else if (text.startsWith('://', end) && letters) {
      return {
        start,
        end: addressEnd(text, end),
        letters,
        digits: true,
        joins: `${joins}:`,
        groups: [...groups, length],
      };
    } else if (joinsAt(text, end, start)) {
      joins += dash(text.charAt(end));
      groups.push(length);
      length = 0;
      continue;
    } else break;
    length++;
  }
  groups.push(length);
  return { start, end, letters, digits, joins, groups };
}

/** True when the mark at `at` joins what stands on both sides of it to one run. */
function joinsAt(text: string, at: number, start: number): boolean {
  const mark = dash(text.charAt(at));
  const next = text.charCodeAt(at + 1);
  if (at === start || mark === '' || !joiners.includes(mark)) return false;
  if (digitOf(next) < 0 && !isLetter(next)) return false;
  const between = digitOf(text.charCodeAt(at - 1)) >= 0 && digitOf(next) >= 0;
  if (mark === ',') return between && isGroupComma(text, at);
  if (mark === ':') return between && (text.charAt(at) === ':' || isClock(text, at));
  return true;
}

/** 9：00: a full-width colon with one or two digits before and exactly two behind. */
export function isClock(text: string, at: number): boolean {
  const one = digitOf(text.charCodeAt(at - 1)) >= 0;
  const before = one && (digitOf(text.charCodeAt(at - 2)) < 0 || digitOf(text.charCodeAt(at - 3)) < 0);
  const tens = digitOf(text.charCodeAt(at + 1));
  return (
    before &&
    tens >= 0 &&
    tens < 6 &&
    digitOf(text.charCodeAt(at + 2)) >= 0 &&
    digitOf(text.charCodeAt(at + 3)) < 0
  );
}

/** Behind an address: ASCII without blanks, and without a full stop or comma at its end. */
export function addressEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && text.charCodeAt(end) > 0x20 && text.charCodeAt(end) < 0x7f) end++;
  while (end > start && '.,;:!?)'.includes(text.charAt(end - 1))) end--;
  return end;
}

/** Marks in half width, every dash as `-`, × as `*`. */
function dash(char: string): string {
  if (char !== '' && '－–—−'.includes(char)) return '-';
  if (char === '～' || char === '〜') return '~';
  if (char === '•') return '·';
  return char === '×' ? '*' : char === '' ? '' : String.fromCharCode(halfCode(char.charCodeAt(0)));
}
