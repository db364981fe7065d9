import { digitByDigit, withUnits } from './characterNumerals.ts';
import { addDecimals, canonicalDecimal, shiftDecimal } from './decimalText.ts';
import { measureWordAt } from './measureWords.ts';
import { digitOf, digitsEnd, halfDigits, numeralChar, startsChineseNumber } from './numeralChars.ts';
import type { Span } from './span.ts';

/**
 * A number as written. `value` is a canonical decimal without a sign; `step` is the value of one in its
 * last printed place (12 → 1, 0.25 → 0.01, 3.5万 → 1000), the least a reader may take it to be off by.
 */
export interface Numeral {
  readonly span: Span;
  readonly value: string;
  readonly step: string;
  /** arabic 1,234.5; mixed 3.5万; units 十二; positional 二〇二五. */
  readonly notation: 'arabic' | 'mixed' | 'units' | 'positional';
}

/**
 * Reads the number that begins at `start`, as far as it goes: digits of either width with thousands
 * separators, a fraction, 万 and 亿; Chinese characters with units (两千三, 廿三, 壹佰, 三点五万) or digit by
 * digit. `undefined` where none begins and where the characters make no number (十十, 三十六十).
 */
export function readNumeral(text: string, start: number): Numeral | undefined {
  if (digitOf(text.charCodeAt(start)) >= 0) return readDigits(text, start);
  return startsChineseNumber(text, start) ? readCharacters(text, start) : undefined;
}

/** Reads 百, 千, 百万 … without a digit before, as in 近百件, 上千万元: their value counted once. */
export function readBareUnits(text: string, start: number): Numeral | undefined {
  const meaning = numeralChar(text.charAt(start));
  return meaning?.role === 'unit' || meaning?.role === 'section' ? readCharacters(text, start) : undefined;
}

/**
 * True when the comma at `at` divides thousands: one to three digits before it, exactly three behind.
 * A full-width comma, which mostly divides clauses, does so only between full-width digits, at the end
 * of the text, or when a measure word, a fraction, 万 or a further group follows.
 */
export function isGroupComma(text: string, at: number): boolean {
  const comma = text.charAt(at);
  if (comma !== ',' && comma !== '，') return false;
  let before = 0;
  while (before < 4 && digitOf(text.charCodeAt(at - 1 - before)) >= 0) before++;
  let after = 0;
  while (after < 4 && digitOf(text.charCodeAt(at + 1 + after)) >= 0) after++;
  if (before < 1 || before > 3 || after !== 3) return false;
  if (digitOf(text.charCodeAt(at - before)) === 0)
    return text.charAt(at - before - 1) === comma && before === 3;
  if (comma === ',' || text.charCodeAt(at + 1) > 0xff00) return true;
  const end = at + 4;
  const next = text.charAt(end);
  if (next === '' || '.．余多万亿%％'.includes(next) || measureWordAt(text, end) !== undefined) return true;
  return next === '，' && [1, 2, 3].every((i) => digitOf(text.charCodeAt(end + i)) >= 0);
}

interface Digits {
  /** Canonical. */
  readonly value: string;
  readonly places: number;
  /** How many digits stand before the point. */
  readonly length: number;
  readonly end: number;
}

function readDigits(text: string, start: number): Numeral {
  const first = digitsAt(text, start);
  return (
    mixedAt(text, start, first) ?? {
      span: { start, end: first.end },
      value: first.value,
      step: shiftDecimal('1', -first.places),
      notation: 'arabic',
    }
  );
}

function digitsAt(text: string, start: number): Digits {
  let end = digitsEnd(text, start);
  let whole = halfDigits(text, start, end);
  while (isGroupComma(text, end)) {
    whole += halfDigits(text, end + 1, end + 4);
    end += 4;
  }
  let fraction = '';
  const point = text.charAt(end);
  if ((point === '.' || point === '．') && digitOf(text.charCodeAt(end + 1)) >= 0) {
    const last = digitsEnd(text, end + 1);
    fraction = halfDigits(text, end + 1, last);
    end = last;
  }
  return { value: canonicalDecimal(whole, fraction), places: fraction.length, length: whole.length, end };
}

