import type { FormTable } from '../forms/form.ts';
import { layoutOf } from '../forms/layout.ts';
import { tableMarkdown } from '../forms/markdown.ts';
import { looseTables } from '../report/looseTables.ts';
import { unreadTables } from '../report/unreadTables.ts';
import { behindHeading, sectionOf } from './places.ts';
import { defineRule } from './rule.ts';

export const missingTable = defineRule({
  id: 'missing-table',
  group: 'tables',
  severity: 'error',
  title: '缺少规定的表格',
  why: '第二、三、四部分的内容就是格式规定的统计表。没有发生的也要列表填 0。',
  messages: {
    missing: (table: FormTable, numeral: string) =>
      `第${numeral}部分没有规定的表格（${table.name}）。没有发生的也要列表填 0。`,
  },
  examples: {
    good: [{}],
    bad: [
      {
        replace: [
          [
            '## 四、政府信息公开行政复议、行政诉讼情况\n\n',
            '## ⟦四、政府信息公开行政复议、行政诉讼情况⟧\n\n```\n',
          ],
          ['## 五、', '```\n\n## 五、'],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    const unread = [...unreadTables(report), ...looseTables(report)].map(({ printed }) => printed);
    const there = new Set([...report.tables, ...unread].map(({ id }) => id));
    for (const { id, numeral } of report.form.sections) {
      const table = report.form.tables.find((candidate) => candidate.section === id);
      const section = sectionOf(report, id);
      if (table === undefined || section === undefined || there.has(table.id)) continue;
      yield {
        at: section.heading,
        message: say.missing(table, numeral),
        absence: true,
        fixes: () => [
          {
            title: `插入空白的${table.name}`,
            edits: [
              {
                anchor: behindHeading(report, section),
                newText: `\n\n${tableMarkdown(layoutOf(report.form, table), () => '')}`,
              },
            ],
          },
        ],
      };
    }
  },
});
