import type { Claim } from '../report/claims.ts';
import type { Report } from '../report/report.ts';
import { inColumnUnit } from '../report/value.ts';
import { add, type Decimal, equal, parseDecimal, zero } from '../text/decimal.ts';
import type { Related } from './finding.ts';

/** What a claim and the tables come to, one against the other. */
export interface Comparison {
  readonly claim: Claim;
  readonly stated: Decimal;
  /** What the first meaning comes to in the tables. */
  readonly expected: Decimal;
  readonly outcome: 'agrees' | 'differs';
  readonly figures: Claim['meanings'][number];
}

/** Compares a claim with the tables; `undefined` when it is approximate, or the tables do not say. */
export function compareClaim(report: Report, claim: Claim): Comparison | undefined {
  const { amount, meanings } = claim;
  if (amount.approximation !== undefined || amount.range !== undefined) return undefined;
  const stated = parseDecimal(amount.value);
  if (stated === undefined) return undefined;
  const sums = meanings.map((figures) => ({ figures, sum: sumOf(report, figures) }));
  // One alternative that cannot be added up might be the right one: then nothing is known.
  const known = sums.flatMap(({ figures, sum }) => (sum === undefined ? [] : [{ figures, sum }]));
  const [first] = known;
  if (first === undefined || known.length < sums.length) return undefined;
  const fits = known.some(({ sum }) => equal(sum, stated));
  return { claim, stated, expected: first.sum, outcome: fits ? 'agrees' : 'differs', figures: first.figures };
}

/** The sum of figures, all of which have numbers. */
export function sumOf(report: Report, figures: readonly string[]): Decimal | undefined {
  let sum = zero;
  for (const address of figures) {
    const figure = report.figures.get(address);
    if (figure?.value.kind !== 'number') return undefined;
    sum = add(sum, inColumnUnit(figure.value, figure.form.kind));
  }
  return sum;
}

/** The cells that a claim is about; of a long sum those that are not zero. */
export function claimedCells(report: Report, figures: readonly string[]): Related[] {
  const cells = figures.flatMap((address) => report.figures.get(address) ?? []);
  const shown =
    cells.length <= 6
      ? cells
      : cells.filter(({ value }) => value.kind === 'number' && value.number.units !== 0n);
  return shown.map((figure) => ({
    anchor: figure.anchor,
    message: `${figure.form.row.label === '' ? figure.form.column.path.slice(-2).join('—') : figure.form.row.label} ${figure.text}`,
  }));
}
