import type { Term } from '../equations/equation.ts';
import { termsOf } from '../equations/equation.ts';
import type { Outcome } from '../equations/evaluate.ts';
import { termNote } from '../equations/explain.ts';
import { type Entry, ledgerOf } from '../equations/ledger.ts';
import type { Report } from '../report/report.ts';
import type { Related } from './finding.ts';

/** The equations of one shape that fail, in printed order. */
export function failures(
  report: Report,
  shape: 'sum' | 'balance',
): { readonly entry: Entry; readonly outcome: Extract<Outcome, { kind: 'fails' }> }[] {
  return ledgerOf(report).entries.flatMap((entry) =>
    entry.equation.shape === shape && entry.outcome.kind === 'fails'
      ? [{ entry, outcome: entry.outcome }]
      : [],
  );
}

/** Every other cell of the equation, named and with its value. */
export function relatedCells(entry: Entry, report: Report, except: Term): Related[] {
  return termsOf(entry.equation).flatMap((term) => {
    const figure = term.of === 'this' ? report.figures.get(term.address) : undefined;
    return figure === undefined || term === except
      ? []
      : [{ anchor: figure.anchor, message: termNote(term, entry.sources) }];
  });
}
