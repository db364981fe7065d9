import { shortLabel } from '../forms/layout.ts';
import { anchor } from '../outline/outline.ts';
import type { LabelMatch } from '../report/report.ts';
import { isFigureText } from '../report/value.ts';
import type { Fix } from './finding.ts';
import { defineRule } from './rule.ts';

const messages = {
  similar: (written: string, printed: string) => `“${written}”与格式规定的名称不一致，应为“${printed}”。`,
  alias: (written: string, printed: string) => `“${written}”在本格式中印作“${printed}”。`,
  overwritten: (written: string, printed: string) =>
    `这里应是“${printed}”，现在写的是“${written}”。按前后行的位置认定，请核对。`,
  lost: (printed: string) => `这一行的名称缺失，按前后行的位置应为“${printed}”。请核对。`,
};

export const rowLabel = defineRule({
  id: 'row-label',
  group: 'tables',
  severity: 'warning',
  title: '行名或列名与格式不一致',
  why: '行名、列名是格式规定的，改动后汇总系统认不出来。括号全角半角、编号样式、引号、空格和换行不算错。',
  messages,
  examples: {
    good: [
      {
        replace: [
          ['| | （七）总计 |', '| | (七) 总计 |'],
          ['商业企业', '商业<br>企业'],
        ],
      },
      { replace: [['3.危及“三安全一稳定”', '3．危及三安全一稳定']] },
    ],
    bad: [
      { replace: [['5.属于三类内部事务信息', '⟦5.属于三类内部事物信息⟧']] },
      { replace: [['| | | 7.属于行政执法案卷 |', '| | | ⟦0⟧ |']] },
      { replace: [['| 行政规范性文件 |', '| ⟦规范性文件⟧ |']] },
    ],
  },
  *check(report, _context, say) {
    for (const table of report.tables) {
      for (const { leaf, label } of table.rows) {
        if (label.how === 'exact') continue;
        const cell = label.cell;
        const fixes = (): readonly Fix[] =>
          cell === undefined
            ? []
            : [
                {
                  title: `改为“${shortLabel(leaf.label)}”`,
                  preferred: true,
                  safe: true,
                  edits: [{ anchor: label.anchor, newText: leaf.label }],
                },
              ];
        yield { at: label.anchor, ...wording(label.how, label.text, leaf.label, say), fixes };
      }
      for (const { leaf, how, cell, anchor: at } of table.columnLabels) {
        if (how === 'exact') continue;
        const written = cell.prose.text.trim();
        const fixes = (): readonly Fix[] => [
          {
            title: `改为“${leaf.label}”`,
            preferred: true,
            safe: true,
            edits: [{ anchor: anchor(at.block, cell.span), newText: leaf.label }],
          },
        ];
        yield { at, ...wording(how, written, leaf.label, say), fixes };
      }
    }
  },
});

function wording(how: LabelMatch, written: string, printed: string, say: typeof messages) {
  if (how === 'alias') return { message: say.alias(written, printed), severity: 'information' as const };
  if (written === '') return { message: say.lost(printed) };
  return {
    message:
      how === 'similar' && !isFigureText(written)
        ? say.similar(written, printed)
        : say.overwritten(written, printed),
  };
}
