import { termsOf } from '../equations/equation.ts';
import { statedClaims, statedEntry } from '../equations/stated.ts';
import type { ReadSentence } from '../report/readPassages.ts';
import type { Report } from '../report/report.ts';
import { formatDecimal, zero } from '../text/decimal.ts';
import type { Amount, Share } from '../text/quantity.ts';
import type { Related } from './finding.ts';
import type { NamedReport } from './rule.ts';
import { type Skeleton, skeletonAround } from './skeleton.ts';
import { statedCells } from './statedFigures.ts';

/** A growth in per cent with the numbers that it rests on. */
export interface Growth {
  readonly now: Amount;
  readonly before: number;
  /** Half of one in the last printed place of the number before: 38.6万 may be 385500. */
  readonly blur: number;
  readonly falls: boolean;
  /** `before` as printed; absent where it is worked out. */
  readonly printed?: Amount;
  /** The year before in the same sentence: its number, or the difference from it. */
  readonly other?: Amount;
  /** Printed beside both numbers: how far they are apart. */
  readonly difference?: Amount;
  /** The year before in last year's report. */
  readonly cells?: readonly Related[];
}

/** How a sentence sets two years side by side: N a number, L the year before, C the change before its per cent. */
const forms: readonly { readonly pattern: RegExp; readonly roles: readonly Role[] }[] = [
  {
    pattern: /N，?[较比与]L(?:的|（)N）?(?:相比)?，?[^，N]{0,4}(?:增加|减少|[多少增减])了?NC$/,
    roles: ['now', 'before', 'difference'],
  },
  { pattern: /N，?[较比与]L(?:相比)?，?[^，N]{0,4}(?:增加|减少|[多少增减])了?NC$/, roles: ['now', 'apart'] },
  { pattern: /N，?[较比与]L(?:的|（)N）?C$/, roles: ['now', 'before'] },
  { pattern: /N，?而?(?:比|较)?L的?[为是]?NC$/, roles: ['now', 'before'] },
  {
    pattern: /[由从][^N，。]{0,8}N(?:增长|增加|上升|提高|扩大|下降|减少)[至到为]NC$/,
    roles: ['before', 'now'],
  },
  { pattern: /^[^N]{0,12}L[^NL]{0,20}N，L[^NL]{0,20}NC$/, roles: ['before', 'now'] },
];
/** 12件，同比增长33.3%（2024年为9件）. */
const behind = { head: /N，?同比[^，N]{2,5}$/, tail: /^（L[^N，。）]{0,4}N）/ };

type Role = 'now' | 'before' | 'difference' | 'apart';

/** 较2024年的120条增加30条，增长25% and the like: only where the sentence says which number is which. */
export function growthOf(sentence: ReadSentence, share: Share): Growth | undefined {
  const skeleton = skeletonAround(sentence, share);
  for (const { pattern, roles } of forms) {
    const found = pattern.exec(shortened(skeleton.before));
    if (found !== null) return arranged(skeleton, roles, skeleton.amounts.slice(-roles.length));
  }
  if (!behind.head.test(skeleton.before) || !behind.tail.test(shortened(skeleton.after))) return undefined;
  const now = skeleton.amounts[skeleton.amounts.length - 1];
  const before = skeleton.behind[0];
  return now === undefined || before === undefined
    ? undefined
    : arranged(skeleton, ['now', 'before'], [now, before]);
}

function arranged(
  { before: words }: Skeleton,
  roles: readonly Role[],
  amounts: readonly Amount[],
): Growth | undefined {
  const of = (role: Role) => amounts[roles.indexOf(role)];
  const now = of('now');
  const other = of('before') ?? of('apart');
  const falls = isFall(words);
  if (now === undefined || other === undefined || falls === undefined) return undefined;
  if (amounts.some(({ approximation, range, unit }) => approximation ?? range ?? unit !== now.unit))
    return undefined;
  const difference = of('difference');
  const between = /(增加|减少|多|少|增|减)了?N[^N]*$/.exec(words)?.[1];
  if ((difference ?? of('apart')) !== undefined && '减少'.includes(between ?? '') !== falls) return undefined;
  const printed = of('before');
  const before = printed?.number ?? now.number + (falls ? other.number : -other.number);
  const blur =
    Number(other.step) > 1 || Number(now.step) > 1 ? Math.max(Number(other.step), Number(now.step)) / 2 : 0;
  return {
    now,
    before,
    blur,
    falls,
    other,
    ...(printed === undefined ? {} : { printed }),
    ...(difference === undefined ? {} : { difference }),
  };
}

/** 收到申请12件，同比增长33%: against last year's report, where this year's table says the number, too. */
export function growthFromLast(
  sentence: ReadSentence,
  share: Share,
  report: Report,
  last: NamedReport | undefined,
): Growth | undefined {
  const fall = isFall(skeletonAround(sentence, share).before);
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
    blur: 0,
    falls: fall,
    cells: statedCells(then).map((cell) => ({ ...cell, document: last.name })),
  };
}

const change =
  /，?(?:同比|总体)?(增长|上升|增加|提高|提升|增幅|升幅|涨幅|下降|减少|降低|降幅|减幅)(?:了|为|达|达到|是)?$/;

function shortened(words: string): string {
  return words.replace(/(?:Y|上年度?|去年|上一年度?|前一年)(?:同期|末)?/g, 'L').replace(change, 'C');
}

/** Whether the word before a share says a fall or a rise; `undefined` where it says neither. */
function isFall(before: string): boolean | undefined {
  const said = change.exec(before)?.[1];
  return said === undefined ? undefined : /[降减]/.test(said);
}
