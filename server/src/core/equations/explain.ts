import { absolute, compare, type Decimal, formatDecimal, isZero, subtract } from '../text/decimal.ts';
import type { Equation, Relation, Term } from './equation.ts';
import { type Sources, termValue } from './evaluate.ts';

/** More terms than this are not written out: the non-zero ones are, the rest counted. */
const writtenOut = 6;

/** `少 1` or `多 1`: how `actual` stands to `expected`. */
export function difference(actual: Decimal, expected: Decimal): string {
  const delta = subtract(actual, expected);
  return `${compare(actual, expected) < 0 ? '少' : '多'} ${formatDecimal(absolute(delta))}`;
}

/** `＝8＋1＋0＋0＋0＋3`, or for long sums `＝予以公开 5＋部分公开 3，其余 18 项为 0`. */
export function writtenSum(terms: readonly Term[], sources: Sources): string {
  const values = terms.map((term) => ({ term, value: numberOf(term, sources) }));
  if (terms.length <= writtenOut)
    return `＝${joinTerms(values.map(({ term, value }) => ({ text: formatDecimal(value), sign: term.sign, value })))}`;
  const shown = values.filter(({ value }) => !isZero(value));
  const rest = terms.length - shown.length;
  if (shown.length === 0) return `＝${terms.length} 项都为 0`;
  const sum = joinTerms(
    shown.map(({ term, value }) => ({
      text: `${term.name} ${formatDecimal(value)}`,
      sign: term.sign,
      value,
    })),
  );
  return rest === 0 ? `＝${sum}` : `＝${sum}，其余 ${rest} 项为 0`;
}

/** `新收 4＋上年结转 1`: every term with its name, last year's as `上年的现行有效件数 9`. */
export function namedSum(terms: readonly Term[], sources: Sources): string {
  return joinTerms(
    terms.map((term) => {
      const value = numberOf(term, sources);
      const year = term.of === 'last' ? '上年的' : '';
      return { text: `${year}${term.name} ${formatDecimal(value)}`, sign: term.sign, value };
    }),
  );
}

/** `总计 12＝自然人 8＋…`, with the values that stand there. */
export function equationWithValues(equation: Relation, sources: Sources): string {
  return namedSum(equation.left, sources) + rightSideWithValues(equation, sources);
}

/** `＝自然人 8＋…`; of many terms only those that are not 0. */
export function rightSideWithValues({ right }: Relation, sources: Sources): string {
  return right.length > writtenOut ? writtenSum(right, sources) : `＝${namedSum(right, sources)}`;
}

/** The line of related places for a term: `自然人 8`, `上年结转（空）`. */
export function termNote(term: Term, sources: Sources): string {
  const value = termValue(term, sources);
  const year = term.of === 'last' ? '上年' : '';
  return typeof value === 'string'
    ? `${year}${term.name}（空）`
    : `${year}${term.name} ${formatDecimal(value)}`;
}

/** The equation as a person would write it: `总计＝自然人＋商业企业＋…`. */
export function writtenEquation(equation: Equation): string {
  const side = (terms: readonly Term[]) =>
    terms
      .map(
        (term, index) =>
          `${index === 0 && term.sign === 1 ? '' : term.sign === 1 ? '＋' : '－'}${term.of === 'last' ? '上年' : ''}${term.name}`,
      )
      .join('');
  return `${side(equation.left)}＝${side(equation.right)}`;
}

function joinTerms(
  terms: readonly { readonly text: string; readonly sign: 1 | -1; readonly value: Decimal }[],
): string {
  return terms
    .map(({ text, sign }, index) => `${sign === -1 ? '－' : index === 0 ? '' : '＋'}${text}`)
    .join('');
}

function numberOf(term: Term, sources: Sources): Decimal {
  const value = termValue(term, sources);
  return typeof value === 'string' ? { units: 0n, scale: 0 } : value;
}
