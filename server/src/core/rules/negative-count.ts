import { suspectsOf } from '../equations/diagnose.ts';
import { figureName } from '../forms/layout.ts';
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
    for (const figure of report.figures.values()) {
      if (figure.form.kind === 'change' || suspects.has(figure.address)) continue;
      for (const { value, anchor } of figure.cells) {
        if (value.kind === 'number' && value.number.units < 0n)
          yield { at: anchor, message: say.negative(figureName(figure.form), formatDecimal(value.number)) };
      }
    }
  },
});
