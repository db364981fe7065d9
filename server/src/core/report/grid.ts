import type { Block, Cell, Row, Table } from '../outline/outline.ts';
import { memoByIdentity } from '../text/memo.ts';
import { trimBlanks } from '../text/normalize.ts';
import { readLabel } from './label.ts';
import { readValue, type Value } from './value.ts';
import { core, type Vocabulary } from './vocabulary.ts';

/** A row of a table of the draft as the binder sees it. */
export interface SourceRow {
  readonly block: Block;
  readonly row: Row;
  /** Which of the pieces of a broken table it is in. */
  readonly part: number;
  /** Grid columns of its table: what the header declares (GFM), what header rows or most data rows take up (HTML). */
  readonly width: number;
  /** By grid column; `undefined` where a cell from above or from the left covers it, or the row ends. */
  readonly cells: readonly (SourceCell | undefined)[];
  readonly kind: 'title' | 'header' | 'data' | 'empty';
}

export interface SourceCell {
  readonly cell: Cell;
  readonly text: string;
  readonly value: Value;
  readonly kind: 'label' | 'number' | 'blank';
}

export function sourceRows(
  parts: readonly { readonly block: Block; readonly table: Table }[],
  words: Vocabulary,
): SourceRow[] {
  return parts.flatMap(({ block, table }, part) => {
    const rows = table.rows.map((row) => {
      const cells = denseCells(row);
      return { block, row, part, cells, kind: kindOfRow(cells, words) };
    });
    if (table.syntax === 'gfm') return rows.map((row): SourceRow => ({ ...row, width: table.width }));
    return underHeaders(rows).flatMap((group) => {
      const width = htmlWidth(group);
      return group.map((row): SourceRow => ({ ...row, width }));
    });
  });
}

type Unmeasured = Omit<SourceRow, 'width'>;

/** Header rows with the rows under them. */
function underHeaders(rows: readonly Unmeasured[]): Unmeasured[][] {
  const groups: Unmeasured[][] = [];
  let previous: SourceRow['kind'] | undefined;
  for (const row of rows) {
    const starts = row.kind === 'title' || (row.kind === 'header' && previous !== 'header');
    if (starts || groups.length === 0) groups.push([]);
    (groups[groups.length - 1] as Unmeasured[]).push(row);
    previous = row.kind;
  }
  return groups;
}

/** One row that is longer than the others does not make the table wider. */
function htmlWidth(rows: readonly Unmeasured[]): number {
  let width = 0;
  const counts = new Map<number, number>();
  for (const { kind, row } of rows) {
    const last = row.cells[row.cells.length - 1];
    const extent = last === undefined ? 0 : last.column + last.colSpan;
    if (kind === 'data') counts.set(extent, (counts.get(extent) ?? 0) + 1);
    else if (kind === 'header') width = Math.max(width, extent);
  }
  const [usual] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return Math.max(width, usual?.[0] ?? 0);
}

/** Read again only where the row has changed. */
const denseCells = memoByIdentity((row: Row): readonly (SourceCell | undefined)[] => {
  const cells: (SourceCell | undefined)[] = [];
  for (const cell of row.cells) {
    while (cells.length < cell.column) cells.push(undefined);
    cells.push(sourceCell(cell));
  }
  return cells;
});

function sourceCell(cell: Cell): SourceCell {
  const value = readValue(cell.prose.text);
  const kind = value.kind === 'unreadable' ? 'label' : value.kind;
  return { cell, text: trimBlanks(cell.prose.text), value, kind };
}

function kindOfRow(cells: readonly (SourceCell | undefined)[], words: Vocabulary): SourceRow['kind'] {
  const labels = cells.filter((cell): cell is SourceCell => cell?.kind === 'label');
  const numbers = cells.filter((cell) => cell?.kind === 'number').length;
  if (labels.length === 0) return numbers === 0 ? 'empty' : 'data';
  const first = core((labels[0] as SourceCell).text);
  if (numbers <= 1 && labels.length === 1 && isTitle(first, words)) return 'title';
  if (numbers > 1 || labels.some(({ text }) => isRowLabel(text, words))) return 'data';
  const headers = labels.filter(({ text }) => isColumnLabel(core(text), words)).length;
  if (headers >= 2 || (headers === 1 && (numbers === 0 || labels.length >= 2))) return 'header';
  // A row of nothing but foreign labels over a table with figures (a caption, a unit) carries no figures.
  return numbers === 0 &&
    labels.length > 1 &&
    !labels.some(({ text }) => words.rowGroups.has(core(text))) &&
    labels.length === cells.length
    ? 'header'
    : 'data';
}

function isTitle(bare: string, words: Vocabulary): boolean {
  return words.titles.has(bare) || /^第二十条第.{1,3}项$/.test(bare);
}

/** 总计 heads a column and ends a group of rows: only with its number is it a row's label. */
function isRowLabel(text: string, words: Vocabulary): boolean {
  const { core: bare, number } = readLabel(text);
  return words.rows.has(bare) && (number !== undefined || !words.columns.has(bare));
}

function isColumnLabel(bare: string, words: Vocabulary): boolean {
  return words.columns.has(bare) || words.columnGroups.has(bare);
}
