import { type Leaf, shortLabel } from '../forms/layout.ts';
import { tableGrid } from '../forms/markdown.ts';
import { anchor } from '../outline/outline.ts';
import type { BoundTable } from '../report/report.ts';
import { unreadTables } from '../report/unreadTables.ts';
import type { Edit, Fix } from './finding.ts';
import { tablePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const missingRow = defineRule({
  id: 'missing-row',
  group: 'tables',
  severity: 'error',
  title: '表格缺少规定的行',
  why: '表格的行是格式固定的，没有发生的填 0，不能删去。缺行的表无法核对勾稽关系。',
  messages: {
    missing: (name: string, labels: readonly string[]) =>
      `${name}缺少 ${labels.length} 行：${labels.join('、')}。没有发生的也要保留并填 0。`,
    swapped: (name: string) => `${name}的行和列对调了，其中的数字没有读入。请按规定的格式排列。`,
  },
  examples: {
    good: [{}],
    bad: [
      {
        replace: [
          ['（本列数据的勾稽关系为', '⟦（本列数据的勾稽关系为'],
          ['等于第三项加第四项之和）', '等于第三项加第四项之和）⟧'],
          ['| | | 7.属于行政执法案卷 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n', ''],
        ],
      },
      {
        replace: [
          ['| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |', '| ⟦类别⟧ | 结果维持 | 总计 |'],
          [`|${'--:|'.repeat(15)}`, '|---|--:|--:|'],
          [
            '| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |',
            '| 行政复议 | 1 | 2 |\n| 未经复议直接起诉 | 0 | 0 |\n| 复议后起诉 | 0 | 0 |',
          ],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    for (const table of report.tables) {
      if (table.missingRows.length === 0) continue;
      // They may be in what is a table to the eye only, which is reported.
      if (unreadTables(report).some(({ id }) => id === table.id)) continue;
      if (table.isSwapped) {
        yield { at: tablePlace(table), message: say.swapped(table.layout.table.name) };
        continue;
      }
      yield {
        at: tablePlace(table),
        message: say.missing(
          table.layout.table.name,
          table.missingRows.map((leaf) => nameOf(leaf, table)),
        ),
        fixes: () => insertions(table),
      };
    }
  },
});

/** A label that two rows share is named with its group. */
function nameOf(leaf: Leaf, table: BoundTable): string {
  const group = leaf.path[leaf.path.length - 2];
  const number = /^[1-9]\./.test(leaf.label);
  const title = leaf.block.form.title;
  if (number && group !== undefined) return `${group}${shortLabel(leaf.label)}`;
  return table.layout.blocks.length > 1 && title !== undefined
    ? `${title}${leaf.label}`
    : shortLabel(leaf.label);
}

/** Blank rows behind the row that the form prints before them; only into a table of one piece and of known width. */
function insertions(table: BoundTable): readonly Fix[] {
  const [part] = table.parts;
  if (
    part === undefined ||
    table.parts.length > 1 ||
    part.table.syntax !== 'gfm' ||
    table.layout.blocks.length > 1
  )
    return [];
  const grid = tableGrid(table.layout, () => '');
  const rows = grid.slice(grid.length - table.layout.rows.length);
  const width = table.layout.table.labelColumns + (table.layout.blocks[0]?.columns.length ?? 0);
  if (part.table.width !== width) return [];
  const edits: Edit[] = [];
  for (const leaf of table.missingRows) {
    const before = table.rows.findLast((row) => row.leaf.index < leaf.index);
    const line = `| ${(rows[leaf.index] ?? []).map((cell) => (cell === '' ? '|' : `${cell} |`)).join(' ')}`;
    const end = before?.row.span.end ?? headerEnd(table);
    if (end === undefined) return [];
    edits.push({ anchor: anchor(part.block, { start: end, end }), newText: `\n${line}` });
  }
  return [{ title: '补上缺少的行（数字留空）', edits }];
}

/** Behind the last row above the first row with figures; a delimiter line follows the very first row. */
function headerEnd(table: BoundTable): number | undefined {
  const first = table.rows[0];
  const rows = table.parts[0]?.table.rows ?? [];
  const index = first === undefined ? rows.length : rows.indexOf(first.row);
  const above = rows[index - 1];
  if (above === undefined || index < 2) return undefined;
  return above.span.end;
}
