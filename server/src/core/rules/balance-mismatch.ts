import { namedSum } from '../equations/explain.ts';
import type { Entry } from '../equations/ledger.ts';
import { absolute, formatDecimal } from '../text/decimal.ts';
import { failures, relatedCells } from './arithmetic.ts';
import { defineRule } from './rule.ts';

export const balanceMismatch = defineRule({
  id: 'balance-mismatch',
  group: 'arithmetic',
  severity: 'error',
  title: '新收加结转与办理加结转下年不平',
  why: '表三印明：第一项加第二项之和，等于第三项加第四项之和。每一列都要相等。',
  messages: {
    balance: ({ equation, sources }: Entry, left: string, right: string, off: string) =>
      `${equation.subject}不平：${namedSum(equation.left, sources)}＝${left}，${namedSum(equation.right, sources)}＝${right}，相差 ${off}。请核对台账。`,
  },
  examples: {
    good: [{}],
    bad: [
      {
        figures: {
          'applications/carriedOut/natural': '2',
          'applications/carriedOut/total': '3',
          'applications/processed/natural': '⟦8⟧',
          'applications/processed/total': '⟦11⟧',
        },
        also: ['sum-mismatch'],
      },
    ],
  },
  *check(report, _context, say) {
    for (const { entry, outcome } of failures(report, 'balance')) {
      const processed = entry.equation.right[0];
      const figure = processed === undefined ? undefined : report.figures.get(processed.address);
      if (processed === undefined || figure === undefined) continue;
      const { left, right, delta } = outcome;
      yield {
        at: figure.anchor,
        message: say.balance(
          entry,
          formatDecimal(left),
          formatDecimal(right),
          formatDecimal(absolute(delta)),
        ),
        related: relatedCells(entry, report, processed),
        arithmetic: {
          figure: figure.address,
          equation: entry.equation.id,
          expected: formatDecimal(left),
          actual: formatDecimal(right),
          delta: formatDecimal({ units: -delta.units, scale: delta.scale }),
        },
      };
    }
  },
});
