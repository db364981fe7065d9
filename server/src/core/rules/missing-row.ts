import { type BlockLayout, type Leaf, shortLabel } from '../forms/layout.ts';
import { blankBlock, widthOf } from '../forms/markdown.ts';
import { anchor, type Row, type Table } from '../outline/outline.ts';
import type { BoundTable } from '../report/report.ts';
import { unreadTables } from '../report/unreadTables.ts';
import { bare } from '../text/normalize.ts';
import type { Fix } from './finding.ts';
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
    unnamed: (name: string) => `${name}只有表头，没有填数字的一行。没有发生的也要保留并填 0。`,
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
      if (unreadTables(report).some(({ printed }) => printed.id === table.id)) continue;
      const at = tablePlace(table);
      const { name } = table.layout.table;
      if (table.isSwapped) yield { at, message: say.swapped(name) };
      else {
        const rows = table.missingRows.map(nameOf);
        const message = rows[0] === '' ? say.unnamed(name) : say.missing(name, rows);
        yield { at, message, fixes: () => insertions(table) };
      }
    }
  },
});

/** With its 项, or with the group that it is numbered in: （三）不予公开7.属于行政执法案卷. */
function nameOf({ path, label, block }: Leaf): string {
  const groups = [block.form.title ?? '', ...path.slice(1, -1)];
  return `${groups.join('')}${shortLabel(label)}`;
}

/**
 * Blank rows in front of the row that the form prints behind them, a block without any row with its title; only
 * into a table of one piece and of known width.
 */
function insertions(bound: BoundTable): readonly Fix[] {
  const { parts, layout, missingRows } = bound;
  const part = parts.length > 1 ? undefined : parts[0];
  if (part?.table.syntax !== 'gfm' || part.block.content !== part.table) return [];
  const { block, table } = part;
  const edits = missingRows.flatMap((leaf) => {
    const lines = linesFor(leaf, bound, table);
    const next = rowBehind(leaf, bound, table);
    if (next === undefined) return [];
    const at = next === 'end' ? table.span.end : next.span.start;
    return {
      anchor: anchor(block, { start: at, end: at }),
      newText: lines.map((line) => (next === 'end' ? `\n${line}` : `${line}\n`)).join(''),
    };
  });
  // The first line heads the table, whatever it says: nothing stands above it.
  const isCertain = edits.length === missingRows.length && table.width === widthOf(layout);
  if (!isCertain || edits.some(({ anchor: { start } }) => start === table.span.start)) return [];
  return [{ title: '补上缺少的行（数字留空）', edits }];
}

/** The row as the form prints it, with its block's title and header before it where nothing of the block is there. */
function linesFor(leaf: Leaf, { layout, rows, missingRows }: BoundTable, table: Table): readonly string[] {
  const { block } = leaf;
  const all = blankBlock(layout, block);
  const above = all.length - block.rows.length;
  const at = above + block.rows.indexOf(leaf);
  const own = all.slice(at, at + 1);
  const isFirst = missingRows.find((other) => other.block === block) === leaf;
  const isNew =
    block.form.title !== undefined &&
    titleRow(block, table) === undefined &&
    !rows.some((row) => row.leaf.block === block);
  return isFirst && isNew ? [...all.slice(0, above), ...own] : own;
}

/** The first row of what the form prints behind a row; `undefined` where it cannot be told where that begins. */
function rowBehind(leaf: Leaf, { layout, rows }: BoundTable, table: Table): Row | 'end' | undefined {
  const next = rows.find((row) => row.leaf.index > leaf.index);
  if (next?.leaf.block === leaf.block) return next.row;
  const titles = layout.blocks.slice(leaf.block.index + 1).flatMap((block) => titleRow(block, table) ?? []);
  return titles[0] ?? (next === undefined ? 'end' : undefined);
}

function titleRow({ form: { title } }: BlockLayout, { rows }: Table): Row | undefined {
  if (title === undefined) return undefined;
  return rows.find((row) => row.cells.some(({ prose }) => bare(prose.text) === bare(title)));
}
