import type { Leaf } from '../core/forms/layout.ts';
import type { Anchor, Block, Cell, Row } from '../core/outline/outline.ts';
import { type SourceRow, sourceRows } from '../core/report/grid.ts';
import type { BoundRow, BoundTable } from '../core/report/report.ts';
import { isNumberText } from '../core/report/value.ts';
import { core, vocabularyOf } from '../core/report/vocabulary.ts';
import { trimBlanks } from '../core/text/normalize.ts';

/** A row of the draft, in the place it had in the source. */
export type DraftRow = KnownRow | UnknownRow;

export interface KnownRow {
  readonly kind: 'known';
  readonly bound: BoundRow;
  /** The name of a sub-row: 行政检查 under 其他对外管理服务事项. */
  readonly sub: string | undefined;
  /** It is a further sub-row; its labels are those of the row above. */
  readonly isFurther: boolean;
  readonly labels: readonly string[];
  /** By the block's columns that the source has; `undefined` behind the end of a row that is cut off. */
  readonly figures: readonly (string | undefined)[];
  readonly cutOff: boolean;
  readonly extra: readonly string[];
  /** A figure that stands where the row's label was. */
  readonly overwriting: string | undefined;
  /** Texts before the figures that are none of the row's labels. */
  readonly stray: readonly string[];
}

/** A row that the form does not have, or whose figures nobody can tell apart: its cells as they stood. */
export interface UnknownRow {
  readonly kind: 'unknown';
  readonly anchor: Anchor;
  /** The row of the form that it is by its label. */
  readonly leaf: Leaf | undefined;
  /** It ends before the last column. */
  readonly cutOff: boolean;
  readonly labels: readonly string[];
  readonly figures: readonly string[];
  readonly extra: readonly string[];
}

export interface DraftRows {
  /** For each block of the form its rows. */
  readonly blocks: readonly (readonly DraftRow[])[];
  /** Blocks whose title or header stands in the source, with rows or without. */
  readonly titled: ReadonlySet<number>;
  readonly captions: readonly string[];
  /** Header words of the columns that the form does not have. */
  readonly extraLabels: readonly string[];
}

/** Reads the rows of a bound table in the order of the source, the form's header rows left out. */
export function readRows(table: BoundTable): DraftRows {
  const source = sourceRows(table.parts, vocabularyOf(table.layout));
  const blocks: DraftRow[][] = table.layout.blocks.map(() => []);
  const titled = new Set<number>();
  const captions: string[] = [];
  const extras = extraColumns(table, source);
  let block = 0;
  let begun = false;
  let before: UnknownRow[] = [];
  for (const row of source) {
    const bound = table.rows.find((entry) => entry.row === row.row);
    const further = bound === undefined ? subRowOf(table, row) : undefined;
    if (bound !== undefined || further !== undefined) {
      const entry = (bound ?? further?.bound) as BoundRow;
      block = entry.leaf.block.index;
      begun = true;
      const draft = isUnplaced(entry)
        ? unknownRow(table, row, extras, entry.leaf)
        : knownRow(table, row, entry, further?.index ?? 0, extras);
      blocks[block]?.push(...before, draft);
      before = [];
    } else if (row.kind === 'title') {
      const title = titleBlock(table, row);
      if (title !== undefined) titled.add(title);
      else captions.push(...rowTexts(row));
    } else if (table.unknownRows.some((entry) => entry.row === row.row)) {
      const unknown = unknownRow(table, row, extras, undefined);
      if (begun) blocks[block]?.push(unknown);
      else if (unknown.figures.some((text) => text !== '') || unknown.labels.length > 1) before.push(unknown);
      else captions.push(...unknown.labels);
    }
  }
  blocks[block]?.push(...before);
  return { blocks, titled, captions, extraLabels: extras.map(({ label }) => label) };
}

/** The binder found the row, but could not tell which of its cells is which figure. */
function isUnplaced(bound: BoundRow): boolean {
  return bound.figures.length === 0;
}

interface ExtraColumn {
  readonly column: number;
  readonly label: string;
}

/** Grid columns with content that belong to no column of the form. */
function extraColumns(table: BoundTable, source: readonly SourceRow[]): ExtraColumn[] {
  const columns = new Map<number, string>();
  for (const row of table.rows)
    for (const cell of extraCells(row)) if (!columns.has(cell.column)) columns.set(cell.column, '');
  for (const { anchor, label } of table.unknownColumns) {
    if (label === '') continue;
    const cell = source
      .filter((row) => row.block === anchor.block)
      .flatMap((row) => row.row.cells)
      .find(({ span }) => span.start === anchor.start);
    if (cell !== undefined) columns.set(cell.column, label);
  }
  return [...columns].sort((a, b) => a[0] - b[0]).map(([column, label]) => ({ column, label }));
}

/** The cells behind a row's first figure that are none of its figures. */
function extraCells(bound: BoundRow): Cell[] {
  const starts = new Set(bound.figures.map(({ cells }) => cells[0]?.anchor.start));
  const own = bound.row.cells.filter(({ span }) => starts.has(span.start));
  const first = Math.min(...own.map(({ column }) => column));
  return bound.row.cells.filter(
    (cell) => cell.column > first && !starts.has(cell.span.start) && trimBlanks(cell.prose.text) !== '',
  );
}

