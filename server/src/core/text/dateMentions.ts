import { behindBlanks, isRangeMark, isYear } from './marks.ts';
import { measureWordAt } from './measureWords.ts';
import { digitOf, digitsEnd, halfDigits, numeralChar } from './numeralChars.ts';
import { readNumeral } from './numerals.ts';
import type { DateMention, Quantity, YearMention } from './quantity.ts';

/**
 * The year or date that begins at `at`. `previous` is the mention before it in the text: in 1月1日至31日
 * it makes a date of 31日, which alone would be thirty-one days.
 */
export function readDate(
  text: string,
  at: number,
  previous: Quantity | undefined,
): DateMention | YearMention | undefined {
  const chinese = chineseYearAt(text, at);
  if (chinese !== undefined) return withYear(text, at, chinese.year, chinese.end);
  const part = partAt(text, at);
  if (part === undefined) return undefined;
  const mark = behindBlanks(text, part.end);
  switch (text.charAt(mark)) {
    case '年':
      return fromYear(text, at, part, mark + 1);
    case '月':
      return fromMonth(text, at, part, mark + 1);
    case '日':
      return fromDay(text, at, part, mark + 1, previous);
    default:
      return part.arabic ? unmarked(text, at, part) : monthBeforeMonth(text, at, part);
  }
}

/** A run of one to eight digits, or a number of one to three characters, inside a date. */
interface Part {
  readonly value: number;
  readonly length: number;
  readonly end: number;
  readonly arabic: boolean;
}

function partAt(text: string, at: number): Part | undefined {
  if (digitOf(text.charCodeAt(at)) >= 0) {
    const end = digitsEnd(text, at);
    if (end - at > 8) return undefined;
    return { value: Number(halfDigits(text, at, end)), length: end - at, end, arabic: true };
  }
  const numeral = readNumeral(text, at);
  if (numeral === undefined || numeral.span.end - at > 3 || numeral.notation !== 'units') return undefined;
  return {
    value: Number(numeral.value),
    length: numeral.span.end - at,
    end: numeral.span.end,
    arabic: false,
  };
}

/** 二〇二〇年, also with ０, O and ○ for 〇. */
function chineseYearAt(
  text: string,
  at: number,
): { readonly year: number; readonly end: number } | undefined {
  const year = fourDigits(text, at);
  if (year === undefined) return undefined;
  const mark = behindBlanks(text, at + 4);
  if (text.charAt(mark) === '年') return { year, end: mark + 1 };
  const listed = isRangeMark(text.charAt(at + 4)) && fourDigits(text, at + 5) !== undefined;
  return listed && text.charAt(at + 9) === '年' ? { year, end: at + 4 } : undefined;
}

function fourDigits(text: string, at: number): number | undefined {
  let year = 0;
  for (let i = at; i < at + 4; i++) {
    const char = text.charAt(i);
    const meaning = numeralChar(char);
    if ('0０OoΟ'.includes(char || ' ')) year *= 10;
    else if (meaning?.role === 'digit' && !'两兩'.includes(char)) year = year * 10 + meaning.value;
    else return undefined;
  }
  return isYear(year) ? year : undefined;
}

function fromYear(text: string, at: number, part: Part, end: number): DateMention | YearMention | undefined {
  if (!part.arabic) return undefined;
  if (part.length === 4) return isYear(part.value) ? withYear(text, at, part.value, end) : undefined;
  const month = monthAt(text, behindBlanks(text, end));
  if (month === undefined || part.length < 2) return undefined;
  const year = part.length === 2 ? 2000 + part.value : undefined;
  return dated(text, at, year, month, part.length !== 2);
}

/** Behind 2020年 (or 2020—): a month, damaged digits, or nothing that belongs to it. */
function withYear(text: string, at: number, year: number, end: number): DateMention | YearMention {
  const next = behindBlanks(text, end);
  const month = monthAt(text, next);
  if (month !== undefined) return dated(text, at, year, month, false);
  const part = partAt(text, next);
  if (part?.arabic && text.charAt(behindBlanks(text, part.end)) === '日') {
    // 2020年131日, 2020年1日1日: the month is lost.
    let last = behindBlanks(text, part.end) + 1;
    const second = partAt(text, last);
    if (second?.arabic && text.charAt(second.end) === '日') last = second.end + 1;
    if (part.length > 2 || second !== undefined)
      return { kind: 'date', span: { start: at, end: last }, year, damaged: true };
  }
  return { kind: 'year', span: { start: at, end }, value: String(year), number: year };
}

