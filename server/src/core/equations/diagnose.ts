import type { FigureAddress } from '../forms/address.ts';
import type { Figure, Report } from '../report/report.ts';
import { type Decimal, fromInteger, subtract } from '../text/decimal.ts';
import { memoByIdentity } from '../text/memo.ts';
import type { Typo } from '../text/typo.ts';
import { certainChanges, distanceOf, typosOf } from './certainty.ts';
import { type Entry, ledgerOf } from './ledger.ts';
import { isImplied, isSum, sibling, totalLines } from './lines.ts';
import type { Repair } from './repairs.ts';
import { findShift, type Shift } from './shift.ts';
import { cellAt, change, failingSystems, type System, type SystemEquation, toDecimal } from './system.ts';

/** A cell and what it would have to say. */
export interface Change {
  readonly figure: Figure;
  /** `undefined` for a blank cell. */
  readonly actual: Decimal | undefined;
  readonly expected: Decimal;
  readonly typo: Typo | undefined;
}

/** What explains the failing equations of a report: one for each independent cause. */
export type Diagnosis =
  /** One wrong cell: there is no other explanation with as few, or none as likely. */
  | {
      readonly kind: 'cell';
      readonly change: Change;
      /** Equations that hold once this cell is changed; `shared` with other suspects that also must. */
      readonly repairs: readonly Entry[];
      readonly shared: readonly Entry[];
      /** It is part of every smallest repair; otherwise a telling slip set it apart. */
      readonly only: boolean;
    }
  /** Several figures of a row that all stand one column aside. */
  | {
      readonly kind: 'shift';
      readonly changes: readonly Change[];
      readonly toward: Shift['toward'];
      readonly repairs: readonly Entry[];
    }
  /** Two rows or columns off by the same amount in opposite directions, while their totals agree. */
  | {
      readonly kind: 'moved';
      readonly entry: Entry;
      readonly other: Entry;
      readonly candidates: readonly (readonly Change[])[];
    }
  /** An equation that fails for a reason that cannot be told; likelier repairs first. */
  | { readonly kind: 'mismatch'; readonly entry: Entry; readonly candidates: readonly (readonly Change[])[] };

/** Explains the failing equations of a report, each table by itself; once for as long as the table stays. */
export function diagnosisOf(report: Report): readonly Diagnosis[] {
  return [...ledgerOf(report).ofTable.values()].flatMap(diagnoseTable);
}

/** The cells that are certainly wrong, and what they should say. */
export function suspectsOf(report: Report): ReadonlyMap<FigureAddress, Decimal> {
  const changes = diagnosisOf(report).flatMap((diagnosis) =>
    diagnosis.kind === 'cell' ? [diagnosis.change] : diagnosis.kind === 'shift' ? diagnosis.changes : [],
  );
  return new Map(changes.map(({ figure, expected }) => [figure.address, expected]));
}

/** The report as it would be once the wrong cells are put right; itself where none is. */
export const withSuspectsRepaired = memoByIdentity((report: Report): Report => {
  const suspects = suspectsOf(report);
  if (suspects.size === 0) return report;
  const repaired = (figure: Figure): Figure => {
    const number = suspects.get(figure.address);
    return number === undefined
      ? figure
      : { ...figure, value: { kind: 'number', number, unit: undefined, flaws: [] } };
  };
  const tables = report.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, figures: row.figures.map(repaired) })),
  }));
  const figures = new Map([...report.figures].map(([address, figure]) => [address, repaired(figure)]));
  return { ...report, figures, tables };
});

const diagnoseTable = memoByIdentity((entries: readonly Entry[]): readonly Diagnosis[] => {
  const found: Diagnosis[] = [];
  const candidates = new Map<Entry, (readonly Change[])[]>();
  const explained = new Set<Entry>();
  for (const system of failingSystems(entries)) {
    const { diagnoses, rest, alternatives } = diagnoseSystem(system);
    found.push(...diagnoses);
    for (const [index, { entry, cells }] of system.equations.entries()) {
      if (rest[index] === 0) explained.add(entry);
      else
        candidates.set(
          entry,
          alternatives
            .filter(({ repair }) => cells.some((cell) => repair.has(cell)))
            .map(({ changes }) => changes),
        );
    }
  }
  const open = entries.filter((entry) => entry.outcome.kind === 'fails' && !explained.has(entry));
  return [...found, ...mismatches(open, entries, candidates)];
});

interface SystemDiagnosis {
  readonly diagnoses: readonly Diagnosis[];
  /** Residuals once the certain cells have been changed. */
  readonly rest: readonly number[];
  /** The smallest repairs of what is left, likeliest first. */
  readonly alternatives: readonly { readonly repair: Repair; readonly changes: readonly Change[] }[];
}

