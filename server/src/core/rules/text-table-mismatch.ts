import { refutedClaims } from '../equations/stated.ts';
import { equal, formatDecimal } from '../text/decimal.ts';
import { defineRule } from './rule.ts';
import { statedCells } from './statedFigures.ts';

export const textTableMismatch = defineRule({
  id: 'text-table-mismatch',
  group: 'text',
  severity: 'warning',
  title: '正文的数字与表格不一致',
  why: '正文和表格说的是同一件事，数字必须相同。两处不一致是年报被点名的常见原因。',
  messages: {
    differs: (quoted: string, part: string, name: string, expected: string) =>
      `正文写“${quoted}”，第${part}部分表格“${name}”为 ${expected}，两处不一致。请核对台账，改正其中一处。`,
    differsFromRight: (quoted: string, part: string, name: string, expected: string) =>
      `正文写“${quoted}”，第${part}部分表格“${name}”应为 ${expected}（表中也填错了），两处不一致。请核对台账。`,
  },
  examples: {
    good: [
      {},
      { replace: [['全年收到申请12件', '全年收到申请13件（含上年结转1件）']] },
      { replace: [['全年收到申请12件', '全年共收到申请12余件']] },
      { figures: { 'applications/received/total': '21' }, also: ['suspect-cell'] },
    ],
    bad: [
      { replace: [['全年收到申请12件', '全年收到申请⟦15件⟧']] },
      { replace: [['办结11件', '办结⟦十二件⟧']] },
      { replace: [['没有发生责任追究。', '没有发生责任追究。因政府信息公开被申请行政复议⟦3件⟧。']] },
      {
        figures: { 'applications/received/total': '21' },
        replace: [['全年收到申请12件', '全年收到申请⟦15件⟧']],
        also: ['suspect-cell'],
      },
    ],
  },
  *check(report, _context, say) {
    for (const entry of refutedClaims(report)) {
      const { claim, figure, equation, outcome, right } = entry;
      const { passage, amount, phrase, quoted } = claim;
      const expected = formatDecimal(right.right);
      const at = passage.place(amount.span);
      const corrected = expected + passage.text.slice(amount.numeral.end, amount.span.end);
      const differs = equal(right.right, outcome.right) ? say.differs : say.differsFromRight;
      const part = report.form.sections.find(({ table }) => table === equation.table)?.numeral ?? '';
      yield {
        at,
        message: differs(quoted, part, phrase.name, expected),
        related: statedCells(entry),
        arithmetic: {
          figure,
          equation: equation.id,
          expected,
          actual: formatDecimal(right.left),
          delta: formatDecimal(right.delta),
        },
        fixes: () => [{ title: `把正文改为 ${corrected}`, edits: [{ anchor: at, newText: corrected }] }],
      };
    }
  },
});
