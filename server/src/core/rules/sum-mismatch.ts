import { diagnosisOf } from '../equations/diagnose.ts';
import type { Term } from '../equations/equation.ts';
import { difference, writtenSum } from '../equations/explain.ts';
import type { Entry } from '../equations/ledger.ts';
import { recalculate } from '../equations/recalculate.ts';
import { shortLabel } from '../forms/layout.ts';
import type { Figure, Report } from '../report/report.ts';
import { absolute, equal, formatDecimal } from '../text/decimal.ts';
import { candidateFixes, relatedCells, setFigure } from './arithmetic.ts';
import type { Fix } from './finding.ts';
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
    moved: (sum: string, other: Entry, by: string) =>
      `${sum.slice(0, -1)}；${other.equation.subject}正好相反，而两者之和相等：${by} 件可能${other.equation.pattern.each === 'column' ? '归错了申请人类别' : '填错了行'}。请核对台账。`,
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
    for (const diagnosis of diagnosisOf(report)) {
      if (diagnosis.kind !== 'mismatch' && diagnosis.kind !== 'moved') continue;
      const { entry, candidates } = diagnosis;
      const { equation, outcome } = entry;
      const [total] = equation.left;
      const figure = total === undefined ? undefined : report.figures.get(total.address);
      if (equation.shape !== 'sum' || outcome.kind !== 'fails' || total === undefined || figure === undefined)
        continue;
      const expected = formatDecimal(outcome.right);
      const off = difference(outcome.left, outcome.right);
      const sum = say.sum(entry, total, expected, formatDecimal(outcome.left), off);
      const other = diagnosis.kind === 'moved' ? diagnosis.other : undefined;
      yield {
        at: figure.anchor,
        message: other === undefined ? sum : say.moved(sum, other, formatDecimal(absolute(outcome.delta))),
        related: [
          ...relatedCells(entry, report, total, candidates),
          ...(other === undefined ? [] : relatedCells(other, report, undefined, candidates)),
        ],
        arithmetic: {
          figure: figure.address,
          equation: equation.id,
          expected,
          actual: formatDecimal(outcome.left),
          delta: formatDecimal(outcome.delta),
        },
        fixes: () => {
          const whole = totalFix(figure, total, report, entry);
          return [...whole, ...candidateFixes(candidates, whole.length === 0 ? undefined : figure)];
        },
      };
    }
  },
});

/** The total may be written anew where all its equations agree on its value. */
function totalFix(figure: Figure, total: Term, report: Report, { outcome }: Entry): Fix[] {
  const agreed = recalculate(report).find((change) => change.figure === figure);
  if (agreed === undefined || outcome.kind !== 'fails' || !equal(agreed.new, outcome.right)) return [];
  const text = formatDecimal(agreed.new);
  return [
    {
      title: `把${totalName(total)}改为 ${text}`,
      preferred: true,
      safe: true,
      edits: [setFigure(figure, text)],
    },
  ];
}

/** `总计` at the end of a row; `“（七）总计”` at the foot of a column. */
function totalName(total: Term): string {
  const { row, column } = total.figure;
  return total.name === column.label ? column.label : `“${shortLabel(row.label)}”`;
}