interface MonthPart extends Part {
  /** Behind 月. */
  readonly marked: number;
}

function monthAt(text: string, at: number): MonthPart | undefined {
  const part = partAt(text, at);
  if (part === undefined) return undefined;
  const mark = behindBlanks(text, part.end);
  return text.charAt(mark) === '月' ? { ...part, marked: mark + 1 } : undefined;
}

function fromMonth(text: string, at: number, part: Part, marked: number): DateMention | undefined {
  const long = part.length >= 5 && beginsAsYear(text, at);
  if (!long && ((part.length > 2 && part.arabic) || part.value < 1 || part.value > 12)) return undefined;
  return dated(text, at, undefined, { ...part, marked }, long);
}

/** A date from its month on. */
function dated(
  text: string,
  start: number,
  year: number | undefined,
  month: MonthPart,
  broken: boolean,
): DateMention {
  const monthFits = month.value >= 1 && month.value <= 12 && (!month.arabic || month.length <= 2);
  const day = dayAt(text, behindBlanks(text, month.marked));
  const dayFits =
    day === undefined || (day.value >= 1 && day.value <= daysIn(month.value, year) && day.length <= 3);
  return {
    kind: 'date',
    span: { start, end: day?.end ?? month.marked },
    ...(year === undefined ? {} : { year }),
    ...(monthFits ? { month: month.value } : {}),
    ...(day !== undefined && dayFits ? { day: day.value } : {}),
    ...(broken || !monthFits || !dayFits || day?.unmarked ? { damaged: true } : {}),
  };
}

/** 31日, 31号, the 3 of 3、5日; also 31 without 日 where the text ends or the period goes on, which is a fault. */
function dayAt(
  text: string,
  at: number,
):
  | { readonly value: number; readonly length: number; readonly end: number; readonly unmarked: boolean }
  | undefined {
  const part = partAt(text, at);
  if (part === undefined || part.length > 4) return undefined;
  const mark = behindBlanks(text, part.end);
  const char = text.charAt(mark);
  if (char === '日' || (char === '号' && !'楼院线'.includes(text.charAt(mark + 1) || ' ')))
    return { value: part.value, length: part.length, end: mark + 1, unmarked: false };
  if (!part.arabic || part.length > 2) return undefined;
  const ranges = isRangeMark(char);
  if (ranges || '、和及与'.includes(char)) {
    const second = partAt(text, mark + 1);
    const closed = second !== undefined && text.charAt(second.end) === '日';
    const another = ranges && second !== undefined && '月年'.includes(text.charAt(second.end) || ' ');
    if (closed || another)
      return { value: part.value, length: part.length, end: part.end, unmarked: !closed };
  }
  return mark >= text.length
    ? { value: part.value, length: part.length, end: part.end, unmarked: true }
    : undefined;
}

/** 202011日; 31日 behind another date; 每月5日. */
function fromDay(
  text: string,
  at: number,
  part: Part,
  end: number,
  previous: Quantity | undefined,
): DateMention | undefined {
  if (part.length >= 5 && beginsAsYear(text, at))
    return { kind: 'date', span: { start: at, end }, damaged: true };
  const follows =
    previous?.kind === 'date' &&
    previous.span.end === at - 1 &&
    (isRangeMark(text.charAt(at - 1)) || '、和及与'.includes(text.charAt(at - 1)));
  const monthly = ['每月', '当月', '次月', '本月', '同月'].some((word) => text.endsWith(word, at));
  if ((!follows && !monthly) || part.value < 1 || part.value > 31 || part.length > 3) return undefined;
  return { kind: 'date', span: { start: at, end }, day: part.value };
}

