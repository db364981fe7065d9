import { suspectsOf } from '../equations/diagnose.ts';
import { figureName } from '../forms/layout.ts';
import { inCells } from '../report/cells.ts';
import type { Figure, FigureCell } from '../report/report.ts';
import { formatDecimal } from '../text/decimal.ts';
import { defineRule } from './rule.ts';

export const negativeCount = defineRule({
  id: 'negative-count',
  group: 'cells',
  severity: 'error',
  title: '件数是负数',
  why: '件数不会小于零。只有2019年格式的“本年增/减”可以写负数。',
  messages: {
    negative: (name: string, number: string) => `${name}是 ${number}，件数和金额不能是负数。`,
  },
  examples: {
    good: [{ form: '2019', figures: { 'disclosure/licence/change': '-2' } }],
    bad: [{ figures: { 'disclosure/licence/decisions': '⟦-3⟧' } }],
  },
  *check(report, _context, say) {
    const suspects = suspectsOf(report);
    for (const { address, form, anchor, number } of inCells(report, belowZero))
      if (!suspects.has(address))
        yield { at: anchor, message: say.negative(figureName(form), formatDecimal(number)) };
  },
});

function belowZero({ address, form }: Figure, { value, anchor }: FigureCell) {
  return form.kind !== 'change' && value.kind === 'number' && value.number.units < 0n
    ? { address, form, anchor, number: value.number }
    : undefined;
}
