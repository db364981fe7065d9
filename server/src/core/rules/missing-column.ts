import { type Leaf, plainLabel } from '../forms/layout.ts';
import { tablePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const missingColumn = defineRule({
  id: 'missing-column',
  group: 'tables',
  severity: 'error',
  title: '表格缺少规定的列',
  why: '表格的列是格式固定的。缺列的表无法核对勾稽关系，也无法汇总。',
  messages: {
    missing: (name: string, labels: readonly string[]) =>
      `${name}缺少 ${labels.length} 列：${labels.join('、')}。请按格式补齐。`,
  },
  examples: {
    good: [{}],
    bad: [
      {
        replace: [
          [
            '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 2 | 1 | 9 |',
            '| 信息内容 | 本年制发件数 | 本年废止件数 | |\n| 规章 | 0 | 0 | |\n| 行政规范性文件 | 2 | 1 | |',
          ],
          ['| 第二十条第（一）项 |', '| ⟦第二十条第（一）项⟧ |'],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    for (const table of report.tables) {
      if (table.missingColumns.length === 0) continue;
      const names = new Set(table.missingColumns.map(nameOf));
      yield { at: tablePlace(table), message: say.missing(table.layout.table.name, [...names]) };
    }
  },
});

/** A label that several columns share is named with its group: 复议后起诉—总计. */
function nameOf({ label, path, block }: Leaf): string {
  const isShared = block.columns.filter((other) => other.label === label).length > 1;
  return path
    .slice(isShared ? -2 : -1)
    .map(plainLabel)
    .join('—');
}
