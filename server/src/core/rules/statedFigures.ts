import { termsOf } from '../equations/equation.ts';
import { termNote } from '../equations/explain.ts';
import type { StatedEntry } from '../equations/stated.ts';
import type { Report } from '../report/report.ts';
import { isZero } from '../text/decimal.ts';
import type { Related } from './finding.ts';

/** The cells that a statement is about, named and with their values; of a long sum those that are not zero. */
export function statedCells(report: Report, { equation, sources }: StatedEntry): Related[] {
  const cells = termsOf(equation).flatMap((term) => {
    const figure = report.figures.get(term.address);
    return figure === undefined ? [] : [{ figure, note: termNote(term, sources) }];
  });
  const filled = cells.filter(({ figure: { value } }) => value.kind === 'number' && !isZero(value.number));
  return (cells.length > 6 && filled.length > 0 ? filled : cells).map(({ figure, note }) => ({
    anchor: figure.anchor,
    message: note,
  }));
}
