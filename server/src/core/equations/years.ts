import type { Report } from '../report/report.ts';
import type { Decimal } from '../text/decimal.ts';
import { withSuspectsRepaired } from './diagnose.ts';
import { type Equation, equationsOf, type Term } from './equation.ts';
import { evaluate, type Sources, solveFor } from './evaluate.ts';
import { type Entry, ledgerOf, sourcesOf } from './ledger.ts';
import { isImplied, isSum } from './lines.ts';

/**
 * The equations that join a report to last year's, with what they come to. A figure that last year's form
 * did not ask for makes its equations unknown.
 */
export function yearEntries(report: Report, last: Report): readonly Entry[] {
  return report.tables.flatMap((table) => {
    const equations = equationsOf(table.layout);
    const sources = { ...sourcesOf(report, equations), last: last.figures };
    return equations.years.map((equation) => ({ equation, outcome: evaluate(equation, sources), sources }));
  });
}

/**
 * Those that fail by themselves: neither because a cell of this report is wrong that its own equations give
 * away, nor, between totals, because their parts already fail.
 */
export function yearFailures(report: Report, last: Report): readonly Entry[] {
  const mended = withSuspectsRepaired(report);
  const own = ledgerOf(mended).entries;
  const before = ledgerOf(last).entries;
  const holds = (term: Term, sums: readonly Entry[]) => isSum(term, term.of === 'this' ? sums : before);
  const written = new Map(yearEntries(report, last).map((entry) => [entry.equation, entry]));
  // What fails only once a cell is put right does not fail yet, and implies nothing.
  const standing = yearEntries(mended, last).map((entry) =>
    entry.outcome.kind === 'fails' ? (written.get(entry.equation) ?? entry) : entry,
  );
  return standing.filter(
    (entry) => entry.outcome.kind === 'fails' && !isImplied(entry, [...own, ...standing], holds),
  );
}

/** What a report says of last year without saying it, where that cannot be: a count below 0. */
export interface Impossible {
  readonly equation: Equation;
  readonly sources: Sources;
  /** Last year's figure, and what the others of its equation make of it. */
  readonly implied: Term;
  readonly value: Decimal;
}

/** Stocks that are smaller than what was added to them this year. */
export function impossibleStocks(report: Report): readonly Impossible[] {
  return report.tables.flatMap((table) => {
    const equations = equationsOf(table.layout);
    const sources = sourcesOf(report, equations);
    return equations.years.flatMap((equation) =>
      equation.right
        .filter(({ of, figure }) => of === 'last' && figure.kind === 'count' && equation.right.length > 1)
        .flatMap((implied): Impossible[] => {
          const value = solveFor(equation, implied, sources);
          return value !== undefined && value.units < 0n ? [{ equation, sources, implied, value }] : [];
        }),
    );
  });
}
