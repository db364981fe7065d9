import type { FigureAddress } from '../forms/address.ts';
import type { Figure, Report } from '../report/report.ts';
import { inColumnUnit } from '../report/value.ts';
import { add, compare, type Decimal, equal, zero } from '../text/decimal.ts';
import { withSuspectsRepaired } from './diagnose.ts';
import { equationsOf } from './equation.ts';
import { type Entry, ledgerOf } from './ledger.ts';

export interface Child {
  readonly name: string;
  readonly report: Report | undefined;
}

/** Of the files that a pattern or a folder brings, those are subordinate reports that are of the same year. */
export function isSubordinate(other: Report | undefined, parent: Report): boolean {
  if (other === undefined) return false;
  return other.year === undefined || parent.year === undefined || other.year.value === parent.year.value;
}

/** A figure of a consolidated report that is not the sum of its children's. */
export interface RollUpFailure {
  readonly figure: Figure;
  readonly actual: Decimal;
  readonly expected: Decimal;
  readonly parts: readonly { readonly name: string; readonly figure: Figure; readonly value: Decimal }[];
}

/**
 * `figure(parent) = Σ figure(children)` for every figure. Unknown where the parent's is blank or unreadable,
 * or some child has no such figure, an unreadable one or a blank total. While a child is missing only a
 * figure smaller than what the others add up to is wrong.
 */
export function rollUp(report: Report, children: readonly Child[]): readonly RollUpFailure[] {
  const mended = withSuspectsRepaired(report);
  const failures = new Map<FigureAddress, RollUpFailure>();
  for (const table of report.tables) {
    const { totals } = equationsOf(table.layout);
    for (const { address } of table.layout.figures) {
      const figure = report.figures.get(address);
      const actual = numberOf(figure);
      const parts = partsOf(address, children, totals.has(address));
      if (figure === undefined || actual === undefined || parts === undefined) continue;
      const expected = parts.reduce((sum, { value }) => add(sum, value), zero);
      // A cell that its own equations give away has to be wrong with the other number, too.
      const settled = numberOf(mended.figures.get(address)) ?? actual;
      if (equal(actual, expected) || equal(settled, expected)) continue;
      if (mayTell(figure, settled, expected, children))
        failures.set(address, { figure, actual, expected, parts });
    }
  }
  return [...failures.values()].filter(
    ({ figure }) => !isImplied(figure.address, mended, children, failures),
  );
}

function mayTell({ form }: Figure, actual: Decimal, expected: Decimal, children: readonly Child[]): boolean {
  const complete = children.every((child) => child.report !== undefined);
  return complete || (form.kind !== 'change' && compare(actual, expected) < 0);
}

/** What the children have; `undefined` when one of them cannot be told, or none has a number. */
function partsOf(
  address: FigureAddress,
  children: readonly Child[],
  isTotal: boolean,
): RollUpFailure['parts'] | undefined {
  const parts: RollUpFailure['parts'][number][] = [];
  let filled = 0;
  for (const { name, report } of children) {
    if (report === undefined) continue;
    const figure = report.figures.get(address);
    if (figure === undefined || figure.value.kind === 'unreadable') return undefined;
    if (figure.value.kind === 'blank' && isTotal) return undefined;
    if (figure.value.kind === 'number') filled++;
    parts.push({ name, figure, value: numberOf(figure) ?? zero });
  }
  return filled > 0 ? parts : undefined;
}

/** A total fails only because a part does, where it is the sum of its parts in every report. */
function isImplied(
  address: FigureAddress,
  report: Report,
  children: readonly Child[],
  failures: ReadonlyMap<FigureAddress, RollUpFailure>,
): boolean {
  return sumsOf(address, report).some(
    ({ equation, outcome }) =>
      outcome.kind === 'holds' &&
      equation.right.some((term) => failures.has(term.address)) &&
      children.every(
        (child) =>
          child.report === undefined ||
          sumsOf(address, child.report).some(
            (other) => other.equation.id === equation.id && other.outcome.kind === 'holds',
          ),
      ),
  );
}

function sumsOf(address: FigureAddress, report: Report): readonly Entry[] {
  return ledgerOf(report).entries.filter(
    ({ equation }) => equation.shape === 'sum' && equation.left[0]?.address === address,
  );
}

function numberOf(figure: Figure | undefined): Decimal | undefined {
  return figure?.value.kind === 'number' ? inColumnUnit(figure.value, figure.form.kind) : undefined;
}
