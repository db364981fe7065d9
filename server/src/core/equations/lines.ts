import type { Equation, Term } from './equation.ts';
import { termsOf } from './equation.ts';
import type { Entry } from './ledger.ts';

/** The column 总计, or the row （七）总计: a line of figures that are the sums of those in other lines. */
interface TotalLine {
  readonly total: string;
  readonly parts: readonly string[];
  /** The sums that make it one: one for each figure of the line. */
  readonly sums: readonly Entry[];
}

/**
 * The lines across which an equation of one row or column adds up: for a column's equation, the sums of
 * the rows.
 */
export function totalLines(equation: Equation, entries: readonly Entry[]): readonly TotalLine[] {
  const across = entries.filter(
    (entry) =>
      entry.equation.table === equation.table &&
      entry.equation.shape === 'sum' &&
      entry.equation.pattern.each !== equation.pattern.each,
  );
  return [...new Set(across.map((entry) => entry.equation.pattern))].map((pattern) => ({
    total: pattern.left[0] ?? '',
    parts: pattern.right,
    sums: across.filter((entry) => entry.equation.pattern === pattern),
  }));
}

/** The same relation in another row or column. */
export function sibling(equation: Equation, line: string, entries: readonly Entry[]): Entry | undefined {
  return entries.find((entry) => entry.equation.pattern === equation.pattern && entry.equation.line === line);
}

/**
 * True when an equation between totals must fail because others do: it is the sum of the same equation in
 * the other rows or columns, as all its figures are their sums. `holds` tells whether a figure is the sum
 * of its line.
 */
export function isImplied(
  entry: Entry,
  entries: readonly Entry[],
  holds: (term: Term, sums: readonly Entry[]) => boolean,
): boolean {
  return totalLines(entry.equation, entries).some(({ total, parts, sums }) => {
    if (entry.equation.line !== total) return false;
    const others = parts.map((part) => sibling(entry.equation, part, entries)?.outcome.kind);
    return (
      others.includes('fails') &&
      !others.some((kind) => kind === undefined || kind === 'unknown') &&
      termsOf(entry.equation).every((term) => holds(term, sums))
    );
  });
}

/** True when the figure of a term is the sum of its line, in the term's own report. */
export function isSum(term: Term, sums: readonly Entry[]): boolean {
  return sums.some(
    ({ equation, outcome }) => equation.left[0]?.address === term.address && outcome.kind === 'holds',
  );
}
