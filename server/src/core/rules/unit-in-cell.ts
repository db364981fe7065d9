import { figureName } from '../forms/layout.ts';
import { inCells } from '../report/cells.ts';
import type { Figure, FigureCell } from '../report/report.ts';
import { inColumnUnit } from '../report/value.ts';
import { formatDecimal } from '../text/decimal.ts';
import { cellEdit } from './cellEdit.ts';
import { defineRule } from './rule.ts';

export const unitInCell = defineRule({
  id: 'unit-in-cell',
  group: 'cells',
  severity: 'warning',
  title: '数字后面带了单位',
  why: '格子里只填数字，单位由表头规定。带单位的数字汇总时会丢失或认错。',
  messages: {
    unit: (name: string, text: string, number: string) => `${name}只填数字：“${text}”应写 ${number}。`,
    money: (name: string, text: string, number: string) =>
      `${name}写的是“${text}”。表头没有印单位，通常按万元填写，即 ${number}。`,
  },
  examples: {
    good: [{}],
    bad: [
      { figures: { 'applications/received/natural': '⟦8件⟧' } },
      { figures: { 'disclosure/fees/amount': '⟦365000元⟧' } },
      { form: '2019', figures: { 'disclosure/procurement/amount': '⟦75.058万元⟧' } },
    ],
  },
  *check(report, _context, say) {
    for (const { form, value, anchor, text } of inCells(report, withUnit)) {
      const number = formatDecimal(inColumnUnit(value, form.kind));
      const unprintedMoney = form.kind === 'money' && form.column.node.unit === undefined;
      yield {
        at: anchor,
        message: (unprintedMoney ? say.money : say.unit)(figureName(form), text, number),
        severity: unprintedMoney ? 'information' : 'warning',
        fixes: () => [
          { title: `改为 ${number}`, preferred: true, safe: true, edits: [cellEdit(anchor, number)] },
        ],
      };
    }
  },
});

function withUnit({ form }: Figure, { value, anchor, text }: FigureCell) {
  return value.kind === 'number' && value.unit !== undefined ? { form, value, anchor, text } : undefined;
}
