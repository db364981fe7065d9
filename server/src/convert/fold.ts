import type { TableId } from '../core/forms/form.ts';
import type { BlockLayout, Leaf, TableLayout } from '../core/forms/layout.ts';
import type { Block, Cell, Row, Table } from '../core/outline/outline.ts';
import { plainProse } from '../core/outline/prose.ts';
import { type SourceCell, type SourceRow, sourceRows } from '../core/report/grid.ts';
import { core, type Vocabulary, vocabularyOf } from '../core/report/vocabulary.ts';
import { similarity } from '../core/text/similarity.ts';
import { isLikeFormWord, tableOfWord, wordingsOf } from './words.ts';

/** A cell of the source with its place in it. */
export interface LooseCell {
  readonly text: string;
  readonly from: number;
}

/**
 * A row whose cells are in order but in no columns: a dump of merged cells leaves out what was covered,
 * so that the third cell of one row and of the next need not stand below each other.
 */
export interface LooseRow {
  readonly cells: readonly LooseCell[];
}

/** Cuts a run of things into the tables of the form they belong to, behind the last that carries figures. */
export function splitByTable<T>(
  items: readonly T[],
  textsOf: (item: T) => readonly string[],
  carries: (item: T) => boolean,
): { readonly id: TableId | undefined; readonly items: readonly T[] }[] {
  const parts: { from: number; id: TableId | undefined }[] = [{ from: 0, id: undefined }];
  let behindFigures = 0;
  items.forEach((item, index) => {
    const current = parts[parts.length - 1] as { from: number; id: TableId | undefined };
    const id = textsOf(item)
      .map(tableOfWord)
      .find((known) => known !== undefined);
    if (id !== undefined && current.id === undefined) current.id = id;
    else if (id !== undefined && id !== current.id && behindFigures > current.from)
      parts.push({ from: behindFigures, id });
    if (carries(item)) behindFigures = index + 1;
  });
  return parts.map(({ from, id }, index) => ({ id, items: items.slice(from, parts[index + 1]?.from) }));
}

/** A table of a foreign kind: its cells from the left, as they come. */
export function plainTable(rows: readonly LooseRow[], origin: number): Table {
  return tableOf(
    rows.map(({ cells }) => cells.map((cell, column) => cellAt(cell, column, origin))),
    0,
  );
}

/**
 * Puts loose rows into the columns of their table: labels to the left, figures below one another, header
 * words over the figures they name. Nothing is added: what the source lacks stays empty.
 */
export function foldTable(rows: readonly LooseRow[], layout: TableLayout, origin: number): Table {
  const raw = plainTable(rows, origin);
  const words = vocabularyOf(layout);
  const block: Block = { source: '', content: raw };
  const segments = segmentsOf(sourceRows([{ block, table: raw }], words), layout, words);
  const arranged = segments.map((segment) => ({ segment, columns: columnsOf(segment, words) }));
  const packed = isPacked(segments, words);
  const split = arranged.map(({ segment, columns }) =>
    segment.data.map((row) =>
      splitRow(
        withoutFill(row, columns.length, packed, layout, words),
        columns.length,
        layout,
        words,
        packed,
      ),
    ),
  );
  const labels = Math.max(layout.table.labelColumns, ...split.flat().map((row) => row.labels.length));
  const placed = arranged.flatMap(({ segment, columns }, index) => [
    ...segment.titles.map((row) => placeFrom(row.cells, 0)),
    ...(segment.data.length > 0 || segment.headers.length > 0
      ? headerRow(segment, columns, labels, words)
      : []),
    ...(split[index] ?? []).map((row) => [...placeFrom(row.labels, 0), ...placeFrom(row.figures, labels)]),
  ]);
  return tableOf(placed, labels + Math.max(0, ...arranged.map(({ columns }) => columns.length)));
}

/** Header rows with the data rows under them. */
interface Segment {
  readonly titles: SourceRow[];
  readonly headers: SourceRow[];
  readonly data: SourceRow[];
  block: BlockLayout;
}

function segmentsOf(rows: readonly SourceRow[], layout: TableLayout, words: Vocabulary): Segment[] {
  const segments: Segment[] = [];
  const fresh = (): Segment => {
    const block = segments[segments.length - 1]?.block ?? layout.blocks[0];
    const segment: Segment = { titles: [], headers: [], data: [], block: block as BlockLayout };
    segments.push(segment);
    return segment;
  };
  let current = fresh();
  for (const row of rows) {
    if (row.kind === 'empty' && isBareRow(row)) continue;
    const opens = row.kind === 'title' || row.kind === 'header';
    if (opens && current.data.length > 0) current = fresh();
    else if (row.kind === 'title' && current.titles.length > 0) current = fresh();
    if (row.kind === 'title') current.titles.push(row);
    else if (row.kind === 'header') current.headers.push(row);
    else if (current.headers.length > 0 || row.kind === 'data') current.data.push(row);
  }
  for (const segment of segments) segment.block = blockOf(segment, layout, words);
  return segments;
}

