import { difference, namedSum, termNote } from '../equations/explain.ts';
import { impossibleStocks, yearFailures } from '../equations/years.ts';
import { formatDecimal } from '../text/decimal.ts';
import { defineRule } from './rule.ts';

export const stockMismatch = defineRule({
  id: 'stock-mismatch',
  group: 'arithmetic',
  severity: 'warning',
  title: '今年的存量接不上上年报告',
  why: '上年的数加上本年增加的，减去本年减少的，应当等于今年的数。文件到期失效、专项清理、机构改革划入划出都可能使两者不等，这时在正文里说明原因。',
  messages: {
    stock: (subject: string, name: string, sum: string, expected: string, actual: string, off: string) =>
      `${subject}：${name}应为 ${expected}（＝${sum}），现填 ${actual}，${off}。如因失效、清理或机构改革，请核实并在正文中说明。`,
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
    for (const { equation, outcome, sources } of yearFailures(report, last.report)) {
      const [own] = equation.left;
      const figure = own === undefined ? undefined : report.figures.get(own.address);
      if (equation.right.length === 1 || impossible.has(equation) || outcome.kind !== 'fails') continue;
      if (own === undefined || figure === undefined) continue;
      const expected = formatDecimal(outcome.right);
      const actual = formatDecimal(outcome.left);
      yield {
        at: figure.anchor,
        message: say.stock(
          equation.subject,
          own.name,
          namedSum(equation.right, sources),
          expected,
          actual,
          difference(outcome.left, outcome.right),
        ),
        related: equation.right.flatMap((term) => {
          const other = (term.of === 'last' ? last.report : report).figures.get(term.address);
          if (other === undefined) return [];
          const place = { anchor: other.anchor, message: termNote(term, sources) };
          return [term.of === 'last' ? { ...place, document: last.name } : place];
        }),
        arithmetic: {
          figure: figure.address,
          equation: equation.id,
          expected,
          actual,
          delta: formatDecimal(outcome.delta),
        },
      };
    }
  },
});