/** 3.5万, 1亿2千万, 1万2345, 5千: digits with Chinese units; `undefined` when no unit follows. */
function mixedAt(text: string, start: number, first: Digits): Numeral | undefined {
  let total = '0';
  let section = '0';
  let step = '1';
  let end = first.end;
  let smallest = 4;
  let largest = 16;
  let last = 0;
  for (let term: Digits | undefined = first; term !== undefined; term = nextTerm(text, end)) {
    const small = smallPower(text, term.end);
    if (small >= smallest) break;
    const big = bigPower(text, term.end + (small > 0 ? 1 : 0));
    if (big.power >= largest) break;
    if (small === 0 && big.power === 0) {
      if (term.length > last || term.places > 0) break;
      // 1万5 is colloquial for 15000; longer tails stand for themselves.
      const power = term.length === 1 ? last - 1 : 0;
      section = addDecimals(section, shiftDecimal(term.value, power));
      step = shiftDecimal('1', power);
      end = term.end;
      break;
    }
    section = addDecimals(section, shiftDecimal(term.value, small));
    end = term.end + 1;
    smallest = small;
    last = small;
    step = shiftDecimal('1', small - term.places);
    if (big.power > 0) {
      total = addDecimals(total, shiftDecimal(section, big.power));
      step = shiftDecimal(step, big.power);
      section = '0';
      smallest = 4;
      largest = big.power;
      last = big.power;
      end = big.end;
    }
  }
  if (last === 0) return undefined;
  return { span: { start, end }, value: addDecimals(total, section), step, notation: 'mixed' };
}

/** The digits that carry a mixed number on; not those of a year. */
function nextTerm(text: string, start: number): Digits | undefined {
  if (digitOf(text.charCodeAt(start)) < 0) return undefined;
  const term = digitsAt(text, start);
  return term.length === 4 && text.charAt(term.end) === '年' ? undefined : term;
}

/** 百 and 千 behind digits; 0 where they begin another word (5千米, 3百姓). */
function smallPower(text: string, at: number): number {
  const char = text.charAt(at);
  const next = text.charAt(at + 1) || ' ';
  if ('百佰'.includes(char || ' ')) return '分姓货'.includes(next) ? 0 : 2;
  if ('千仟'.includes(char || ' ')) return '米克瓦伏卡字升兆赫帕'.includes(next) ? 0 : 3;
  return 0;
}

/** 万, 亿 and 万亿 behind digits. */
function bigPower(text: string, at: number): { readonly power: number; readonly end: number } {
  const meaning = numeralChar(text.charAt(at));
  if (meaning?.role !== 'section') return { power: 0, end: at };
  const second = numeralChar(text.charAt(at + 1));
  return meaning.power === 4 && second?.role === 'section' && second.power === 8
    ? { power: 12, end: at + 2 }
    : { power: meaning.power, end: at + 1 };
}

function readCharacters(text: string, start: number): Numeral | undefined {
  let end = start;
  while (numeralChar(text.charAt(end)) !== undefined) end++;
  const run = text.slice(start, end);
  const digits = digitByDigit(run);
  const whole = digits ?? withUnits(run);
  if (whole === undefined) return undefined;
  const positional = run.length > 1 && digits !== undefined;
  const pointed = positional ? undefined : fractionAt(text, end);
  if (pointed === undefined)
    return {
      span: { start, end },
      value: whole.value,
      step: whole.step,
      notation: positional ? 'positional' : 'units',
    };
  const power = bigPower(text, pointed.end);
  return {
    span: { start, end: power.end },
    value: shiftDecimal(canonicalDecimal(whole.value, pointed.digits), power.power),
    step: shiftDecimal('1', power.power - pointed.digits.length),
    notation: 'units',
  };
}

/** 点五 behind 三: digits only, so that the clock's 三点二十 stays out. */
function fractionAt(text: string, at: number): { readonly digits: string; readonly end: number } | undefined {
  if (text.charAt(at) !== '点') return undefined;
  let digits = '';
  let end = at + 1;
  for (;;) {
    const meaning = numeralChar(text.charAt(end));
    if (meaning?.role === 'unit' || meaning?.role === 'tens') return undefined;
    if (meaning?.role !== 'digit') break;
    digits += meaning.value;
    end++;
  }
  return digits === '' || text.charAt(end) === '分' ? undefined : { digits, end };
}
