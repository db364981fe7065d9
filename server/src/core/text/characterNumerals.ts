import { canonicalDecimal, shiftDecimal } from './decimalText.ts';
import { numeralChar } from './numeralChars.ts';

/** A whole number and the value of one in its last printed place, both canonical decimals. */
export interface Whole {
  readonly value: string;
  readonly step: string;
}

/** 二〇二五: the digits one after the other; `undefined` when a unit or 两 is among several. */
export function digitByDigit(run: string): Whole | undefined {
  let digits = '';
  for (const char of run) {
    const meaning = numeralChar(char);
    if (meaning?.role !== 'digit' || (run.length > 1 && '两兩'.includes(char))) return undefined;
    digits += meaning.value;
  }
  return { value: canonicalDecimal(digits), step: '1' };
}

/**
 * 一万零五十, 两千三, 三亿五, 壹佰贰拾, and 百万 counted once; `undefined` when units do not descend or 万 and 亿
 * come twice.
 */
export function withUnits(run: string): Whole | undefined {
  if (run.length > 24) return undefined;
  const [left = '', right, ...more] = run.split(/[亿億]/);
  if (more.length > 0) return undefined;
  const high = right === undefined ? 0 : left === '' ? 1 : belowHundredMillion(left, true, 0);
  const low = belowHundredMillion(right ?? left, right === undefined, right === undefined ? 0 : 8);
  if (high === undefined || low === undefined) return undefined;
  const last = numeralChar(run.charAt(run.length - 1));
  const digits = String(low);
  return {
    value: high === 0 ? digits : canonicalDecimal(String(high) + digits.padStart(8, '0')),
    step: last?.role === 'section' ? shiftDecimal('1', last.power) : '1',
  };
}

/** `leads`: nothing stands before; else 亿 (`behind` 8), after which 五 alone is five tenths of it. */
function belowHundredMillion(text: string, leads: boolean, behind: number): number | undefined {
  const [left = '', right, ...more] = text.split(/[万萬]/);
  if (more.length > 0) return undefined;
  if (right === undefined) return section(left, leads, behind);
  const high = left === '' && leads ? 1 : section(left, leads, 0);
  const low = section(right, false, 4);
  return high === undefined || low === undefined || high === 0 ? undefined : high * 10000 + low;
}

/** One to four places: 一千零五十, 两千三 (2300), 十五; behind 万 also 五 (5000) and 零五 (5). */
function section(text: string, leads: boolean, behind: number): number | undefined {
  let value = 0;
  let digit = 0;
  let last = behind;
  let zero = false;
  let smallest = 4;
  for (let i = 0; i < text.length; i++) {
    const meaning = numeralChar(text.charAt(i));
    if (meaning?.role === 'digit') {
      if (digit > 0 || (meaning.value === 0 && leads && i === 0)) return undefined;
      digit = meaning.value;
      zero ||= digit === 0;
    } else if (meaning?.role === 'tens' || meaning?.role === 'unit') {
      const power = meaning.role === 'tens' ? 1 : meaning.power;
      if (power >= smallest || (meaning.role === 'tens' && digit > 0)) return undefined;
      // 十 needs no digit before it; 百 and 千 only at the very beginning (百余件).
      if (digit === 0 && power > 1 && !(leads && i === 0)) return undefined;
      value += (meaning.role === 'tens' ? meaning.value : digit || 1) * 10 ** power;
      smallest = last = power;
      digit = 0;
      zero = false;
    } else return undefined;
  }
  return value + (zero || last < 2 ? digit : digit * 10 ** (last - 1));
}
