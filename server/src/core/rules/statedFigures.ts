import { termsOf } from '../equations/equation.ts';
import type { StatedEntry } from '../equations/stated.ts';
import { cellOf, tellingTerms } from './arithmetic.ts';
import type { Related } from './finding.ts';

/** The cells that a statement is about, named and with their values; of many those that are not zero, if there are any. */
export function statedCells({ equation, sources }: StatedEntry): Related[] {
  const terms = termsOf(equation);
  const telling = tellingTerms(terms, sources);
  return (telling.length > 0 ? telling : terms).flatMap((term) => cellOf(term, sources));
}
