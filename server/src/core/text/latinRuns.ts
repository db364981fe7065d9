import { digitOf, halfCode, isLetter } from './numeralChars.ts';
import { isGroupComma } from './numerals.ts';

/**
 * A run of digits, Latin letters and the marks that join them (1,234.5 · 9:00-17:00 · 1+X · a.gov.cn/b).
 * `joins` holds the marks in half width.
 */
export interface LatinRun {
  readonly start: number;
  readonly end: number;
  readonly letters: boolean;
  readonly digits: boolean;
  readonly joins: string;
}

const joiners = ".-+*=/_@&#~:,·'";

/** The run that begins at `start`, where a digit or letter stands. An address ends at a blank or a Chinese character. */
export function latinRunAt(text: string, start: number): LatinRun {
  let end = start;
  let letters = false;
  let digits = false;
  let joins = '';
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (isLetter(code)) letters = true;
    else if (digitOf(code) >= 0) digits = true;
    else if (text.startsWith('://', end) && letters) {
      return { start, end: addressEnd(text, end), letters, digits: true, joins: `${joins}:` };
    } else if (joinsAt(text, end)) joins += dash(text.charAt(end));
    else break;
  }
  return { start, end, letters, digits, joins };
}

/** True when the mark at `at` joins what stands on both sides of it to one run. */
function joinsAt(text: string, at: number): boolean {
  const mark = dash(text.charAt(at));
  const next = text.charCodeAt(at + 1);
  if (!joiners.includes(mark)) return false;
  if (digitOf(next) < 0 && !isLetter(next)) return false;
  if (mark === ',') return isGroupComma(text, at);
  if (text.charAt(at) === ':') return digitOf(text.charCodeAt(at - 1)) >= 0 && digitOf(next) >= 0;
  return mark !== ':' || isClock(text, at);
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
  if ('－–—−'.includes(char)) return '-';
  if (char === '〜') return '~';
  if (char === '•') return '·';
  return char === '×' ? '*' : String.fromCharCode(halfCode(char.charCodeAt(0)));
}
