import type { TableId } from '../forms/form.ts';
import { anchor } from '../outline/outline.ts';
import type { BoundTable, Report } from '../report/report.ts';
import { tablePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const duplicateTable = defineRule({
  id: 'duplicate-table',
  group: 'tables',
  severity: 'warning',
  title: '同一张表出现两次',
  why: '多半是从旧稿复制时留下的。只有前一张表参加核对，两张表的数字可能互相矛盾。',
  messages: {
    twice: (name: string) => `${name}出现了两次，只核对前一张。请核对后删去其中一张。`,
  },
  examples: {
    good: [{}],
    bad: [
      {
        replace: [
          [
            '## 五、',
            '| ⟦行政复议⟧ | | | | |\n|---|---|---|---|---|\n| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 1 | 0 | 0 | 1 | 2 |\n\n## 五、',
          ],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    for (const { id, block, table } of report.duplicates) {
      const cell = table.rows[0]?.cells.find(({ prose }) => prose.text.trim() !== '');
      const first = report.tables.find((bound) => bound.id === id);
      yield {
        at: anchor(block, cell?.span ?? table.rows[0]?.span ?? table.span),
        message: say.twice(nameOf(report, id)),
        related:
          first === undefined
            ? []
            : [{ anchor: tablePlace(first), message: `前一张${first.layout.table.name}` }],
        fixes: () =>
          first !== undefined && isCopy(block.source, first)
            ? [
                {
                  title: `删去重复的${nameOf(report, id)}`,
                  edits: [{ anchor: anchor(block, { start: 0, end: block.source.length }), newText: '' }],
                },
              ]
            : [],
      };
    }
  },
});

function nameOf(report: Report, id: TableId): string {
  return report.form.tables.find((table) => table.id === id)?.name ?? '统计表';
}

/** Letter for letter the same: then nothing is lost with it. */
function isCopy(source: string, { parts }: BoundTable): boolean {
  return parts.length === 1 && parts[0]?.block.source.trim() === source.trim();
}
