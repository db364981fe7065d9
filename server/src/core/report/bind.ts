import type { BlockLayout, Leaf, TableLayout } from '../forms/layout.ts';
import { type Anchor, anchor, type Block, type Table } from '../outline/outline.ts';
import { add } from '../text/decimal.ts';
import { alignRows, type LabelledRow } from './align.ts';
import { type ColumnMap, mapColumns } from './columns.ts';
import { type SourceCell, type SourceRow, sourceRows } from './grid.ts';
import type { BoundLabel, BoundRow, BoundTable, Figure, LabelMatch, RowFlaw } from './report.ts';
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
  const columns = columnMaps(layout, rows);
  const labelled = data.map(
    (source): LabelledRow => ({ source, labels: labelsOf(source, words, columns.own(source)) }),
  );
  const isSwapped = namesColumns(labelled, words);
  const carrying = isSwapped ? [] : labelled.filter((row) => !isGroupLine(row, layout));
  const aligned = alignRows(carrying, layout.rows).rows;
  const bound: BoundRow[] = [];
  const unknownRows: BoundTable['unknownRows'][number][] = [];
  const used = new Map<ColumnMap, BoundRow[]>();
  carrying.forEach((row, index) => {
    const place = aligned[index];
    if (place !== undefined) {
      const map = columns.of(row.source, place.leaf.block);
      const breaksOff = index === carrying.length - 1 && bound.at(-1)?.flaw === undefined;
      const made = boundRow(layout, row, { ...place, breaksOff }, map);
      bound.push(made);
      const under = used.get(map);
      if (under === undefined) used.set(map, [made]);
      else under.push(made);
    } else if (!mergeSubRow(layout, row, bound, columns)) unknownRows.push(unknownRow(row));
  });
  const maps = [...used.keys()];
  const there = new Set(bound.map(({ leaf }) => leaf));
  return {
    id: layout.table.id,
    layout,
    parts,
    rows: bound,
    missingRows: layout.rows.filter((leaf) => !there.has(leaf)),
    missingColumns: missingColumns(layout, maps),
    unknownRows,
    unknownColumns: surplusColumns(used),
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
    isSwapped,
  };
}

/** Three rows or more are labelled as columns are, and as no row is; each as another one, unlike lines of a header. */
function namesColumns(rows: readonly LabelledRow[], words: Vocabulary): boolean {
  const isColumn = (label: string) => words.columns.has(label) || words.columnGroups.has(label);
  const named = rows.map((row) => core(row.labels.at(-1)?.text ?? ''));
  return new Set(named.filter((label) => isColumn(label) && !words.rows.has(label))).size >= 3;
}

/** Columns that a header leaves out; without a header none can be named. */
function missingColumns(layout: TableLayout, maps: readonly ColumnMap[]): Leaf[] {
  const missing = new Set(
    maps.flatMap((map) =>
      map.usable ? map.block.columns.filter((_, index) => map.at[index] === undefined) : [],
    ),
  );
  return layout.blocks.flatMap((block) => block.columns.filter((column) => missing.has(column)));
}

/** Rows with figures; the one row of a form that has no label (表四) is a row even when it is all blank. */
function dataRows(layout: TableLayout, rows: readonly SourceRow[]): readonly SourceRow[] {
  const data = rows.filter((row) => row.kind === 'data');
  const unlabelled = layout.rows.length === 1 && layout.rows[0]?.label === '';
  const blank = rows.findLast((row) => row.kind === 'empty');
  return unlabelled && data.length === 0 && blank !== undefined ? [blank] : data;
}

/** Which columns a row's figures stand in. */
interface Columns {
  /** For a row of this block of the form. */
  of(row: SourceRow, block: BlockLayout): ColumnMap;
  /** The same before the row's block is known; `undefined` where blocks have columns of their own. */
  own(row: SourceRow): ColumnMap | undefined;
}

function columnMaps(layout: TableLayout, rows: readonly SourceRow[]): Columns {
  const [block, ...others] = layout.blocks;
  if (block === undefined || others.length > 0) return columnsByBlock(rows);
  const maps = columnsByPart(block, rows);
  const own = (row: SourceRow) => maps.get(row.part) as ColumnMap;
  return { of: own, own };
}

/**
 * A piece of a broken table goes by its own header rows; without any, by those before when it is as wide.
 * Where no header helps, all pieces of a width show together where their figures stand.
 */
function columnsByPart(block: BlockLayout, rows: readonly SourceRow[]): ReadonlyMap<number, ColumnMap> {
  const maps = new Map<number, ColumnMap>();
  let last: { readonly map: ColumnMap; readonly width: number } | undefined;
  for (const part of new Set(rows.map((row) => row.part))) {
    const own = rows.filter((row) => row.part === part);
    const width = own[0]?.width ?? 0;
    const made = mapColumns(
      block,
      own.filter((row) => row.kind === 'header'),
      rows.filter((row) => row.kind === 'data' && row.width === width),
    );
    const map = !made.usable && last?.width === width ? last.map : made;
    if (map.usable) last = { map, width };
    maps.set(part, map);
  }
  return maps;
}

