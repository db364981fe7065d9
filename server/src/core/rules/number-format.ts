import { figureName } from '../forms/layout.ts';
import { inCells } from '../report/cells.ts';
import type { Figure, FigureCell } from '../report/report.ts';
import type { Flaw, NumberValue } from '../report/value.ts';
import { formatDecimal } from '../text/decimal.ts';
import { cellEdit } from './cellEdit.ts';
import { defineRule } from './rule.ts';

const flawWords: Readonly<Partial<Record<Flaw, string>>> = {
  fullWidth: '全角数字',
  separator: '千位分隔符',
  leadingZero: '多余的 0',
  innerSpace: '空格',
  annotation: '附注',
};

export const numberFormat = defineRule({
  id: 'number-format',
  group: 'cells',
  severity: 'information',
  title: '数字的写法不规范',
  why: '全角数字、千位分隔符、前导零和附注会使汇总系统读错。程序已按实际数值核对。',
  messages: {
    written: (name: string, text: string, number: string, flaws: readonly string[]) =>
      `${name}写作“${text}”（${flaws.join('、')}），请写 ${number}。`,
  },
  examples: {
    good: [{ form: '2019', figures: { 'disclosure/licence/change': '+2' } }],
    bad: [
      { figures: { 'disclosure/licence/decisions': '⟦１２０⟧' } },
      { figures: { 'disclosure/licence/decisions': '⟦1,200⟧' } },
      { figures: { 'disclosure/documents/inForce': '⟦22（其中修订16件）⟧' } },
    ],
  },
  *check(report, _context, say) {
    for (const { form, text, anchor, value, flaws } of inCells(report, flawed)) {
      const number = formatDecimal(value.number);
      const lossless = !value.flaws.includes('annotation');
      yield {
        at: anchor,
        message: say.written(figureName(form), text, number, flaws),
        fixes: () => [
          {
            title: `改为 ${number}`,
            preferred: lossless,
            safe: lossless,
            edits: [cellEdit(anchor, number)],
          },
        ],
      };
    }
  },
});

function flawed({ form }: Figure, { value, anchor, text }: FigureCell) {
  if (value.kind !== 'number' || value.unit !== undefined) return undefined;
  const flaws = flawsOf(value);
  return flaws.length === 0 ? undefined : { form, text, anchor, value, flaws };
}

/** Full-width brackets of an annotation are part of the annotation, not a fault of the digits. */
function flawsOf(value: NumberValue): string[] {
  const annotated = value.flaws.includes('annotation');
  return value.flaws.flatMap((flaw) => (annotated && flaw === 'fullWidth' ? [] : (flawWords[flaw] ?? [])));
}
