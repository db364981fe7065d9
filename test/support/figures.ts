import fc from 'fast-check';
import { type Equation, equationsOf, type Term, termsOf } from '../../server/src/core/equations/equation.ts';
import type { FigureAddress } from '../../server/src/core/forms/address.ts';
import type { Form } from '../../server/src/core/forms/form.ts';
import { type FigureForm, layoutsOf, type TableLayout } from '../../server/src/core/forms/layout.ts';

/** What stands in each figure's cell: plain ASCII digits. */
export type FigureTexts = ReadonlyMap<FigureAddress, string>;

export function figuresOf(form: Form): readonly FigureForm[] {
  return layoutsOf(form).flatMap((layout) => layout.figures);
}

/** Every figure the same. */
export function evenFigures(form: Form, text: string): FigureTexts {
  return new Map(figuresOf(form).map(({ address }) => [address, text]));
}

/** Every figure another one, so that a figure with a foreign value shows: 1001, 1002, … in printed order. */
export function distinctFigures(form: Form): FigureTexts {
  return new Map(figuresOf(form).map(({ address }, index) => [address, String(1001 + index)]));
}

/**
 * Random figures of a report that satisfy every equation of its form, those that look at last year's
 * report with some last year; counts are non-negative, changes may be negative, money has decimals.
 */
export function consistentFigures(form: Form): fc.Arbitrary<FigureTexts> {
  const figures = figuresOf(form);
  const sizes = figures.map((figure) => sizeOf(figure));
  return fc
    .tuple(fc.tuple(...sizes), fc.array(fc.nat(20), { minLength: 8, maxLength: 8 }))
    .map(([values, stocks]) => {
      const numbers = new Map(figures.map(({ address }, index) => [address, values[index] as number]));
      for (const layout of layoutsOf(form)) settle(layout, numbers, stocks);
      return new Map(figures.map((figure) => [figure.address, written(figure, numbers)]));
    });
}

/** Mostly 0, as in real reports; money in hundredths of its unit. */
function sizeOf({ kind }: FigureForm): fc.Arbitrary<number> {
  const small = fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.nat(30) },
    { weight: 1, arbitrary: fc.nat(3000) },
  );
  if (kind === 'money') return small.map((value) => value * 7);
  return kind === 'change' ? fc.integer({ min: -20, max: 20 }) : small;
}

/** Columns first, all but the totals, then rows: the equations of the total column follow from the others. */
function settle(layout: TableLayout, numbers: Map<string, number>, stocks: readonly number[]): void {
  const { own, years } = equationsOf(layout);
  const rowTotals = new Set(
    own.flatMap((equation) =>
      equation.pattern.each === 'row' ? equation.left.map(({ address }) => address) : [],
    ),
  );
  const isTotal = (equation: Equation) => termsOf(equation).some(({ address }) => rowTotals.has(address));
  for (const equation of own)
    if (equation.pattern.each === 'column' && !isTotal(equation)) solve(equation, numbers);
  for (const equation of own) if (equation.pattern.each === 'row') solve(equation, numbers);
  for (const [index, equation] of years.entries()) {
    if (equation.right.length > 1) solve(equation, numbers, stocks[index % stocks.length]);
  }
}

/** Sets the first figure of the left side; where it would be negative, the last of the right side makes up for it. */
function solve(equation: Equation, numbers: Map<string, number>, last = 0): void {
  const signed = (term: Term) => term.sign * (term.of === 'last' ? last : (numbers.get(term.address) ?? 0));
  const sum = (terms: readonly Term[]) => terms.reduce((total, term) => total + signed(term), 0);
  const [first, ...others] = equation.left;
  const end = equation.right[equation.right.length - 1];
  if (first === undefined || end === undefined) return;
  const rest = sum(equation.right) - sum(others);
  if (rest < 0) numbers.set(end.address, (numbers.get(end.address) ?? 0) - end.sign * rest);
  numbers.set(first.address, Math.max(0, rest));
}

function written({ address, kind }: FigureForm, numbers: ReadonlyMap<string, number>): string {
  const value = numbers.get(address) ?? 0;
  return String(kind === 'money' ? value / 100 : value);
}
