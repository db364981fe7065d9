/** The value of an ASCII or full-width digit; -1 for anything else. */
export function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return -1;
}

/** The half-width code of a full-width ASCII character; other codes unchanged. */
export function halfCode(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}

/** True for Latin letters of either width. */
export function isLetter(code: number): boolean {
  const lower = halfCode(code) | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** Behind the run of ASCII or full-width digits at `start`. */
export function digitsEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && digitOf(text.charCodeAt(end)) >= 0) end++;
  return end;
}

/** The run of digits in a range, in half width. */
export function halfDigits(text: string, start: number, end: number): string {
  let digits = '';
  for (let i = start; i < end; i++) digits += digitOf(text.charCodeAt(i));
  return digits;
}

/** What a Chinese character means in a number: a digit, a power of ten inside a section, 廿 and 卅, or 万 and 亿. */
export type NumeralChar =
  | { readonly role: 'digit'; readonly value: number; readonly financial: boolean }
  | { readonly role: 'tens'; readonly value: number }
  | { readonly role: 'unit'; readonly power: number }
  | { readonly role: 'section'; readonly power: number };

const chars: ReadonlyMap<string, NumeralChar> = new Map([
  ...digits(['〇零○Ｏ◯', '一', '二两兩', '三', '四', '五', '六', '七', '八', '九'], false),
  ...digits(['', '壹', '贰貳弍', '叁參', '肆', '伍', '陆陸', '柒', '捌', '玖'], true),
  ...'廿卅卌'.split('').map((char, index): Entry => [char, { role: 'tens', value: index + 2 }]),
  ...'十百千'.split('').map((char, index): Entry => [char, { role: 'unit', power: index + 1 }]),
  ...'拾佰仟'.split('').map((char, index): Entry => [char, { role: 'unit', power: index + 1 }]),
  ...'万亿'.split('').map((char, index): Entry => [char, { role: 'section', power: 4 + 4 * index }]),
  ...'萬億'.split('').map((char, index): Entry => [char, { role: 'section', power: 4 + 4 * index }]),
]);

/** All characters that can stand in a Chinese number. */
export function numeralChars(): Iterable<string> {
  return chars.keys();
}

type Entry = readonly [string, NumeralChar];

/** The characters of each digit from 0 on. */
function digits(written: readonly string[], financial: boolean): readonly Entry[] {
  return written.flatMap((variants, value) =>
    variants.split('').map((char): Entry => [char, { role: 'digit', value, financial }]),
  );
}

/** The meaning of one character of a Chinese number; `undefined` for all others (ASCII digits too). */
export function numeralChar(char: string): NumeralChar | undefined {
  return chars.get(char);
}

/**
 * True where a Chinese number can begin: at a digit, 十, 廿 or 卅. Financial digits count only before
 * another financial character, since 队伍, 大陆 and 放肆 are no numbers; 百, 千, 万 need a digit before.
 */
export function startsChineseNumber(text: string, at: number): boolean {
  const char = text.charAt(at);
  const meaning = chars.get(char);
  if (meaning === undefined) return false;
  if (meaning.role === 'tens' || char === '十') return true;
  if (meaning.role !== 'digit') return false;
  return !meaning.financial || '拾佰仟万萬亿億'.includes(text.charAt(at + 1) || ' ');
}
