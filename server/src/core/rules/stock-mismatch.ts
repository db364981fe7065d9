import { namedSum } from '../equations/explain.ts';
import { impossibleStocks, yearFailures } from '../equations/years.ts';
import { cellOf, type Failing, failing } from './arithmetic.ts';
import { defineRule } from './rule.ts';

export const stockMismatch = defineRule({
  id: 'stock-mismatch',
  group: 'arithmetic',
  severity: 'warning',
  title: '今年的存量接不上上年报告',
  why: '上年的数加上本年增加的，减去本年减少的，应当等于今年的数。文件到期失效、专项清理、机构改革划入划出都可能使两者不等，这时在正文里说明原因。',
  messages: {
    stock: ({ equation, sources, own, expected, actual, off }: Failing) =>
      `${equation.subject}：${own.name}应为 ${expected}（＝${namedSum(equation.right, sources)}），现填 ${actual}，${off}。如因失效、清理或机构改革，请核实并在正文中说明。`,
  },
  examples: {
    good: [
      {
        last: {
          figures: {
            'applications/carriedOut/otherOrg': '0',
            'applications/carriedOut/total': '1',
            'disclosure/documents/inForce': '8',
          },
        },
      },
    ],
    bad: [
      {
        figures: { 'disclosure/documents/inForce': '⟦12⟧' },
        last: {
          figures: {
            'applications/carriedOut/otherOrg': '0',
            'applications/carriedOut/total': '1',
            'disclosure/documents/inForce': '8',
          },
        },
      },
    ],
  },
  *check(report, { last }, say) {
    if (last === undefined) return;
    const impossible = new Set(impossibleStocks(report).map(({ equation }) => equation));
    const entries = yearFailures(report, last.report).filter(
      ({ equation }) => equation.right.length > 1 && !impossible.has(equation),
    );
    for (const found of entries.flatMap((entry) => failing(entry, report))) {
      const { equation, sources, figure, arithmetic } = found;
      yield {
        at: figure.anchor,
        message: say.stock(found),
        related: equation.right.flatMap((term) =>
          cellOf(term, sources).map((cell) => (term.of === 'last' ? { ...cell, document: last.name } : cell)),
        ),
        arithmetic,
      };
    }
  },
});
