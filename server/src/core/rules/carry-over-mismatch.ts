import { difference } from '../equations/explain.ts';
import { yearFailures } from '../equations/years.ts';
import { plainLabel } from '../forms/layout.ts';
import { formatDecimal } from '../text/decimal.ts';
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
    carried: (
      column: string,
      name: string,
      expected: string,
      lastName: string,
      actual: string,
      off: string,
    ) => `${column}：${name}应为 ${expected}（上年报告的“${lastName}”），现填 ${actual}，${off}。请核对。`,
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
    for (const { equation, outcome } of yearFailures(report, last.report)) {
      const [own] = equation.left;
      const [source, more] = equation.right;
      const figure = own === undefined ? undefined : report.figures.get(own.address);
      if (more !== undefined || source === undefined || figure === undefined || outcome.kind !== 'fails')
        continue;
      const other = last.report.figures.get(source.address);
      const expected = formatDecimal(outcome.right);
      const actual = formatDecimal(outcome.left);
      yield {
        at: figure.anchor,
        message: say.carried(
          equation.subject,
          `“${plainLabel(figure.form.row.label)}”`,
          expected,
          plainLabel(source.figure.row.label),
          actual,
          difference(outcome.left, outcome.right),
        ),
        related:
          other === undefined
            ? []
            : [
                {
                  anchor: other.anchor,
                  message: `上年报告：${source.name} ${expected}`,
                  document: last.name,
                },
              ],
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
