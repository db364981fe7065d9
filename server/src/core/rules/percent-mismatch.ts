import { countingPassages, type ReadSentence } from '../report/readPassages.ts';
import type { Amount, Share } from '../text/quantity.ts';
import { growthFromLast, growthOf } from './growth.ts';
import { defineRule } from './rule.ts';

export const percentMismatch = defineRule({
  id: 'percent-mismatch',
  group: 'text',
  severity: 'warning',
  title: '百分比与数字不符',
  why: '占比由分项除以总数得出。四舍五入和截尾都可以，最后一位相差一以内不算错。',
  messages: {
    share: (part: string, total: string, written: string, actual: string) =>
      `${part}占 ${total} 的 ${actual}，这里写的是 ${written}。请核对。`,
    growth: (before: string, now: string, actual: string, written: string) =>
      `从 ${before} 到${now}，变化是 ${actual}，这里写的是 ${written}。请核对。`,
  },
  examples: {
    good: [
      { replace: [['全年收到申请12件', '全年收到申请12件，其中自然人8件，占66.7%']] },
      { replace: [['全年收到申请12件', '全年收到申请12件，其中自然人8件，占66.6%']] },
      {
        replace: [['全年收到申请12件', '全年收到申请12件，同比增长33.3%']],
        last: { figures: { 'applications/received/total': '9', 'applications/received/natural': '5' } },
        also: ['copied-text', 'carry-over-mismatch', 'stock-mismatch'],
      },
    ],
    bad: [
      { replace: [['全年收到申请12件', '全年收到申请12件，其中自然人8件，占⟦76.7%⟧']] },
      { replace: [['及时发布规划、用地和执法信息', '公开信息150条，上年为120条，同比增长⟦35%⟧']] },
      {
        replace: [['全年收到申请12件', '全年收到申请12件，同比增长⟦50%⟧']],
        last: { figures: { 'applications/received/total': '9', 'applications/received/natural': '5' } },
        also: ['copied-text', 'carry-over-mismatch', 'stock-mismatch'],
      },
    ],
  },
  *check(report, { last }, say) {
    for (const { passage, sentences } of countingPassages(report)) {
      const quote = ({ span }: Amount | Share) => passage.text.slice(span.start, span.end);
      const place = (amount: Amount) => ({ anchor: passage.place(amount.span), message: quote(amount) });
      for (const [sentence, share] of sentences.flatMap(sharesIn)) {
        const at = passage.place(share.span);
        const split = splitOf(sentence, share);
        if (split !== undefined) {
          const { part, total } = split;
          const correct = corrected((part.number / total.number) * 100, share);
          if (correct !== undefined)
            yield {
              at,
              message: say.share(quote(part), quote(total), quote(share), correct),
              related: [place(total), place(part)],
            };
          continue;
        }
        const growth = growthOf(sentence, share) ?? growthFromLast(sentence, share, report, last);
        if (growth === undefined) continue;
        const { now, before, falls, other, cells = [] } = growth;
        const correct = corrected(((now.number - before) / before) * (falls ? -100 : 100), share);
        if (correct !== undefined)
          yield {
            at,
            message: say.growth(String(before), quote(now), correct, quote(share)),
            related: [...(other === undefined ? cells : [place(other)]), place(now)],
          };
      }
    }
  },
});

/** What the share should be, when it is off by more than one in its last printed place. */
function corrected(actual: number, share: Share): string | undefined {
  return !Number.isFinite(actual) || Math.abs(actual - share.number) <= Number(share.step) * 1.000001
    ? undefined
    : `${actual.toFixed(decimals(share.step))}%`;
}

/** Shares printed as exact. */
function sharesIn(sentence: ReadSentence): (readonly [ReadSentence, Share])[] {
  return sentence.quantities.flatMap((quantity) =>
    quantity.kind === 'share' && quantity.unit === '%' && isExact(quantity) ? [[sentence, quantity]] : [],
  );
}

/** The part and its whole: the number right before 占…%, and the first of the same unit in the sentence. */
function splitOf(sentence: ReadSentence, share: Share) {
  const { text } = sentence.passage;
  const head = text.slice(Math.max(0, share.span.start - 8), share.span.start);
  if (!/占(?:比|总数|申请总数|总量|全部|到|了)?(?:的|为|达|约)?$/.test(head)) return undefined;
  const before = sentence.quantities.filter(
    (other): other is Amount => other.kind === 'quantity' && other.span.end <= share.span.start,
  );
  const part = before[before.length - 1];
  const total = before.find(({ unit }) => unit === part?.unit);
  return part === undefined ||
    total === undefined ||
    total === part ||
    part.number > total.number ||
    !splits(text, total, part) ||
    !isExact(part) ||
    !isExact(total)
    ? undefined
    : { part, total };
}

function isExact({ approximation, range }: Amount | Share): boolean {
  return approximation === undefined && range === undefined;
}

/** 其中 stands between: only then is the first number the whole of the second. */
function splits(text: string, total: Amount, part: Amount): boolean {
  return /其中|包括|含/.test(text.slice(total.span.end, part.span.start));
}

/** Printed places behind the point. */
function decimals(step: string): number {
  const point = step.indexOf('.');
  return point < 0 ? 0 : step.length - point - 1;
}