function diagnoseSystem(system: System): SystemDiagnosis {
  const certain = certainChanges(system);
  if (certain.repairs[0]?.size !== 1) {
    const shift = findShift(system, system.residuals);
    if (shift !== undefined) {
      const repairs = failingEntries(system);
      const changes = changesOf(system, shift.changes);
      return {
        diagnoses: [{ kind: 'shift', changes, toward: shift.toward, repairs }],
        rest: system.residuals.map(() => 0),
        alternatives: [],
      };
    }
  }
  const rest = residualsAfter(system, certain.changes);
  const diagnoses = [...certain.changes].map(([index, value]): Diagnosis => {
    const { figure, uses } = cellAt(system, index);
    const alone = residualsAfter(system, new Map([[index, value]]));
    const entriesOf = (wanted: (equation: number) => boolean) =>
      uses
        .filter(({ equation }) => wanted(equation))
        .map(({ equation }) => (system.equations[equation] as SystemEquation).entry);
    return {
      kind: 'cell',
      change: changesOf(system, certain.changes).find((change) => change.figure === figure) as Change,
      repairs: entriesOf((equation) => alone[equation] === 0),
      shared: entriesOf((equation) => alone[equation] !== 0 && rest[equation] === 0),
      only: certain.only.has(index),
    };
  });
  return { diagnoses, rest, alternatives: alternativesOf(system, certain.repairs, certain.changes) };
}

/** What the repairs have besides the certain changes. */
function alternativesOf(
  system: System,
  repairs: readonly Repair[],
  certain: Repair,
): SystemDiagnosis['alternatives'] {
  const rests = repairs.map((repair) => new Map([...repair].filter(([index]) => !certain.has(index))));
  return rests
    .filter((rest) => rest.size > 0)
    .map((repair) => ({ repair, changes: changesOf(system, repair), distance: distanceOf(system, repair) }))
    .sort((a, b) => a.distance - b.distance);
}

function residualsAfter(system: System, changes: Repair): number[] {
  const residuals = [...system.residuals];
  for (const [index, value] of changes) {
    const cell = cellAt(system, index);
    change(residuals, cell, value - cell.value);
  }
  return residuals;
}

function failingEntries(system: System): Entry[] {
  return system.equations.flatMap(({ entry }, index) => (system.residuals[index] === 0 ? [] : [entry]));
}

/** In printed order. */
function changesOf(system: System, repair: Repair): Change[] {
  const typos = typosOf(system, repair);
  const changes = [...repair].map(([index, value]): Change => {
    const { figure, blank, value: number } = cellAt(system, index);
    const actual = blank ? undefined : toDecimal(number, system.scale);
    return { figure, actual, expected: toDecimal(value, system.scale), typo: typos.get(index) };
  });
  return changes.sort(
    ({ figure: { form: a } }, { figure: { form: b } }) =>
      a.row.index - b.row.index || a.column.index - b.column.index,
  );
}

/** What is left unexplained, without equations that fail only because others do. */
function mismatches(
  open: readonly Entry[],
  entries: readonly Entry[],
  candidates: ReadonlyMap<Entry, readonly (readonly Change[])[]>,
): Diagnosis[] {
  const causes = open.filter((entry) => !isImplied(entry, entries, isSum));
  const paired = new Set<Entry>();
  return causes.flatMap((entry): Diagnosis[] => {
    if (paired.has(entry)) return [];
    const own = candidates.get(entry) ?? [];
    const other = oppositeOf(entry, causes, entries);
    if (other === undefined) return [{ kind: 'mismatch', entry, candidates: own }];
    paired.add(other);
    return [{ kind: 'moved', entry, other, candidates: own }];
  });
}

/** The one other row or column that is off by as much in the other direction, where the line of their totals holds. */
function oppositeOf(entry: Entry, open: readonly Entry[], entries: readonly Entry[]): Entry | undefined {
  const delta = deltaOf(entry);
  const { line, pattern } = entry.equation;
  for (const { total, parts } of totalLines(entry.equation, entries)) {
    if (!parts.includes(line) || sibling(entry.equation, total, entries)?.outcome.kind !== 'holds') continue;
    const alike = open.filter(
      ({ equation }) => equation.pattern === pattern && parts.includes(equation.line),
    );
    const same = alike.filter((other) => subtract(deltaOf(other), delta).units === 0n);
    const opposite = alike.filter(
      (other) => subtract(subtract(fromInteger(0), deltaOf(other)), delta).units === 0n,
    );
    if (same.length === 1 && opposite.length === 1) return opposite[0];
  }
  return undefined;
}

function deltaOf({ outcome }: Entry): Decimal {
  return outcome.kind === 'fails' ? outcome.delta : fromInteger(0);
}
