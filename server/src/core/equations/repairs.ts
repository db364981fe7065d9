import { cellAt, change, isLegal, type System, type SystemCell } from './system.ts';

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

  const search = (left: number): boolean => {
    const failing = failingEquations(system, residuals);
    if (failing.count === 0) {
      const cells = [...changed].sort(([a], [b]) => a - b);
      found.set(cells.join(';'), new Map(cells));
      return found.size <= mostRepairs;
    }
    if (failing.count > left * 3) return true;
    for (const index of failing.cells) {
      if (changed.has(index)) continue;
      const cell = cellAt(system, index);
      for (const by of changesOf(cell, residuals, left === 1)) {
        if (++steps > mostSteps) return false;
        if (!isLegal(cell.value + by, system.scale)) continue;
        changed.set(index, cell.value + by);
        change(residuals, cell, by);
        const goOn = search(left - 1);
        change(residuals, cell, -by);
        changed.delete(index);
        if (!goOn) return false;
      }
    }
    return true;
  };
  return search(changes) ? [...found.values()] : undefined;
}

/** How many equations fail, and the cells of the shortest of them. */
function failingEquations(
  system: System,
  residuals: readonly number[],
): { readonly count: number; readonly cells: readonly number[] } {
  let count = 0;
  let shortest: readonly number[] | undefined;
  for (const [index, { cells }] of system.equations.entries()) {
    if (residuals[index] === 0) continue;
    count++;
    if (shortest === undefined || cells.length < shortest.length) shortest = cells;
  }
  return { count, cells: shortest ?? [] };
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
