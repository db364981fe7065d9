import { suspectsOf } from '../equations/diagnose.ts';
import { figureName } from '../forms/layout.ts';
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
    for (const figure of report.figures.values()) {
      if (figure.form.kind === 'money' || suspects.has(figure.address)) continue;
      for (const { value, anchor } of figure.cells) {
        if (value.kind === 'number' && !isInteger(value.number))
          yield { at: anchor, message: say.fraction(figureName(figure.form), formatDecimal(value.number)) };
      }
    }
  },
});
