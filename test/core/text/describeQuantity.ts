import { expect } from 'vitest';
import type { Reading } from '../../../server/src/core/text/measuredNumber.ts';
import type { Quantity } from '../../../server/src/core/text/quantity.ts';

/** A mention in one short line, as the tables of the tests write it: `12件`, `5%`, `2020-1-31`, `一是 1`. */
export function describeQuantity(item: Quantity): string {
  switch (item.kind) {
    case 'quantity':
    case 'share': {
      const value = item.range === undefined ? item.value : `${item.range.low}..${item.range.high}`;
      const notes = [
        item.approximation,
        item.signed && 'signed',
        item.kind === 'quantity' && item.shared && 'shared',
      ];
      return [value + (item.unit ?? ''), ...notes.filter(Boolean)].join(' ');
    }
    case 'year':
      return `year ${item.value}`;
    case 'date': {
      const parts = [item.year ?? '*', item.month ?? '*', item.day ?? '*'].join('-');
      return `date ${parts}${item.damaged ? ' damaged' : ''}`;
    }
    case 'ordinal':
      return `ordinal ${item.value}${item.unit ?? ''}`;
    case 'documentNumber':
      return `document ${item.year ?? '*'}`;
    case 'enumerator':
      return `${item.style} ${item.number}`;
    case 'name':
      return 'name';
  }
}

/** The text without ⟦ and ⟧, and the spans they marked. */
export function unmark(marked: string): { readonly text: string; readonly spans: readonly string[] } {
  let text = '';
  const spans: string[] = [];
  let start = 0;
  for (const char of marked) {
    if (char === '⟦') start = text.length;
    else if (char === '⟧') spans.push(`${start}-${text.length}`);
    else text += char;
  }
  return { text, spans };
}

/** What is read, its span, and of a number the span and the last place of its numeral. */
export function describeReading(reading: Reading | undefined): string {
  if (reading === undefined) return 'none';
  const { item, end } = reading;
  if (item === undefined) return `skip ${end}`;
  expect(item.span.end).toBe(end);
  const counts = item.kind === 'quantity' || item.kind === 'share';
  const numeral = counts ? ` ${item.numeral.start}-${item.numeral.end} ${item.step}` : '';
  if (counts) expect(item.number).toBe(Number(item.value));
  return `${describeQuantity(item)} ${item.span.start}-${item.span.end}${numeral}`;
}