/** Blank cells between two rows of headers are theirs; a row of blanks alone says nothing. */
function isBareRow(row: SourceRow): boolean {
  return row.cells.every((cell) => cell === undefined || cell.text === '');
}

function blockOf(segment: Segment, layout: TableLayout, words: Vocabulary): BlockLayout {
  const title = segment.titles[0]?.cells.find((cell) => cell?.kind === 'label');
  const titled = layout.blocks.find(
    ({ form }) => form.title !== undefined && title !== undefined && core(form.title) === core(title.text),
  );
  if (titled !== undefined) return titled;
  for (const row of segment.data)
    for (const cell of row.cells) {
      const leaf = cell?.kind === 'label' ? words.rows.get(core(cell.text))?.[0] : undefined;
      if (leaf !== undefined) return leaf.block;
    }
  return segment.block;
}

interface Column {
  readonly leaf: Leaf | undefined;
  readonly label: SourceCell | undefined;
}

/** The figure columns of a segment: the form's, or those of which the header speaks when it counts them right. */
function columnsOf(segment: Segment, words: Vocabulary): Column[] {
  const leaves = segment.block.columns;
  const heads = segment.headers.flatMap((row) =>
    row.cells.flatMap((cell) => (cell?.kind === 'label' ? [{ cell, row }] : [])),
  );
  const free = new Set(heads);
  const take = (fits: (text: string) => boolean) => {
    for (const head of free)
      if (fits(head.cell.text)) {
        free.delete(head);
        return head.cell;
      }
    return undefined;
  };
  const columns = leaves.map((leaf): Column => {
    const wordings = wordingsOf(leaf.node).map(core);
    return { leaf, label: take((text) => wordings.includes(core(text))) };
  });
  for (const head of [...free]) if (words.columnGroups.has(core(head.cell.text))) free.delete(head);
  columns.forEach((column, index) => {
    if (column.label !== undefined || column.leaf === undefined) return;
    const printed = core(column.leaf.label);
    columns[index] = { ...column, label: take((text) => similarity(core(text), printed) >= 0.6) };
  });
  const figures = commonLength(segment, words);
  const named = columns.filter(({ label }) => label !== undefined);
  if (figures < columns.length && named.length === figures && free.size === 0) return named;
  if (figures === columns.length + free.size)
    for (const { cell, row } of free) {
      // A foreign column stands where its word does: behind the column named before it in the same row.
      const before = row.cells.slice(0, row.cells.indexOf(cell)).findLast((other) => other?.kind === 'label');
      const index = columns.findIndex(({ label }) => label !== undefined && label === before);
      columns.splice(index < 0 ? columns.length : index + 1, 0, { leaf: undefined, label: cell });
    }
  return columns;
}

