import { solveFor } from '../equations/evaluate.ts';
import { ledgerOf } from '../equations/ledger.ts';
import { formatDecimal } from '../text/decimal.ts';
import type { Draft } from './draft.ts';

/** What a wrong or blank total comes to, shown behind it. */
export interface Hint {
  readonly offset: number;
  readonly label: string;
}

export function hints(draft: Draft): readonly Hint[] {
  const { report } = draft;
  if (report === undefined) return [];
  return ledgerOf(report).entries.flatMap(({ equation, outcome, sources }): Hint[] => {
    const total = equation.left[0];
    if (equation.shape !== 'sum' || total === undefined || outcome.kind === 'holds') return [];
    const figure = report.figures.get(total.address);
    const value = solveFor(equation, total, sources);
    if (figure === undefined || value === undefined || figure.value.kind === 'unreadable') return [];
    // All parts blank: nothing has been filled in yet, and 0 would be a guess.
    if (
      outcome.kind === 'unknown' &&
      equation.right.every((term) => report.figures.get(term.address)?.value.kind !== 'number')
    )
      return [];
    return [{ offset: draft.place(figure.anchor).end, label: `＝${formatDecimal(value)}` }];
  });
}
