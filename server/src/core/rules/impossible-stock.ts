import type { Term } from '../equations/equation.ts';
import { namedSum, termNote } from '../equations/explain.ts';
import { impossibleStocks } from '../equations/years.ts';
import { formatDecimal } from '../text/decimal.ts';
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
      const [own] = equation.left;
      const figure = own === undefined ? undefined : report.figures.get(own.address);
      if (own === undefined || figure === undefined) continue;
      const others = equation.right.filter((term) => term !== implied);
      const turned = others.map((term): Term => ({ ...term, sign: term.sign === 1 ? -1 : 1 }));
      yield {
        at: figure.anchor,
        message: say.impossible(
          equation.subject,
          namedSum([own, ...turned], sources),
          formatDecimal(value),
          implied.name,
        ),
        related: others.flatMap((term) => {
          const other = report.figures.get(term.address);
          return other === undefined ? [] : [{ anchor: other.anchor, message: termNote(term, sources) }];
        }),
      };
    }
  },
});
