import type { Form } from '../forms/form.ts';
import { layoutOf } from '../forms/layout.ts';
import { anchor } from '../outline/outline.ts';
import type { BoundTable, Report } from '../report/report.ts';
import { conversion } from './conversion.ts';
import { tablePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const formVersion = defineRule({
  id: 'form-version',
  group: 'tables',
  severity: 'error',
  title: '表格用的是另一版格式',
  why: '2021年起的年报用国办公开办函〔2021〕30号格式，2019、2020年的年报用国办公开办函〔2019〕60号格式，两版表格的行列不同。',
  messages: {
    other: (name: string, used: Form, wanted: Form, year: number | undefined) =>
      `${name}是${used.version}年格式，${year === undefined ? '本' : `${year}年`}年报应当用${wanted.version}年格式（${wanted.number}）。`,
  },
  examples: {
    good: [{}, { form: '2019' }],
    bad: [
      {
        replace: [
          [
            '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 2 | 1 | 9 |',
            '| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n| 规章 | 0 | 0 | 0 |\n| 规范性文件 | 2 | 2 | 9 |',
          ],
          [
            '| 信息内容 | 本年处理决定数量 | | |\n| 行政许可 | 120 | | |',
            '| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n| 行政许可 | 10 | -2 | 120 |\n| 其他对外管理服务事项 | 0 | 0 | 0 |',
          ],
          [
            '| 信息内容 | 本年处理决定数量 | | |\n| 行政处罚 | 14 | | |\n| 行政强制 | 0 | | |',
            '| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n| 行政处罚 | 0 | 0 | 14 |\n| 行政强制 | 0 | 0 | 0 |',
          ],
          [
            '| 信息内容 | 本年收费金额（单位：万元） | | |\n| 行政事业性收费 | 36.5 | | |',
            '| 信息内容 | 上一年项目数量 | 本年增/减 | |\n| 行政事业性收费 | 1 | 0 | |\n| 第二十条第（九）项 | | | |\n| 信息内容 | 采购项目数量 | 采购总金额 | |\n| 政府集中采购 | 1 | 2 | |',
          ],
          ['| 第二十条第（一）项 |', '| ⟦第二十条第（一）项⟧ |'],
        ],
      },
      {
        replace: [
          [
            '| | （六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 0 |',
            '| | ⟦（六）其他处理⟧ | | 0 |',
          ],
          [
            '| | | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n| | | 3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n',
            '',
          ],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    for (const table of report.tables) {
      if (table.layout.form === report.form) continue;
      yield {
        at: placeOf(table, report),
        message: say.other(table.layout.table.name, table.layout.form, report.form, report.year?.value),
        fixes: () => [conversion(table, report.form)].flatMap((fix) => fix ?? []),
      };
    }
  },
});

/** The only row that differs, where there is but one; else the whole table. */
function placeOf(table: BoundTable, report: Report) {
  const wanted = report.form.tables.filter(({ id }) => id === table.id);
  const ids = new Set(wanted.flatMap((own) => layoutOf(report.form, own).rows.map(({ id }) => id)));
  const [only, ...others] = table.rows.filter((row) => !ids.has(row.leaf.id));
  return only?.label.cell !== undefined && others.length === 0 && table.layout.blocks.length === 1
    ? anchor(only.block, only.label.cell.span)
    : tablePlace(table);
}