/** How many cells most rows with a label of their own have behind it. */
function commonLength(segment: Segment, words: Vocabulary): number {
  const counts = new Map<number, number>();
  for (const row of segment.data) {
    const own = ownLabel(row, words);
    if (own >= 0) counts.set(row.cells.length - own - 1, (counts.get(row.cells.length - own - 1) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? segment.block.columns.length;
}

function ownLabel(row: SourceRow, words: Vocabulary): number {
  return row.cells.findLastIndex((cell) => cell?.kind === 'label' && words.rows.has(core(cell.text)));
}

/** A header row begins with the name of a column: cells that merged ones cover are left out. Unknown without headers. */
function isPacked(segments: readonly Segment[], words: Vocabulary): boolean | undefined {
  const firsts = segments.flatMap(({ headers }) => headers.map(({ cells }) => cells[0]));
  if (firsts.length === 0) return undefined;
  return firsts.some((cell) => cell?.kind === 'label' && words.columns.has(core(cell.text)));
}

/** Such rows are filled up behind their figures, as are rows in which no column is left for blanks before them. */
function withoutFill(
  row: SourceRow,
  wanted: number,
  packed: boolean | undefined,
  layout: TableLayout,
  words: Vocabulary,
): SourceRow {
  const own = ownLabel(row, words);
  const end = own + 1 + wanted;
  const isFill = row.cells.slice(end).every((cell) => cell === undefined || cell.kind === 'blank');
  const begins = own >= 0 && (packed === true || own + 1 >= layout.table.labelColumns);
  return begins && isFill ? { ...row, cells: row.cells.slice(0, end) } : row;
}

interface SplitRow {
  readonly labels: readonly (SourceCell | undefined)[];
  readonly figures: readonly (SourceCell | undefined)[];
}

/** Parts a row before its figures: behind its label, or counted from the right where that is lost. */
function splitRow(
  row: SourceRow,
  wanted: number,
  layout: TableLayout,
  words: Vocabulary,
  packed: boolean | undefined,
): SplitRow {
  const { cells } = row;
  const own = ownLabel(row, words);
  let start = own >= 0 ? own + 1 : cells.findIndex((cell) => cell?.kind === 'number');
  if (start < 0) start = cells.findLastIndex((cell) => cell?.kind === 'label') + 1;
  if (own < 0) {
    const last = cells.findLastIndex((cell, index) => cell?.kind === 'label' && index < start);
    start = last + 1;
    // Without a label to go by, an illegible figure looks like one: then the count decides.
    const byCount = cells.length - wanted;
    const spoilt = start > 0 && !isLikeFormWord(cells[start - 1]?.text ?? '');
    if (spoilt && cells.length - start < wanted && byCount >= 1) start = byCount;
  }
  const surplus = cells.length - start - wanted;
  if (surplus > 0) {
    const lead = cells.slice(start, start + surplus);
    const room = Math.max(
      layout.table.labelColumns - start,
      lead.every((cell) => cell?.text === '') ? surplus : 0,
    );
    // Without a header blanks on both sides leave it open which of them are figures: then the row stays too long.
    const isOpen =
      packed === undefined && [...lead, ...cells.slice(start + wanted)].every((cell) => cell?.text === '');
    const isLead =
      !isOpen &&
      lead.every((cell) => cell?.kind !== 'number' || own < 0) &&
      surplus <= Math.max(room, own < 0 ? 0 : 1);
    if (isLead) start += surplus;
  }
  return { labels: cells.slice(0, start), figures: cells.slice(start) };
}

/**
 * The header over a segment's data. A name that the source lost is certain from the order of the columns
 * once they are told apart: it is written out, as a cell that takes no room in the source.
 */
function headerRow(
  segment: Segment,
  columns: readonly Column[],
  labels: number,
  words: Vocabulary,
): Cell[][] {
  const cells = segment.headers.flatMap((row) => row.cells);
  const known = new Set(columns.flatMap(({ label }) => label ?? []));
  const foreign = cells
    .filter((cell) => cell?.kind === 'label' && !known.has(cell))
    .filter((cell) => !words.columnGroups.has(core(cell?.text ?? '')));
  const at = (segment.data[0] ?? segment.headers[0])?.row.span.start ?? 0;
  const names = columns.flatMap(({ leaf, label }, index): Cell[] => {
    if (label !== undefined) return placeFrom([label], labels + index);
    return leaf === undefined ? [] : [certain(leaf.label, labels + index, at)];
  });
  const { corner } = segment.block.form;
  const row = [...(labels > 0 && corner !== '' ? [certain(corner, 0, at)] : []), ...names];
  // Header words that name no column stand in a row of their own, so that they are not lost.
  return foreign.length === 0 ? [row] : [placeFrom(foreign, 0), row];
}

function certain(text: string, column: number, at: number): Cell {
  const prose = { text, runs: [], strong: [], comments: [] };
  return { span: { start: at, end: at }, prose, column, colSpan: 1, rowSpan: 1 };
}

/** True for a header name that the source lost and its place restored. */
export function isCertain(cell: Cell): boolean {
  return cell.span.end === cell.span.start && cell.prose.text !== '';
}

function placeFrom(cells: readonly (SourceCell | undefined)[], column: number): Cell[] {
  return cells.flatMap((cell, index) =>
    cell === undefined ? [] : [{ ...cell.cell, column: column + index, colSpan: 1, rowSpan: 1 }],
  );
}

function cellAt(cell: LooseCell, column: number, origin: number): Cell {
  const start = cell.from - origin;
  return {
    span: { start, end: start + cell.text.length },
    prose: plainProse(cell.text, start),
    column,
    colSpan: 1,
    rowSpan: 1,
  };
}

function tableOf(rows: readonly (readonly Cell[])[], width: number): Table {
  const real = rows.filter((cells) => cells.length > 0);
  const built = real.map((cells): Row => {
    const start = Math.min(...cells.map(({ span }) => span.start));
    return { span: { start, end: Math.max(...cells.map(({ span }) => span.end)) }, cells, comments: [] };
  });
  const widest = Math.max(0, ...real.flatMap((cells) => cells.map(({ column }) => column + 1)));
  return {
    kind: 'table',
    syntax: 'html',
    span: {
      start: built[0]?.span.start ?? 0,
      end: Math.max(0, ...built.map(({ span }) => span.end)),
    },
    width: Math.max(width, widest),
    rows: built,
  };
}
