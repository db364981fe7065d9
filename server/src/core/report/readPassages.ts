import { type Clause, readClauses } from '../text/clauses.ts';
import { memoByIdentity } from '../text/memo.ts';
import { readQuantities } from '../text/quantities.ts';
import type { Quantity } from '../text/quantity.ts';
import type { Span } from '../text/span.ts';
import { inPassages, type Passage } from './passages.ts';
import type { Report } from './report.ts';

/** One passage with its numbers and clauses read. */
export interface ReadPassage {
  readonly passage: Passage;
  readonly quantities: readonly Quantity[];
  readonly sentences: readonly ReadSentence[];
}

/** A sentence from its first clause to its last, with what lies in it. */
export interface ReadSentence {
  readonly passage: Passage;
  readonly span: Span;
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly quantities: readonly Quantity[];
}

/** Sentences with more numbers or clauses than anybody writes are lists of data; nothing is read from them. */
const mostInSentence = 200;

/** The running text of a report, as far as there are numbers in it; headings and signature apart. */
export function countingPassages(report: Report): readonly ReadPassage[] {
  return inPassages(report, readCounting);
}

function readCounting(passage: Passage): readonly ReadPassage[] {
  const read = readPassage(passage);
  return read[0]?.quantities.length === 0 ? [] : read;
}

/** A passage of running text, alone in its list; headings and signature are none. */
export const readPassage = memoByIdentity((passage: Passage): readonly ReadPassage[] => {
  if (!['opening', 'body', 'item'].includes(passage.kind)) return [];
  return [new Read(passage)];
});

/** A class: a literal with a getter would be of a shape of its own each time, which only a full collection frees. */
class Read implements ReadPassage {
  readonly passage: Passage;
  readonly quantities: readonly Quantity[];
  #sentences: readonly ReadSentence[] | undefined;

  constructor(passage: Passage) {
    this.passage = passage;
    this.quantities = readQuantities(passage.text);
  }

  /** Most passages are only asked for their numbers, and have none. */
  get sentences(): readonly ReadSentence[] {
    return (this.#sentences ??= sentencesOf(this.passage, this.quantities));
  }
}

function sentencesOf(passage: Passage, quantities: readonly Quantity[]): readonly ReadSentence[] {
  const groups: Clause[][] = [];
  for (const clause of readClauses(passage.text)) {
    const group = groups[groups.length - 1];
    if (group?.[0]?.sentence === clause.sentence) group.push(clause);
    else groups.push([clause]);
  }
  let next = 0;
  return groups.flatMap((clauses): ReadSentence[] => {
    const start = clauses[0]?.span.start ?? 0;
    const end = clauses.findLast(({ depth }) => depth === 0)?.span.end ?? start;
    while ((quantities[next]?.span.start ?? end) < start) next++;
    const from = next;
    while ((quantities[next]?.span.end ?? end + 1) <= end) next++;
    const inside = quantities.slice(from, next);
    if (inside.length > mostInSentence || clauses.length > mostInSentence) return [];
    const span = { start, end };
    return [{ passage, span, text: passage.text.slice(start, end), clauses, quantities: inside }];
  });
}

/** The clause that a span lies in, at the depth of the span. */
export function clauseAt({ clauses }: ReadSentence, span: Span): Clause | undefined {
  return clauses.findLast((clause) => clause.span.start <= span.start && span.end <= clause.span.end);
}

/** The quantities inside a span. */
export function quantitiesWithin(quantities: readonly Quantity[], { start, end }: Span): readonly Quantity[] {
  return quantities.filter(({ span }) => span.start >= start && span.end <= end);
}
