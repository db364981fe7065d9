import { namedSum } from '../equations/explain.ts';
import type { Entry } from '../equations/ledger.ts';
import { candidateFixes, type Mismatch, mismatches } from './arithmetic.ts';
import { defineRule } from './rule.ts';

export const balanceMismatch = defineRule({
  id: 'balance-mismatch',
  group: 'arithmetic',
  severity: 'error',
  title: '新收加结转与办理加结转下年不平',
  why: '表三印明：第一项加第二项之和，等于第三项加第四项之和。每一列都要相等。',
  messages: {
    balance: (found: Mismatch) => `${unbalanced(found)}，相差 ${found.by}。请核对台账。`,
    moved: (found: Mismatch, { equation }: Entry) =>
      `${unbalanced(found)}；${equation.subject}正好相反，而总计相等：${found.by} 件可能归错了申请人类别。请核对台账。`,
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
    for (const found of mismatches(report, 'balance', 'right')) {
      const { figure, related, arithmetic, other, candidates } = found;
      yield {
        at: figure.anchor,
        message: other === undefined ? say.balance(found) : say.moved(found, other),
        related,
        arithmetic,
        fixes: () => candidateFixes(candidates),
      };
    }
  },
});

/** `“自然人”一列不平：新收 8＋上年结转 1＝9，办理总计 8＋结转下年 2＝10`. */
function unbalanced({ equation, sources, expected, actual }: Mismatch): string {
  return `${equation.subject}不平：${namedSum(equation.left, sources)}＝${expected}，${namedSum(equation.right, sources)}＝${actual}`;
}
