import { matchesIn } from './matches.ts';
import type { Span } from './span.ts';

/**
 * Half of a pair of marks. `alone`: its other half is not there. `turned`: an opening mark where the closing one
 * belongs, as in “网上申请“.
 */
export interface UnpairedMark {
  readonly kind: 'alone' | 'turned';
  readonly span: Span;
  /** The other half of the pair. */
  readonly partner: string;
}

const anyMark = /[（()）《》【】“”]/g;
const openers = '（(《【“';
/** A bracket may be closed in the other width. */
const pairOf: Readonly<Record<string, string>> = {
  ...{ '（': '（）', '）': '（）', '(': '（）', ')': '（）' },
  ...{ '《': '《》', '》': '《》', '【': '【】', '】': '【】', '“': '“”', '”': '“”' },
};

/** Halves of pairs that stand alone in running text, by place. Linear in the text. */
export function unpairedMarksIn(text: string): readonly UnpairedMark[] {
  const marks = matchesIn(text, anyMark);
  const turned = turnedQuotes(marks);
  const unpaired: UnpairedMark[] = [];
  const tell = (at: number, partner: string | undefined, kind: UnpairedMark['kind'] = 'alone') =>
    unpaired.push({ kind, span: { start: at, end: at + 1 }, partner: partner as string });
  const open: { readonly at: number; readonly pair: string }[] = [];
  const waiting = new Map<string, number>();
  const count = (pair: string, by: number) => waiting.set(pair, (waiting.get(pair) ?? 0) + by);
  const close = () => {
    const last = open.pop() as (typeof open)[number];
    count(last.pair, -1);
    return last;
  };
  for (const { 0: mark, index: at } of marks) {
    const pair = pairOf[mark] as string;
    const isTurned = turned.has(at);
    if (isTurned) tell(at, pair[1], 'turned');
    if (openers.includes(mark) && !isTurned) {
      open.push({ at, pair });
      count(pair, 1);
    } else if ((waiting.get(pair) ?? 0) > 0) {
      for (let last = close(); last.pair !== pair; last = close()) tell(last.at, last.pair[1]);
    } else if (pair !== '（）' || !isItemNumber(text, at)) tell(at, pair[0]);
  }
  for (const { at, pair } of open) tell(at, pair[1]);
  return unpaired.sort((one, other) => one.span.start - other.span.start);
}

/** Where “ stands behind an open “ and no ” behind it. */
function turnedQuotes(marks: readonly RegExpExecArray[]): ReadonlySet<number> {
  const quotes = marks.filter(([mark]) => mark === '“' || mark === '”');
  const turned = new Set<number>();
  let isOpen = false;
  for (const [index, { 0: mark, index: at }] of quotes.entries()) {
    const isTurned: boolean = isOpen && mark === '“' && quotes[index + 1]?.[0] !== '”';
    if (isTurned) turned.add(at);
    isOpen = mark === '“' && !isTurned;
  }
  return turned;
}

const itemNumber = /(?:^|[。；：，、\s])[0-9a-z一二三四五六七八九十①-⑳]{1,3}$/i;

/** The bracket stands behind the number of an item: 1）, 一）, a). */
function isItemNumber(text: string, at: number): boolean {
  return itemNumber.test(text.slice(Math.max(0, at - 4), at));
}
