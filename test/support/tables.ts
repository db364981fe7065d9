import type { BlockLayout, FigureForm, TableLayout } from '../../server/src/core/forms/layout.ts';
import { figureForm } from '../../server/src/core/forms/layout.ts';
import { gridMarkdown, tableMarkdown } from '../../server/src/core/forms/markdown.ts';

/** The text of a figure's cell. */
export type CellText = (figure: FigureForm) => string;
/** Writes a table of a form as some draft has it. */
export type TableWriter = (layout: TableLayout, text: CellText) => string;

/** A row of a form's table: the labels of its groups, its own last, and the cells of its figures. */
interface PlainRow {
  readonly path: readonly string[];
  readonly figures: readonly string[];
}

function plainRows(layout: TableLayout, block: BlockLayout, text: CellText): PlainRow[] {
  return block.rows.map((row) => ({
    path: row.path.filter((label) => label !== ''),
    figures: block.columns.map((column) => text(figureForm(layout.table, row, column))),
  }));
}

const leafNames = (block: BlockLayout) => block.columns.map((column) => column.label);
const isNumber = (cell: string) => /^[^\u4e00-\u9fff]*[\d０-９]/.test(cell);

export function gfm(rows: readonly (readonly string[])[]): string {
  return gridMarkdown(rows, () => '---', 'compact');
}

export const compact: TableWriter = (layout, text) => tableMarkdown(layout, text);
export const aligned: TableWriter = (layout, text) => tableMarkdown(layout, text, 'aligned');

/** How the labels of a row are laid out over label columns. */
type Labels = (path: readonly string[], above: readonly string[]) => readonly string[];

const last = (path: readonly string[]) => path[path.length - 1] ?? '';
const pad = (labels: readonly string[], width: number) =>
  [...labels, ...Array(width).fill('')].slice(0, width);

/** Three columns with every group on every row. */
export const groupsRepeated: Labels = (path) => pad(path, 3);
/** Three columns, the row's own label in the last; no groups. */
export const groupsMissing: Labels = (path) => ['', '', last(path)];
/** Two columns: the nearest group, once, and the row. */
export const twoColumns: Labels = (path, above) => {
  const group = path[path.length - 2] ?? '';
  return path.length < 2 ? [last(path), ''] : [above[above.length - 2] === group ? '' : group, last(path)];
};
export const oneColumn: Labels = (path) => [last(path)];
/** One column: the nearest group and the row run together. */
export const oneJoinedColumn: Labels = (path) => [path.length > 2 ? path.slice(-2).join('') : last(path)];

/** One header row of leaf names above rows with labels so laid out. 表二 keeps its blocks, 表四 has no labels. */
export function flat(labels: Labels, header: 'names' | 'none' = 'names'): TableWriter {
  return (layout, text) => {
    const rows: string[][] = [];
    for (const block of layout.blocks) {
      const lay: Labels =
        layout.table.labelColumns === 3 ? labels : (path) => pad(path, layout.table.labelColumns);
      const width = lay(['x'], []).length;
      if (block.form.title !== undefined) rows.push([block.form.title]);
      if (header === 'names')
        rows.push([
          ...pad([layout.table.labelColumns === 1 ? '信息内容' : '事项'], width),
          ...leafNames(block),
        ]);
      else if (rows.length === 0) rows.push([...pad([], width), ...leafNames(block).map(() => '')]);
      let above: readonly string[] = [];
      for (const { path, figures } of plainRows(layout, block, text)) {
        rows.push([...lay(path, above), ...figures]);
        above = path;
      }
    }
    return gfm(rows);
  };
}

/** The rows of the groups stand alone, before the rows that belong to them. */
export const groupLines: TableWriter = (layout, text) => {
  if (layout.table.labelColumns < 3) return compact(layout, text);
  const rows: string[][] = [['项目', '', ...layout.blocks.flatMap(leafNames)]];
  const seen = new Set<string>();
  for (const block of layout.blocks) {
    for (const { path, figures } of plainRows(layout, block, text)) {
      for (const group of path.slice(0, -1)) if (!seen.has(group)) rows.push([group]);
      for (const group of path.slice(0, -1)) seen.add(group);
      rows.push([last(path), '', ...figures]);
    }
  }
  return gfm(rows);
};

/** Every row's label in the cell next to the figures: the cells of groups stand empty. */
export const labelsAtRight: TableWriter = (layout, text) =>
  relabelled((cells) => {
    const labels = cells.slice(0, layout.table.labelColumns);
    const own = labels.findLast((cell) => cell !== '');
    const isData = cells.some(isNumber);
    if (!isData || labels.length < 3 || own === undefined) return cells;
    const moved = [...labels.filter((cell) => cell !== '' && cell !== own)].slice(0, 2);
    return [...pad(moved, 2), own, ...cells.slice(3)];
  })(layout, text);

/** The canonical grid with each row rewritten. */
function relabelled(change: (cells: string[]) => string[], separator = '\n'): TableWriter {
  return (layout, text) =>
    compact(layout, text)
      .split('\n')
      .map((line) => (/^\|[-:|]+\|$/.test(line) ? line : `| ${change(cellsOf(line)).join(' | ')} |`))
      .join(separator);
}

