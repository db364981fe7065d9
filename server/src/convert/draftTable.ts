import type { FormNode } from '../core/forms/form.ts';
import { type BlockLayout, type Leaf, plainLabel, type TableLayout } from '../core/forms/layout.ts';
import { gridMarkdown, tableGrid } from '../core/forms/markdown.ts';
import type { Anchor, Table } from '../core/outline/outline.ts';
import type { BoundTable } from '../core/report/report.ts';
import { bare, trimBlanks } from '../core/text/normalize.ts';
import { type DraftRow, type KnownRow, readRows } from './draftRows.ts';
import { cellMarkdown } from './escape.ts';
import type { Note } from './note.ts';
import { tableNotes } from './tableNotes.ts';
import { isOtherWording } from './words.ts';

/** A table of the form as the draft has it. */
export interface DraftTable {
  readonly markdown: string;
  /** Lines that stood in the table above its header: a unit, a caption. */
  readonly captions: readonly string[];
  readonly notes: readonly Note[];
}

/**
 * The canonical layout of what was bound: the form's header and labels, each figure in its place as the
 * source writes it. Rows and columns that the source lacks are left out; rows, sub-rows and columns that
 * the form lacks are kept in their place.
 */
export function draftTable(table: BoundTable, lineAt: (at: Anchor) => number): DraftTable {
  const rows = readRows(table);
  const { layout } = table;
  const missing = new Set(table.missingColumns);
  const overhang = Math.max(0, ...rows.blocks.flat().map((row) => row.labels.length));
  const labelColumns = Math.max(layout.table.labelColumns, overhang);
  const blocks = layout.blocks.flatMap((block): BlockLayout[] => {
    const own = rows.blocks[block.index] ?? [];
    if (own.length === 0 && !rows.titled.has(block.index)) return [];
    const columns = block.columns.filter((column) => !missing.has(column));
    const written = new Map(
      table.columnLabels.flatMap(({ leaf, cell }) =>
        isOtherWording(cell.prose.text, leaf.node) ? [[leaf.node, oneLine(cell.prose.text)] as const] : [],
      ),
    );
    const kept = new Set(columns.map(({ node }) => node));
    return [
      {
        ...block,
        form: { ...block.form, columns: prune(block.form.columns, kept, written) },
        columns,
        rows: own.flatMap((row) => (row.kind === 'known' ? [namedLeaf(row)] : [])),
      },
    ];
  });
  const reduced: TableLayout = { ...layout, table: { ...layout.table, labelColumns }, blocks };
  const grid = blocks.length === 0 ? [] : tableGrid(reduced, () => '').map((row) => row.map(cellMarkdown));
  const filled = fill(grid, blocks, rows.blocks, labelColumns, rows.extraLabels);
  return {
    markdown: filled.length === 0 ? '' : gridMarkdownRagged(filled, labelColumns),
    captions: rows.captions,
    notes: tableNotes(table, rows, lineAt),
  };
}

/** A table that is none of the form's: its cells as they stood. */
export function plainDraftTable(table: Table): string {
  const rows = table.rows.map((row) => {
    const cells: string[] = [];
    for (const cell of row.cells) {
      while (cells.length < cell.column) cells.push('');
      cells.push(cellMarkdown(cell.prose.text));
    }
    return cells;
  });
  return rows.length === 0 ? '' : gridMarkdown(rows, () => '---', 'compact');
}

/** Puts the rows' own cells into the grid of labels, and the rows that the form does not know between. */
function fill(
  grid: readonly (readonly string[])[],
  blocks: readonly BlockLayout[],
  rowsOf: readonly (readonly DraftRow[])[],
  labelColumns: number,
  extraLabels: readonly string[],
): string[][] {
  const width = Math.max(0, ...grid.map((row) => row.length));
  const filled: string[][] = [];
  let at = 0;
  for (const block of blocks) {
    const heads =
      (block.form.title === undefined ? 0 : 1) + Math.max(...block.columns.map(({ path }) => path.length));
    for (let i = 0; i < heads; i++) {
      const row = [...(grid[at++] ?? [])];
      filled.push(
        i === heads - 1 && extraLabels.some((label) => label !== '') ? [...row, ...extraLabels] : row,
      );
    }
    for (const row of rowsOf[block.index] ?? []) {
      const labels = row.kind === 'known' ? (grid[at++] ?? []).slice(0, labelColumns) : [];
      if (row.kind === 'known' && row.sub !== undefined)
        labels[Math.max(1, labels.findLastIndex((text) => text !== '') + 1)] = cellMarkdown(row.sub);
      if (row.kind === 'unknown') labels.push(...row.labels.map(cellMarkdown));
      const cells = [...padded(labels, labelColumns), ...row.figures.map((text) => cellMarkdown(text ?? ''))];
      if (row.extra.length > 0) filled.push([...padded(cells, width), ...row.extra.map(cellMarkdown)]);
      else filled.push(row.cutOff ? cells : padded(cells, width));
    }
  }
  return filled;
}

/** As `gridMarkdown`, but a row that the source cut off keeps its length, so that it can be named. */
function gridMarkdownRagged(rows: readonly (readonly string[])[], labelColumns: number): string {
  const width = Math.max(...rows.map((row) => row.length));
  const lines = gridMarkdown(rows, (column) => (column >= labelColumns ? '--:' : '---'), 'compact').split(
    '\n',
  );
  return lines
    .map((line, index) => {
      const row = rows[index === 0 ? 0 : index - 1];
      if (index < 2 || row === undefined || row.length === width) return line;
      return gridMarkdown([row], () => '---', 'compact').split('\n')[0] ?? line;
    })
    .join('\n');
}

function padded(cells: readonly string[], width: number): string[] {
  return [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => '')];
}

/** The leaf under the words of the source where these are as good as the form's; else under the form's. */
function namedLeaf(row: KnownRow): Leaf {
  const { leaf, label } = row.bound;
  if (!isOtherWording(label.text, leaf.node)) return leaf;
  return { ...leaf, path: [...leaf.path.slice(0, -1), oneLine(label.text)] };
}

/** A header tree with these leaves only, some under another name; groups without leaves go. */
function prune(
  nodes: readonly FormNode[],
  kept: ReadonlySet<FormNode>,
  written: ReadonlyMap<FormNode, string>,
): FormNode[] {
  return nodes.flatMap((node): FormNode[] => {
    if (node.children === undefined)
      return kept.has(node) ? [{ ...node, label: written.get(node) ?? node.label }] : [];
    const children = prune(node.children, kept, written);
    return children.length === 0 ? [] : [{ ...node, children }];
  });
}

/** A label without the line breaks that a narrow cell forced on it. */
export function oneLine(text: string): string {
  return text.split('\n').map(trimBlanks).join('');
}

/** How a row is named in a note. */
export function rowName(leaf: Leaf): string {
  const [own = '', group] = [...leaf.path].reverse();
  return group !== undefined && leaf.path.length > 2 ? `${group} ${own}` : own;
}

/** True when two labels are the same but for white space and punctuation. */
export function sameWords(written: string, leaf: Leaf): boolean {
  const words = bare(written);
  return (
    leaf.path.some((_, from) => bare(leaf.path.slice(from).join('')) === words) ||
    words === bare(plainLabel(leaf.label))
  );
}
