import type { Leaf } from '../forms/layout.ts';
import type { Anchor, Cell } from '../outline/outline.ts';
import { hasFigures, isDigits } from '../report/labelFigures.ts';
import type { LabelMatch } from '../report/report.ts';
import { core } from '../report/vocabulary.ts';
import { cellEdit } from './cellEdit.ts';
import type { Fix } from './finding.ts';
import { defineRule, type Found } from './rule.ts';

const messages = {
  similar: (written: string, printed: string) => `“${written}”与格式规定的名称不一致，应为“${printed}”。`,
  alias: (written: string, printed: string) => `“${written}”在本格式中印作“${printed}”。`,
  overwritten: (written: string, printed: string, line: '行' | '列') =>
    `这里应是“${printed}”，现在写的是“${written}”。按前后${line}的位置认定，请核对。`,
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
    for (const { rows, columnLabels } of report.tables) {
      for (const { leaf, label, flaw } of rows)
        if (label.how !== 'exact')
          yield deviation({ leaf, ...label, isWhole: flaw === undefined }, say, '行');
      for (const label of columnLabels) {
        const text = label.cell.prose.text.trim();
        // 结果维持 over the wrong 结果维持 has the right name.
        if (label.how !== 'exact' && core(text) !== core(label.leaf.label))
          yield deviation({ ...label, text, isWhole: true }, say, '列');
      }
    }
  },
});

interface Written {
  readonly leaf: Leaf;
  readonly text: string;
  readonly how: LabelMatch;
  readonly anchor: Anchor;
  /** Absent where nothing stands before the figures. */
  readonly cell: Cell | undefined;
  /** False where the row has too few or too many cells: a figure may stand in the label's. */
  readonly isWhole: boolean;
}

function deviation(
  { leaf, text, how, anchor, cell, isWhole }: Written,
  say: typeof messages,
  line: '行' | '列',
): Found {
  const printed = leaf.label;
  // Another column's name may stand over another column's numbers: renaming it would hide that.
  const mayHide = how === 'position' && line === '列';
  const holdsFigures = hasFigures(text, printed);
  const safe = !mayHide && (!holdsFigures || isDigits(text));
  const fixes = (): readonly Fix[] =>
    cell === undefined || (holdsFigures && !isWhole)
      ? []
      : [{ title: `改为“${printed}”`, preferred: true, safe, edits: [cellEdit(anchor, printed)] }];
  const found = { at: anchor, fixes };
  if (how === 'alias') return { ...found, message: say.alias(text, printed), severity: 'information' };
  if (how === 'similar') return { ...found, message: say.similar(text, printed) };
  if (text === '') return { ...found, message: say.lost(printed) };
  return { ...found, message: say.overwritten(text, printed, line) };
}
