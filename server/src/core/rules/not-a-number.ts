import { figureName } from '../forms/layout.ts';
import { inCells } from '../report/cells.ts';
import type { Figure, FigureCell } from '../report/report.ts';
import { defineRule } from './rule.ts';

export const notANumber = defineRule({
  id: 'not-a-number',
  group: 'cells',
  severity: 'error',
  title: '数字格里不是数字',
  why: '表格里只能填阿拉伯数字。认不出的数字不参加勾稽核对。',
  messages: {
    text: (name: string, text: string) => `${name}应填数字，现在写的是“${text}”。`,
  },
  examples: {
    good: [{}],
    bad: [
      { figures: { 'applications/received/research': '⟦约三十⟧' } },
      { figures: { 'proceedings/direct/total': '⟦见附件⟧' } },
    ],
  },
  *check(report, _context, say) {
    for (const { form, anchor, text } of inCells(report, unreadable))
      yield { at: anchor, message: say.text(figureName(form), text.slice(0, 40)) };
  },
});

function unreadable({ form }: Figure, { value, anchor }: FigureCell) {
  return value.kind === 'unreadable' ? { form, anchor, text: value.text } : undefined;
}
