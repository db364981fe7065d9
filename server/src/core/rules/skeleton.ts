import type { ReadSentence } from '../report/readPassages.ts';
import type { Amount, Quantity, Share } from '../text/quantity.ts';

/** The words around a share, every amount an N and every year a Y. */
export interface Skeleton {
  readonly before: string;
  readonly after: string;
  /** The amounts that stand for N before the share, in order, and behind it. */
  readonly amounts: readonly Amount[];
  readonly behind: readonly Amount[];
}

/** Characters that are looked at on either side. */
const reach = 90;

export function skeletonAround(sentence: ReadSentence, share: Share): Skeleton {
  const { start, end } = sentence.span;
  const head = pieces(sentence, Math.max(start, share.span.start - reach), share.span.start);
  const tail = pieces(sentence, share.span.end, Math.min(end, share.span.end + reach));
  return { before: head.text, after: tail.text, amounts: head.amounts, behind: tail.amounts };
}

function pieces({ passage: { text }, quantities }: ReadSentence, from: number, to: number) {
  const amounts: Amount[] = [];
  let words = '';
  let at = from;
  for (const quantity of quantities) {
    const { start, end } = quantity.span;
    if (start < at || end > to) continue;
    words += plain(text.slice(at, start)) + letterOf(quantity);
    if (quantity.kind === 'quantity') amounts.push(quantity);
    at = end;
  }
  return { text: words + plain(text.slice(at, to)), amounts };
}

/** N and Y are the letters of quantities alone; marks in one width. */
function plain(text: string): string {
  return text
    .replace(/[A-Za-z]/g, '_')
    .replaceAll(',', '，')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/[ \u3000]/g, '');
}

/** Other shares and dates are letters of a word to those who look for amounts and years. */
function letterOf({ kind }: Quantity): string {
  if (kind === 'quantity') return 'N';
  return kind === 'year' ? 'Y' : '_';
}
