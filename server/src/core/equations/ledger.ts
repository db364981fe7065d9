import type { BoundTable, Report } from '../report/report.ts';
import { memoByIdentity } from '../text/memo.ts';
import { type Equation, equationsOf, type TableEquations } from './equation.ts';
import { evaluate, type Outcome, type Sources } from './evaluate.ts';

/** An equation with what it comes to in one table. */
export interface Entry {
  readonly equation: Equation;
  readonly outcome: Outcome;
  readonly sources: Sources;
}

/** All equations of the report's own tables, evaluated once for each report. */
export interface Ledger {
  readonly entries: readonly Entry[];
  readonly ofTable: ReadonlyMap<BoundTable, readonly Entry[]>;
}

export const ledgerOf = memoByIdentity(({ tables }: Report): Ledger => {
  const ofTable = new Map(tables.map((table) => [table, entriesOf(table)] as const));
  return { entries: [...ofTable.values()].flat(), ofTable };
});

/** The figures of a report as its table's equations see them. */
export function sourcesOf(report: Report, equations: TableEquations): Sources {
  return { own: report.figures, totals: equations.totals };
}

const entriesOf = memoByIdentity(({ layout, rows }: BoundTable): readonly Entry[] => {
  const equations = equationsOf(layout);
  const figures = rows.flatMap((row) => row.figures.map((figure) => [figure.address, figure] as const));
  const sources = { own: new Map(figures), totals: equations.totals };
  return equations.own.map((equation) => ({ equation, outcome: evaluate(equation, sources), sources }));
});
