import type { FigureAddress } from '../forms/address.ts';
import type { BoundTable, Figure, Report } from '../report/report.ts';
import { inColumnUnit } from '../report/value.ts';
import { type Decimal, equal } from '../text/decimal.ts';
import { memoByIdentity } from '../text/memo.ts';
import { diagnosisOf } from './diagnose.ts';
import { type Equation, equationsOf, type TableEquations, type Term, termsOf } from './equation.ts';
import { evaluate, type Figures, solveFor } from './evaluate.ts';
import { ledgerOf, sourcesOf } from './ledger.ts';

/** A total that is wrong or blank, and what it comes to. */
export interface Recalculated {
  readonly figure: Figure;
  /** `undefined` where it is blank. */
  readonly old: Decimal | undefined;
  readonly new: Decimal;
}

/**
 * The totals that are wrong or blank and on whose value all their equations agree once every such total has
 * been set, in printed order. Input figures stay as they are, and so does a total that only disagrees
 * because an input figure is certainly wrong: it is right already.
 */
export const recalculate = memoByIdentity((report: Report): readonly Recalculated[] =>
  report.tables.flatMap((table) => recalculateTable(report, table)),
);

function recalculateTable(report: Report, table: BoundTable): Recalculated[] {
  const equations = equationsOf(table.layout);
  // Nothing is to be done for most tables.
  if (
    ledgerOf(report)
      .ofTable.get(table)
      ?.every(({ outcome }) => outcome.kind === 'holds') === true
  )
    return [];
  const kept = totalsOfWrongInputs(report, equations);
  for (;;) {
    const figures = withTotals(report, equations, kept);
    const changes = [...equations.totals].flatMap((address) => changeOf(address, report, figures));
    const disputed = changes.filter(({ figure }) => !agrees(figure.address, report, figures, equations));
    if (disputed.length === 0) return changes;
    for (const { figure } of disputed) kept.add(figure.address);
  }
}

/** Totals in the equations that a wrong input figure, or a wrong run of them, breaks. */
function totalsOfWrongInputs(report: Report, { totals }: TableEquations): Set<FigureAddress> {
  const broken = diagnosisOf(report).flatMap((diagnosis) => {
    switch (diagnosis.kind) {
      case 'cell':
        return totals.has(diagnosis.change.figure.address) ? [] : [...diagnosis.repairs, ...diagnosis.shared];
      case 'shift':
        return diagnosis.repairs;
      default:
        return [];
    }
  });
  const figures = broken.flatMap(({ equation }) => termsOf(equation).map(({ address }) => address));
  return new Set(figures.filter((address) => totals.has(address)));
}

/** The figures with all totals set that may be: a sum of sums sees the sums set before it. */
function withTotals(
  report: Report,
  equations: TableEquations,
  kept: ReadonlySet<FigureAddress>,
): Map<FigureAddress, Figure> {
  const figures = new Map(report.figures);
  const sums = equations.own.filter(({ shape }) => shape === 'sum');
  // A total of totals is settled in the second round at the latest.
  for (let round = 0; round < 2; round++) {
    for (const equation of sums) {
      const total = equation.left[0] as Term;
      const figure = figures.get(total.address);
      if (figure === undefined || kept.has(total.address)) continue;
      if (figure.value.kind === 'unreadable' || figure.cells.length > 1 || !hasNumber(equation, figures))
        continue;
      const number = solveFor(equation, total, { ...sourcesOf(report, equations), own: figures });
      if (number !== undefined)
        figures.set(total.address, {
          ...figure,
          value: { kind: 'number', number, unit: undefined, flaws: [] },
        });
    }
  }
  return figures;
}

/** Every equation that can be told holds with the new value. */
function agrees(
  address: FigureAddress,
  report: Report,
  figures: Figures,
  equations: TableEquations,
): boolean {
  const sources = { ...sourcesOf(report, equations), own: figures };
  return equations.own.every(
    (equation) =>
      !termsOf(equation).some((term) => term.address === address) ||
      evaluate(equation, sources).kind !== 'fails',
  );
}

/** What has become of a figure; nothing where it says the same number. */
function changeOf(address: FigureAddress, report: Report, figures: Figures): Recalculated[] {
  const figure = report.figures.get(address);
  const [old, made] = [numberOf(figure), numberOf(figures.get(address))];
  if (figure === undefined || made === undefined || (old !== undefined && equal(old, made))) return [];
  return [{ figure, old, new: made }];
}

/** All parts blank: nothing has been filled in yet, and 0 would be a guess. */
function hasNumber(equation: Equation, figures: Figures): boolean {
  return equation.right.some(({ address }) => numberOf(figures.get(address)) !== undefined);
}

function numberOf(figure: Figure | undefined): Decimal | undefined {
  return figure?.value.kind === 'number' ? inColumnUnit(figure.value, figure.form.kind) : undefined;
}
