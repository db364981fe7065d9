import type { ReadSentence } from '../report/readPassages.ts';
import type { Amount, Share } from '../text/quantity.ts';

/** A growth in per cent with the two numbers of its sentence that it rests on. */
export interface Growth {
  readonly now: Amount;
  /** The year before: its number, or the difference from it. */
  readonly other: Amount;
  readonly before: number;
  readonly falls: boolean;
}

const rises = '增长 上升 增加 提高 提升 增幅 增幅为 增幅达'.split(' ');
const falls = '下降 减少 降低 降幅 降幅为 降幅达'.split(' ');

/**
 * 150条，上年为120条，同比增长25%; 比上年的60条增长10%; 较上年增加10条，增长10%: only where the sentence has
 * just these two numbers, of one unit, and says which is which.
 */
export function growthOf(sentence: ReadSentence, share: Share): Growth | undefined {
  const { text } = sentence.passage;
  const head = text
    .slice(Math.max(sentence.span.start, share.span.start - 4), share.span.start)
    .replace(/[了约达为]$/, '');
  const fall = falls.some((word) => head.endsWith(word));
  if (!fall && !rises.some((word) => head.endsWith(word))) return undefined;
  const inside = sentence.quantities;
  const amounts = inside.filter((quantity): quantity is Amount => quantity.kind === 'quantity');
  const [first, second, third] = amounts;
  const shares = inside.filter(({ kind }) => kind === 'share');
  if (first === undefined || second === undefined || third !== undefined || shares.length > 1)
    return undefined;
  if (first.unit !== second.unit || amounts.some(({ approximation, range }) => approximation ?? range))
    return undefined;
  if (second.span.end > share.span.start) return undefined;
  const change = /(?:较|比|同)(?:上年|去年|上一?年度?|期|比)[^，。；]{0,6}(增加|减少|多|少|增|减)了?$/.exec(
    text.slice(first.span.end, second.span.start),
  )?.[1];
  if (change !== undefined) {
    const down = '减少'.includes(change);
    return down === fall
      ? {
          now: first,
          other: second,
          before: first.number + (down ? second.number : -second.number),
          falls: fall,
        }
      : undefined;
  }
  const gap = text.slice(first.span.end, second.span.start);
  if (
    /^[，,]?(?:而)?(?:上年|去年|上年度|上一年|比上年的?|比去年的?|较上年的?|较去年的?|上年同期|去年同期)(?:同期)?(?:的)?(?:为|是)?$/.test(
      gap,
    )
  )
    return { now: first, other: second, before: second.number, falls: fall };
  const years = inside.filter((quantity) => quantity.kind === 'year');
  const [one, two, more] = years;
  const inTurn =
    one?.kind === 'year' &&
    two?.kind === 'year' &&
    more === undefined &&
    one.span.end <= first.span.start &&
    two.span.start >= first.span.end &&
    two.span.end <= second.span.start &&
    two.number === one.number + 1;
  return inTurn ? { now: second, other: first, before: first.number, falls: fall } : undefined;
}
