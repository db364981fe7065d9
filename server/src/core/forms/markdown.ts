import { memoByIdentity } from '../text/memo.ts';
import { displayWidth } from '../text/width.ts';
import type { Form, FormNode, FormSection } from './form.ts';
import { type BlockLayout, type FigureForm, figureForm, layoutOf, type TableLayout } from './layout.ts';

/** How the cells of a table are set: one blank around each, or padded so that the columns line up. */
export type TableStyle = 'compact' | 'aligned';

/**
 * A table of a form in the canonical flat layout: the official header rows, label columns, one line a row.
 * `text` gives what stands in each figure's cell.
 */
export function tableMarkdown(
  layout: TableLayout,
  text: (figure: FigureForm) => string,
  style: TableStyle = 'compact',
): string {
  if (style === 'compact') return compactTable(layout, text);
  const rows = tableGrid(layout, text);
  const labels = layout.table.labelColumns;
  return gridMarkdown(rows, (column) => (column >= labels ? '--:' : '---'), style);
}

/** The compact table from what is the same in all of them, and the figures between. */
function compactTable(layout: TableLayout, text: (figure: FigureForm) => string): string {
  let result = '';
  for (const part of compactTemplate(layout)) {
    if (typeof part === 'string') result += part;
    else {
      const cell = text(part);
      result += cell === '' ? ' |' : ` ${cell} |`;
    }
  }
  return result;
}

const compactTemplate = memoByIdentity((layout: TableLayout): readonly (string | FigureForm)[] => {
  const figures: FigureForm[] = [];
  const labels = layout.table.labelColumns;
  const text = gridMarkdown(
    tableGrid(layout, (figure) => {
      figures.push(figure);
      return figureMark;
    }),
    (column) => (column >= labels ? '--:' : '---'),
    'compact',
  );
  return text.split(` ${figureMark} |`).flatMap((part, index) => [part, ...figures.slice(index, index + 1)]);
});

/** Stands for a figure's cell; no label has it. */
const figureMark = '\u0000';

/** Rows of cell texts as a GFM table; the first row is its header. */
export function gridMarkdown(
  rows: readonly (readonly string[])[],
  align: (column: number) => string,
  style: TableStyle,
): string {
  const width = Math.max(...rows.map((row) => row.length));
  const full = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
  const rule = Array.from({ length: width }, (_, column) => align(column));
  const [head = [], ...body] = full;
  if (style === 'compact') {
    return [compactLine(head), `|${rule.join('|')}|`, ...body.map(compactLine)].join('\n');
  }
  const widths = rule.map((_, column) =>
    Math.max(3, ...full.map((row) => displayWidth(row[column] as string))),
  );
  const pad = (cell: string, column: number) => {
    const blanks = ' '.repeat((widths[column] as number) - displayWidth(cell));
    return (rule[column] as string).endsWith(':') ? blanks + cell : cell + blanks;
  };
  const line = (cells: readonly string[]) => `| ${cells.map(pad).join(' | ')} |`;
  const dashes = widths.map((size, column) =>
    (rule[column] as string).endsWith(':') ? `${'-'.repeat(size - 1)}:` : '-'.repeat(size),
  );
  return [line(head), `| ${dashes.join(' | ')} |`, ...body.map(line)].join('\n');
}

function compactLine(cells: readonly string[]): string {
  return `| ${cells.map((cell) => (cell === '' ? '|' : `${cell} |`)).join(' ')}`;
}

/** The lines of one block in the canonical flat layout: its title and header rows, then its rows, all blank. */
export function blankBlock(layout: TableLayout, block: BlockLayout): readonly string[] {
  return blockGrid(layout, block, () => '').map(compactLine);
}

/** The cells of the canonical layout, header rows first. */
export function tableGrid(layout: TableLayout, text: (figure: FigureForm) => string): string[][] {
  return layout.blocks.flatMap((block) => blockGrid(layout, block, text));
}

/** How many columns a table has in the canonical flat layout. */
export function widthOf({ blocks, table }: TableLayout): number {
  return table.labelColumns + Math.max(...blocks.map(({ columns }) => columns.length));
}

/** The header rows of a table of one block, as wide as the table. */
export function headerGrid({ blocks, table }: TableLayout): string[][] {
  const [block] = blocks;
  return block === undefined || blocks.length > 1
    ? []
    : headerRows(block, table.labelColumns, table.labelColumns + block.columns.length);
}

/** 一、总体情况, as a heading of the given level. */
export function sectionHeading(section: FormSection, depth = 2): string {
  return `${'#'.repeat(depth)} ${section.numeral}、${section.title}`;
}

/** A section as a new draft has it: heading, blank table or a line to be filled in. */
export function blankSection(form: Form, section: FormSection, heading = sectionHeading(section)): string {
  const table = form.tables.find((candidate) => candidate.id === section.table);
  const body =
    table === undefined ? `〔待填：${section.title}〕` : tableMarkdown(layoutOf(form, table), () => '');
  return `${heading}\n\n${body}\n`;
}

function blockGrid(
  layout: TableLayout,
  block: BlockLayout,
  text: (figure: FigureForm) => string,
): string[][] {
  const { labelColumns } = layout.table;
  const width = widthOf(layout);
  const rows: string[][] = [];
  if (block.form.title !== undefined) rows.push(padded([block.form.title], width));
  rows.push(...headerRows(block, labelColumns, width));
  let above: readonly string[] = [];
  for (const row of block.rows) {
    const labels = rowLabels(row.path, above, labelColumns);
    above = row.path;
    rows.push(
      padded(
        [...labels, ...block.columns.map((column) => text(figureForm(layout.table, row, column)))],
        width,
      ),
    );
  }
  return rows;
}

/** A group's label stands once, in its first row; a leaf of a shallow path stands right behind its group. */
function rowLabels(path: readonly string[], above: readonly string[], labelColumns: number): string[] {
  const labels = Array.from({ length: labelColumns }, () => '');
  let fresh = false;
  path.forEach((label, level) => {
    if (level >= labelColumns) return;
    fresh ||= above[level] !== label;
    if (fresh) labels[level] = label;
  });
  return labels;
}

function headerRows(block: BlockLayout, labelColumns: number, width: number): string[][] {
  const depth = Math.max(...block.columns.map((column) => column.path.length));
  const rows = Array.from({ length: depth }, () => Array.from({ length: width }, () => ''));
  if (labelColumns > 0) (rows[0] as string[])[0] = block.form.corner;
  let column = labelColumns;
  const place = (nodes: readonly FormNode[], level: number): void => {
    for (const node of nodes) {
      (rows[level] as string[])[column] = node.label;
      if (node.children === undefined) column++;
      else place(node.children, level + 1);
    }
  };
  place(block.form.columns, 0);
  return rows;
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? '');
}
