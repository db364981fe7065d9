import { figureForm, type Leaf, type TableLayout } from '../forms/layout.ts';
import { type Anchor, anchor, type Block, type Table } from '../outline/outline.ts';
import { add } from '../text/decimal.ts';
import { alignRows, type LabelledRow } from './align.ts';
import { type ColumnMap, mapColumns } from './columns.ts';
import { type SourceCell, type SourceRow, sourceRows } from './grid.ts';
import type { BoundLabel, BoundRow, BoundTable, Figure, RowFlaw } from './report.ts';
import { inColumnUnit, readValue, type Value } from './value.ts';
import { core, type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** Binds a table, or the pieces of a broken one, to a table of a form. Never fails; what has no place is listed. */
export function bindTable(
  layout: TableLayout,
  parts: readonly { readonly block: Block; readonly table: Table }[],
): BoundTable {
  const words = vocabularyOf(layout);
  const rows = sourceRows(parts, words);
  const data = dataRows(layout, rows);
  const columnsOf = columnMaps(layout, rows);
  const labelled = data.map((source): LabelledRow => ({ source, labels: labelsOf(source, words) }));
  const carrying = labelled.filter((row) => !isGroupLine(row, layout));
  const aligned = alignRows(carrying, layout.rows).rows;
  const bound: BoundRow[] = [];
  const unknownRows: BoundTable['unknownRows'][number][] = [];
  carrying.forEach((row, index) => {
    const place = aligned[index];
    if (place !== undefined) {
      const map = columnsOf(row.source, place.leaf.block.index);
      bound.push(boundRow(layout, row, place, map));
    } else if (!mergeSubRow(layout, row, bound, columnsOf)) unknownRows.push(unknownRow(row));
  });
  const maps = layout.blocks.map((block) => columnsOf(undefined, block.index));
  const withRows = new Set(bound.map((row) => row.leaf.block.index));
  const surplus = surplusColumns(maps, bound);
  return {
    id: layout.table.id,
    layout,
    parts,
    rows: bound,
    missingRows: layout.rows.filter((leaf) => !bound.some((row) => row.leaf === leaf)),
    missingColumns: layout.blocks.flatMap((block) =>
      withRows.has(block.index)
        ? block.columns.filter((_, index) => maps[block.index]?.at[index] === undefined)
        : [],
    ),
    unknownRows,
    unknownColumns: surplus,
    columnLabels: maps.flatMap((map) =>
      map.labels.map(
        (label): BoundLabel => ({
          leaf: label.leaf,
          cell: label.cell.cell,
          anchor: cellAnchor(label.row, label.cell),
          how: label.how,
        }),
      ),
    ),
    hasHeader: maps.some((map) => map.usable),
  };
}

/** Rows with figures; the one row of a form that has no label (表四) is a row even when it is all blank. */
function dataRows(layout: TableLayout, rows: readonly SourceRow[]): readonly SourceRow[] {
  const data = rows.filter((row) => row.kind === 'data');
  const unlabelled = layout.rows.length === 1 && layout.rows[0]?.label === '';
  const blank = rows.findLast((row) => row.kind === 'empty');
  return unlabelled && data.length === 0 && blank !== undefined ? [blank] : data;
}

/** For each block of the form, the header rows above its data rows and the columns they name. */
function columnMaps(
  layout: TableLayout,
  rows: readonly SourceRow[],
): (row: SourceRow | undefined, block: number) => ColumnMap {
  if (layout.blocks.length === 1) {
    const headers = rows.filter((row) => row.kind === 'header');
    const map = mapColumns(
      layout.blocks[0] as TableLayout['blocks'][number],
      headers,
      rows.filter((row) => row.kind === 'data'),
    );
    return () => map;
  }
  // 表二 repeats its header in every block: a data row is under the last header rows before it.
  const headersOf = new Map<SourceRow, readonly SourceRow[]>();
  let current: SourceRow[] = [];
  let fresh = true;
  for (const row of rows) {
    if (row.kind === 'title') {
      current = [];
      fresh = true;
    } else if (row.kind === 'header') {
      current = fresh ? [...current, row] : [row];
      fresh = true;
    } else {
      headersOf.set(row, current);
      fresh = false;
    }
  }
  const used = new Map<number, ColumnMap>();
  return (row, block) => {
    const known = used.get(block);
    if (row === undefined && known !== undefined) return known;
    const form = layout.blocks[block] as TableLayout['blocks'][number];
    const map = mapColumns(
      form,
      row === undefined ? [] : (headersOf.get(row) ?? []),
      row === undefined ? [] : [row],
    );
    if (known === undefined && row !== undefined) used.set(block, map);
    return map;
  };
}

/** The legible texts before the figures; what follows a row's own label is an unreadable figure, or a sub-row's name. */
function labelsOf(row: SourceRow, words: Vocabulary): SourceCell[] {
  const labels: SourceCell[] = [];
  let numbers = 0;
  for (const cell of row.cells) {
    if (cell?.kind === 'number') numbers++;
    else if (cell?.kind === 'label') {
      // Behind the figures no label can stand: such a text is an unreadable figure.
      if (numbers > 1 || (numbers > 0 && labels.length > 0)) break;
      labels.push(cell);
    }
  }
  const own = labels.findLastIndex(({ text }) => words.rows.has(core(text)));
  return own < 0 ? labels : labels.slice(0, own + 1);
}

/** A line that only names a group (三、本年度办理结果) and has no figures of its own. */
function isGroupLine(row: LabelledRow, layout: TableLayout): boolean {
  const words = vocabularyOf(layout);
  const hasNumber = row.source.cells.some((cell) => cell?.kind === 'number');
  return (
    !hasNumber && row.labels.length > 0 && row.labels.every(({ text }) => words.rowGroups.has(core(text)))
  );
}

function boundRow(
  layout: TableLayout,
  row: LabelledRow,
  place: { readonly leaf: Leaf; readonly how: BoundRow['label']['how']; readonly outOfOrder: boolean },
  map: ColumnMap,
): BoundRow {
  const { cells, flaw } = placeCells(row, map);
  const figures = place.leaf.block.columns.flatMap((column, index): Figure[] => {
    const cell = cells[index];
    if (cell === undefined) return [];
    const form = figureForm(layout.table, place.leaf, column);
    const at = cellAnchor(row.source, cell);
    const value = readValue(cell.text);
    return [
      {
        address: form.address,
        form,
        value,
        anchor: at,
        text: cell.text,
        cells: [{ anchor: at, text: cell.text, value }],
      },
    ];
  });
  const labelCell = row.labels[row.labels.length - 1] ?? overwrittenLabel(row, cells);
  return {
    leaf: place.leaf,
    block: row.source.block,
    row: row.source.row,
    label: {
      cell: labelCell?.cell,
      anchor:
        labelCell === undefined
          ? anchor(row.source.block, row.source.row.span)
          : cellAnchor(row.source, labelCell),
      how: place.leaf.label === '' ? 'exact' : place.how,
      text: labelCell?.text ?? '',
    },
    figures,
    outOfOrder: place.outOfOrder,
    flaw,
  };
}

/** The last cell before the figures: where the label ought to be. */
function overwrittenLabel(
  row: LabelledRow,
  figures: readonly (SourceCell | undefined)[],
): SourceCell | undefined {
  const first = figures.find((cell) => cell !== undefined);
  if (first === undefined) return undefined;
  const index = row.source.cells.indexOf(first);
  return row.source.cells.slice(0, index).findLast((cell) => cell !== undefined);
}

/**
 * The cell of each column. A row that is as long as its table and has its numbers in the figure columns is
 * read by column. Otherwise the run of exactly as many cells as the form has columns, behind the labels,
 * is its figures, and the row is reported.
 */
function placeCells(
  row: LabelledRow,
  map: ColumnMap,
): { cells: readonly (SourceCell | undefined)[]; flaw: RowFlaw | undefined } {
  const { cells, width } = row.source;
  const wanted = map.at.length;
  const byColumn = map.at.map((column) => (column === undefined ? undefined : cells[column]));
  const extra = cells
    .slice(width)
    .filter((cell): cell is SourceCell => cell !== undefined && cell.kind !== 'blank');
  const strays = cells.slice(0, map.labelColumns).filter((cell) => cell?.kind === 'number').length;
  const lastLabel = row.labels.length === 0 ? -1 : cells.indexOf(row.labels[row.labels.length - 1]);
  const first = map.at.find((column) => column !== undefined) ?? 0;
  const inPlace = lastLabel < first && cells.length >= Math.min(width, lastColumn(map) + 1);
  if (inPlace && (strays === 0 || byColumn.every((cell) => cell?.kind === 'number'))) {
    const long =
      extra.length === 0 ? undefined : ({ kind: 'long', extra: extra.map(({ cell }) => cell) } as const);
    return { cells: byColumn, flaw: long };
  }
  const run = figureRun(cells, lastLabel + 1, wanted);
  // The empty label columns of a row that is cut off at its end are no figures.
  const isCutOff = run !== undefined && run < first && cells.slice(run, first).every((cell) => isEmpty(cell));
  if (run !== undefined && !isCutOff && map.at.every((column) => column !== undefined)) {
    const by = run - first;
    const short = width - cells.length;
    const flaw: RowFlaw | undefined =
      by === 0 ? undefined : short > 0 ? { kind: 'short', missing: short } : { kind: 'shifted', by };
    return { cells: cells.slice(run, run + wanted), flaw };
  }
  if (cells.length < width && lastLabel < first)
    return { cells: byColumn, flaw: { kind: 'short', missing: width - cells.length } };
  return {
    cells: byColumn,
    flaw: strays > 0 || lastLabel >= first ? { kind: 'shifted', by: -Math.max(1, strays) } : undefined,
  };
}

function isEmpty(cell: SourceCell | undefined): boolean {
  return cell === undefined || cell.text === '';
}

function lastColumn(map: ColumnMap): number {
  return Math.max(...map.at.map((column) => column ?? 0));
}

/** Where exactly `wanted` cells that may be figures stand together, blanks around them aside. */
function figureRun(
  cells: readonly (SourceCell | undefined)[],
  from: number,
  wanted: number,
): number | undefined {
  let start = from;
  let end = cells.length;
  while (
    start < end &&
    end - start > wanted &&
    cells[start]?.kind !== 'number' &&
    cells[start]?.kind !== 'label'
  )
    start++;
  while (
    end > start &&
    end - start > wanted &&
    cells[end - 1]?.kind !== 'number' &&
    cells[end - 1]?.kind !== 'label'
  )
    end--;
  return end - start === wanted ? start : undefined;
}

/** 行政检查, 行政确认 under 其他对外管理服务事项: the row's figures are the sums of its sub-rows. */
function mergeSubRow(
  layout: TableLayout,
  row: LabelledRow,
  bound: BoundRow[],
  columnsOf: (row: SourceRow, block: number) => ColumnMap,
): boolean {
  const above = bound[bound.length - 1];
  if (above === undefined || layout.blocks.length === 1 || row.labels.length !== 1) return false;
  const aboveLabels = above.row.cells.filter(
    (cell) => readValue(cell.prose.text).kind === 'unreadable',
  ).length;
  if (aboveLabels < 2 || row.source.cells[0]?.kind === 'label') return false;
  const place = { leaf: above.leaf, how: 'exact' as const, outOfOrder: false };
  const sub = boundRow(layout, row, place, columnsOf(row.source, above.leaf.block.index));
  const figures = above.figures.map((figure, index): Figure => {
    const other = sub.figures[index];
    if (other === undefined) return figure;
    return {
      ...figure,
      value: sumValues(figure.value, other.value, figure.form.kind),
      cells: [...figure.cells, ...other.cells],
    };
  });
  bound[bound.length - 1] = { ...above, figures };
  return true;
}

function sumValues(a: Value, b: Value, kind: Figure['form']['kind']): Value {
  if (a.kind === 'unreadable' || (a.kind === 'number' && b.kind === 'blank')) return a;
  if (b.kind === 'unreadable' || a.kind === 'blank' || b.kind === 'blank') return b;
  return {
    kind: 'number',
    number: add(inColumnUnit(a, kind), inColumnUnit(b, kind)),
    unit: undefined,
    flaws: [],
  };
}

function unknownRow(row: LabelledRow): BoundTable['unknownRows'][number] {
  const label = row.labels.map(({ text }) => text).join(' ');
  const at = row.labels[row.labels.length - 1];
  return {
    row: row.source.row,
    anchor: at === undefined ? anchor(row.source.block, row.source.row.span) : cellAnchor(row.source, at),
    label,
    certain: label !== '',
  };
}

/** Columns beyond the form's: with a heading of their own, or cells with figures behind the last column. */
function surplusColumns(
  maps: readonly ColumnMap[],
  bound: readonly BoundRow[],
): BoundTable['unknownColumns'] {
  const columns: { anchor: Anchor; label: string }[] = maps.flatMap((map) =>
    map.unknown.map(({ cell, row }) => ({ anchor: cellAnchor(row, cell), label: cell.text })),
  );
  for (const row of bound) {
    const map = maps[row.leaf.block.index];
    if (map === undefined || !map.usable || row.flaw !== undefined) continue;
    const last = lastColumn(map);
    const behind = row.row.cells.find(
      (cell) => cell.column > last && readValue(cell.prose.text).kind === 'number',
    );
    if (behind !== undefined && !columns.some(({ label }) => label === ''))
      columns.push({ anchor: anchor(row.block, behind.span), label: '' });
  }
  return columns;
}

function cellAnchor(row: SourceRow, cell: SourceCell): Anchor {
  return anchor(row.block, cell.cell.span);
}
