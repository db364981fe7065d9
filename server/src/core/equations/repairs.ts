import { isLegal, type System, type SystemCell } from './system.ts';

/** Cells, by index, and what each is changed to, so that every equation of the system holds. */
export type Repair = ReadonlyMap<number, number>;

/** More faults than this are not searched for in one part of a table. */
const mostChanges = 3;
/** More repairs than this say nothing about which is right. */
const mostRepairs = 200;
/** Cells tried; some 2 ms. */
const mostSteps = 60_000;

/**
 * All repairs with the fewest changed cells, each to a value that its cell may hold; none when more than
 * three cells would have to change, or when there are too many to say anything.
 *
 * A failing equation is only mended through one of its own cells. With up to three changes at least one of
 * these accounts by itself for the residual of some failing equation, since changed cells and their
 * equations form no circle: so values need never be guessed.
 */
export function smallestRepairs(system: System, residuals: readonly number[]): readonly Repair[] {
  for (let changes = 1; changes <= mostChanges; changes++) {
    const found = repairsWith(system, residuals, changes);
    if (found === undefined) return [];
    if (found.length > 0) return found;
  }
  return [];
}

/** `undefined` when the search became too long. */
function repairsWith(
  system: System,
  start: readonly number[],
  changes: number,
): readonly Repair[] | undefined {
  const residuals = [...start];
  const changed = new Map<number, number>();
  const found = new Map<string, Repair>();
  let steps = 0;

  const change = (cell: SystemCell, by: number) => {
    for (const { equation, coefficient } of cell.uses)
      residuals[equation] = (residuals[equation] ?? 0) + coefficient * by;
  };

  const search = (left: number): boolean => {
    const failing = failingEquations(system, residuals);
    if (failing.count === 0) {
      const cells = [...changed].sort(([a], [b]) => a - b);
      found.set(cells.join(';'), new Map(cells));
      return found.size <= mostRepairs;
    }
    if (failing.count > left * 3) return true;
    for (const index of system.equations[failing.smallest]?.cells ?? []) {
      const cell = system.cells[index];
      if (cell === undefined || changed.has(index)) continue;
      for (const by of changesOf(cell, residuals, left === 1)) {
        if (++steps > mostSteps) return false;
        if (!isLegal(cell, cell.value + by, system.scale)) continue;
        changed.set(index, cell.value + by);
        change(cell, by);
        const goOn = search(left - 1);
        change(cell, -by);
        changed.delete(index);
        if (!goOn) return false;
      }
    }
    return true;
  };
  return search(changes) ? [...found.values()] : undefined;
}

/** How many equations fail, and which of them has the fewest cells. */
function failingEquations(
  system: System,
  residuals: readonly number[],
): { readonly count: number; readonly smallest: number } {
  let count = 0;
  let smallest = -1;
  let size = Number.POSITIVE_INFINITY;
  for (let index = 0; index < residuals.length; index++) {
    if (residuals[index] === 0) continue;
    count++;
    const cells = system.equations[index]?.cells.length ?? 0;
    if (cells < size) {
      smallest = index;
      size = cells;
    }
  }
  return { count, smallest };
}

/** The changes of a cell that mend one of its failing equations; with `all`, the one that mends all of its equations. */
function changesOf(cell: SystemCell, residuals: readonly number[], all: boolean): number[] {
  const changes: number[] = [];
  for (const { equation, coefficient } of cell.uses) {
    const by = -(residuals[equation] ?? 0) * coefficient;
    if (by !== 0 && !changes.includes(by)) changes.push(by);
    if (all && (by === 0 || changes.length > 1)) return [];
  }
  return changes;
}
