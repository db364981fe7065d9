import type { Passage } from '../report/passages.ts';
import { clauseAt, quantitiesWithin, type ReadPassage, type ReadSentence } from '../report/readPassages.ts';
import type { Amount } from '../text/quantity.ts';
import type { Span } from '../text/span.ts';
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
  /** 其中 does not say that what follows is all. */
  readonly mayBeShort: boolean;
  /** Those behind 其中 that follow the one before them with nothing but a name of their own: 、微博12条. */
  readonly named: readonly Amount[];
  /** The last of them is what remains: 其他信息12条. */
  readonly whole: boolean;
  /** Numbers of the total's unit before it in its sentence: the parts may be of one of them, or of all. */
  readonly earlier: readonly Amount[];
}

/** What stands between a total and the list of its parts. */
const lead = /^[^；;]{0,10}?(其中|包括|包含|涵盖|分别为|分别是|含)/;
const colon = /^[^；;：:]{0,8}[：:]/;
const nested = /其中|内有|包括|含/;
/** A bracket behind a total, or behind the few words that say what it counts: 14件申请（信函10件、网络4件）. */
const bracket = /^[^，。；;：:、（(0-9]{0,8}[（(]([^）)]*)/;

/** What is so of a list of nothing but parts. */
export const complete = {
  foreign: [],
  open: false,
  direct: false,
  mayBeShort: false,
  named: [],
  whole: false,
  earlier: [],
};

/**
 * Totals of a passage with a list of parts: behind them in the same sentence or in the next (其中：…), or before
 * them (建议78件、提案104件，共182件).
 */
export function partLists(read: ReadPassage, following: readonly ReadPassage[]): PartList[] {
  const { text } = read.passage;
  const enumerated = enumeratedParts(read);
  return read.sentences.flatMap((sentence, index): PartList[] =>
    amountsIn(sentence).flatMap((total): PartList[] => {
      if (depthAt(sentence, total) !== 0 || total.unit === undefined || !isCount(total, text)) return [];
      const parts = enumerated.get(total);
      if (parts !== undefined) return [{ total, parts, ...complete }];
      const listed = listedParts(read, following, total);
      if (listed !== undefined) {
        const passages = listed.map(({ passage }) => passage);
        return [{ total, parts: listed.map(({ amount }) => amount), passages, ...complete }];
      }
      const next = read.sentences[index + 1];
      return [
        listBehind(total, sentence) ?? listInNext(total, sentence, next),
        listBefore(total, sentence),
      ].filter((list) => list !== undefined);
    }),
  );
}

function amountsIn({ quantities }: ReadSentence): readonly Amount[] {
  return quantities.filter((quantity) => quantity.kind === 'quantity');
}

function amountsBefore({ span }: Amount, sentence: ReadSentence): readonly Amount[] {
  return amountsIn(sentence).filter((amount) => amount.span.start < span.start);
}

function depthAt(sentence: ReadSentence, { span }: Amount): number | undefined {
  return clauseAt(sentence, span)?.depth;
}

/** The list behind a total: in brackets, or behind a colon or a lead word, with no other number before it. */
function listBehind(total: Amount, sentence: ReadSentence): PartList | undefined {
  const { text } = sentence.passage;
  const { end } = sentence.span;
  const from = total.span.end;
  const rest = text.slice(from, end);
  const [opened = '', content] = bracket.exec(rest) ?? [];
  if (content !== undefined) {
    const close = from + opened.length;
    const inside = { start: close - content.length, end: close };
    if (quantitiesWithin(amountsIn(sentence), inside).length > 0)
      return /^(?:较|同比|比|含|不含|注)/.test(content)
        ? undefined
        : listIn(inside, 1, false, total, sentence);
  }
  const following = amountsIn(sentence).filter(({ span }) => span.start >= from);
  // 412条，比上年减少38条，其中…: of the first number; the one it is compared by has no parts.
  const first = following.findIndex((other) => !isComparison(other, text));
  const next = following[first]?.span.start ?? end;
  const start = following[first - 1]?.span.end ?? from;
  // What stands in a bracket leads to nothing behind it.
  const between = text.slice(start, next).replace(/[（(][^（）()]*[）)]/g, '');
  const composed = /^[，,]?由/.test(between) && /[组构]成/.test(rest);
  const word = composed ? '由' : lead.exec(between)?.[1];
  if (word === undefined && !colon.test(between)) return undefined;
  return listIn({ start, end }, 0, word !== undefined && word !== '含', total, sentence);
}

/** What begins a sentence whose numbers are parts of the one before: 其中…, 申请方式：网上10件…, 从渠道看，…. */
const ofTheLast =
  /^(?:其中|[^，,。；：:0-9]{0,6}(?:方式|渠道|途径|形式|来源|类型|类别|结果)(?:来看|看|划分|分)?(?:如下)?[，,：:])/;

/** 106条。其中：…, where the sentence has no other number that 其中 could be of. */
function listInNext(
  total: Amount,
  sentence: ReadSentence,
  next: ReadSentence | undefined,
): PartList | undefined {
  const isTheOne = amountsIn(sentence)
    .slice(1)
    .every(
      (other) =>
        other.unit !== total.unit ||
        isComparison(other, sentence.passage.text) ||
        depthAt(sentence, other) !== 0,
    );
  return isTheOne && next !== undefined && ofTheLast.test(next.text)
    ? listIn(next.span, 0, false, total, next)
    : undefined;
}

const summedUp = /[，,；;：:、](?:合计|共计|总计|一共|共)$/;

/**
 * The numbers before a total that sums up, the nearest first; one that is the same says that it has a list of its
 * own. 12个村、2个社区，共13个网格: behind the total stands what it counts, which is something else.
 */
function listBefore(total: Amount, sentence: ReadSentence): PartList | undefined {
  const { text } = sentence.passage;
  if (!summedUp.test(text.slice(sentence.span.start, total.span.start))) return undefined;
  const before = amountsBefore(total, sentence)
    .filter((amount) => depthAt(sentence, amount) === 0)
    .reverse();
  const [last] = before;
  if (last === undefined || !before.every((amount) => isCount(amount, text))) return undefined;
  if (before.some(({ value }) => value === total.value)) return undefined;
  const noun = nounBehind(total, text);
  if (noun !== '' && before.every((part) => nounBehind(part, text) !== noun)) return undefined;
  const parts = before.filter(({ unit }) => unit === total.unit);
  const foreign = before.filter((amount) => !parts.includes(amount));
  const open = text.slice(last.span.end, total.span.start).includes('等');
  return { ...complete, total, parts, foreign, open };
}

/** The first character of a noun behind a number. */
function nounBehind({ span }: Amount, text: string): string {
  return text.charAt(span.end).replace(/[^\u4e00-\u9fff]/, '');
}

/** The numbers in a range, as far as no other list begins inside it, at one depth of brackets. */
function listIn(
  { start, end }: Span,
  depth: number,
  direct: boolean,
  total: Amount,
  sentence: ReadSentence,
): PartList | undefined {
  const { text } = sentence.passage;
  const amounts = amountsIn(sentence).filter(({ span }) => span.start >= start);
  const from = amounts[0]?.span.end ?? end;
  const again = text.slice(from, end).search(nested);
  const stop = again < 0 ? end : from + again;
  const listed = amounts.filter((amount) => amount.span.end <= stop && depthAt(sentence, amount) === depth);
  // 规划16条、公告77条等；在媒体发布16条: what follows 等 is no longer of the list.
  const ending = listed.findIndex((amount) => text[amount.span.end] === '等');
  const inside = ending < 0 ? listed : listed.slice(0, ending + 1);
  const last = inside.at(-1);
  if (last === undefined || !inside.every((amount) => isCount(amount, text))) return undefined;
  const own = inside.filter(({ unit }) => unit === total.unit);
  const foreign = inside.filter((amount) => !own.includes(amount));
  const parts = withoutSummedUp(own, text);
  const open =
    /^.{0,6}等/.test(text.slice(last.span.end, sentence.span.end)) ||
    text.slice(start, stop).includes('等方面');
  const earlier = amountsBefore(total, sentence).filter(
    (amount) => amount.unit === total.unit && isCount(amount, text),
  );
  // The first number stands behind 其中 and its own name.
  const mayBeShort = /其中|包括|包含|涵盖/.test(text.slice(start, from));
  const named = mayBeShort
    ? parts.filter((part) => {
        const before = inside[inside.indexOf(part) - 1];
        return before !== undefined && isNamedOnly(text.slice(before.span.end, part.span.start));
      })
    : [];
  const before = inside.at(-2);
  const whole =
    parts.length > 2 &&
    foreign.length === 0 &&
    before !== undefined &&
    remainder.test(text.slice(before.span.end, last.span.start)) &&
    amounts.at(-1) === last;
  return { total, parts, foreign, open, direct, mayBeShort, named, whole, earlier };
}

/** What a list calls that which it does not name: 、其他信息12条. No 其他处理, which is one of the results. */
const remainder = /^[、，,；;以及和]{1,3}(?:其[他它])(?:各?类|政[府务]|信息|内容|事项|方面|情况|公开|的)*$/;

const told =
  /[发刊]|公开|推[送出]|转载|报道|制作|[收办受处]理?到?|[答回]复|另|此外|还|通过|[在利]|依托|[共累]/;

/** Whether what stands before a number only names a part: 、微博公开, ，公众号; not ，通过微信发布. */
function isNamedOnly(between: string): boolean {
  // “示例发布” is a name.
  const words = between.replace(/“[^“”]*”/g, '');
  return /^[、，,][^；;。：:]{0,30}$/.test(words) && (words.startsWith('、') || !told.test(words));
}

const subtotal = /[，,；;：:、](?:合计|共计|总计|小计|一共|共)[\u4e00-\u9fff]{0,4}$/;
const longestSubtotal = 7;

/** 专栏1条、公告4条，共发布5条；…: where a number sums up those before it, it stands for them. */
function withoutSummedUp(parts: readonly Amount[], text: string): readonly Amount[] {
  const kept: Amount[] = [];
  let done = 0;
  for (const part of parts) {
    const { start } = part.span;
    const open = kept.slice(done);
    const sumsUp =
      open.length > 1 &&
      subtotal.test(text.slice(Math.max(0, start - longestSubtotal), start)) &&
      open.reduce((sum, { number }) => sum + number, 0) === part.number;
    if (sumsUp) kept.length = done;
    kept.push(part);
    if (sumsUp) done = kept.length;
  }
  return kept;
}
