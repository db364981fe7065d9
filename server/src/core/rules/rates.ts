import type { ReadSentence } from '../report/readPassages.ts';
import type { Amount, Quantity, Share } from '../text/quantity.ts';
import { isCount } from './enumeratedParts.ts';
import { fits, isExact, type WrongShare } from './shareOf.ts';

/**
 * Rates that bear the name of what was done with a part, the part right before them: 收到36条，采纳29条，采纳率80.6%.
 * The whole is the number before that; where another one makes the rate, or all of them together, that is meant.
 */
export function wrongRates(sentence: ReadSentence): WrongShare[] {
  return sentence.quantities.flatMap((share) => wrongRate(share, sentence) ?? []);
}

function wrongRate(share: Quantity, { passage: { text }, quantities }: ReadSentence): WrongShare | undefined {
  if (share.kind !== 'share' || share.unit !== '%' || !isExact(share)) return undefined;
  const counts = quantities.filter(
    (other): other is Amount => other.kind === 'quantity' && other.span.end <= share.span.start,
  );
  const part = counts.at(-1);
  if (part === undefined || !isCount(part, text) || !isRateOf(part, share, text)) return undefined;
  const before = counts.filter(
    (other) => other !== part && other.unit === part.unit && other.number > 0 && isCount(other, text),
  );
  const total = before.at(-1);
  if (total === undefined || part.number > total.number) return undefined;
  const each = { share, part, bare: false };
  const all = { ...total, number: before.reduce((sum, { number }) => sum + number, 0) };
  return [...before, all].some((whole) => fits(each, whole)) ? undefined : { ...each, total };
}

/** 采纳29条，采纳率为, 收回196份，回收率: the two characters before 率 are those before the part. */
function isRateOf(part: Amount, share: Share, text: string): boolean {
  const name = /^[^，,。；;（(]{0,6}[，,、（(](.{2})率(?:为|达|达到|是)?$/.exec(
    text.slice(part.span.end, share.span.start),
  )?.[1];
  const done = text.slice(Math.max(0, part.span.start - 2), part.span.start);
  return name !== undefined && (name === done || [...name].reverse().join('') === done);
}
