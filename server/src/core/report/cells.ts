import { keptFor } from '../text/memo.ts';
import type { BoundTable, Figure, FigureCell, Report } from './report.ts';

type Read<T> = (figure: Figure, cell: FigureCell) => T | undefined;

/**
 * All that `read` finds in the cells of figures, in order. It has to be a function of figure and cell alone, and
 * one and the same for every call: after an edit only tables that have changed are read again.
 */
export function inCells<T>(report: Report, read: Read<T>): readonly T[] {
  return report.tables.flatMap((table) => keptFor(table, read, readTable<T>));
}

function readTable<T>({ rows }: BoundTable, read: Read<T>): readonly T[] {
  const found: T[] = [];
  for (const row of rows)
    for (const figure of row.figures)
      for (const cell of figure.cells) {
        const entry = read(figure, cell);
        if (entry !== undefined) found.push(entry);
      }
  return found;
}