function knownRow(
  table: BoundTable,
  row: SourceRow,
  bound: BoundRow,
  index: number,
  extras: readonly ExtraColumn[],
): KnownRow {
  const missing = new Set(table.missingColumns);
  const columns = bound.leaf.block.columns.filter((column) => !missing.has(column));
  const figures = columns.map(
    (column) => bound.figures.find((figure) => figure.form.column === column)?.cells[index]?.text,
  );
  const starts = new Set(bound.figures.map(({ cells }) => cells[index]?.anchor.start));
  const first = Math.min(
    ...row.row.cells.flatMap(({ span, column }) => (starts.has(span.start) ? [column] : [])),
  );
  const lead = row.row.cells.filter(
    ({ column, span, prose }) => column < first && !starts.has(span.start) && trimBlanks(prose.text) !== '',
  );
  const names = new Set(bound.leaf.path.map(core));
  const own = lead.findIndex(({ span }) => span === bound.label.cell?.span);
  const digit = lead.find((cell) => isNumberText(cell.prose.text));
  const foreign = lead.filter(
    (cell) => cell !== digit && cell !== bound.label.cell && !names.has(core(cell.prose.text)),
  );
  // A text right of the row's own label names a sub-row; other foreign texts are strays.
  const sub =
    index > 0
      ? lead[lead.length - 1]
      : foreign.find((cell) => own >= 0 && bound.label.how !== 'position' && lead.indexOf(cell) > own);
  const extra = extras.map(({ column }) => extraCells(bound).find((cell) => cell.column === column));
  return {
    kind: 'known',
    bound,
    sub: sub === undefined ? undefined : trimBlanks(sub.prose.text),
    isFurther: index > 0,
    labels: sub === undefined ? [] : ['', ''],
    figures: bound.flaw?.kind === 'short' ? cutEnd(figures) : figures,
    cutOff: bound.flaw?.kind === 'short' && figures[figures.length - 1] === undefined,
    extra:
      index === 0 && extra.some((cell) => cell !== undefined)
        ? extra.map((cell) => cell?.prose.text ?? '')
        : [],
    overwriting: digit === undefined ? undefined : trimBlanks(digit.prose.text),
    stray: foreign.filter((cell) => cell !== sub).map((cell) => trimBlanks(cell.prose.text)),
  };
}

function cutEnd(figures: readonly (string | undefined)[]): (string | undefined)[] {
  const last = figures.findLastIndex((text) => text !== undefined);
  return figures.slice(0, last + 1);
}

/** The bound row of which this is a further sub-row, and its number. */
function subRowOf(table: BoundTable, row: SourceRow): { bound: BoundRow; index: number } | undefined {
  for (const bound of table.rows)
    for (const figure of bound.figures) {
      const index = figure.cells.findIndex(({ anchor }) => isIn(anchor, row.block, row.row));
      if (index > 0) return { bound, index };
    }
  return undefined;
}

function isIn(anchor: Anchor, block: Block, row: Row): boolean {
  return anchor.block === block && anchor.start >= row.span.start && anchor.end <= row.span.end;
}

function titleBlock(table: BoundTable, row: SourceRow): number | undefined {
  const texts = rowTexts(row).map(core);
  return table.layout.blocks.find(({ form }) => form.title !== undefined && texts.includes(core(form.title)))
    ?.index;
}

function rowTexts(row: SourceRow): string[] {
  return row.cells.flatMap((cell) => (cell === undefined || cell.text === '' ? [] : [cell.text]));
}

/** A row as it stood: its labels, its figures under the columns in which they were. */
function unknownRow(
  table: BoundTable,
  row: SourceRow,
  extras: readonly ExtraColumn[],
  leaf: Leaf | undefined,
): UnknownRow {
  const first = firstColumn(table, row.block);
  const surplus = new Set(extras.map(({ column }) => column));
  const cells = row.row.cells.map((cell) => ({ column: cell.column, text: trimBlanks(cell.prose.text) }));
  const labels: string[] = [];
  const figures: string[] = [];
  for (const { column, text } of cells) {
    if (column < first) labels[column] = text;
    else if (!surplus.has(column)) figures[column - first] = text;
  }
  const texts = Array.from(labels, (text) => text ?? '');
  const at = table.unknownRows.find((entry) => entry.row === row.row)?.anchor;
  const isExtra = cells.some(({ column, text }) => surplus.has(column) && text !== '');
  return {
    kind: 'unknown',
    anchor: at ?? { block: row.block, ...row.row.span },
    leaf,
    cutOff: leaf !== undefined && figures.length < leaf.block.columns.length,
    labels: texts.slice(0, texts.findLastIndex((text) => text !== '') + 1),
    figures: Array.from(figures, (text) => text ?? ''),
    extra: isExtra
      ? extras.map(({ column }) => cells.find((cell) => cell.column === column)?.text ?? '')
      : [],
  };
}

/** The grid column of the first figure in the part of the table that a row is of. */
function firstColumn(table: BoundTable, block: Block): number {
  const figures = table.rows.flatMap((row) =>
    row.block === block && row.flaw === undefined ? (row.figures[0]?.cells[0]?.anchor.start ?? []) : [],
  );
  const cells = table.parts
    .filter((part) => part.block === block)
    .flatMap((part) => part.table.rows.flatMap((row) => row.cells));
  const heads = table.columnLabels.filter(({ anchor }) => anchor.block === block);
  const columns = [
    ...cells.flatMap(({ span, column }) =>
      figures.includes(span.start) && span.end > span.start ? [column] : [],
    ),
    ...heads.map(({ cell }) => cell.column),
  ];
  return columns.length === 0 ? table.layout.table.labelColumns : Math.min(...columns);
}
