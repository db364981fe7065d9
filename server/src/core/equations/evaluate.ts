import type { FigureAddress } from '../forms/address.ts';
import type { Figure } from '../report/report.ts';
import { inColumnUnit } from '../report/value.ts';
import { add, type Decimal, equal, isZero, negate, subtract, zero } from '../text/decimal.ts';
import type { Equation, Relation, Term } from './equation.ts';

/** What an equation comes to. What cannot be read is never wrong. */
export type Outcome =
  | { readonly kind: 'holds'; readonly left: Decimal; readonly right: Decimal }
  | { readonly kind: 'fails'; readonly left: Decimal; readonly right: Decimal; readonly delta: Decimal }
  | {
      readonly kind: 'unknown';
      readonly because: 'missing' | 'unreadable' | 'blankTotal' | 'blank' | 'rough';
    };

export type Figures = ReadonlyMap<FigureAddress, Figure>;

/** The figures that an equation may draw on. */
export interface Sources {
  readonly own: Figures;
  readonly last?: Figures;
  /** Figures that are never 0 when blank. */
  readonly totals: ReadonlySet<FigureAddress>;
}

/**
 * Evaluates one equation. A blank part counts as 0 when the equation then holds, or when others of its
 * parts are filled; a blank total makes it unknown, and so does a figure without a cell or without a
 * readable number. A total is what some sum computes, in this report or last year's, and what stands alone
 * on the left of a sum.
 */
export function evaluate(equation: Relation, sources: Sources): Outcome {
  let filled = 0;
  let blank = 0;
  const sides = [equation.stated ?? zero, zero];
  for (const [side, terms] of [equation.left, equation.right].entries()) {
    for (const term of terms) {
      const value = termValue(term, sources);
      const isSum = equation.shape === 'sum' && side === 0;
      if (typeof value === 'string') {
        if (value !== 'blank') return { kind: 'unknown', because: value };
        if (isSum) return { kind: 'unknown', because: 'blankTotal' };
        blank++;
      } else {
        if (!isSum) filled++;
        sides[side] = add(sides[side] as Decimal, term.sign === 1 ? value : negate(value));
      }
    }
  }
  const [left = zero, right = zero] = sides;
  if (equal(left, right)) return { kind: 'holds', left, right };
  const onlyTotals = blank > 0 && filled <= (equation.shape === 'sum' ? 0 : 1);
  return onlyTotals
    ? { kind: 'unknown', because: 'blank' }
    : { kind: 'fails', left, right, delta: subtract(left, right) };
}

/** A term's number, or why it has none. */
export function termValue(
  term: Term,
  sources: Sources,
): Decimal | 'missing' | 'unreadable' | 'blankTotal' | 'blank' {
  const figure = (term.of === 'this' ? sources.own : sources.last)?.get(term.address);
  if (figure === undefined) return 'missing';
  const { value } = figure;
  if (value.kind === 'unreadable') return 'unreadable';
  if (value.kind === 'blank') return sources.totals.has(term.address) ? 'blankTotal' : 'blank';
  return inColumnUnit(value, figure.form.kind);
}

/** The number that makes a term's equation hold, all its other figures staying; `undefined` when one of them is unknown. */
export function solveFor(equation: Equation, wanted: Term, sources: Sources): Decimal | undefined {
  let rest = zero;
  for (const [side, terms] of [equation.left, equation.right].entries()) {
    for (const term of terms) {
      if (term === wanted) continue;
      const value = termValue(term, sources);
      if (typeof value === 'string' && (value !== 'blank' || (equation.shape === 'sum' && side === 0)))
        return undefined;
      const signed = typeof value === 'string' ? zero : term.sign === 1 ? value : negate(value);
      rest = side === 0 ? add(rest, signed) : subtract(rest, signed);
    }
  }
  const onLeft = equation.left.includes(wanted) === (wanted.sign === 1);
  return isZero(rest) ? zero : onLeft ? negate(rest) : rest;
}
