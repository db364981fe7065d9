import type { ReadPassage } from '../report/claims.ts';
import { clauseAt, sentenceAround } from '../report/claims.ts';
import type { Amount, Quantity } from '../text/quantity.ts';

/** A total with the parts that a list behind it names. */
export interface PartList {
  readonly total: Amount;
  /** In order; those of the total's own unit first to last, others left out. */
  readonly parts: readonly Amount[];
  /** Numbers of other units among them. */
  readonly foreign: readonly Amount[];
  /** The list says that it is not complete: 等. */
  readonly open: boolean;
  /** The parts follow 其中 or 包括 at once. */
  readonly direct: boolean;
}

/** Words behind a total that begin a list of its parts. */
const leads = ['其中', '包括', '包含', '涵盖', '分别为', '分别是', '含'];
const nested = /其中|内有|包括|包含|含/;

/** Totals of a passage that are followed by a list of parts in the same sentence. */
export function partLists(read: ReadPassage): PartList[] {
  const { passage, quantities, clauses } = read;
  const amounts = quantities.filter((quantity): quantity is Amount => quantity.kind === 'quantity');
  return amounts.flatMap((total): PartList[] => {
    const clause = clauseAt(clauses, total.span);
    if (
      clause === undefined ||
      clause.depth > 0 ||
      total.unit === undefined ||
      total.approximation !== undefined ||
      total.range !== undefined ||
      isComparison(passage.text, total)
    )
      return [];
    const { end } = sentenceAround(clauses, clause);
    const from = listStart(passage.text, total.span.end, end, amounts);
    if (from === undefined) return [];
    const stop = listEnd(passage.text, from.at, Math.min(from.end ?? end, end), quantities);
    const inside = amounts.filter(
      ({ span }) =>
        span.start >= from.at &&
        span.end <= stop &&
        clauseDepth(read, span) <= clause.depth + (from.end === undefined ? 0 : 1),
    );
    if (
      inside.some(
        (amount) =>
          amount.approximation !== undefined ||
          amount.range !== undefined ||
          isComparison(passage.text, amount),
      )
    )
      return [];
    const parts = inside.filter(
      ({ unit, shared }) => unit === total.unit || (unit === undefined && shared === true),
    );
    const last = inside[inside.length - 1];
    const open =
      last === undefined ||
      /^.{0,6}?等/.test(passage.text.slice(last.span.end, end)) ||
      passage.text.slice(from.at, stop).includes('等方面');
    return parts.length === 0
      ? []
      : [
          {
            total,
            parts,
            foreign: inside.filter((amount) => !parts.includes(amount)),
            open,
            direct: from.direct,
          },
        ];
  });
}

interface ListStart {
  readonly at: number;
  /** The closing bracket, for a list in brackets. */
  readonly end?: number;
  readonly direct: boolean;
}

/** Where the list behind a total begins: at a colon, a lead word, or a bracket, with no other number before it. */
function listStart(
  text: string,
  from: number,
  end: number,
  amounts: readonly Amount[],
): ListStart | undefined {
  const next = amounts.find(({ span }) => span.start >= from)?.span.start ?? end;
  const between = text.slice(from, Math.min(next, end));
  if (text[from] === '（') {
    const close = text.indexOf('）', from);
    return close < 0 || /^（(?:较|同比|比|含|不含)/.test(text.slice(from))
      ? undefined
      : { at: from + 1, end: close, direct: false };
  }
  const colon = between.search(/[：:]/);
  if (colon >= 0 && colon <= 8 && !/[。；]/.test(between.slice(0, colon)))
    return { at: from + colon + 1, direct: false };
  for (const lead of leads) {
    const at = between.indexOf(lead);
    if (at >= 0 && at <= 10 && !/[。；]/.test(between.slice(0, at)))
      return { at: from + at + lead.length, direct: lead !== '含' };
  }
  return undefined;
}

/** The list ends where another list begins inside it, and where a clause speaks of something else. */
function listEnd(text: string, from: number, end: number, quantities: readonly Quantity[]): number {
  const first = quantities.find(({ span, kind }) => kind === 'quantity' && span.start >= from);
  const again = nested.exec(text.slice(first?.span.end ?? from, end));
  return again === null ? end : (first?.span.end ?? from) + again.index;
}

function clauseDepth({ clauses }: ReadPassage, span: Amount['span']): number {
  return clauseAt(clauses, span)?.depth ?? 0;
}

function isComparison(text: string, { span }: Amount): boolean {
  return /(?:增加|减少|增长|下降|上升|同比|较上年|比上年|较去年|新增|至少|至多|超过|达到|每[^，。]{0,4})(?:了|到|至)?$/.test(
    text.slice(Math.max(0, span.start - 6), span.start),
  );
}
