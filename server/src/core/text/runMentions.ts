import { readAmount } from './amounts.ts';
import { readDate } from './dateMentions.ts';
import { type LastMarks, readEnumerator } from './enumerators.ts';
import { type LatinRun, latinRunAt } from './latinRuns.ts';
import type { Reading } from './measuredNumber.ts';
import { measureWordAt } from './measureWords.ts';
import { digitOf, digitsEnd, isLetter } from './numeralChars.ts';
import { readNumeral } from './numerals.ts';
import { readFurtherOrdinal } from './ordinals.ts';
import type { Quantity } from './quantity.ts';

/** What the run of digits and Latin letters at `at` is; it is read whole, so that no part of a name counts. */
export function readRun(text: string, at: number, last: LastMarks, previous: Quantity | undefined): Reading {
  if (digitOf(text.charCodeAt(at)) >= 0) {
    const early =
      readEnumerator(text, at, last) ??
      readDate(text, at, previous) ??
      readFurtherOrdinal(text, at, previous);
    if (early !== undefined) return { item: early, end: early.span.end };
  }
  const run = latinRunAt(text, at);
  const name: Reading = { item: { kind: 'name', span: { start: at, end: run.end } }, end: run.end };
  if (run.letters) return readLettered(text, run) ?? (run.digits ? name : { item: undefined, end: run.end });
  const spaced = spacedGroups(text, run);
  if (spaced !== undefined) return { item: { kind: 'name', span: { start: at, end: spaced } }, end: spaced };
  // 1,234.5 and 3-5件 are amounts to their end; of 1.2.3 and 3/5件 only the beginning is one.
  const amount = readAmount(text, at);
  return amount !== undefined && amount.end >= run.end ? amount : name;
}

/** 1 234 567: thousands set apart by blanks, or numbers side by side; too doubtful to count. */
function spacedGroups(text: string, { start, end, joins }: LatinRun): number | undefined {
  let last = end;
  if (joins !== '' || end - start > 3) return undefined;
  while (' \u00a0\u2009\u202f'.includes(text.charAt(last)) && digitsEnd(text, last + 1) === last + 4)
    last += 4;
  return last === end ? undefined : last;
}

/** 50KB is an amount, APP3个 has one, 2O20年 is a damaged year; other mixtures are names. */
function readLettered(text: string, run: LatinRun): Reading | undefined {
  const { start, end } = run;
  if (run.joins !== '' && run.joins !== '.') return undefined;
  if (digitOf(text.charCodeAt(start)) >= 0) {
    if (text.charAt(end) === '年' && /^[12][0O]\d\d$|^2[0O][0-9O]{2}$/i.test(text.slice(start, end)))
      return { item: { kind: 'date', span: { start, end: end + 1 }, damaged: true }, end: end + 1 };
    const numeral = readNumeral(text, start);
    if (numeral === undefined) return undefined;
    const unit = text.slice(numeral.span.end, end);
    if (!latinUnits.has(unit)) return undefined;
    const { value, step, span } = numeral;
    return {
      item: {
        kind: 'quantity',
        span: { start, end },
        numeral: span,
        value,
        number: Number(value),
        step,
        unit,
      },
      end,
    };
  }
  let letters = start;
  while (isLetter(text.charCodeAt(letters))) letters++;
  if (letters - start < 2 || digitsEnd(text, letters) !== end || measureWordAt(text, end) === undefined)
    return undefined;
  return readAmount(text, letters);
}

const latinUnits = new Set([
  'km',
  'kg',
  'cm',
  'mm',
  'm',
  'KB',
  'MB',
  'GB',
  'TB',
  'M',
  'kW',
  'kWh',
  'KM',
  'KG',
  'Mbps',
]);
