import type { ReadPassage, ReadSentence } from '../report/readPassages.ts';
import type { Amount, Quantity, Share } from '../text/quantity.ts';

/** A part with its share of a whole, as printed side by side: 8件，占66.7%. */
export interface SharedPart {
  readonly share: Share;
  readonly part: Amount;
  /** Nothing but brackets say that it is one: 8件（66.7%）. */
  readonly bare: boolean;
}

/** A share that is not what its part makes of the whole. */
export interface WrongShare extends SharedPart {
  readonly total: Amount;
}

/**
 * Shares of a sentence that do not fit. Their whole is one of the numbers before them: that which makes most of
 * them right, or which they add up to. A lone share is judged where 其中 makes it a part; no number may fit it.
 */
export function wrongShares(read: ReadPassage, sentence: ReadSentence): WrongShare[] {
  const parts = sentence.quantities.flatMap((quantity) => sharedPart(quantity, sentence) ?? []);
  const [first] = parts;
  if (first === undefined || parts.some(({ part }) => part.unit !== first.part.unit)) return [];
  const before = exactAmounts(read.quantities, first.part.span.start, first.part.unit);
  const total = wholeOf(parts, before);
  if (total !== undefined) return parts.flatMap((each) => (fits(each, total) ? [] : [{ ...each, total }]));
  return parts.flatMap((each) => alone(each, sentence) ?? []);
}

/** What the share is, as exact as it is printed. */
export function printedShare(part: Amount, total: Amount, { step }: Share): string {
  return `${((part.number / total.number) * 100).toFixed(decimals(step))}%`;
}

/** Printed places behind the point. */
export function decimals(step: string): number {
  return step.split('.')[1]?.length ?? 0;
}

/** At most one in its last printed place off, the numbers being rounded as they may be. */
export function fits({ part, share }: SharedPart, total: Amount): boolean {
  const least = (part.number - blurOf(part)) / (total.number + blurOf(total));
  const most = (part.number + blurOf(part)) / (total.number - blurOf(total));
  const slack = Number(share.step) * 1.000001;
  return least * 100 - slack <= share.number && share.number <= most * 100 + slack;
}

/** Half of one in the last printed place of what is no whole number: 38.6万 may be 385500. */
export function blurOf({ step }: Amount): number {
  return step === '1' ? 0 : Number(step) / 2;
}

/** 0.3 − 0.1 is 0.2. */
export function withoutNoise(number: number): number {
  return Number(number.toFixed(6));
}

/** 件，占比为; not 件，约占, which may be rounded as one likes. */
const shareSaid =
  /^[^，,、；;：:（()）约]{0,8}[，,、（(]?占(?:比|总数|申请总数|总量|全部|到|了)?(?:的|为|达)?$/;

/** The number right before 占…%, nothing but its noun between. */
function sharedPart(
  share: Quantity,
  { passage: { text }, quantities }: ReadSentence,
): SharedPart | undefined {
  if (share.kind !== 'share' || share.unit !== '%' || !isExact(share)) return undefined;
  const part = quantities.findLast(
    (other): other is Amount => other.kind === 'quantity' && other.span.end <= share.span.start,
  );
  if (part === undefined || !isExact(part)) return undefined;
  const gap = text.slice(part.span.end, share.span.start);
  const bare = /^[（(]$/.test(gap) && /[）)]/.test(text.charAt(share.span.end));
  return bare || shareSaid.test(gap) ? { share, part, bare } : undefined;
}

function exactAmounts(quantities: readonly Quantity[], end: number, unit: string | undefined): Amount[] {
  return quantities
    .filter(
      (other): other is Amount =>
        other.kind === 'quantity' && other.span.end <= end && other.unit === unit && other.number > 0,
    )
    .filter(isExact)
    .slice(-mostBefore);
}

/** Numbers that are tried as the whole. */
const mostBefore = 12;

function wholeOf(parts: readonly SharedPart[], before: readonly Amount[]): Amount | undefined {
  const sum = parts.reduce((total, { part }) => total + part.number, 0);
  return before.findLast((total) => {
    const right = parts.filter((each) => fits(each, total)).length;
    const wrong = parts.length - right;
    if (parts.some(({ part }) => part.number > total.number)) return false;
    return right > wrong || (right === wrong && sum === total.number);
  });
}

/** 其中 stands between: only then is a number before it the whole. */
function alone(each: SharedPart, sentence: ReadSentence): WrongShare | undefined {
  const { part } = each;
  const before = exactAmounts(sentence.quantities, part.span.start, part.unit);
  const [total] = before;
  if (total === undefined || each.bare || part.number > total.number) return undefined;
  if (!/其中|包括|含/.test(sentence.passage.text.slice(total.span.end, part.span.start))) return undefined;
  return before.some((other) => fits(each, other)) ? undefined : { ...each, total };
}

export function isExact({ approximation, range }: Amount | Share): boolean {
  return approximation === undefined && range === undefined;
}
