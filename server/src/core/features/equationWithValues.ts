import type { Relation } from '../equations/equation.ts';
import type { Sources } from '../equations/evaluate.ts';
import { namedSum, writtenSum } from '../equations/explain.ts';

/** `总计 12＝自然人 8＋…`, with the values that stand there. */
export function equationWithValues(equation: Relation, sources: Sources): string {
  return namedSum(equation.left, sources) + rightSideWithValues(equation, sources);
}

/** `＝自然人 8＋…`; of many terms only those that are not 0. */
export function rightSideWithValues({ right }: Relation, sources: Sources): string {
  return right.length > 6 ? writtenSum(right, sources) : `＝${namedSum(right, sources)}`;
}
