import { figureName } from '../forms/layout.ts';
import type { Report } from '../report/report.ts';
import { formatDecimal, isZero } from '../text/decimal.ts';
import { defineRule } from './rule.ts';

export const noRulemakingPower = defineRule({
  id: 'no-rulemaking-power',
  group: 'cells',
  severity: 'warning',
  title: '没有规章制定权而填了规章',
  why: '规章由国务院部门、省级政府和设区的市（州）政府制定（《立法法》）。县（区、旗）的政府和部门、乡镇街道不制定规章，这一行应当都是 0；制发的文件填在行政规范性文件一行。',
  messages: {
    power: (name: string, number: string, organ: string) =>
      `${name}填了 ${number}，而${organ}没有规章制定权，应当为 0。如是行政规范性文件，请填在下一行。`,
  },
  examples: {
    good: [
      {},
      {
        figures: { 'disclosure/rules/inForce': '2' },
        replace: [
          ['# 示例县自然资源局', '# 示例省自然资源厅'],
          ['示例县自然资源局认真', '示例省自然资源厅认真'],
          ['\n示例县自然资源局\n', '\n示例省自然资源厅\n'],
        ],
      },
    ],
    bad: [{ figures: { 'disclosure/rules/inForce': '⟦2⟧' } }],
  },
  *check(report, _context, say) {
    const organ = powerless(report);
    if (organ === undefined) return;
    const row = report.tables.flatMap(({ rows }) => rows.filter(({ leaf }) => leaf.id === 'rules'));
    for (const figure of row.flatMap(({ figures }) => figures)) {
      const { value } = figure;
      if (value.kind === 'number' && !isZero(value.number))
        yield {
          at: figure.anchor,
          message: say.power(figureName(figure.form), formatDecimal(value.number), organ),
        };
    }
  },
});

/** An organ below any that makes 规章, as far as its kind and name tell: of one of a 市 they do not. */
function powerless({ organ, organKind }: Report): string | undefined {
  if (organKind?.value === '乡镇街道') return organ?.value ?? organKind.value;
  const name = organ?.value.replace(/自治区|特区|行政区|社区/g, '') ?? '';
  return /[县区旗]/.test(name) ? organ?.value : undefined;
}
