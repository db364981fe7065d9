import type { Repair } from './repairs.ts';
import { isLegal, type System, type SystemCell } from './system.ts';

/** A run of a row's figures that stands one column too far to one side. */
export interface Shift {
  readonly changes: Repair;
  /** Where the figures belong, seen from where they stand. */
  readonly toward: 'left' | 'right';
}

/** Fewer changed figures than this may be in their places by chance. */
const fewest = 3;

/**
 * The one run of one row that, moved by a column, makes every equation of the system hold. Of the changed
 * figures all but one are the neighbour's; the one that was lost at the end of the run is computed.
 */
export function findShift(system: System, residuals: readonly number[]): Shift | undefined {
  const failing = residuals.filter((residual) => residual !== 0).length;
  const found = new Map<string, Shift>();
  for (const row of rowsOf(system)) {
    const wrong = row.filter(({ cell }) => cell.uses.some(({ equation }) => residuals[equation] !== 0));
    if (wrong.length < fewest) continue;
    for (let from = 0; from < row.length; from++) {
      for (let to = 0; to < row.length; to++) {
        const changes = from === to ? undefined : moved(row, from, to, system, residuals, failing);
        if (changes === undefined) continue;
        found.set([...changes].join(';'), { changes, toward: from < to ? 'left' : 'right' });
      }
    }
  }
  const [only] = found.values();
  return found.size === 1 ? only : undefined;
}

interface Place {
  readonly index: number;
  readonly cell: SystemCell;
}

/** The cells of each row in the order of its columns. */
function rowsOf(system: System): Place[][] {
  const rows = new Map<unknown, Place[]>();
  for (const [index, cell] of system.cells.entries()) {
    const { row } = cell.figure.form;
    rows.set(row, [...(rows.get(row) ?? []), { index, cell }]);
  }
  return [...rows.values()].map((row) =>
    row.sort((a, b) => a.cell.figure.form.column.index - b.cell.figure.form.column.index),
  );
}

/** The row without its figure at `from`, the ones behind it moved up, and a computed one at `to`. */
function moved(
  row: readonly Place[],
  from: number,
  to: number,
  system: System,
  residuals: readonly number[],
  failing: number,
): Repair | undefined {
  const step = from < to ? 1 : -1;
  const changes = new Map<number, number>();
  const after = new Map<number, number>();
  const apply = ({ index, cell }: Place, value: number): boolean => {
    if (value === cell.value) return true;
    if (!isLegal(value, system.scale)) return false;
    changes.set(index, value);
    for (const { equation, coefficient } of cell.uses) {
      const before = after.get(equation) ?? residuals[equation] ?? 0;
      after.set(equation, before + coefficient * (value - cell.value));
    }
    return true;
  };
  for (let at = from; at !== to; at += step) {
    const place = row[at] as Place;
    if (!apply(place, (row[at + step] as Place).cell.value)) return undefined;
    // Only the row's own sum may still be open.
    const open = place.cell.uses.filter(({ equation }) => (after.get(equation) ?? residuals[equation]) !== 0);
    if (open.length > 1) return undefined;
  }
  const last = row[to] as Place;
  const use = last.cell.uses.find(({ equation }) => (after.get(equation) ?? residuals[equation]) !== 0);
  if (use !== undefined) {
    const open = after.get(use.equation) ?? residuals[use.equation] ?? 0;
    if (!apply(last, last.cell.value - use.coefficient * open)) return undefined;
  }
  const mended = [...after].filter(([equation, open]) => open === 0 && residuals[equation] !== 0).length;
  const holds = [...after.values()].every((open) => open === 0) && mended === failing;
  return holds && changes.size >= fewest ? new Map([...changes].sort(([a], [b]) => a - b)) : undefined;
}
