import { formatDecimal } from '../text/decimal.ts';
import { isTelling, type Typo, typoBetween, typoDistance } from '../text/typo.ts';
import { type Repair, smallestRepairs } from './repairs.ts';
import { cellAt, change, isLegal, type System, type SystemCell, toDecimal } from './system.ts';

/** Which cells of a system are wrong beyond reasonable doubt. */
export interface Certainty {
  readonly changes: Repair;
  /** Those of them that are so by arithmetic alone. */
  readonly only: ReadonlySet<number>;
  /** All smallest repairs, of what is left when there were more faults than are searched for. */
  readonly repairs: readonly Repair[];
}

/** Among more explanations than this a telling slip is likely to be found by chance. */
const mostRivals = 4;
/** One equation never tells which of its cells is wrong. */
const fewestEquations = 2;

/**
 * A cell is certain when every smallest repair changes it, to the same value, and at least two equations
 * say so. Of what is still ambiguous, one explanation is preferred only where each of its changes is a
 * telling slip (a digit lost, doubled or too many in a longer number, digits or neighbours transposed, a
 * number over two cells, a sign), no rival has a single such slip, and there are few rivals. All else stays
 * a mismatch.
 */
export function certainChanges(system: System): Certainty {
  const residuals = [...system.residuals];
  const changes = new Map<number, number>();
  let repairs = smallestRepairs(system, residuals);
  while (repairs.length === 0) {
    const clear = clearChanges(system, residuals);
    if (clear.length === 0) break;
    for (const [index, value] of clear) {
      changes.set(index, value);
      const cell = cellAt(system, index);
      change(residuals, cell, value - cell.value);
    }
    repairs = smallestRepairs(system, residuals);
  }
  for (const [index, value] of repairs[0] ?? []) {
    if (
      isSupported(system, index) &&
      !changes.has(index) &&
      repairs.every((repair) => repair.get(index) === value)
    )
      changes.set(index, value);
  }
  const only = new Set(changes.keys());
  for (const [index, value] of likeliest(system, repairs, changes) ?? []) changes.set(index, value);
  return { changes, only, repairs };
}

/** The slip behind each change of a repair. */
export function typosOf(system: System, repair: Repair): ReadonlyMap<number, Typo | undefined> {
  return new Map([...repair].map(([index, value]) => [index, typoOf(system, repair, index, value)]));
}

/** How far a repair is from what stands there; smaller is likelier. */
export function distanceOf(system: System, repair: Repair): number {
  return [...typosOf(system, repair).values()].reduce((sum, typo) => sum + typoDistance(typo), 0);
}

/**
 * Cells of which every equation fails by the same amount, where no other cell of these equations is such:
 * what can still be told when more cells are wrong than are searched for.
 */
function clearChanges(system: System, residuals: readonly number[]): (readonly [number, number])[] {
  const clear = system.cells.flatMap((cell, index) => {
    const changes = new Set(
      cell.uses.map(({ equation, coefficient }) => -coefficient * (residuals[equation] ?? 0)),
    );
    const [by = 0] = changes;
    const value = cell.value + by;
    return isSupported(system, index) && changes.size === 1 && by !== 0 && isLegal(value, system.scale)
      ? [[index, value] as const]
      : [];
  });
  const counts = new Map<number, number>();
  for (const [index] of clear) {
    for (const { equation } of cellAt(system, index).uses)
      counts.set(equation, (counts.get(equation) ?? 0) + 1);
  }
  return clear.filter(([index]) =>
    cellAt(system, index).uses.every(({ equation }) => counts.get(equation) === 1),
  );
}

function likeliest(system: System, repairs: readonly Repair[], certain: Repair): Repair | undefined {
  if (repairs.length < 2 || repairs.length > mostRivals) return undefined;
  const rated = repairs.map((repair) => {
    const typos = typosOf(system, repair);
    const open = [...repair].filter(([index]) => !certain.has(index));
    const telling = open.filter(([index, value]) => isTellingChange(system, index, value, typos.get(index)));
    const supported = open.every(([index]) => isSupported(system, index));
    return { repair, telling: telling.length, all: telling.length === open.length && supported };
  });
  const [best, ...others] = rated.sort((a, b) => b.telling - a.telling);
  return best?.all === true && others.every(({ telling }) => telling === 0) ? best.repair : undefined;
}

function isSupported(system: System, index: number): boolean {
  return cellAt(system, index).uses.length >= fewestEquations;
}

function isTellingChange(system: System, index: number, value: number, typo: Typo | undefined): boolean {
  const cell = cellAt(system, index);
  // A swap by one is what a single request counted in the neighbour's column looks like, too.
  if (typo === 'swapped') return Math.abs(value - cell.value) > 10 ** system.scale;
  return isTelling(typo, written(system, cell), text(system, value));
}

function typoOf(system: System, repair: Repair, index: number, value: number): Typo | undefined {
  const cell = cellAt(system, index);
  const actual = written(system, cell);
  const expected = text(system, value);
  for (const beside of [cell.before, cell.behind]) {
    if (beside === undefined) continue;
    const other = cellAt(system, beside);
    if (repair.get(beside) === cell.value && other.value === value) return 'swapped';
    const beforeIt = beside === cell.before;
    const pair = beforeIt ? written(system, other) + actual : actual + written(system, other);
    if (!cell.blank && pair === expected) return 'split';
  }
  return typoBetween(actual, expected);
}

function written(system: System, cell: SystemCell): string {
  return cell.blank ? '' : text(system, cell.value);
}

function text(system: System, value: number): string {
  return formatDecimal(toDecimal(value, system.scale));
}
