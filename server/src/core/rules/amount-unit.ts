import { figureName } from '../forms/layout.ts';
import { inCells } from '../report/cells.ts';
import type { Figure, FigureCell } from '../report/report.ts';
import { compare, formatDecimal, fromInteger, isInteger, shift } from '../text/decimal.ts';
import { defineRule } from './rule.ts';

/** 100 亿元: no office reports as much, and to the last 万元 without a decimal. */
const implausible = fromInteger(1_000_000);

export const amountUnit = defineRule({
  id: 'amount-unit',
  group: 'cells',
  severity: 'warning',
  title: '金额的单位可能是元',
  why: '金额以万元为单位。把元直接填进来，就大了一万倍。',
  messages: {
    unit: (name: string, written: string, converted: string) =>
      `${name}填了 ${written} 万元，疑以元为单位：${written} 元应写 ${converted}。请核对。`,
  },
  examples: {
    good: [
      { figures: { 'disclosure/fees/amount': '999999' } },
      { figures: { 'disclosure/fees/amount': '1234567.89' } },
    ],
    bad: [
      { figures: { 'disclosure/fees/amount': '⟦1365000⟧' } },
      { form: '2019', figures: { 'disclosure/procurement/amount': '⟦3650050⟧' } },
    ],
  },
  *check(report, _context, say) {
    for (const { form, anchor, number } of inCells(report, amountInYuan)) {
      const converted = formatDecimal(shift(number, -4));
      yield {
        at: anchor,
        message: say.unit(figureName(form), formatDecimal(number), converted),
        fixes: () => [{ title: `按万元改为 ${converted}`, edits: [{ anchor, newText: converted }] }],
      };
    }
  },
});

function amountInYuan({ form }: Figure, { value, anchor }: FigureCell) {
  // A unit that is written out says itself what is meant.
  if (form.kind !== 'money' || value.kind !== 'number' || value.unit !== undefined) return undefined;
  const { number } = value;
  return isInteger(number) && compare(number, implausible) >= 0 ? { form, anchor, number } : undefined;
}
