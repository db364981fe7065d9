import { isDifference } from '../report/claimScope.ts';
import type { Passage } from '../report/passages.ts';
import type { ReadPassage } from '../report/readPassages.ts';
import type { Amount, Enumerator, Quantity } from '../text/quantity.ts';
import { isExact } from './shareOf.ts';

/**
 * Totals with the parts that an enumeration right behind them names, also in the next sentences: 64条。一是公开财政
 * 信息9条；二是…. Each item gives its first number, which must have the total's unit and be exact.
 */
export function enumeratedParts({
  passage: { text },
  quantities,
}: ReadPassage): ReadonlyMap<Amount, readonly Amount[] | undefined> {
  const lists = new Map<Amount, readonly Amount[] | undefined>();
  quantities.forEach((first, at) => {
    const total = quantities[at - 1];
    if (first.kind !== 'enumerator' || total?.kind !== 'quantity') return;
    if (!/^[。：:，,；;]?[ \u3000]*$/.test(text.slice(total.span.end, first.span.start))) return;
    lists.set(total, partsOf(total, first.style, text, quantities.slice(at, at + mostInList)));
  });
  return lists;
}

function partsOf(
  total: Amount,
  style: Enumerator['style'],
  text: string,
  quantities: readonly Quantity[],
): readonly Amount[] | undefined {
  const parts: Amount[] = [];
  let items = 0;
  for (const quantity of quantities) {
    if (quantity.kind === 'enumerator' && quantity.style === style) {
      if (quantity.number !== items + 1) break;
      items++;
    } else if (quantity.kind === 'quantity' && parts.length < items) {
      if (!isPart(quantity, total, text) || parts.length < items - 1) return undefined;
      parts.push(quantity);
    }
  }
  return parts.length === items ? parts : undefined;
}

/**
 * The parts of a total at the end of its passage, before a colon, that the passages behind it list, each in an item of a Markdown list or in a paragraph
 * with its number: 106条：, then - 政策50条, - 规划40条.
 */
export function listedParts(
  { passage }: ReadPassage,
  following: readonly ReadPassage[],
  total: Amount,
): readonly { readonly amount: Amount; readonly passage: Passage }[] | undefined {
  if (!/^[^。；0-9]{0,8}[：:]$/.test(passage.text.slice(total.span.end))) return undefined;
  const parts: { readonly amount: Amount; readonly passage: Passage }[] = [];
  const list = following[0]?.passage.item?.list;
  for (const read of following) {
    const first = read.quantities[0];
    const belongs =
      list === undefined
        ? first?.kind === 'enumerator' && first.span.start === 0 && first.number === parts.length + 1
        : read.passage.item?.list === list && read.passage.item.index === parts.length;
    if (!belongs) break;
    const amount = read.quantities.find((quantity) => quantity.kind === 'quantity');
    if (amount === undefined || !isPart(amount, total, read.passage.text)) return undefined;
    parts.push({ amount, passage: read.passage });
  }
  return parts;
}

/** Numbers that an enumeration may hold altogether. */
const mostInList = 100;

function isPart(amount: Amount, total: Amount, text: string): boolean {
  return amount.unit === total.unit && isCount(amount, text);
}

/** Neither rounded nor a comparison. */
export function isCount(amount: Amount, text: string): boolean {
  return isExact(amount) && !isComparison(amount, text);
}

/** Characters of the longest words that make a number a comparison: 每 and four more. */
const longestComparison = 5;

/** 增加12条, 较上年120条, 每月12条: how a number differs from another, or one beside which others are set. */
export function isComparison({ span }: Amount, text: string): boolean {
  const before = text.slice(Math.max(0, span.start - longestComparison), span.start);
  return isDifference(before) || /(?:[较比](?:上年|去年)|达到|每[^，。]{0,4})$/.test(before.trimEnd());
}
