import type { Term } from '../equations/equation.ts';
import { namedSum } from '../equations/explain.ts';
import { impossibleStocks } from '../equations/years.ts';
import { formatDecimal } from '../text/decimal.ts';
import { cellOf } from './arithmetic.ts';
import { defineRule } from './rule.ts';

export const impossibleStock = defineRule({
  id: 'impossible-stock',
  group: 'cells',
  severity: 'warning',
  title: '现行有效的比本年新增的还少',
  why: '现行有效件数减去本年制发、加上本年废止，就是上年末的现行有效件数，不会小于零。',
  messages: {
    impossible: (subject: string, sum: string, value: string, name: string) =>
      `${subject}：${sum}＝${value}，上年末的${name}不可能是负数。请核对这几个数。`,
  },
  examples: {
    good: [{ figures: { 'disclosure/documents/made': '10' } }],
    bad: [{ figures: { 'disclosure/documents/inForce': '⟦0⟧' } }],
  },
  *check(report, _context, say) {
    for (const { equation, sources, implied, value } of impossibleStocks(report)) {
      const others = equation.right.filter((term) => term !== implied);
      const turned = others.map((term): Term => ({ ...term, sign: term.sign === 1 ? -1 : 1 }));
      const terms = [...equation.left, ...turned];
      const [own, ...related] = terms.flatMap((term) => cellOf(term, sources));
      if (own === undefined) continue;
      const sum = namedSum(terms, sources);
      yield {
        at: own.anchor,
        message: say.impossible(equation.subject, sum, formatDecimal(value), implied.name),
        related,
      };
    }
  },
});
