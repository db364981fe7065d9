import type { Term } from '../equations/equation.ts';
import { writtenSum } from '../equations/explain.ts';
import type { Entry } from '../equations/ledger.ts';
import { recalculate } from '../equations/recalculate.ts';
import { shortLabel } from '../forms/layout.ts';
import type { Report } from '../report/report.ts';
import { formatDecimal } from '../text/decimal.ts';
import { candidateFixes, type Mismatch, mismatches, setFigure } from './arithmetic.ts';
import type { Fix } from './finding.ts';
import { defineRule } from './rule.ts';

export const sumMismatch = defineRule({
  id: 'sum-mismatch',
  group: 'arithmetic',
  severity: 'error',
  title: '总计不等于各项之和',
  why: '表中的总计必须等于各项相加。这是年报被退回和被通报最常见的原因。',
  messages: {
    sum: ({ equation, sources, own, expected, actual, off }: Mismatch) =>
      `${equation.subject}：${totalName(own)}应为 ${expected}（${writtenSum(equation.right, sources)}），现填 ${actual}，${off}。`,
    moved: (sum: string, { by }: Mismatch, { equation }: Entry) =>
      `${sum.slice(0, -1)}；${equation.subject}正好相反，而两者之和相等：${by} 件可能${equation.pattern.each === 'column' ? '归错了申请人类别' : '填错了行'}。请核对台账。`,
  },
  examples: {
    good: [{}],
    bad: [
      { figures: { 'proceedings/review/total': '⟦3⟧' } },
      { figures: { 'proceedings/after/other': '5', 'proceedings/after/total': '⟦4⟧' } },
      // The same wrong figure may be in any row of the two columns.
      {
        figures: {
          'applications/received/enterprise': '3',
          'applications/received/total': '14',
          'applications/partial/enterprise': '2',
          'applications/partial/total': '5',
          'applications/processed/enterprise': '3',
          'applications/processed/total': '13',
          'applications/granted/natural': '3',
          'applications/granted/enterprise': '3',
          'applications/processed/natural': '⟦8⟧',
        },
      },
    ],
  },
  *check(report, _context, say) {
    for (const found of mismatches(report, 'sum')) {
      const { figure, related, arithmetic, other, candidates } = found;
      const sum = say.sum(found);
      yield {
        at: figure.anchor,
        message: other === undefined ? sum : say.moved(sum, found, other),
        related,
        arithmetic,
        fixes: () => {
          const whole = totalFix(found, report);
          return [...whole, ...candidateFixes(candidates, whole.length === 0 ? undefined : figure)];
        },
      };
    }
  },
});

/** The total may be written anew where all its equations agree on its value. */
function totalFix({ own, figure, expected }: Mismatch, report: Report): Fix[] {
  const agreed = recalculate(report).find((change) => change.figure === figure);
  if (agreed === undefined || formatDecimal(agreed.new) !== expected) return [];
  return [
    {
      title: `把${totalName(own)}改为 ${expected}`,
      preferred: true,
      safe: true,
      edits: [setFigure(figure, expected)],
    },
  ];
}

/** `总计` at the end of a row; `“（七）总计”` at the foot of a column. */
function totalName(total: Term): string {
  const { row, column } = total.figure;
  return total.name === column.label ? column.label : `“${shortLabel(row.label)}”`;
}
