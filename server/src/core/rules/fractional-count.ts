import { suspectsOf } from '../equations/diagnose.ts';
import { figureName } from '../forms/layout.ts';
import { inCells } from '../report/cells.ts';
import type { Figure, FigureCell } from '../report/report.ts';
import { formatDecimal, isInteger } from '../text/decimal.ts';
import { defineRule } from './rule.ts';

export const fractionalCount = defineRule({
  id: 'fractional-count',
  group: 'cells',
  severity: 'error',
  title: '件数带小数',
  why: '件数是整数，只有金额可以有小数。',
  messages: {
    fraction: (name: string, number: string) => `${name}是 ${number}，件数必须是整数。`,
  },
  examples: {
    good: [{ figures: { 'disclosure/fees/amount': '36.55' } }],
    bad: [{ figures: { 'disclosure/penalty/decisions': '⟦14.5⟧' } }],
  },
  *check(report, _context, say) {
    const suspects = suspectsOf(report);
    for (const { address, form, anchor, number } of inCells(report, fraction))
      if (!suspects.has(address))
        yield { at: anchor, message: say.fraction(figureName(form), formatDecimal(number)) };
  },
});

function fraction({ address, form }: Figure, { value, anchor }: FigureCell) {
  return form.kind !== 'money' && value.kind === 'number' && !isInteger(value.number)
    ? { address, form, anchor, number: value.number }
    : undefined;
}
