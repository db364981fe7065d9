import { readNumeral } from '../laws/numerals.ts';
import { halfWidth, withoutBlanks } from '../text/normalize.ts';

/** A day, or a month where no day is written; the year may be left out. */
export interface CalendarDate {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
}

/**
 * Reads a date: 2025年12月31日, 12月31日, 2025年12月, 2025-12-31, 2025.12.31, 20251231, 二〇二五年十二月三十一日,
 * with blanks and full-width digits. `undefined` when it is damaged or no day of the calendar.
 */
export function readDate(written: string): CalendarDate | undefined {
  const text = withoutBlanks(halfWidth(written));
  const marked =
    /^(?:([0-9]{4})年)?([0-9]{1,2})月(?:([0-9]{1,2})[日号]?)?$/.exec(text) ??
    /^([0-9]{4})[-./—]([0-9]{1,2})[-./—]([0-9]{1,2})日?$/.exec(text) ??
    /^([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(text);
  if (marked === null) return readChinese(text);
  const [, year, month, day] = marked;
  return valid(
    year === undefined ? undefined : Number(year),
    Number(month),
    day === undefined ? undefined : Number(day),
  );
}

/** The days that a run of digits can stand for when its separators are lost: 2021114. */
export function possibleDates(written: string): readonly Required<CalendarDate>[] {
  const digits = halfWidth(written).replace(/[^0-9]/g, '');
  if (digits.length < 6 || digits.length > 8) return [];
  const year = Number(digits.slice(0, 4));
  return [1, 2].flatMap((length) => {
    const month = digits.slice(4, 4 + length);
    const day = digits.slice(4 + length);
    if (month.startsWith('0') !== (month.length === 2 && Number(month) < 10)) return [];
    if (day === '' || (day.length === 1 && day === '0')) return [];
    const date = valid(year, Number(month), Number(day));
    return date?.day === undefined ? [] : [{ year, month: date.month, day: date.day }];
  });
}

/** 2025年12月31日; without what is not known. */
export function formatDate({ year, month, day }: CalendarDate): string {
  return `${year === undefined ? '' : `${year}年`}${month}月${day === undefined ? '' : `${day}日`}`;
}

/** A number that grows with the date; a month alone counts as its last day. */
export function dateOrder(date: CalendarDate & { readonly year: number }): number {
  return (date.year * 100 + date.month) * 100 + (date.day ?? 31);
}

function valid(year: number | undefined, month: number, day: number | undefined): CalendarDate | undefined {
  if (month < 1 || month > 12) return undefined;
  const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (day !== undefined && (day < 1 || day > days)) return undefined;
  return {
    ...(year === undefined ? {} : { year }),
    month,
    ...(day === undefined ? {} : { day }),
  };
}

/** 二〇二五年十二月三十一日 */
function readChinese(text: string): CalendarDate | undefined {
  const yearEnd = text.indexOf('年');
  const monthEnd = text.indexOf('月');
  if (monthEnd < 0) return undefined;
  const year = yearEnd < 0 ? undefined : chineseYear(text.slice(0, yearEnd));
  if (yearEnd >= 0 && year === undefined) return undefined;
  const month = wholeNumeral(text.slice(yearEnd + 1, monthEnd));
  const rest = text.slice(monthEnd + 1);
  const day = rest === '' ? undefined : wholeNumeral(/[日号]$/.test(rest) ? rest.slice(0, -1) : rest);
  if (month === undefined || (rest !== '' && day === undefined)) return undefined;
  return valid(year, month, day);
}

/** 二〇二五 or 2025; also with ○, Ｏ and 零. */
export function chineseYear(text: string): number | undefined {
  if (text.length !== 4) return undefined;
  let year = 0;
  for (const character of halfWidth(text)) {
    const digit =
      character >= '0' && character <= '9'
        ? Number(character)
        : '○O零'.includes(character)
          ? 0
          : '〇一二三四五六七八九'.indexOf(character);
    if (digit < 0) return undefined;
    year = year * 10 + digit;
  }
  return year;
}

function wholeNumeral(text: string): number | undefined {
  const read = readNumeral(text, 0);
  return read?.end === text.length ? read.value : undefined;
}
