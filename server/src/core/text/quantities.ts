import { readAmount } from './amounts.ts';
import { readDate } from './dateMentions.ts';
import { type LastMarks, readBracketed, readCircled, readEnumerator, readQi } from './enumerators.ts';
import type { Reading } from './measuredNumber.ts';
import { numberWordAt } from './numberWords.ts';
import { digitOf, isLetter, numeralChar, startsChineseNumber } from './numeralChars.ts';
import { readDocumentNumber, readFurtherOrdinal, readOrdinal } from './ordinals.ts';
import type { Amount, Quantity } from './quantity.ts';
import { mayBegin } from './quantityStarts.ts';
import { readRun } from './runMentions.ts';
import { readPerHundred } from './shares.ts';

/**
 * All numbers of visible prose, in order and without overlap. Every place is visited once and looks a
 * bounded way ahead, so the time is linear in the text. Doubtful numbers come out as names, not as counts.
 */
export function readQuantities(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  const scan: Scan = { text, last: { dot: 0, comma: 0, brackets: 0 } };
  let title = 0;
  let quote: { readonly start: number; readonly end: number; readonly first: number } | undefined;
  let at = 0;
  while (at < text.length) {
    if (!mayBegin(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const char = text.charAt(at);
    // Behind the mark that closes, so that a straight one does not open again.
    if (quote !== undefined && at > quote.end) {
      closeQuote(text, quote, found);
      quote = undefined;
    }
    if (char === '《' && at >= title) title = titleEnd(text, at);
    if (quote === undefined) {
      const end = quoteEnd(text, at);
      if (end !== undefined) quote = { start: at + 1, end, first: found.length };
    }
    const reading = readAt(scan, at, found[found.length - 1]);
    if (reading === undefined) {
      at++;
      continue;
    }
    if (reading.item !== undefined) found.push(at < title ? inTitle(reading.item) : reading.item);
    at = Math.max(reading.end, at + 1);
  }
  if (quote !== undefined) closeQuote(text, quote, found);
  return shareUnits(text, found);
}

interface Scan {
  readonly text: string;
  readonly last: LastMarks;
}

function readAt({ text, last }: Scan, at: number, previous: Quantity | undefined): Reading | undefined {
  const word = numberWordAt(text, at);
  const char = text.charAt(at);
  if (char === '其') return reading(readQi(text, at));
  if (word !== undefined) {
    const item =
      word.use === 'name' ? ({ kind: 'name', span: { start: at, end: word.end } } as const) : undefined;
    return { item, end: word.end };
  }
  const code = text.charCodeAt(at);
  if (digitOf(code) >= 0 || isLetter(code)) return readRun(text, at, last, previous);
  if (startsChineseNumber(text, at)) return readCharacters(text, at, last, previous);
  switch (char) {
    case '第':
      return reading(readOrdinal(text, at));
    case '（':
    case '(':
      return reading(readDocumentNumber(text, at) ?? readBracketed(text, at, last));
    case '〔':
    case '[':
    case '［':
    case '【':
      return reading(readDocumentNumber(text, at));
    case '百':
    case '千':
    case '万':
    case '亿':
      return readPerHundred(text, at) ?? readAmount(text, at) ?? skipCharacters(text, at);
    case '-':
    case '－':
    case '−':
    case '+':
    case '＋':
    case '负':
      return readSigned(text, at);
    default:
      return reading(readCircled(text, at));
  }
}

function reading(item: Quantity | undefined): Reading | undefined {
  return item === undefined ? undefined : { item, end: item.span.end };
}

function readCharacters(
  text: string,
  at: number,
  last: LastMarks,
  previous: Quantity | undefined,
): Reading | undefined {
  return (
    reading(
      readEnumerator(text, at, last) ??
        readDate(text, at, previous) ??
        readFurtherOrdinal(text, at, previous),
    ) ??
    readAmount(text, at) ??
    skipCharacters(text, at)
  );
}

/** Characters of numbers that make none. */
function skipCharacters(text: string, at: number): Reading {
  let end = at + 1;
  while (numeralChar(text.charAt(end)) !== undefined) end++;
  return { item: undefined, end };
}

function readSigned(text: string, at: number): Reading | undefined {
  const result = readAmount(text, at);
  const item = result?.item;
  return item?.kind === 'quantity' || item?.kind === 'share' ? result : undefined;
}

const longestQuote = 18;
const longestTitle = 160;

/** Where the quotation that opens at `at` closes; only short ones, which name something, are of interest. */
function quoteEnd(text: string, at: number): number | undefined {
  const char = text.charAt(at);
  const close = char === '“' ? '”' : char === '‘' ? '’' : char === '"' ? '"' : char === '「' ? '」' : '';
  if (close === '') return undefined;
  for (let end = at + 1; end <= at + longestQuote && end < text.length; end++) {
    const next = text.charAt(end);
    if (next === close) return end;
    if (next === char || (char === '"' && '，。；：、'.includes(next))) return undefined;
  }
  return undefined;
}

/** In quotes, numbers are parts of a name (“六稳”, “最多跑一次”); dates, articles and document numbers stay. */
function closeQuote(
  text: string,
  quote: { readonly start: number; readonly end: number; readonly first: number },
  found: Quantity[],
): void {
  const inner = found.slice(quote.first);
  const stays = (item: Quantity) =>
    item.kind === 'year' || item.kind === 'date' || item.kind === 'documentNumber';
  if (
    inner.length > 0
      ? inner.some(stays) || inner.some((item) => item.span.end > quote.end)
      : !hasNumeral(text, quote.start, quote.end)
  )
    return;
  found.length = quote.first;
  found.push({ kind: 'name', span: { start: quote.start, end: quote.end } });
}

function hasNumeral(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const meaning = numeralChar(text.charAt(i));
    if (meaning !== undefined && meaning.role !== 'section') return true;
  }
  return false;
}

/** The end of a title in 《》, nested ones included; its beginning when it does not close in due length. */
function titleEnd(text: string, at: number): number {
  let depth = 0;
  for (let end = at; end < text.length && end < at + longestTitle; end++) {
    const char = text.charAt(end);
    if (char === '《') depth++;
    else if (char === '》' && --depth === 0) return end;
  }
  return at;
}

/** A title counts nothing. */
function inTitle(item: Quantity): Quantity {
  const counts = item.kind === 'quantity' || item.kind === 'share' || item.kind === 'enumerator';
  return counts ? { kind: 'name', span: item.span } : item;
}

/** 3、5和8件: the members without a measure word take that of the next. */
function shareUnits(text: string, found: readonly Quantity[]): readonly Quantity[] {
  const result = [...found];
  for (let i = result.length - 2; i >= 0; i--) {
    const item = result[i] as Quantity;
    const next = result[i + 1] as Quantity;
    if (
      item.kind !== 'quantity' ||
      item.unit !== undefined ||
      next.kind !== 'quantity' ||
      next.unit === undefined
    )
      continue;
    if (next.span.start - item.span.end !== 1 || !'、和及与/'.includes(text.charAt(item.span.end))) continue;
    result[i] = { ...item, unit: next.unit, shared: true } satisfies Amount;
  }
  return result;
}
