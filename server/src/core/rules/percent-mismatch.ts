import { countingPassages, type ReadSentence } from '../report/readPassages.ts';
import type { Amount, Share } from '../text/quantity.ts';
import { growthOf } from './growth.ts';
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
    ],
    bad: [
      { replace: [['全年收到申请12件', '全年收到申请12件，其中自然人8件，占⟦76.7%⟧']] },
      { replace: [['及时发布规划、用地和执法信息', '公开信息150条，上年为120条，同比增长⟦35%⟧']] },
    ],
  },
  *check(report, _context, say) {
    for (const { passage, sentences } of countingPassages(report)) {
      const quote = ({ span }: Amount | Share) => passage.text.slice(span.start, span.end);
      for (const [sentence, share] of sentences.flatMap(sharesIn)) {
        const split = splitOf(sentence, share);
        const growth = split === undefined ? growthOf(sentence, share) : undefined;
        const rests = split ?? (growth === undefined ? undefined : { part: growth.now, total: growth.other });
        if (rests === undefined) continue;
        const actual =
          growth === undefined
            ? (rests.part.number / rests.total.number) * 100
            : ((growth.now.number - growth.before) / growth.before) * (growth.falls ? -100 : 100);
        if (!Number.isFinite(actual) || Math.abs(actual - share.number) <= Number(share.step) * 1.000001)
          continue;
        const correct = `${actual.toFixed(decimals(share.step))}%`;
        yield {
          at: passage.place(share.span),
          message:
            growth === undefined
              ? say.share(quote(rests.part), quote(rests.total), quote(share), correct)
              : say.growth(String(growth.before), quote(growth.now), correct, quote(share)),
          related: [rests.total, rests.part].map((amount) => ({
            anchor: passage.place(amount.span),
            message: quote(amount),
          })),
        };
      }
    }
  },
});

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
