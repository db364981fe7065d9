import type { Passage } from '../report/passages.ts';
import { clauseAt, type ReadPassage, type ReadSentence } from '../report/readPassages.ts';
import type { Amount, Quantity } from '../text/quantity.ts';
import { enumeratedParts, listedParts } from './enumeratedParts.ts';

/** A total with the parts that a list behind it names. */
export interface PartList {
  readonly total: Amount;
  /** The passages of the parts, where each has its own. */
  readonly passages?: readonly Passage[];
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

/** Totals of a passage that are followed by a list of parts, in the same sentence or in the next: 其中：…. */
export function partLists(read: ReadPassage, following: readonly ReadPassage[]): PartList[] {
  return read.sentences.flatMap((sentence) =>
    sentence.quantities.flatMap((quantity) =>
      quantity.kind === 'quantity' ? (listOf(quantity, sentence, read, following) ?? []) : [],
    ),
  );
}

function listOf(
  total: Amount,
  sentence: ReadSentence,
  read: ReadPassage,
  following: readonly ReadPassage[],
): PartList | undefined {
  const { text } = read.passage;
  const { end } = sentence.span;
  const amounts = sentence.quantities.filter((quantity) => quantity.kind === 'quantity');
  const clause = clauseAt(sentence, total.span);
  if (clause === undefined || clause.depth > 0 || total.unit === undefined || !isExact(total, text))
    return undefined;
  const items = enumeratedParts(read, total);
  if (items !== undefined) return { total, parts: items, foreign: [], open: false, direct: false };
  const listed = listedParts(read, following, total);
  if (listed !== undefined) {
    const parts = listed.map(({ amount }) => amount);
    const passages = listed.map(({ passage }) => passage);
    return { total, parts, passages, foreign: [], open: false, direct: false };
  }
  const from = listStart(text, total.span.end, end, amounts);
  if (from !== undefined) return listFrom(from, clause.depth, total, sentence);
  const next = read.sentences[read.sentences.indexOf(sentence) + 1];
  return next?.text.startsWith('其中') && isTheOne(total, sentence)
    ? listFrom({ at: next.span.start + 2, direct: false }, 0, total, next)
    : undefined;
}

/** The sentence has no other number that 其中 in the next one could be of. */
function isTheOne(total: Amount, sentence: ReadSentence): boolean {
  return sentence.quantities.every(
    (other) =>
      other === total ||
      other.kind !== 'quantity' ||
      (other.span.start > total.span.start &&
        (other.unit !== total.unit ||
          isComparison(sentence.passage.text, other) ||
          (clauseAt(sentence, other.span)?.depth ?? 0) > 0)),
  );
}

function listFrom(
  from: ListStart,
  depth: number,
  total: Amount,
  sentence: ReadSentence,
): PartList | undefined {
  const { text } = sentence.passage;
  const { end } = sentence.span;
  const amounts = sentence.quantities.filter((quantity) => quantity.kind === 'quantity');
  const stop = listEnd(text, from.at, Math.min(from.end ?? end, end), sentence.quantities);
  const inside = amounts.filter(
    ({ span }) =>
      span.start >= from.at &&
      span.end <= stop &&
      (clauseAt(sentence, span)?.depth ?? 0) <= depth + (from.end === undefined ? 0 : 1),
  );
  if (!inside.every((amount) => isExact(amount, text))) return undefined;
  const parts = inside.filter(
    ({ unit, shared }) => unit === total.unit || (unit === undefined && shared === true),
  );
  const last = inside[inside.length - 1];
  const open =
    last === undefined ||
    /^.{0,6}?等/.test(text.slice(last.span.end, end)) ||
    text.slice(from.at, stop).includes('等方面');
  const foreign = inside.filter((amount) => !parts.includes(amount));
  return parts.length === 0 ? undefined : { total, parts, foreign, open, direct: from.direct };
}

function isExact(amount: Amount, text: string): boolean {
  return amount.approximation === undefined && amount.range === undefined && !isComparison(text, amount);
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
    const close = from + text.slice(from, end).indexOf('）');
    return close < from || /^（(?:较|同比|比|含|不含)/.test(text.slice(from, from + 4))
      ? undefined
      : { at: from + 1, end: close, direct: false };
  }
  if (/^[，,]?由/.test(between) && text.slice(from, end).includes('组成'))
    return { at: from + 2, direct: true };
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

function isComparison(text: string, { span }: Amount): boolean {
  return /(?:增加|减少|增长|下降|上升|同比|较上年|比上年|较去年|新增|至少|至多|超过|达到|每[^，。]{0,4})(?:了|到|至)?$/.test(
    text.slice(Math.max(0, span.start - 6), span.start),
  );
}
