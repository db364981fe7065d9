import { clauseAt, readPassages, sentenceAround } from '../report/claims.ts';
import type { Amount, Share } from '../text/quantity.ts';
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
  },
  examples: {
    good: [
      { replace: [['全年收到申请12件', '全年收到申请12件，其中自然人8件，占66.7%']] },
      { replace: [['全年收到申请12件', '全年收到申请12件，其中自然人8件，占66.6%']] },
    ],
    bad: [{ replace: [['全年收到申请12件', '全年收到申请12件，其中自然人8件，占⟦76.7%⟧']] }],
  },
  *check(report, _context, say) {
    for (const { passage, quantities, clauses } of readPassages(report)) {
      for (const share of quantities) {
        if (
          share.kind !== 'share' ||
          share.unit !== '%' ||
          share.approximation !== undefined ||
          share.range !== undefined
        )
          continue;
        const clause = clauseAt(clauses, share.span);
        if (
          clause === undefined ||
          !/占(?:比|总数|申请总数|总量|全部|到|了)?(?:的|为|达|约)?$/.test(
            passage.text.slice(Math.max(0, share.span.start - 8), share.span.start),
          )
        )
          continue;
        const { start } = sentenceAround(clauses, clause);
        const before = quantities.filter(
          (other): other is Amount =>
            other.kind === 'quantity' && other.span.start >= start && other.span.end <= share.span.start,
        );
        const part = before[before.length - 1];
        const total = before.find(({ unit }) => unit === part?.unit);
        if (
          part === undefined ||
          total === undefined ||
          total === part ||
          !splits(passage.text, total, part) ||
          [part, total].some(({ approximation, range }) => approximation !== undefined || range !== undefined)
        )
          continue;
        const actual = (part.number / total.number) * 100;
        if (
          !Number.isFinite(actual) ||
          part.number > total.number ||
          Math.abs(actual - share.number) <= Number(share.step) * 1.000001
        )
          continue;
        const quote = ({ span }: Amount | Share) => passage.text.slice(span.start, span.end);
        yield {
          at: passage.place(share.span),
          message: say.share(
            quote(part),
            quote(total),
            quote(share),
            `${actual.toFixed(decimals(share.step))}%`,
          ),
          related: [total, part].map((amount) => ({
            anchor: passage.place(amount.span),
            message: quote(amount),
          })),
        };
      }
    }
  },
});

/** 其中 stands between: only then is the first number the whole of the second. */
function splits(text: string, total: Amount, part: Amount): boolean {
  return /其中|包括|含/.test(text.slice(total.span.end, part.span.start));
}

/** Printed places behind the point. */
function decimals(step: string): number {
  const point = step.indexOf('.');
  return point < 0 ? 0 : step.length - point - 1;
}
