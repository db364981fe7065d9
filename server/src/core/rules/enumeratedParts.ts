import { isDifference } from '../report/claimScope.ts';
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