export function cellsOf(line: string): string[] {
  return line
    .replace(/^\s*\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** Changes the text of every label of the canonical layout, figures untouched. */
export function labelled(change: (label: string) => string): TableWriter {
  const isLabel = (cell: string) => /[\u4e00-\u9fff]{2}/.test(cell);
  return relabelled((cells) => cells.map((cell) => (isLabel(cell) ? change(cell) : cell)));
}

/** A row of blanks behind every row. */
export const blankRows: TableWriter = (layout, text) => {
  const lines = compact(layout, text).split('\n');
  const [head = '', rule = '', ...body] = lines;
  const blank = `|${cellsOf(rule)
    .map(() => ' |')
    .join('')}`;
  return [head, rule, ...body.flatMap((line) => [line, blank])].join('\n');
};

export const withoutOuterPipes: TableWriter = (layout, text) =>
  flat(oneColumn)(layout, text)
    .split('\n')
    .map((line) => line.replace(/^\| ?/, '').replace(/(?<=[^|\s]) *\|$/, ''))
    .join('\n');

/** The table broken into pieces, as page breaks do: GFM makes the first row of each piece its header. */
export function broken(pieces: number, header: 'repeated' | 'once'): TableWriter {
  return (layout, text) => {
    const [head = '', rule = '', ...body] = compact(layout, text).split('\n');
    if (layout.table.id !== 'applications') return [head, rule, ...body].join('\n');
    const headerRows = 2;
    const rows = body.slice(headerRows);
    const size = Math.ceil(rows.length / pieces);
    const parts = Array.from({ length: pieces }, (_, index) => rows.slice(index * size, (index + 1) * size));
    return parts
      .map((part, index) =>
        index === 0 || header === 'repeated'
          ? [head, rule, ...body.slice(0, headerRows), ...part].join('\n')
          : [part[0], rule, ...part.slice(1)].join('\n'),
      )
      .join('\n\n');
  };
}

/** 表二 as a table for each 项, the name of the 项 a line of text above it. */
export const tablePerItem: TableWriter = (layout, text) => {
  if (layout.blocks.length === 1) return compact(layout, text);
  return layout.blocks
    .map((block) =>
      [
        block.form.title ?? '',
        gfm([
          [block.form.corner, ...leafNames(block)],
          ...plainRows(layout, block, text).map(({ path, figures }) => [...path, ...figures]),
        ]),
      ].join('\n\n'),
    )
    .join('\n\n');
};

/** HTML with merged cells, as the official document and web pages have it. */
export function html(style: 'dense' | 'web'): TableWriter {
  return (layout, text) => {
    const rows = layout.blocks.flatMap((block) => [
      ...(block.form.title === undefined
        ? []
        : [[cell(block.form.title, 1, layout.table.labelColumns + widest(layout))]]),
      ...headerCells(block, layout.table.labelColumns),
      ...dataCells(layout, block, text),
    ]);
    if (style === 'dense')
      return `<table>\n${rows.map((row) => `<tr>${row.join('')}</tr>`).join('\n')}\n</table>`;
    // A pasted web page: attributes, paragraphs in cells, entities, and blank lines, which end raw HTML in Markdown.
    const body = rows
      .map(
        (row) =>
          `  <tr style="height:20px">\n\n${row.map((td) => `    ${webCell(td)}`).join('\n')}\n\n  </tr>`,
      )
      .join('\n\n');
    return `<div class="TRS_Editor"><table border="1" width="100%">\n<tbody>\n\n${body}\n\n</tbody></table></div>`;
  };
}

function webCell(td: string): string {
  return td
    .replace('<td', '<td align="center" nowrap')
    .replace(
      />((?!<td).*)<\/td>/,
      (_, inner: string) => `>\n<p><span>${inner === '' ? '&nbsp;' : inner}</span></p></td>`,
    );
}

function widest(layout: TableLayout): number {
  return Math.max(...layout.blocks.map((block) => block.columns.length));
}

function cell(text: string, rows: number, columns: number): string {
  const attributes = `${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}`;
  return `<td${attributes}>${text.replace(/\*\*(.*?)\*\*/g, '<b>$1</b>')}</td>`;
}

interface HeaderNode {
  readonly label: string;
  readonly children?: readonly HeaderNode[];
}

const leafCount = (node: HeaderNode): number =>
  node.children === undefined ? 1 : node.children.reduce((sum, child) => sum + leafCount(child), 0);
const depthOf = (node: HeaderNode): number => 1 + Math.max(0, ...(node.children ?? []).map(depthOf));

function headerCells(block: BlockLayout, labelColumns: number): string[][] {
  const depth = Math.max(...block.form.columns.map(depthOf));
  const rows: string[][] = Array.from({ length: depth }, () => []);
  if (labelColumns > 0) rows[0]?.push(cell(block.form.corner, depth, labelColumns));
  const place = (nodes: readonly HeaderNode[], level: number): void => {
    for (const node of nodes) {
      rows[level]?.push(cell(node.label, node.children === undefined ? depth - level : 1, leafCount(node)));
      if (node.children !== undefined) place(node.children, level + 1);
    }
  };
  place(block.form.columns, 0);
  return rows;
}

function dataCells(layout: TableLayout, block: BlockLayout, text: CellText): string[][] {
  const { labelColumns } = layout.table;
  let above: readonly string[] = [];
  return plainRows(layout, block, text).map(({ path, figures }) => {
    const labels = path.flatMap((label, level) => {
      const isLeaf = level === path.length - 1;
      if (!isLeaf && above[level] === label) return [];
      const rows = isLeaf
        ? 1
        : block.rows.filter((row) => row.path[level] === label && row.path[level - 1] === path[level - 1])
            .length;
      return [cell(label, rows, isLeaf ? labelColumns - level : 1)];
    });
    above = path;
    return [...labels, ...figures.map((figure) => cell(figure, 1, 1))];
  });
}
