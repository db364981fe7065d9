import { termsOf } from '../equations/equation.ts';
import { statedClaims, statedEntry } from '../equations/stated.ts';
import type { ReadSentence } from '../report/readPassages.ts';
import type { Report } from '../report/report.ts';
import { formatDecimal, zero } from '../text/decimal.ts';
import type { Amount, Share } from '../text/quantity.ts';
import type { Related } from './finding.ts';
import type { NamedReport } from './rule.ts';
import { blurOf, isExact, withoutNoise } from './shareOf.ts';
import { type Skeleton, skeletonAround } from './skeleton.ts';
import { statedCells } from './statedFigures.ts';

/** A growth in per cent with the numbers that it rests on. */
export interface Growth {
  readonly now: Amount;
  readonly before: number;
  /** How far the numbers may be rounded. */
  readonly blur: number;
  readonly falls: boolean;
  /** `before` as printed; absent where it is worked out. */
  readonly printed?: Amount | undefined;
  /** The year before in the same sentence: its number, or the difference from it. */
  readonly other?: Amount;
  /** Printed beside both numbers: how far they are apart. */
  readonly difference?: Amount | undefined;
  /** The same with numbers said before it in the sentence: 收到12件，办结11件，比上年的20件下降40%. */
  readonly rivals?: readonly Growth[];
  /** The year before in last year's report. */
  readonly cells: readonly Related[];
}

/** How a sentence sets two years side by side: N a number, L the year before, C the change before its per cent. */
const forms: readonly { readonly pattern: RegExp; readonly roles: readonly Role[] }[] = [
  {
    pattern: /N，?[较比与]L(?:的|（)N）?(?:相比)?，?[^，N]{0,4}(?:增加|减少|[多少增减])了?NC$/,
    roles: ['now', 'before', 'difference'],
  },
  { pattern: /N，?[较比与]L(?:相比)?，?[^，N]{0,4}(?:增加|减少|[多少增减])了?NC$/, roles: ['now', 'apart'] },
  { pattern: /N，?同比(?:增加|减少|[多少增减])了?NC$/, roles: ['now', 'apart'] },
  { pattern: /N，?[较比与]L(?:的|（)N）?C$/, roles: ['now', 'before'] },
  { pattern: /N，?而?(?:比|较)?L的?[为是]?NC$/, roles: ['now', 'before'] },
  {
    pattern: /[由从][^N，。]{0,8}N(?:增长|增加|上升|提高|扩大|下降|减少)[至到为]NC$/,
    roles: ['before', 'now'],
  },
  { pattern: /^[^N]{0,12}L[^NL]{0,20}N，L[^NL]{0,20}NC$/, roles: ['before', 'now'] },
];
/** 12件，同比增长33.3%（2024年为9件）. */
const behind = { head: /NC$/, tail: /^（L[^N，。）]{0,4}N）/ };

type Role = 'now' | 'before' | 'difference' | 'apart';

/** 较2024年的120条增加30条，增长25% and the like: only where the sentence says which number is which. */
export function growthOf(sentence: ReadSentence, share: Share): Growth | undefined {
  const skeleton = skeletonAround(sentence, share);
  if (mayBeOfTotal(skeleton.before)) return undefined;
  const words = shortened(skeleton.before);
  const roles = forms.find(({ pattern }) => pattern.test(words))?.roles;
  if (roles !== undefined) {
    const growth = arranged(skeleton, roles, skeleton.amounts.slice(-roles.length));
    const earlier = skeleton.amounts.slice(0, -roles.length).filter(({ unit }) => unit === growth?.now.unit);
    return (
      growth && {
        ...growth,
        rivals: earlier.map((now) => ({ ...growth, now, before: beforeOf(growth, now) })),
      }
    );
  }
  return behind.head.test(words) && behind.tail.test(shortened(skeleton.after))
    ? arranged(skeleton, ['now', 'before'], [...skeleton.amounts.slice(-1), ...skeleton.behind.slice(0, 1)])
    : undefined;
}

/**
 * 318条，其中规划278条、其他40条，较上年增加38条: nobody knows whether the last part grew, or the total. 收到12件，办结11件，
 * 同比分别增长33%、10%: the first per cent is not of the last number.
 */
function mayBeOfTotal(words: string): boolean {
  return /其中|包括|包含|涵盖|分别/.test(words);
}

/** The year before of another number that the same is said of. */
function beforeOf({ now, before, printed }: Growth, other: Amount): number {
  return printed === undefined ? withoutNoise(other.number - (now.number - before)) : before;
}

function arranged(
  { before: words }: Skeleton,
  roles: readonly Role[],
  amounts: readonly Amount[],
): Growth | undefined {
  const of = (role: Role) => amounts[roles.indexOf(role)];
  const now = of('now');
  const printed = of('before');
  const other = printed ?? of('apart');
  const falls = isFall(words);
  if (now === undefined || other === undefined) return undefined;
  if (amounts.some((amount) => !isExact(amount) || amount.unit !== now.unit)) return undefined;
  const change = /(增加|减少|多|少|增|减)了?N[^N]*$/.exec(words)?.[1];
  if (change !== undefined && '减少'.includes(change) !== falls) return undefined;
  return {
    now,
    before: printed?.number ?? withoutNoise(now.number + (falls ? other.number : -other.number)),
    blur: Math.max(...amounts.map(blurOf)),
    falls,
    other,
    printed,
    difference: of('difference'),
    cells: [],
  };
}

/** 收到申请12件，同比增长33%: against last year's report, where this year's table says the number, too. */
export function growthFromLast(
  sentence: ReadSentence,
  share: Share,
  report: Report,
  last: NamedReport | undefined,
): Growth | undefined {
  const { before: words, amounts } = skeletonAround(sentence, share);
  if (last === undefined || mayBeOfTotal(words)) return undefined;
  if (!sinceLastYear.test(words) || !change.test(words)) return undefined;
  const now = amounts.at(-1);
  const stated = statedClaims(report).find(({ claim }) => claim.amount === now);
  if (stated?.outcome.kind !== 'holds') return undefined;
  const addresses = termsOf(stated.equation).map(({ address }) => address);
  const then = statedEntry(last.report, addresses, zero);
  if (then?.outcome.kind !== 'fails') return undefined;
  return {
    now: stated.claim.amount,
    before: Number(formatDecimal(then.outcome.right)),
    blur: 0,
    falls: isFall(words),
    cells: statedCells(then).map((cell) => ({ ...cell, document: last.name })),
  };
}

const change =
  /，?(?:同比|总体)?(增长|上升|增加|提高|提升|增幅|升幅|涨幅|下降|减少|降低|降幅|减幅)(?:了|为|达|达到|是)?$/;

/** 增长50% alone may be since any time. */
const sinceLastYear = /N，?(?:同比|[较比与](?:上年度?|去年|上一年度?)(?:同期)?(?:相比)?)，?[^，。；N]{2,5}$/;

function shortened(words: string): string {
  return words.replace(/(?:Y|上年度?|去年|上一年度?|前一年)(?:同期|末)?/g, 'L').replace(change, 'C');
}

/** Whether the word before a share says a fall, and not a rise. */
function isFall(before: string): boolean {
  return /[降减]/.test(change.exec(before)?.[1] ?? '');
}
