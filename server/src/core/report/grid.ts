import type { Block, Cell, Row, Table } from '../outline/outline.ts';
import { trimBlanks } from '../text/normalize.ts';
import { readValue } from './value.ts';
import { core, type Vocabulary } from './vocabulary.ts';

/** A row of a table of the draft as the binder sees it. */
export interface SourceRow {
  readonly block: Block;
  readonly row: Row;
  /** Grid width of the row's own table. */
  readonly width: number;
  /** By grid column; `undefined` where a cell from above or from the left covers it, or the row ends. */
  readonly cells: readonly (SourceCell | undefined)[];
  readonly kind: 'title' | 'header' | 'data' | 'empty';
}

export interface SourceCell {
  readonly cell: Cell;
  readonly text: string;
  readonly kind: 'label' | 'number' | 'blank';
}

export function sourceRows(
  parts: readonly { readonly block: Block; readonly table: Table }[],
  words: Vocabulary,
): SourceRow[] {
  return parts.flatMap(({ block, table }) =>
    table.rows.map((row): SourceRow => {
      const cells = denseCells(row);
      return { block, row, width: table.width, cells, kind: kindOfRow(cells, words) };
    }),
  );
}

function denseCells(row: Row): (SourceCell | undefined)[] {
  const cells: (SourceCell | undefined)[] = [];
  for (const cell of row.cells) {
    while (cells.length < cell.column) cells.push(undefined);
    cells.push(sourceCell(cell));
  }
  return cells;
}

function sourceCell(cell: Cell): SourceCell {
  const value = readValue(cell.prose.text);
  const kind = value.kind === 'unreadable' ? 'label' : value.kind;
  return { cell, text: trimBlanks(cell.prose.text), kind };
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
  const bare = core(text);
  return words.rows.has(bare) && !words.columns.has(bare);
}

function isColumnLabel(bare: string, words: Vocabulary): boolean {
  return words.columns.has(bare) || words.columnGroups.has(bare);
}
