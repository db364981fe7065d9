import { looseTables } from '../report/looseTables.ts';
import { type UnreadTable, unreadTables } from '../report/unreadTables.ts';
import { defineRule } from './rule.ts';

const separatorNames: Readonly<Record<UnreadTable['separator'], string>> = {
  '|': '“|”',
  '｜': '全角的“｜”',
  '\t': '制表符',
};

export const unreadTable = defineRule({
  id: 'unread-table',
  group: 'tables',
  severity: 'error',
  title: '看着像表格，但没有成为表格',
  why: '从 Word、网页粘贴来的表格，常常只剩下文字和制表符；手写的表格缺了第二行的“|---|”，或者中间空了一行，后面的也不再是表格。这样的内容显示不成表格，数字也没有核对。',
  messages: {
    unread: (name: string, separator: string) =>
      `这里像是${name}，但没有成为表格，其中的数字没有核对。现在各格之间是${separator}，应写成 Markdown 表格：每格之间用“|”，第一行下面有一行“|---|”。`,
    rule: (name: string) =>
      `这里像是${name}，但没有成为表格，其中的数字没有核对。第一行下面应有一行“|---|”，格数与第一行相同；表格中间不要空行。`,
    loose: (name: string) =>
      `这里像是${name}，但一格一行，没有成为表格，其中的数字没有核对。请从原文重新粘贴成表格，或者用“gouji import”转换。`,
  },
  examples: {
    good: [{}, { replace: [['存在的主要问题：', '咨询电话|电子邮箱|地址\n\n存在的主要问题：']] }],
    bad: [
      {
        replace: [
          ['| 行政复议 | | | | |', '⟦| 行政复议 | | | | |'],
          ['\n|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|', '⟧'],
        ],
      },
      {
        replace: [
          [
            '| 行政复议 | | | | |',
            '⟦行政复议⟧\n\n结果维持\n\n结果纠正\n\n尚未审结\n\n复议后起诉\n\n```\n| 行政复议 | | | | |',
          ],
          ['## 五、', '```\n\n## 五、'],
        ],
      },
      {
        replace: [
          ['| | | 7.属于行政执法案卷 |', '\n⟦| | | 7.属于行政执法案卷 |'],
          ['\n| | | 8.属于行政查询事项 |', '⟧\n| | | 8.属于行政查询事项 |'],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    for (const { printed, at, whole, separator, markdown } of unreadTables(report)) {
      yield {
        at,
        message:
          separator === '|' ? say.rule(printed.name) : say.unread(printed.name, separatorNames[separator]),
        fixes: () => [{ title: '改成 Markdown 表格', edits: [{ anchor: whole, newText: markdown }] }],
      };
    }
    for (const { printed, at } of looseTables(report)) yield { at, message: say.loose(printed.name) };
  },
});
