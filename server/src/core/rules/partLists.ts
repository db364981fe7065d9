import type { Passage } from '../report/passages.ts';
import { clauseAt, type ReadPassage, type ReadSentence } from '../report/readPassages.ts';
import type { Amount } from '../text/quantity.ts';
import { enumeratedParts, isComparison, isCount, listedParts } from './enumeratedParts.ts';

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

const colon = /^[^；;：:]{0,8}[：:]/;
const lead = /^[^；;]{0,10}?(其中|包括|包含|涵盖|分别为|分别是|含)/;
const nested = /其中|内有|包括|含/;

/** Totals of a passage that are followed by a list of parts, in the same sentence or in the next: 其中：…. */
export function partLists(read: ReadPassage, following: readonly ReadPassage[]): PartList[] {
  const { text } = read.passage;
  const enumerated = enumeratedParts(read);
  const complete = { foreign: [], open: false, direct: false };
  return read.sentences.flatMap((sentence, index): PartList[] =>
    amountsIn(sentence).flatMap((total): PartList[] => {
      if (clauseAt(sentence, total.span)?.depth !== 0 || total.unit === undefined || !isCount(total, text))
        return [];
      const parts = enumerated.get(total);
      if (parts !== undefined) return [{ total, parts, ...complete }];
      const listed = listedParts(read, following, total);
      if (listed !== undefined) {
        const passages = listed.map(({ passage }) => passage);
        return [{ total, parts: listed.map(({ amount }) => amount), passages, ...complete }];
      }
      const list = listBehind(total, sentence) ?? listInNext(total, sentence, read.sentences[index + 1]);
      return list === undefined ? [] : [list];
    }),
  );
}

function amountsIn({ quantities }: ReadSentence): readonly Amount[] {
  return quantities.filter((quantity) => quantity.kind === 'quantity');
}

function listBehind(total: Amount, sentence: ReadSentence): PartList | undefined {
  const start = listStart(total, sentence);
  return start === undefined ? undefined : listFrom(start, total, sentence);
}

/** 106条。其中：…, where the sentence has no other number that 其中 could be of. */
function listInNext(
  total: Amount,
  sentence: ReadSentence,
  next: ReadSentence | undefined,
): PartList | undefined {
  const [first, ...others] = amountsIn(sentence);
  const isTheOne = others.every(
    (other) =>
      other.unit !== total.unit ||
      isComparison(other, sentence.passage.text) ||
      clauseAt(sentence, other.span)?.depth !== 0,
  );
  return first === total && isTheOne && next?.text.startsWith('其中')
    ? listFrom({ at: next.span.start + 2, end: next.span.end, depth: 0, direct: false }, total, next)
    : undefined;
}

interface ListStart {
  readonly at: number;
  readonly end: number;
  /** 1 for a list in brackets. */
  readonly depth: number;
  readonly direct: boolean;
}

function listFrom(
  { at, end, depth, direct }: ListStart,
  total: Amount,
  sentence: ReadSentence,
): PartList | undefined {
  const { text } = sentence.passage;
  const amounts = amountsIn(sentence).filter(({ span }) => span.start >= at && span.end <= end);
  // It ends where another list begins inside it.
  const from = amounts[0]?.span.end ?? end;
  const again = text.slice(from, end).search(nested);
  const stop = again < 0 ? end : from + again;
  const inside = amounts.filter(({ span }) => span.end <= stop && clauseAt(sentence, span)?.depth === depth);
  const last = inside.at(-1);
  if (last === undefined || !inside.every((amount) => isCount(amount, text))) return undefined;
  const parts = inside.filter(({ unit }) => unit === total.unit);
  const foreign = inside.filter((amount) => !parts.includes(amount));
  const open =
    /^.{0,6}等/.test(text.slice(last.span.end, sentence.span.end)) || text.slice(at, stop).includes('等方面');
  return { total, parts, foreign, open, direct };
}

/** Where the list behind a total begins: at a colon, a lead word, or a bracket, with no other number before it. */
function listStart({ span }: Amount, sentence: ReadSentence): ListStart | undefined {
  const { text } = sentence.passage;
  const from = span.end;
  const { end } = sentence.span;
  const rest = text.slice(from, end);
  if (/^[（(]/.test(rest)) {
    const close = rest.search(/[）)]/);
    return close < 0 || /^.(?:较|同比|比|含|不含)/.test(rest)
      ? undefined
      : { at: from + 1, end: from + close, depth: 1, direct: false };
  }
  const next = amountsIn(sentence).find((other) => other.span.start >= from)?.span.start ?? end;
  const between = text.slice(from, next);
  const list = { end, depth: 0, direct: true };
  if (/^[，,]?由/.test(between) && /[组构]成/.test(rest)) return { ...list, at: from + 2 };
  const head = colon.exec(between);
  if (head !== null) return { ...list, at: from + head[0].length, direct: false };
  const words = lead.exec(between);
  return words === null ? undefined : { ...list, at: from + words[0].length, direct: words[1] !== '含' };
}
