import { anchor } from '../outline/outline.ts';
import type { BoundTable } from '../report/report.ts';
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
    for (const first of report.tables) {
      const { name } = first.layout.table;
      for (const { block, table } of report.duplicates.filter(({ id }) => id === first.id)) {
        yield {
          at: tablePlace({ parts: [{ block, table }] }),
          message: say.twice(name),
          related: [{ anchor: tablePlace(first), message: `前一张${name}` }],
          fixes: () =>
            isCopy(block.source, first)
              ? [
                  {
                    title: `删去重复的${name}`,
                    edits: [{ anchor: anchor(block, { start: 0, end: block.source.length }), newText: '' }],
                  },
                ]
              : [],
        };
      }
    }
  },
});

/** Letter for letter the same: then nothing is lost with it. */
function isCopy(source: string, { parts }: BoundTable): boolean {
  return parts.every(({ block }) => block.source.trim() === source.trim());
}
