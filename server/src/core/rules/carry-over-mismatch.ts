import { yearFailures } from '../equations/years.ts';
import { type FigureForm, plainLabel } from '../forms/layout.ts';
import { cellOf, type Failing, failing } from './arithmetic.ts';
import { defineRule } from './rule.ts';

/** Last year's report, as far as the equations look at it. */
const before = {
  'applications/carriedOut/otherOrg': '0',
  'applications/carriedOut/total': '1',
  'disclosure/documents/inForce': '8',
};

export const carryOverMismatch = defineRule({
  id: 'carry-over-mismatch',
  group: 'arithmetic',
  severity: 'warning',
  title: '上年结转与上年报告不一致',
  why: '今年的“上年结转”就是上年报告的“结转下年度继续办理”，逐列相等。不一致时，先查上年报告公布后有没有更正。',
  messages: {
    carried: ({ equation, figure, expected, actual, off }: Failing) =>
      `${equation.subject}：“${rowName(figure.form)}”应为 ${expected}（上年报告的“${equation.right.map((term) => rowName(term.figure)).join('')}”），现填 ${actual}，${off}。请核对。`,
  },
  examples: {
    good: [{ last: { figures: before } }],
    bad: [
      {
        figures: {
          'applications/carriedIn/natural': '⟦2⟧',
          'applications/carriedIn/total': '2',
          'applications/received/natural': '7',
          'applications/received/total': '11',
        },
        replace: [['收到申请12件', '收到申请11件']],
        last: { figures: before },
      },
    ],
  },
  *check(report, { last }, say) {
    if (last === undefined) return;
    const entries = yearFailures(report, last.report).filter(({ equation }) => equation.right.length === 1);
    for (const found of entries.flatMap((entry) => failing(entry, report))) {
      const { equation, sources, figure, expected, arithmetic } = found;
      yield {
        at: figure.anchor,
        message: say.carried(found),
        related: equation.right.flatMap((term) =>
          cellOf(term, sources).map(({ anchor }) => ({
            anchor,
            message: `上年报告：${term.name} ${expected}`,
            document: last.name,
          })),
        ),
        arithmetic,
      };
    }
  },
});

function rowName({ row }: FigureForm): string {
  return plainLabel(row.label);
}
