import { partitionPoint } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import { digitValue } from './numerals.ts';
import { isChinese, skipBlanks, skipBlanksBack } from './scan.ts';

/**
 * How a number departs from 国办发〔2016〕80号 or 国务院令第711号: `brackets` not 〔〕; `ordinal` 第 where
 * none belongs; `noOrdinal` 第 left out after 令; `leadingZero`; `fullWidth` digits; `blank` inside;
 * `year` 年 inside the brackets.
 */
export type NumberFault =
  | 'brackets'
  | 'ordinal'
  | 'noOrdinal'
  | 'leadingZero'
  | 'fullWidth'
  | 'blank'
  | 'year';

/** The number of a document (国办发〔2016〕80号) or of an order (国务院令第711号). */
export interface DocumentNumber {
  readonly span: Span;
  readonly kind: 'document' | 'order';
  /** 国办发, 国务院令. Where no mark divides it from the words before, its start is a guess. */
  readonly issuer: string;
  /** Absent for orders. */
  readonly year?: number;
  readonly serial: number;
  /** As it should be written. */
  readonly normalized: string;
  readonly faults: readonly NumberFault[];
}

/** All numbers of documents and orders in a text, malformed ones too, in order. Time linear in the text. */
export function readDocumentNumbers(text: string): readonly DocumentNumber[] {
  const numbers: DocumentNumber[] = [];
  let limit = 0;
  for (let at = text.indexOf('号'); at >= 0; at = text.indexOf('号', at + 1)) {
    const serial = readSerial(text, at, limit);
    if (serial === undefined) continue;
    const number = readInBrackets(text, at, serial, limit) ?? readOrder(text, at, serial, limit);
    if (number === undefined) continue;
    numbers.push(number);
    limit = number.span.end;
  }
  return numbers;
}

/** The number, of those of the text in order, that stands in brackets right behind a title: 《…》（国办函〔2020〕109号）. */
export function numberBehind(
  text: string,
  title: Span,
  numbers: readonly DocumentNumber[],
): DocumentNumber | undefined {
  const open = skipBlanks(text, title.end);
  if (!'（(〔['.includes(text[open] ?? ' ')) return undefined;
  const start = skipBlanks(text, open + 1);
  const next = numbers[partitionPoint(numbers, ({ span }) => span.start < start)];
  return next?.span.start === start ? next : undefined;
}

interface Serial {
  readonly value: number;
  /** Before 第 where there is one, else before the digits. */
  readonly start: number;
  readonly ordinal: boolean;
  readonly faults: readonly NumberFault[];
}

const mostDigits = 5;

/** The digits before 号, with 第 before them. */
function readSerial(text: string, at: number, limit: number): Serial | undefined {
  const end = skipBlanksBack(text, at);
  let start = end;
  while (start > limit && end - start <= mostDigits && digitValue(text.charCodeAt(start - 1)) >= 0) start--;
  if (start === end || end - start > mostDigits) return undefined;
  const digits = readDigits(text, start, end);
  const before = skipBlanksBack(text, start);
  const ordinal = before > limit && text[before - 1] === '第';
  const faults: NumberFault[] = [];
  if (end < at || (before < start && ordinal)) faults.push('blank');
  if (digits.zero) faults.push('leadingZero');
  if (digits.fullWidth) faults.push('fullWidth');
  return digits.value === 0
    ? undefined
    : { value: digits.value, start: ordinal ? before - 1 : start, ordinal, faults };
}

function readDigits(
  text: string,
  start: number,
  end: number,
): { readonly value: number; readonly zero: boolean; readonly fullWidth: boolean } {
  let value = 0;
  let fullWidth = false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    value = value * 10 + digitValue(code);
    fullWidth ||= code > 0xff00;
  }
  return { value, zero: end - start > 1 && digitValue(text.charCodeAt(start)) === 0, fullWidth };
}

const pairs: Readonly<Record<string, string>> = {
  '〕': '〔',
  ']': '[［【〔（',
  '］': '［[【〔（',
  '】': '【[［〔（',
  '）': '（(〔［[【',
  ')': '(（〔［[【',
  '〗': '〖',
  '﹞': '﹝',
  '}': '{',
};
/** What makes a house, a line or a car of a number. */
const notNumbers = '楼院线门店厂路机车桥井';