/** 表二 repeats its header in every block: a row is under the last header rows before it. */
function columnsByBlock(rows: readonly SourceRow[]): Columns {
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
  const maps = new Map<readonly SourceRow[], Map<BlockLayout, ColumnMap>>();
  const of = (row: SourceRow, block: BlockLayout): ColumnMap => {
    const headers = headersOf.get(row) ?? [];
    const known = maps.get(headers) ?? new Map<BlockLayout, ColumnMap>();
    maps.set(headers, known);
    const map = known.get(block) ?? mapColumns(block, headers, rowsUnder(headers));
    known.set(block, map);
    return map;
  };
  const rowsUnder = (headers: readonly SourceRow[]) =>
    rows.filter((row) => row.kind === 'data' && headersOf.get(row) === headers);
  return { of, own: () => undefined };
}

/** The legible texts before the figures; what follows a row's own label is an unreadable figure, or a sub-row's name. */
function labelsOf(row: SourceRow, words: Vocabulary, map: ColumnMap | undefined): SourceCell[] {
  const labels: { readonly cell: SourceCell; readonly column: number }[] = [];
  let numbers = 0;
  for (const [column, cell] of row.cells.entries()) {
    if (cell?.kind === 'number') numbers++;
    else if (cell?.kind === 'label') {
      // Behind the figures no label can stand: such a text is an unreadable figure.
      if (numbers > 1 || (numbers > 0 && labels.length > 0)) break;
      labels.push({ cell, column });
    }
  }
  const own = labels.findLastIndex(({ cell }) => words.rows.has(core(cell.text)));
  const inPlace = map?.usable === true ? labels.filter(({ column }) => column < map.labelColumns) : [];
  const kept = own >= 0 ? labels.slice(0, own + 1) : inPlace.length > 0 ? inPlace : labels;
  return kept.map(({ cell }) => cell);
}

/** A line that only names a group (三、本年度办理结果) and has no figures of its own. */
function isGroupLine(row: LabelledRow, layout: TableLayout): boolean {
  const words = vocabularyOf(layout);
  const hasNumber = row.source.cells.some((cell) => cell?.kind === 'number');
  return (
    !hasNumber && row.labels.length > 0 && row.labels.every(({ text }) => words.rowGroups.has(core(text)))
  );
}

/** Which row of the form a row is. */
interface Place {
  readonly leaf: Leaf;
  readonly how: LabelMatch;
  readonly outOfOrder: boolean;
  /** The draft may break off in it: nothing of the table follows, and what stands before it is whole. */
  readonly breaksOff: boolean;
}

