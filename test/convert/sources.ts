import type { FormNode } from '../../server/src/core/forms/form.ts';
import {
  type BlockLayout,
  type FigureForm,
  figureForm,
  type Leaf,
  type TableLayout,
} from '../../server/src/core/forms/layout.ts';
import { readOutline } from '../../server/src/core/outline/read.ts';
import { buildReport } from '../../server/src/core/report/build.ts';

export type CellText = (figure: FigureForm) => string;

/** What happens to a table on its way: labels that get lost or overwritten, header words, whole rows. */
export interface Damage {
  readonly label?: (leaf: Leaf) => string | undefined;
  readonly column?: (leaf: Leaf) => string | undefined;
  readonly row?: (leaf: Leaf) => boolean;
}

/** The rows of a table as Word dumps them: horizontally merged cells once, vertically merged ones blank. */
export function dumpRows(layout: TableLayout, text: CellText, damage: Damage = {}): string[][] {
  const rows: string[][] = [];
  for (const block of layout.blocks) {
    if (block.form.title !== undefined) rows.push([block.form.title]);
    rows.push(...headerRows(block, layout.table.labelColumns > 0, damage));
    let above: readonly string[] = [];
    for (const leaf of block.rows) {
      if (damage.row?.(leaf) === false) continue;
      const figures = block.columns.map((column) => text(figureForm(layout.table, leaf, column)));
      const groups = leaf.path.slice(0, -1).map((label, level) => (above[level] === label ? '' : label));
      above = leaf.path;
      const own = damage.label?.(leaf) ?? leaf.label;
      rows.push(layout.table.labelColumns === 0 ? figures : [...groups, own, ...figures]);
    }
  }
  return rows;
}

/** The same as a browser copies them: what a merged cell covers is left out, blank figures are not. */
export function copiedRows(layout: TableLayout, text: CellText): string[][] {
  return layout.blocks.flatMap((block) => {
    const heads = headerRows(block, layout.table.labelColumns > 0, {});
    let above: readonly string[] = [];
    const body = block.rows.map((leaf) => {
      const labels = leaf.path.filter((label, level) => label !== '' && above[level] !== label);
      above = leaf.path;
      return [...labels, ...block.columns.map((column) => text(figureForm(layout.table, leaf, column)))];
    });
    const titles = block.form.title === undefined ? [] : [[block.form.title]];
    return [...titles, ...heads.map((row) => row.filter((cell) => cell !== '')), ...body];
  });
}

function headerRows(block: BlockLayout, hasCorner: boolean, damage: Damage): string[][] {
  const depth = Math.max(...block.columns.map(({ path }) => path.length));
  const rows: string[][] = Array.from({ length: depth }, (_, level) =>
    hasCorner ? [level === 0 ? block.form.corner : ''] : [],
  );
  let index = 0;
  const place = (nodes: readonly FormNode[], level: number): void => {
    for (const node of nodes) {
      if (node.children !== undefined) {
        rows[level]?.push(node.label);
        place(node.children, level + 1);
        continue;
      }
      const leaf = block.columns[index++] as Leaf;
      rows[level]?.push(damage.column?.(leaf) ?? node.label);
      for (let below = level + 1; below < depth; below++) rows[below]?.push('');
    }
  };
  place(block.form.columns, 0);
  return rows;
}

/** A tab ahead of each cell, a blank line behind each row. */
export const asTabs = (rows: readonly (readonly string[])[]) =>
  `${rows.map((row) => row.map((cell) => `\t${cell}\n`).join('')).join('\n')}\n\n`;
/** One cell a line, blank ones gone. */
export const asLines = (rows: readonly (readonly string[])[]) =>
  `${rows
    .flat()
    .filter((cell) => cell !== '')
    .join('\n\n')}\n\n`;
/** One row a line, tabs between cells. */
export const asTabRows = (rows: readonly (readonly string[])[]) =>
  `${rows.map((row) => row.join('\t')).join('\n')}\n\n`;
/** One row a line, blanks between cells, as text copied out of PDF. */
export const asBlankRows = (rows: readonly (readonly string[])[]) =>
  `${rows.map((row) => row.filter((cell) => cell !== '').join(' ')).join('\n')}\n\n`;
/** Rows with pipes and no delimiter row. */
export const asPipes = (rows: readonly (readonly string[])[]) =>
  `${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n\n`;

/** What fills a row up to the width of its table. */
const fill = (row: readonly string[], width: number) => '|'.repeat(Math.max(0, width - row.length));
const widest = (rows: readonly (readonly string[])[]) => Math.max(...rows.map((row) => row.length));
/** A pipe behind each cell, none before the first. */
export const asPipesBehind = (rows: readonly (readonly string[])[]) =>
  `${rows.map((row) => `${row.join(' | ')} |`).join('\n')}\n\n`;
/** Pipes around the cells, and behind the last of them as many as the row lacks cells. */
export const asFilledPipes = (rows: readonly (readonly string[])[]) =>
  `${rows.map((row) => `| ${row.join(' | ')} | ${fill(row, widest(rows))}`).join('\n')}\n\n`;
/** Each cell with a pipe on a line of its own. */
export const asStrokedLines = (rows: readonly (readonly string[])[]) =>
  `${rows
    .flatMap((row) => [...row.map((cell) => `${cell} |`.trim()), fill(row, widest(rows))])
    .filter((line) => line !== '')
    .join('\n')}\n\n`;
/** Each cell and each pipe on a line of its own. */
export const asCellsAndStrokes = (rows: readonly (readonly string[])[]) =>
  `${rows
    .flatMap((row) => [...row.flatMap((cell) => [cell, '|']), fill(row, widest(rows) + 1)])
    .filter((line) => line !== '')
    .join('\n')}\n\n`;
/** The same with a pipe ahead of each row, and the rest of a row behind its last cell. */
export const asRowsOfLines = (rows: readonly (readonly string[])[]) =>
  `${rows
    .map((row) => ['|', ...row.map((cell) => `${cell} |`.trim())].join('\n') + fill(row, widest(rows)))
    .join('\n')}\n\n`;

/** The same with indents and blank lines between the cells. */
export const asIndentedLines = (rows: readonly (readonly string[])[]) =>
  `${rows
    .map(
      (row) =>
        `| \n${row.map((cell) => `       ${cell}  | `).join('\n      \n')}\n    ${fill(row, widest(rows))}`,
    )
    .join('\n')}\n\n`;

/** The figures that a draft holds, by address. */
export function figuresIn(markdown: string): Record<string, string> {
  const report = buildReport(readOutline(markdown));
  return Object.fromEntries([...(report?.figures ?? [])].map(([address, figure]) => [address, figure.text]));
}

/** The visible text of a draft: its paragraphs, headings and cells. */
export function visibleIn(markdown: string): string[] {
  return readOutline(markdown).blocks.flatMap(({ content }) => {
    if (content.kind === 'paragraph' || content.kind === 'heading') return [content.prose.text];
    if (content.kind === 'table')
      return content.rows.flatMap((row) => row.cells.map((cell) => cell.prose.text));
    return [];
  });
}
