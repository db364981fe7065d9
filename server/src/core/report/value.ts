import { type Decimal, parseDecimal, shift } from '../text/decimal.ts';
import { memoByText } from '../text/memo.ts';
import { halfWidth, isBlankCode, trimBlanks } from '../text/normalize.ts';
import { type Span, span } from '../text/span.ts';

/** What a figure cell says. Blank is not zero, and what cannot be read is not wrong. */
export type Value = NumberValue | BlankValue | UnreadableValue;

export interface NumberValue {
  readonly kind: 'number';
  /** The number as written, before any unit is applied. */
  readonly number: Decimal;
  /** A unit written behind the number: 件, 万元, 元. */
  readonly unit: string | undefined;
  /** The whole text is not just ASCII digits with sign and point. */
  readonly flaws: readonly Flaw[];
}

export type Flaw =
  | 'fullWidth'
  | 'separator'
  | 'leadingZero'
  | 'innerSpace'
  | 'annotation'
  | 'unit'
  | 'plusSign';

export interface BlankValue {
  readonly kind: 'blank';
  /** What stands for nothing: empty, `/`, `—`, `无`. */
  readonly mark: string;
}

export interface UnreadableValue {
  readonly kind: 'unreadable';
  readonly text: string;
}

const blankMarks = new Set([
  '',
  '/',
  '／',
  '\\',
  '-',
  '--',
  '—',
  '——',
  '–',
  '－',
  '﹣',
  '―',
  '无',
  '空',
  '*',
  '…',
  '……',
  '〔待填〕',
  '[待填]',
  '待填',
]);
const units = /^(?:万元人民币|万元|亿元|元人民币|元|件次|件|条|项|个|份|宗|起|次|人次|例|篇|部|类)$/;

/** Reads the text of a figure cell. */
export const readValue = memoByText((text): Value => {
  const trimmed = trimMarks(text);
  if (blankMarks.has(trimmed)) return { kind: 'blank', mark: trimmed };
  const flaws: Flaw[] = [];
  let plain = halfWidth(trimmed);
  if (plain !== trimmed) flaws.push('fullWidth');
  const annotation = /^([^()[\]①-⑳*⁰¹²³⁴-⁹注]+)(?:\([^()]*\)|\[[^[\]]*\]|[①-⑳*⁰¹²³⁴-⁹]+|注\d*)$/.exec(plain);
  if (annotation !== null && /\d/.test(annotation[1] as string)) {
    flaws.push('annotation');
    plain = trimBlanks(annotation[1] as string);
  }
  const number = /^([+\-−﹣]?)([\d,. \u00a0\u200b]+)/.exec(plain);
  if (number === null || !/\d/.test(number[2] as string)) return { kind: 'unreadable', text: trimmed };
  const unit = trimBlanks(plain.slice(number[0].length));
  if (unit !== '' && !units.test(unit)) return { kind: 'unreadable', text: trimmed };
  if (unit !== '') flaws.push('unit');
  const digits = readDigits(trimBlanks(number[2] as string), flaws);
  if (digits === undefined) return { kind: 'unreadable', text: trimmed };
  const sign = number[1] === '' ? '' : number[1] === '+' ? '+' : '-';
  const value = parseDecimal(sign + digits);
  if (value === undefined) return { kind: 'unreadable', text: trimmed };
  if (sign === '+') flaws.push('plusSign');
  return { kind: 'number', number: value, unit: unit === '' ? undefined : unit, flaws };
});

export function isNumberText(text: string): boolean {
  return readValue(text).kind === 'number';
}

/** The value in the unit of its column: 元 in a 万元 column counts a ten-thousandth, exactly. */
export function inColumnUnit(value: NumberValue, kind: 'count' | 'change' | 'money'): Decimal {
  if (kind !== 'money' || value.unit === undefined) return value.number;
  if (value.unit.startsWith('亿')) return shift(value.number, 4);
  // A unit that is none of money (12件 in a column of amounts) says nothing about the scale.
  return value.unit.startsWith('元') ? shift(value.number, -4) : value.number;
}

/** The part of the text that is the number itself, without unit or annotation. */
export function digitsSpan(text: string): Span {
  const match = /[+\-−﹣＋－]?[\d０-９][\d０-９,，.． \u00a0]*/.exec(text);
  if (match === null) return span(0, text.length);
  let end = match.index + match[0].length;
  while (end > match.index && !/[\d０-９]/.test(text[end - 1] as string)) end--;
  return span(match.index, end);
}

function readDigits(written: string, flaws: Flaw[]): string | undefined {
  let digits = written;
  if (/[ \u00a0\u200b]/.test(digits)) {
    // `1 2` may be two figures in one cell; only a single gap before three digits is a separator.
    if (!/^\d{1,3}(?:[ \u00a0\u200b]\d{3})+(?:\.\d+)?$/.test(digits)) return undefined;
    digits = digits.replace(/[ \u00a0\u200b]/g, '');
    flaws.push('innerSpace');
  }
  if (digits.includes(',')) {
    if (!/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return undefined;
    digits = digits.replaceAll(',', '');
    flaws.push('separator');
  }
  if (!/^\d+(?:\.\d+)?$/.test(digits)) return undefined;
  if (/^0\d/.test(digits)) flaws.push('leadingZero');
  return digits;
}

/** Blanks of any width at the edges, and zero-width characters anywhere, do not count. */
function trimMarks(text: string): string {
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!(code >= 0x200b && code <= 0x200f) && code !== 0xfeff && code !== 0xad)
      plain += isBlankCode(code) ? ' ' : text[i];
  }
  return trimBlanks(plain);
}