function boundRow(layout: TableLayout, row: LabelledRow, place: Place, map: ColumnMap): BoundRow {
  const { cells, flaw } = placeCells(row, map, place);
  const figures: Figure[] = [];
  layout.figuresOf.get(place.leaf)?.forEach((form, index) => {
    const cell = cells[index];
    if (cell === undefined) return;
    const { text, value } = cell;
    const at = cellAnchor(row.source, cell);
    figures.push({
      address: form.address,
      form,
      value,
      anchor: at,
      text,
      cells: [{ anchor: at, text, value }],
    });
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
 * read by column. Failing that, exactly as many cells as the form has columns, behind the row's own label,
 * are its figures. Else nobody can tell which figure is which: the row has none, and is reported.
 */
function placeCells(
  row: LabelledRow,
  map: ColumnMap,
  place: Place,
): { cells: readonly (SourceCell | undefined)[]; flaw: RowFlaw | undefined } {
  const { cells, width } = row.source;
  const byColumn = map.at.map((column) => (column === undefined ? undefined : cells[column]));
  const lastLabel = row.labels.length === 0 ? -1 : cells.indexOf(row.labels[row.labels.length - 1]);
  const first = map.at.find((column) => column !== undefined);
  if (first !== undefined && isInPlace(row, map, lastLabel)) return { cells: byColumn, flaw: undefined };
  const none = { cells: [], flaw: flawOf(row.source, map) };
  // Where the draft breaks off, what is there stands in its columns.
  if (
    place.breaksOff &&
    place.leaf.label !== '' &&
    none.flaw.kind === 'short' &&
    isInPlace(row, map, lastLabel, cells.length)
  )
    return { cells: byColumn, flaw: none.flaw };
  const isNamed = place.how !== 'position' || place.leaf.label === '';
  const isComplete = map.at.every((column) => column !== undefined);
  const run = figureRun(cells, lastLabel + 1);
  if (first === undefined || !isNamed || !isComplete || run.end - run.start !== map.at.length) return none;
  const by = run.start - first;
  const short = width - cells.length;
  const flaw: RowFlaw | undefined =
    by === 0 ? undefined : short > 0 ? { kind: 'short', missing: short } : { kind: 'shifted', by };
  return { cells: cells.slice(run.start, run.end), flaw };
}

function isInPlace(
  { source: { cells, width } }: LabelledRow,
  map: ColumnMap,
  lastLabel: number,
  end = Number.POSITIVE_INFINITY,
): boolean {
  const columns = map.at.filter((column): column is number => column !== undefined && column < end);
  if (columns.length === 0) return false;
  const first = Math.min(...columns);
  const last = Math.max(...columns);
  if (lastLabel >= first || cells.length <= last || cells.slice(width).some((cell) => !isBlank(cell)))
    return false;
  const filled = columns.filter((column) => !isBlank(cells[column])).length;
  // A blank may stand for the cell that a short row lacks; so it may in 表二, whose blocks differ in width, without a header.
  const isDoubtful = cells.length < width || (!map.usable && map.block.form.title !== undefined);
  if (isDoubtful && filled > 0 && filled < columns.length) return false;
  // What stands between label and figures (in 表二 the name of a sub-row aside) is no harm when every column has a number.
  const strays = cells
    .slice(lastLabel + 1, first)
    .some(
      (cell) => cell?.kind === 'number' || (cell?.kind === 'label' && map.block.form.title === undefined),
    );
  if (strays && !columns.every((column) => cells[column]?.kind === 'number')) return false;
  // Behind the last column numbers stand only in a column of their own, or the row is too long.
  const behind = cells.findIndex((cell, column) => column > last && cell?.kind === 'number');
  return behind < 0 || map.surplus.includes(behind);
}

function flawOf({ cells, width }: SourceRow, map: ColumnMap): RowFlaw {
  const wanted = map.at.every((column) => column === undefined) ? map.labelColumns + map.at.length : width;
  const extra = cells.slice(width).filter((cell): cell is SourceCell => cell !== undefined && !isBlank(cell));
  if (extra.length > 0) return { kind: 'long', extra: extra.map(({ cell }) => cell) };
  return cells.length < wanted ? { kind: 'short', missing: wanted - cells.length } : { kind: 'unclear' };
}

function isBlank(cell: SourceCell | undefined): boolean {
  return cell === undefined || cell.kind === 'blank';
}

/** The cells from the first to the last that is filled. */
function figureRun(cells: readonly (SourceCell | undefined)[], from: number): { start: number; end: number } {
  let start = from;
  let end = cells.length;
  while (start < end && isBlank(cells[start])) start++;
  while (end > start && isBlank(cells[end - 1])) end--;
  return { start, end };
}

/** 行政检查, 行政确认 under 其他对外管理服务事项: the row's figures are the sums of its sub-rows. */
function mergeSubRow(layout: TableLayout, row: LabelledRow, bound: BoundRow[], columns: Columns): boolean {
  const above = bound[bound.length - 1];
  if (above === undefined || layout.blocks.length === 1 || row.labels.length !== 1) return false;
  const aboveLabels = above.row.cells.filter(
    (cell) => readValue(cell.prose.text).kind === 'unreadable',
  ).length;
  if (aboveLabels < 2 || row.source.cells[0]?.kind === 'label') return false;
  const place = { leaf: above.leaf, how: 'exact' as const, outOfOrder: false, breaksOff: false };
  const sub = boundRow(layout, row, place, columns.of(row.source, above.leaf.block));
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
function surplusColumns(used: ReadonlyMap<ColumnMap, readonly BoundRow[]>): BoundTable['unknownColumns'] {
  const columns: { anchor: Anchor; label: string }[] = [];
  for (const [map, rows] of used) {
    columns.push(
      ...map.unknown.map(({ cell, row }) => ({ anchor: cellAnchor(row, cell), label: cell.text })),
    );
    if (!map.usable || columns.some(({ label }) => label === '')) continue;
    const last = Math.max(...map.at.map((column) => column ?? 0));
    for (const row of rows.filter(({ flaw }) => flaw === undefined)) {
      const behind = row.row.cells.find(
        (cell) =>
          cell.column > last &&
          !map.unknown.some(({ column }) => column === cell.column) &&
          readValue(cell.prose.text).kind === 'number',
      );
      if (behind === undefined) continue;
      columns.push({ anchor: anchor(row.block, behind.span), label: '' });
      break;
    }
  }
  return columns;
}

function cellAnchor(row: SourceRow, cell: SourceCell): Anchor {
  return anchor(row.block, cell.cell.span);
}
