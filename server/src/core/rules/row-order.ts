import { shortLabel } from '../forms/layout.ts';
import { anchor } from '../outline/outline.ts';
import type { BoundRow, BoundTable } from '../report/report.ts';
import type { Fix } from './finding.ts';
import { defineRule } from './rule.ts';

export const rowOrder = defineRule({
  id: 'row-order',
  group: 'tables',
  severity: 'warning',
  title: '表格的行次序与格式不一致',
  why: '汇总系统按行的次序取数。次序颠倒时，数字会记到别的行名下。',
  messages: {
    after: (label: string, before: string) => `“${label}”这一行应紧接在“${before}”之后。请按格式的次序排列。`,
    first: (label: string) => `“${label}”这一行应在表格最前面。请按格式的次序排列。`,
  },
  examples: {
    good: [{}],
    bad: [
      {
        replace: [
          ['| | | 7.属于行政执法案卷 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n', ''],
          [
            '| | | 8.属于行政查询事项 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n',
            '| | | ⟦8.属于行政查询事项⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n| | | 7.属于行政执法案卷 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n',
          ],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    for (const table of report.tables) {
      for (const row of table.rows) {
        if (!row.outOfOrder) continue;
        const before = rowBefore(table, row);
        const label = shortLabel(row.leaf.label);
        const at = row.label.anchor;
        if (before === undefined) yield { at, message: say.first(label) };
        else
          yield {
            at,
            message: say.after(label, shortLabel(before.leaf.label)),
            related: [{ anchor: before.label.anchor, message: '应在这一行之后' }],
            fixes: () => moveBehind(table, row, before),
          };
      }
    }
  },
});

/** The nearest row that the form prints before it, among those that stand in order. */
function rowBefore({ rows }: BoundTable, { leaf }: BoundRow): BoundRow | undefined {
  // These stand in the order of the form.
  return rows.findLast((other) => !other.outOfOrder && other.leaf.index < leaf.index);
}

/** Moves the row's line, unless it carries the name of its group, which others need where it stands. */
function moveBehind({ parts }: BoundTable, row: BoundRow, before: BoundRow): readonly Fix[] {
  const { block, row: line, label } = row;
  const carries = line.cells.some(
    (cell) => cell.prose.text.trim() !== '' && cell.span.start < label.anchor.start,
  );
  const { source } = block;
  const { start, end } = line.span;
  const [lineBreak] = /(?:\r\n|[\r\n])$/.exec(source.slice(0, start)) ?? [];
  // A line behind the first one would stand above the strokes.
  const isHead = parts.some(({ table }) => table.rows[0] === before.row);
  if (block !== before.block || carries || isHead || lineBreak === undefined) return [];
  const target = before.row.span.end;
  return [
    {
      title: `移到“${shortLabel(before.leaf.label)}”之后`,
      preferred: true,
      edits: [
        {
          anchor: anchor(block, { start: target, end: target }),
          newText: lineBreak + source.slice(start, end),
        },
        { anchor: anchor(block, { start: start - lineBreak.length, end }), newText: '' },
      ],
    },
  ];
}
