import { defineRule } from './rule.ts';

export const unknownRow = defineRule({
  id: 'unknown-row',
  group: 'tables',
  severity: 'warning',
  title: '表格多出格式没有的行或列',
  why: '表格的行列是格式固定的。多出的行列不参加核对，汇总时会错列。需要说明的数字请写进正文。',
  messages: {
    row: (label: string, name: string) => `“${label}”不是${name}规定的行。请把内容写进正文，删去这一行。`,
    unclear: (name: string) => `${name}中这一行没有可以辨认的名称，数字没有读入。请对照原表核对。`,
    column: (label: string, name: string) => `“${label}”不是${name}规定的列。请把内容写进正文，删去这一列。`,
    surplus: (name: string) => `${name}多出一列数字，表头没有它的名称。请对照原表核对后删去。`,
  },
  examples: {
    good: [
      {},
      {
        form: '2019',
        replace: [
          [
            '| 其他对外管理服务事项 | 0 | 0 | 0 |',
            '| 其他对外管理服务事项 | 行政检查 | 0 | 0 | 0 |\n| | 行政确认 | 0 | 0 | 0 |',
          ],
        ],
        also: ['cell-count'],
      },
    ],
    bad: [
      {
        replace: [
          [
            '| 行政事业性收费 | 36.5 | | |',
            '| 行政事业性收费 | 36.5 | | |\n| ⟦本部门政府信息公开发布总数量⟧ | 60 | | |',
          ],
        ],
      },
      {
        replace: [
          [
            '| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
            '| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | ⟦备注数⟧ |',
          ],
          [
            '| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |',
            '| 行政复议 | | | | | 行政诉讼 | | | | | | | | | | |',
          ],
          [
            '|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
            '|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
          ],
          [
            '| 1 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
            '| 1 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 7 |',
          ],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    for (const table of report.tables) {
      const { name } = table.layout.table;
      for (const { anchor, label } of table.unknownRows)
        yield { at: anchor, message: label === '' ? say.unclear(name) : say.row(label.slice(0, 60), name) };
      for (const { anchor, label } of table.unknownColumns)
        yield {
          at: anchor,
          message: label === '' ? say.surplus(name) : say.column(label.slice(0, 60), name),
        };
    }
  },
});
