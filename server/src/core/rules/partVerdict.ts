import {
  absolute,
  add,
  compare,
  type Decimal,
  equal,
  formatDecimal,
  fromInteger,
  parseDecimal,
  subtract,
  zero,
} from '../text/decimal.ts';
import type { Amount } from '../text/quantity.ts';
import type { PartList } from './partLists.ts';
import { blurOf, withoutNoise } from './shareOf.ts';

export type Verdict =
  | { readonly kind: 'larger'; readonly part: Amount }
  | { readonly kind: 'sum'; readonly sum: Decimal; readonly parts: readonly Amount[] };

/**
 * The prefix rule: the list is right if the parts up to any point make the total, for a second split of the
 * same total often follows. It is wrong only when the nearest such sum is a near miss; else it is no split.
 */
export function judge(total: Decimal, list: PartList): Verdict | undefined {
  const { parts, foreign, open, direct } = list;
  const values = valuesOf(parts);
  const earlier = valuesOf(list.earlier);
  const [first] = values;
  const [firstPart] = parts;
  // 收到9件，上年结转1件，其中网络5件、信函5件: of a number further left, where they can be parts of that alone.
  const isOfEarlier = earlier.some((other) => first !== undefined && compare(first, other) <= 0);
  if (direct && first !== undefined && firstPart !== undefined && compare(first, total) > 0)
    return isOfEarlier ? undefined : { kind: 'larger', part: firstPart };
  if (parts.length < 2) return undefined;
  const sums = values.map((_, index) => values.slice(0, index + 1).reduce(add, zero));
  const largest = [total, ...earlier].reduce(add, zero);
  const totals = [total, ...earlier, largest];
  if (sums.some((sum) => totals.some((other) => equal(sum, other)))) return undefined;
  // 其中网站35条、公众号2443条: any part of what one 其中 goes through, whatever it leaves out.
  const larger = list.named.find((part) => compare(decimalOf(part), largest) > 0);
  if (larger !== undefined && blurOf(list.total) === 0) return { kind: 'larger', part: larger };
  if (open) return undefined;
  // Units that differ do add up sometimes, and one foreign item may be part of the sum: then nothing is said.
  const all = valuesOf([...parts, ...foreign]).reduce(add, zero);
  if (
    foreign.length > 0 &&
    (equal(all, total) ||
      values.some((_, left) => equal(values.filter((__, index) => index !== left).reduce(add, zero), total)))
  )
    return undefined;
  const nearest = sums.reduce(
    (best, sum, index) =>
      compare(distance(sum, total), distance(sums[best] as Decimal, total)) < 0 ? index : best,
    0,
  );
  const sum = sums[nearest] as Decimal;
  // 其中网站发布58条，访谈24期，网上调查6个；微信发布82条: what is told of each, and no split.
  if (list.mayBeShort && foreign.length > parts.length && compare(sum, total) < 0) return undefined;
  const off = distance(sum, total);
  // 35.2万条，其中8.6万条、26.7万条: each may be rounded.
  const blur = [list.total, ...parts.slice(0, nearest + 1)]
    .filter(({ step, unit }) => Number(step) > 1 || unit === '亿元')
    .reduce((all, amount) => all + blurOf(amount), 0);
  if (Number(formatDecimal(off)) <= withoutNoise(blur)) return undefined;
  const whole = sums[sums.length - 1] as Decimal;
  // 公告30条、其他12条: 其他 says that it is all, however far off.
  if (list.whole && earlier.length === 0 && blur === 0) return { kind: 'sum', sum: whole, parts };
  // Near: within two, or a tenth of the total.
  const tenth = compare(multiply(off, 10), total) <= 0;
  if (nearest > 0 && (tenth || compare(off, fromInteger(2)) <= 0))
    return { kind: 'sum', sum, parts: parts.slice(0, nearest + 1) };
  // Or the whole list makes the total but for two digits that changed places: 128 of 124 and 58.
  return foreign.length === 0 && isTransposed(formatDecimal(total), formatDecimal(whole))
    ? { kind: 'sum', sum: whole, parts }
    : undefined;
}

function valuesOf(amounts: readonly Amount[]): readonly Decimal[] {
  return amounts.map(decimalOf);
}

function decimalOf({ value }: Amount): Decimal {
  return parseDecimal(value) ?? zero;
}

/** Three digits or more, two neighbours of them swapped. */
function isTransposed(a: string, b: string): boolean {
  if (a.length < 3 || a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function distance(a: Decimal, b: Decimal): Decimal {
  return absolute(subtract(a, b));
}

function multiply(a: Decimal, by: number): Decimal {
  return { units: a.units * BigInt(by), scale: a.scale };
}
