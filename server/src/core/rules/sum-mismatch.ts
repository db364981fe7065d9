import type { Term } from '../equations/equation.ts';
import { difference, writtenSum } from '../equations/explain.ts';
import type { Entry } from '../equations/ledger.ts';
import { shortLabel } from '../forms/layout.ts';
import { formatDecimal } from '../text/decimal.ts';
import { failures, relatedCells } from './arithmetic.ts';
import { defineRule } from './rule.ts';

export const sumMismatch = defineRule({
  id: 'sum-mismatch',
  group: 'arithmetic',
  severity: 'error',
  title: '总计不等于各项之和',
  why: '表中的总计必须等于各项相加。这是年报被退回和被通报最常见的原因。',
  messages: {
    sum: ({ equation, sources }: Entry, total: Term, expected: string, actual: string, off: string) =>
      `${equation.subject}：${totalName(total)}应为 ${expected}（${writtenSum(equation.right, sources)}），现填 ${actual}，${off}。`,
  },
  examples: {
    good: [{}],
    bad: [
      { figures: { 'proceedings/review/total': '⟦3⟧' } },
      { figures: { 'proceedings/after/other': '5', 'proceedings/after/total': '⟦4⟧' } },
    ],
  },
  *check(report, _context, say) {
    for (const { entry, outcome } of failures(report, 'sum')) {
      const total = entry.equation.left[0];
      const figure = total === undefined ? undefined : report.figures.get(total.address);
      if (total === undefined || figure === undefined) continue;
      const expected = formatDecimal(outcome.right);
      yield {
        at: figure.anchor,
        message: say.sum(
          entry,
          total,
          expected,
          formatDecimal(outcome.left),
          difference(outcome.left, outcome.right),
        ),
        related: relatedCells(entry, report, total),
        arithmetic: {
          figure: figure.address,
          equation: entry.equation.id,
          expected,
          actual: formatDecimal(outcome.left),
          delta: formatDecimal(outcome.delta),
        },
        fixes: () => [
          {
            title: `把${totalName(total)}改为 ${expected}`,
            preferred: true,
            edits: [{ anchor: figure.anchor, newText: expected }],
          },
        ],
      };
    }
  },
});

/** `总计` at the end of a row; `“（七）总计”` at the foot of a column. */
function totalName(total: Term): string {
  const { row, column } = total.figure;
  return total.name === column.label ? column.label : `“${shortLabel(row.label)}”`;
}
