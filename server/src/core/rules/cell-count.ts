import { shortLabel } from '../forms/layout.ts';
import { anchor } from '../outline/outline.ts';
import type { BoundRow, BoundTable, RowFlaw } from '../report/report.ts';
import type { Fix } from './finding.ts';
import { defineRule } from './rule.ts';

const messages = {
  short: (row: string, missing: number) =>
    `“${row}”一行少 ${missing} 格，右边的数字可能缺失或错列。请对照原表补齐。`,
  long: (row: string, extra: number) => `“${row}”一行多 ${extra} 格，右边多出的数字没有对应的列。请核对。`,
  left: (row: string, by: number) => `“${row}”一行的数字向左错了 ${by} 列。请移到“自然人”至“总计”各列下。`,
  unclear: (row: string) => `“${row}”一行的数字与表头的列对不上，没有读入。请对照原表核对。`,
  right: (row: string, by: number) => `“${row}”一行的数字向右错了 ${by} 列。请对照表头核对。`,
};

export const cellCount = defineRule({
  id: 'cell-count',
  group: 'tables',
  severity: 'error',
  title: '一行的格数不对，或数字错了列',
  why: '少一格或多一格，后面的数字就全部错列。程序不会替您移动数字，请对照原表核对。',
  messages,
  examples: {
    good: [{}],
    bad: [
      {
        replace: [
          [
            '| | | 7.属于行政执法案卷 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
            '| | | ⟦7.属于行政执法案卷⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 5 |',
          ],
        ],
      },
      {
        replace: [
          ['| | （七）总计 | | 8 | 1 |', '| | ⟦（七）总计⟧ | 8 | 1 |'],
          ['| 0 | 0 | 0 | 2 | 11 |\n| 四', '| 0 | 0 | 0 | 2 | 11 | |\n| 四'],
        ],
      },
    ],
  },
  *check(report, _context, say) {
    for (const table of report.tables) {
      for (const row of table.rows) {
        if (row.flaw === undefined) continue;
        const name = row.leaf.label === '' ? table.layout.table.name : shortLabel(row.leaf.label);
        yield {
          at: row.label.anchor,
          message: messageOf(row.flaw, name, say),
          fixes: () => realign(table, row),
        };
      }
    }
  },
});

function messageOf(flaw: RowFlaw, name: string, say: typeof messages): string {
  switch (flaw.kind) {
    case 'short':
      return say.short(name, flaw.missing);
    case 'long':
      return say.long(name, flaw.extra.length);
    case 'unclear':
      return say.unclear(name);
    case 'shifted':
      return flaw.by < 0 ? say.left(name, -flaw.by) : say.right(name, flaw.by);
  }
}

/** As many figures as columns stand too far left: as many of the blanks behind them, put before them, set the row right. */
function realign({ parts }: BoundTable, { block, row, figures, flaw }: BoundRow): readonly Fix[] {
  const by = flaw?.kind === 'shifted' ? -flaw.by : 0;
  if (by <= 0 || parts.some(({ table }) => table.syntax !== 'gfm')) return [];
  const texts = row.cells.map(({ span }) => block.source.slice(span.start, span.end));
  const first = row.cells.findIndex(({ span }) =>
    figures.some((figure) => figure.anchor.start === span.start),
  );
  texts.splice(first, 0, ...texts.splice(-by));
  const line = `| ${texts.map((text) => (text === '' ? '|' : `${text} |`)).join(' ')}`;
  return [
    { title: `把这一行的数字右移 ${by} 列`, edits: [{ anchor: anchor(block, row.span), newText: line }] },
  ];
}
