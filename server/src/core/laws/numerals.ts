/** The number of an article, 款 or 项 as read, with the offset behind its last character. */
export interface NumeralRead {
  readonly value: number;
  readonly end: number;
  /** Written in digits (36) and not in characters (三十六). */
  readonly digits: boolean;
}

const longest = 6;

/**
 * Reads a number from 1 to 999 at `start`: 36, ３６, 三十六, 三六, 五〇, 廿一, 一百零二. `undefined` where
 * there is none, where it is longer, and where the characters make no number (十十, 三十六十).
 */
export function readNumeral(text: string, start: number): NumeralRead | undefined {
  return readDigits(text, start) ?? readCharacters(text, start);
}

/** 1 to 999 in Chinese characters: 九, 十, 十五, 二十, 五十六, 五百, 一百零五. */
export function chineseNumber(value: number): string {
  const ones = '〇一二三四五六七八九';
  if (value >= 100) {
    const rest = value % 100;
    const tail = rest < 10 ? `零${ones[rest]}` : `${rest < 20 ? '一' : ''}${chineseNumber(rest)}`;
    return `${ones[Math.floor(value / 100)]}百${rest === 0 ? '' : tail}`;
  }
  if (value < 10) return ones[value] ?? '';
  const tens = Math.floor(value / 10);
  return `${tens === 1 ? '' : ones[tens]}十${value % 10 === 0 ? '' : ones[value % 10]}`;
}

/** 第三十六条第一款第（五）项, as laws are cited. */
export function formatCitation({
  article,
  paragraph,
  item,
}: {
  readonly article: number;
  readonly paragraph?: number | undefined;
  readonly item?: number | undefined;
}): string {
  const paragraphText = paragraph === undefined ? '' : `第${chineseNumber(paragraph)}款`;
  const itemText = item === undefined ? '' : `第（${chineseNumber(item)}）项`;
  return `第${chineseNumber(article)}条${paragraphText}${itemText}`;
}

/** The value of an ASCII or full-width digit; -1 for anything else. */
export function digitValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return -1;
}

function readDigits(text: string, start: number): NumeralRead | undefined {
  let value = 0;
  let end = start;
  for (; end < text.length && end - start < longest; end++) {
    const digit = digitValue(text.charCodeAt(end));
    if (digit < 0) break;
    value = value * 10 + digit;
  }
  if (end === start || value < 1 || value > 999) return undefined;
  return { value, end, digits: true };
}

function readCharacters(text: string, start: number): NumeralRead | undefined {
  let end = start;
  while (end < text.length && end - start <= longest && isNumeralCharacter(text[end] as string)) end++;
  if (end === start || end - start > longest) return undefined;
  const value = valueIn(text.slice(start, end));
  return value === undefined || value < 1 || value > 999 ? undefined : { value, end, digits: false };
}

const ones: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

function isNumeralCharacter(character: string): boolean {
  return (
    character in ones || character === '十' || character === '百' || character === '廿' || character === '卅'
  );
}

function valueIn(text: string): number | undefined {
  const characters = text.replace('廿', '二十').replace('卅', '三十');
  const hundred = characters.indexOf('百');
  if (hundred < 0) return belowHundred(characters);
  const hundreds = hundred === 1 ? ones[characters[0] as string] : undefined;
  if (hundreds === undefined || hundreds === 0) return undefined;
  const rest = characters.slice(2);
  if (rest === '') return hundreds * 100;
  const zero = rest[0] === '零' || rest[0] === '〇';
  const tail = belowHundred(zero ? rest.slice(1) : rest);
  return tail === undefined || tail === 0 || (zero && tail >= 10) ? undefined : hundreds * 100 + tail;
}

/** 九, 十, 十五, 二十, 五十六; also digit by digit (五六, 二〇). */
function belowHundred(text: string): number | undefined {
  const ten = text.indexOf('十');
  if (ten < 0) {
    const [first, second, third] = [...text].map((character) => ones[character]);
    if (first === undefined || third !== undefined) return undefined;
    return second === undefined ? (text.length === 1 ? first : undefined) : first * 10 + second;
  }
  const before = text.slice(0, ten);
  const after = text.slice(ten + 1);
  if (before.length > 1 || after.length > 1) return undefined;
  const tens = before === '' ? 1 : ones[before];
  const units = after === '' ? 0 : ones[after];
  if (tens === undefined || tens === 0 || units === undefined) return undefined;
  return after !== '' && units === 0 ? undefined : tens * 10 + units;
}
