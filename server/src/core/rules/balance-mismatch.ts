import { diagnosisOf } from '../equations/diagnose.ts';
import { namedSum } from '../equations/explain.ts';
import type { Entry } from '../equations/ledger.ts';
import { absolute, formatDecimal, negate } from '../text/decimal.ts';
import { candidateFixes, relatedCells } from './arithmetic.ts';
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
    moved: ({ equation, sources }: Entry, other: Entry, left: string, right: string, by: string) =>
      `${equation.subject}不平：${namedSum(equation.left, sources)}＝${left}，${namedSum(equation.right, sources)}＝${right}；${other.equation.subject}正好相反，而总计相等：${by} 件可能归错了申请人类别。请核对台账。`,
  },
  examples: {
    good: [{}],
    bad: [
      // 总计 is off for the same reason, and is not reported again.
      {
        figures: {
          'applications/carriedOut/natural': '2',
          'applications/carriedOut/total': '3',
          'applications/processed/natural': '⟦8⟧',
        },
      },
      {
        figures: {
          'applications/carriedIn/enterprise': '2',
          'applications/carriedIn/total': '3',
          'applications/carriedOut/enterprise': '2',
          'applications/carriedOut/total': '4',
          'applications/received/natural': '6',
          'applications/received/enterprise': '3',
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
      const processed = equation.right[0];
      const figure = processed === undefined ? undefined : report.figures.get(processed.address);
      if (equation.shape !== 'balance' || outcome.kind !== 'fails' || figure === undefined) continue;
      const left = formatDecimal(outcome.left);
      const right = formatDecimal(outcome.right);
      const off = formatDecimal(absolute(outcome.delta));
      const other = diagnosis.kind === 'moved' ? diagnosis.other : undefined;
      yield {
        at: figure.anchor,
        message:
          other === undefined
            ? say.balance(entry, left, right, off)
            : say.moved(entry, other, left, right, off),
        related: [
          ...relatedCells(entry, report, processed, candidates),
          ...(other === undefined ? [] : relatedCells(other, report, undefined, candidates)),
        ],
        arithmetic: {
          figure: figure.address,
          equation: equation.id,
          expected: left,
          actual: right,
          delta: formatDecimal(negate(outcome.delta)),
        },
        fixes: () => candidateFixes(candidates),
      };
    }
  },
});
