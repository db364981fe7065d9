import { termsOf } from '../equations/equation.ts';
import { statedClaims, statedEntry } from '../equations/stated.ts';
import type { ReadSentence } from '../report/readPassages.ts';
import type { Report } from '../report/report.ts';
import { formatDecimal, zero } from '../text/decimal.ts';
import type { Amount, Share } from '../text/quantity.ts';
import type { Related } from './finding.ts';
import type { NamedReport } from './rule.ts';
import { statedCells } from './statedFigures.ts';

/** A growth in per cent with the numbers that it rests on. */
export interface Growth {
  readonly now: Amount;
  readonly before: number;
  readonly falls: boolean;
  /** The year before in the same sentence: its number, or the difference from it. */
  readonly other?: Amount;
  /** The year before in last year's report. */
  readonly cells?: readonly Related[];
}

const rises = '增长 上升 增加 提高 提升 增幅 增幅为 增幅达'.split(' ');
const falls = '下降 减少 降低 降幅 降幅为 降幅达'.split(' ');

/**
 * 150条，上年为120条，同比增长25%; 比上年的60条增长10%; 较上年增加10条，增长10%: only where the sentence has
 * just these two numbers, of one unit, and says which is which.
 */
export function growthOf(sentence: ReadSentence, share: Share): Growth | undefined {
  const { text } = sentence.passage;
  const fall = fallsTo(sentence, share);
  if (fall === undefined) return undefined;
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

/** 收到申请12件，同比增长33%: against last year's report, where this year's table says the number, too. */
export function growthFromLast(
  sentence: ReadSentence,
  share: Share,
  report: Report,
  last: NamedReport | undefined,
): Growth | undefined {
  const fall = fallsTo(sentence, share);
  if (last === undefined || fall === undefined) return undefined;
  const amount = sentence.quantities.findLast(
    ({ kind, span }) => kind === 'quantity' && span.end <= share.span.start,
  );
  const stated = statedClaims(report).find(({ claim }) => claim.amount === amount);
  if (stated?.outcome.kind !== 'holds') return undefined;
  const gap = sentence.passage.text.slice(stated.claim.amount.span.end, share.span.start);
  if (
    !/^[，,]?(?:同比|(?:比|较|与)(?:上年度?|去年|上一年度?)(?:同期)?(?:相比)?)[，,]?[^，。；]{2,4}$/.test(gap)
  )
    return undefined;
  const addresses = termsOf(stated.equation).map(({ address }) => address);
  const then = statedEntry(last.report, addresses, zero);
  if (then?.outcome.kind !== 'fails' || then.equation.right.length < addresses.length) return undefined;
  return {
    now: stated.claim.amount,
    before: Number(formatDecimal(then.outcome.right)),
    falls: fall,
    cells: statedCells(last.report, then).map((cell) => ({ ...cell, document: last.name })),
  };
}

/** Whether a share is a fall or a rise; `undefined` where it is neither. */
function fallsTo({ passage, span }: ReadSentence, share: Share): boolean | undefined {
  const head = passage.text
    .slice(Math.max(span.start, share.span.start - 4), share.span.start)
    .replace(/[了约达为]$/, '');
  if (falls.some((word) => head.endsWith(word))) return true;
  return rises.some((word) => head.endsWith(word)) ? false : undefined;
}