/** Digits without 年, 月 or 日 behind them. */
function unmarked(text: string, at: number, part: Part): DateMention | YearMention | undefined {
  return (
    separated(text, at, part) ??
    compact(text, at, part) ??
    yearInList(text, at, part) ??
    monthBeforeMonth(text, at, part)
  );
}

/** 2020-01-31, 2020.1.31, 2020/1/31; 2020.12 and 2020-12 where nothing is counted. */
function separated(text: string, at: number, year: Part): DateMention | undefined {
  if (year.length !== 4 || !isYear(year.value)) return undefined;
  const mark = text.charAt(year.end);
  if (!'-－.．/／'.includes(mark)) return undefined;
  const month = partAt(text, year.end + 1);
  if (month === undefined || !month.arabic || month.length > 2 || month.value < 1 || month.value > 12)
    return undefined;
  const date = { kind: 'date', year: year.value, month: month.value } as const;
  const second = text.charAt(month.end) === mark ? partAt(text, month.end + 1) : undefined;
  if (second?.arabic) {
    if (second.length > 2 || second.value < 1 || second.value > daysIn(month.value, year.value))
      return undefined;
    if (text.charAt(second.end) === mark && digitOf(text.charCodeAt(second.end + 1)) >= 0) return undefined;
    return { ...date, span: { start: at, end: second.end }, day: second.value };
  }
  const next = behindBlanks(text, month.end);
  const counts =
    measureWordAt(text, next) !== undefined || '%％‰万亿年月余多'.includes(text.charAt(next) || ' ');
  return counts || mark === '/' || mark === '／'
    ? undefined
    : { ...date, span: { start: at, end: month.end } };
}

/** 20200131; and 2021114, 202114 alone on their line, as signatures show them. */
function compact(text: string, at: number, part: Part): DateMention | undefined {
  if (part.length < 5 || !beginsAsYear(text, at)) return undefined;
  const year = Number(halfDigits(text, at, at + 4));
  const span = { start: at, end: part.end };
  if (part.length === 8) {
    const month = Number(halfDigits(text, at + 4, at + 6));
    const day = Number(halfDigits(text, at + 6, at + 8));
    const fits = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);
    if (fits && measureWordAt(text, part.end) === undefined) return { kind: 'date', span, year, month, day };
  }
  const alone = isLineEdge(text.charAt(at - 1)) && isLineEdge(text.charAt(part.end));
  return alone && year >= 2007 && year <= 2050 ? { kind: 'date', span, year, damaged: true } : undefined;
}

/** The first of 2019—2021年, 2019、2020年. */
function yearInList(text: string, at: number, part: Part): YearMention | undefined {
  if (part.length !== 4 || !isYear(part.value)) return undefined;
  let end = part.end;
  for (let i = 0; i < 8; i++) {
    const mark = text.charAt(end);
    if (!isRangeMark(mark) && !'、和与及或/'.includes(mark || ' ')) return undefined;
    const next = partAt(text, end + 1);
    if (next?.length !== 4 || !isYear(next.value)) return undefined;
    end = next.end;
    if (text.charAt(behindBlanks(text, end)) === '年')
      return {
        kind: 'year',
        span: { start: at, end: part.end },
        value: String(part.value),
        number: part.value,
      };
  }
  return undefined;
}

/** The 1 of 1—12月 and of 1、2月. */
function monthBeforeMonth(text: string, at: number, part: Part): DateMention | undefined {
  if (part.length > 2 || part.value < 1 || part.value > 12) return undefined;
  const mark = text.charAt(part.end);
  if (!isRangeMark(mark) && mark !== '、') return undefined;
  const month = monthAt(text, part.end + 1);
  if (month === undefined || month.value < 1 || month.value > 12) return undefined;
  return { kind: 'date', span: { start: at, end: part.end }, month: part.value };
}

function beginsAsYear(text: string, at: number): boolean {
  const century = halfDigits(text, at, at + 2);
  return century === '20' || century === '19';
}

function isLineEdge(char: string): boolean {
  return char.trim() === '';
}

function daysIn(month: number, year: number | undefined): number {
  if (month === 2)
    return year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
