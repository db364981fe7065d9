import { isDifference } from '../report/claimScope.ts';
import type { Passage } from '../report/passages.ts';
import type { ReadPassage } from '../report/readPassages.ts';
import type { Amount, Quantity } from '../text/quantity.ts';

/**
 * The parts of a total that an enumeration right behind it names, also in the next sentences: 64条。一是公开财政
 * 信息9条；二是…. Each item gives its first number, which must have the total's unit and be exact.
 */
export function enumeratedParts(
  { passage, quantities }: ReadPassage,
  total: Amount,
): readonly Amount[] | undefined {
  const { text } = passage;
  const at = indexBehind(quantities, total.span.end);
  const first = quantities[at];
  if (
    first?.kind !== 'enumerator' ||
    first.number !== 1 ||
    !/^[。：:，,；;]?[ \u3000]{0,4}$/.test(text.slice(total.span.end, first.span.start).slice(0, 6))
  )
    return undefined;
  const parts: Amount[] = [];
  let items = 0;
  for (const quantity of quantities.slice(at, at + mostInList)) {
    if (quantity.kind === 'enumerator' && quantity.style === first.style) {
      if (quantity.number !== items + 1) break;
      items++;
    } else if (quantity.kind === 'quantity' && parts.length < items) {
      if (!isExact(quantity, text) || quantity.unit !== total.unit || parts.length < items - 1)
        return undefined;
      parts.push(quantity);
    }
  }
  return items >= 2 && parts.length === items ? parts : undefined;
}

/**
 * The parts of a total that the passages behind it list, each in an item of a Markdown list or in a paragraph
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
  for (const read of following.slice(0, mostInList)) {
    const first = read.quantities[0];
    const belongs =
      list === undefined
        ? first?.kind === 'enumerator' && first.span.start === 0 && first.number === parts.length + 1
        : read.passage.item?.list === list && read.passage.item.index === parts.length;
    if (!belongs) break;
    const amount = read.quantities.find((quantity) => quantity.kind === 'quantity');
    if (amount === undefined || amount.unit !== total.unit || !isExact(amount, read.passage.text))
      return undefined;
    parts.push({ amount, passage: read.passage });
  }
  return parts.length >= 2 ? parts : undefined;
}

/** Numbers that an enumeration may hold altogether. */
const mostInList = 100;

function indexBehind(quantities: readonly Quantity[], offset: number): number {
  let low = 0;
  let high = quantities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quantities[middle]?.span.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isExact({ approximation, range, span }: Amount, text: string): boolean {
  return (
    approximation === undefined &&
    range === undefined &&
    !isDifference(text.slice(Math.max(0, span.start - 4), span.start))
  );
}