/** 国办发〔2016〕80号, with any brackets. */
function readInBrackets(text: string, at: number, serial: Serial, limit: number): DocumentNumber | undefined {
  const closing = skipBlanksBack(text, serial.start) - 1;
  const openers = closing > limit ? `${pairs[text[closing] as string] ?? ''}` : '';
  if (openers === '' || notNumbers.includes(text[at + 1] ?? ' ')) return undefined;
  const unit = skipBlanksBack(text, closing);
  const marked = text[unit - 1] === '年';
  const yearEnd = marked ? skipBlanksBack(text, unit - 1) : unit;
  const yearStart = yearEnd - 4;
  if (yearStart <= limit) return undefined;
  for (let i = yearStart; i < yearEnd; i++) if (digitValue(text.charCodeAt(i)) < 0) return undefined;
  const year = readDigits(text, yearStart, yearEnd);
  const opening = skipBlanksBack(text, yearStart) - 1;
  const opener = text[opening] ?? '';
  if (opening < limit || opener === '' || year.value < 1950 || year.value > 2099) return undefined;
  if (!openers.includes(opener) && opener !== '〔') return undefined;

  const issuerEnd = skipBlanksBack(text, opening);
  const start = issuerStart(text, issuerEnd, limit);
  const proper = opener === '〔' && text[closing] === '〕';
  if (issuerEnd - start < (proper ? 1 : 2)) return undefined;

  const faults = new Set<NumberFault>(serial.faults);
  if (!proper) faults.add('brackets');
  if (serial.ordinal) faults.add('ordinal');
  if (marked) faults.add('year');
  if (year.fullWidth) faults.add('fullWidth');
  const tight = issuerEnd === opening && opening + 1 === yearStart && yearEnd === unit - (marked ? 1 : 0);
  if (!tight || unit !== closing || closing + 1 !== serial.start) faults.add('blank');
  const issuer = text.slice(start, issuerEnd);
  return {
    span: { start, end: at + 1 },
    kind: 'document',
    issuer,
    year: year.value,
    serial: serial.value,
    normalized: `${issuer}〔${year.value}〕${serial.value}号`,
    faults: [...faults],
  };
}

/** 国务院令第711号, 国务院令711号, 国务院第711号令, 第711号国务院令. */
function readOrder(text: string, at: number, serial: Serial, limit: number): DocumentNumber | undefined {
  const before = skipBlanksBack(text, serial.start);
  if (before > limit && text[before - 1] === '令') {
    const start = orderIssuerStart(text, before - 1, limit);
    if (start === undefined) return undefined;
    const faults = new Set<NumberFault>(serial.faults);
    if (!serial.ordinal) faults.add('noOrdinal');
    if (before !== serial.start) faults.add('blank');
    return order({ start, end: at + 1 }, text.slice(start, before - 1), serial.value, [...faults]);
  }
  if (text[at + 1] === '令') {
    const start = orderIssuerStart(text, before, limit);
    return start === undefined
      ? undefined
      : order({ start, end: at + 2 }, text.slice(start, before), serial.value, serial.faults);
  }
  const behind = ['国务院令', '中华人民共和国国务院令'].find((words) => text.startsWith(words, at + 1));
  if (behind === undefined || !serial.ordinal) return undefined;
  return order(
    { start: serial.start, end: at + 1 + behind.length },
    behind.slice(0, -1),
    serial.value,
    serial.faults,
  );
}

function order(span: Span, issuer: string, serial: number, faults: readonly NumberFault[]): DocumentNumber {
  const body = issuer.endsWith('国务院') ? '国务院' : issuer;
  return {
    span,
    kind: 'order',
    issuer: `${body}令`,
    serial,
    normalized: `${body}令第${serial}号`,
    faults,
  };
}

const longestIssuer = 16;
/** Last characters of those who give orders; keeps 命令, 指令, 口令 out. */
const orderGivers = '院席部局委会署府厅行办';

function orderIssuerStart(text: string, end: number, limit: number): number | undefined {
  if (end <= limit || !orderGivers.includes(text[end - 1] as string)) return undefined;
  const start = issuerStart(text, end, limit);
  return end - start < 2 ? undefined : start;
}

/** Beginnings of the State Council's own numbers: where one occurs, the issuer begins there. */
const national = ['国办公开办函', '国办', '国发', '国函', '中办发', '中华人民共和国国务院', '国务院'];
/** Words of the sentence that may run into the issuer. */
const words = [
  ...['根据', '按照', '依据', '依照', '遵照', '落实', '贯彻', '执行', '印发', '转发', '下发', '文件', '精神'],
  ...['参照', '结合', '对照', '符合', '通知', '办法', '规定', '意见', '条例', '方案', '要求', '以及', '文号'],
  ...['的', '了', '以', '据', '按', '为', '是', '由', '在', '等', '见', '号'],
];

/** Where the issuer that ends at `end` begins: after the last mark, or the last word that cannot be of it. */
function issuerStart(text: string, end: number, limit: number): number {
  let start = end;
  while (start > limit && end - start < longestIssuer && isChinese(text.charCodeAt(start - 1))) start--;
  const run = text.slice(start, end);
  for (const prefix of national) {
    const found = run.lastIndexOf(prefix);
    if (found >= 0) return start + found;
  }
  let cut = 0;
  for (const word of words) {
    const found = run.lastIndexOf(word);
    if (found >= 0) cut = Math.max(cut, found + word.length);
  }
  const follows = start + cut > 0 ? (text[start + cut - 1] as string) : '';
  if ('号》）)、'.includes(follows || ' ') && '和与及'.includes(run[cut] ?? ' ')) cut++;
  return start + cut;
}
