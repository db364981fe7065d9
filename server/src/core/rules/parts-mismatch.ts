import { statedClaims } from '../equations/stated.ts';
import { countingPassages } from '../report/readPassages.ts';
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
import { type PartList, partLists } from './partLists.ts';
import { defineRule } from './rule.ts';

export const partsMismatch = defineRule({
  id: 'parts-mismatch',
  group: 'text',
  severity: 'warning',
  title: '总数与分项之和不符',
  why: '正文先写总数、再逐项列出，各项相加应当等于总数。',
  messages: {
    sum: (total: string, sum: string, result: string, off: string) =>
      `总数写“${total}”，所列各项相加为 ${result}（${sum}），相差 ${off}。请核对。`,
    larger: (total: string, part: string) =>
      `总数写“${total}”，其中的一项却是“${part}”，比总数还大。请核对。`,
  },
  examples: {
    good: [
      {
        replace: [
          ['及时发布规划、用地和执法信息', '全年主动公开信息106条，其中规划50条、用地40条、执法16条'],
        ],
      },
      { replace: [['及时发布规划、用地和执法信息', '全年主动公开信息106条，其中规划50条、用地20条等']] },
      { replace: [['及时发布规划、用地和执法信息', '全年公开信息16条，政府网站动态栏发布信息12篇']] },
    ],
    bad: [
      {
        replace: [['及时发布规划、用地和执法信息', '全年主动公开信息⟦106条⟧：规划50条、用地40条、执法12条']],
      },
      { replace: [['及时发布规划、用地和执法信息', '全年公开信息⟦30条⟧，其中规划类40条']] },
    ],
  },
  *check(report, _context, say) {
    // Where the tables say what a number must be, they judge it: 收到12件，其中予以公开6件 is no split.
    const judged = new Set(statedClaims(report).map(({ claim }) => claim.amount));
    for (const read of countingPassages(report)) {
      const { passage } = read;
      const quote = ({ span }: Amount) => passage.text.slice(span.start, span.end);
      for (const list of partLists(read)) {
        if ([list.total, ...list.parts].some((amount) => judged.has(amount))) continue;
        const total = parseDecimal(list.total.value);
        const verdict = total === undefined ? undefined : judge(total, list);
        if (verdict === undefined || total === undefined) continue;
        const message =
          verdict.kind === 'larger'
            ? say.larger(quote(list.total), quote(verdict.part))
            : say.sum(
                quote(list.total),
                verdict.parts.map(({ value }) => value).join('＋'),
                formatDecimal(verdict.sum),
                formatDecimal(absolute(subtract(total, verdict.sum))),
              );
        yield {
          at: passage.place(list.total.span),
          message,
          related: list.parts.map((part) => ({ anchor: passage.place(part.span), message: quote(part) })),
        };
      }
    }
  },
});

type Verdict =
  | { readonly kind: 'larger'; readonly part: Amount }
  | { readonly kind: 'sum'; readonly sum: Decimal; readonly parts: readonly Amount[] };

/**
 * The prefix rule: the list is right if the parts up to any point make the total, for a second split of the
 * same total often follows. It is wrong only when the nearest such sum is a near miss; else it is no split.
 */
function judge(total: Decimal, { parts, foreign, open, direct }: PartList): Verdict | undefined {
  const values = parts.map(({ value }) => parseDecimal(value) ?? zero);
  const [first] = values;
  const [firstPart] = parts;
  if (direct && first !== undefined && firstPart !== undefined && compare(first, total) > 0)
    return { kind: 'larger', part: firstPart };
  if (open || parts.length < 2) return undefined;
  const sums = values.map((_, index) => values.slice(0, index + 1).reduce(add, zero));
  if (sums.some((sum) => equal(sum, total))) return undefined;
  // Units that differ do add up sometimes, and one foreign item may be part of the sum: then nothing is said.
  const all = [...parts, ...foreign].map(({ value }) => parseDecimal(value) ?? zero).reduce(add, zero);
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
  const off = distance(sum, total);
  // Near: within two, or a tenth of the total.
  const tenth = compare(multiply(off, 10), total) <= 0;
  if (nearest === 0 || !(tenth || compare(off, fromInteger(2)) <= 0)) return undefined;
  return { kind: 'sum', sum, parts: parts.slice(0, nearest + 1) };
}

function distance(a: Decimal, b: Decimal): Decimal {
  return absolute(subtract(a, b));
}

function multiply(a: Decimal, by: number): Decimal {
  return { units: a.units * BigInt(by), scale: a.scale };
}
