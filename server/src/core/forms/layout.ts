import { Notes } from '../text/notes.ts';
import { quoted } from '../text/quoted.ts';
import { type FigureAddress, figureAddress } from './address.ts';
import type { FigureKind, Form, FormBlock, FormNode, FormTable } from './form.ts';

/** A row or column that carries figures, with the labels printed above it, outermost first. */
export interface Leaf {
  readonly node: FormNode;
  readonly label: string;
  readonly id: string | undefined;
  /** Printed labels from the outermost group to the leaf itself. */
  readonly path: readonly string[];
  /** Position among all leaves of the table. */
  readonly index: number;
  readonly block: BlockLayout;
}

export interface BlockLayout {
  readonly form: FormBlock;
  readonly index: number;
  readonly rows: readonly Leaf[];
  readonly columns: readonly Leaf[];
}

/** Where a figure stands in its form. */
export interface FigureForm {
  readonly address: FigureAddress;
  readonly table: FormTable;
  readonly row: Leaf;
  readonly column: Leaf;
  readonly kind: FigureKind;
}

/** A table of a form with its trees flattened; one object for each table, computed once. */
export interface TableLayout {
  readonly form: Form;
  readonly table: FormTable;
  readonly blocks: readonly BlockLayout[];
  readonly rows: readonly Leaf[];
  /** All figures in printed order. */
  readonly figures: readonly FigureForm[];
  /** The same by their rows. */
  readonly figuresOf: ReadonlyMap<Leaf, readonly FigureForm[]>;
}

const cache = new Notes<FormTable, TableLayout>();

export function layoutOf(form: Form, table: FormTable): TableLayout {
  return cache.of(table, () => makeLayout(form, table));
}

/** The layouts of all tables of a form, in printed order. */
export function layoutsOf(form: Form): readonly TableLayout[] {
  return form.tables.map((table) => layoutOf(form, table));
}

/** The figure at a row and column of one block. */
export function figureForm(table: FormTable, row: Leaf, column: Leaf): FigureForm {
  return {
    address: figureAddress(table.id, row.id, column.id ?? ''),
    table,
    row,
    column,
    kind: column.node.kind ?? 'count',
  };
}

/** How a figure is named to a person: `“本年新收…”行“总计”列`, or the header path where the row has no name. */
export function figureName(figure: FigureForm): string {
  const columns = figure.column.path;
  const column = columns[columns.length - 1] ?? '';
  if (figure.row.label === '') return quoted(columns.slice(-2).join('—'));
  return `${quoted(plainLabel(figure.row.label))}行${quoted(plainLabel(column))}列`;
}

/** A printed label without the explanation in brackets behind it: `（二）部分公开`. */
export function shortLabel(label: string): string {
  const bracket = label.indexOf('（', 1);
  return bracket > 1 ? label.slice(0, bracket) : label;
}

/** A short label without its number: `本年新收政府信息公开申请数量`, `予以公开`. */
export function plainLabel(label: string): string {
  return shortLabel(label).replace(/^(?:[一二三四五六七]、|（[一二三四五六七]）|[1-9]\.)/, '');
}

/** What a row or column is called in a sum: the short name that the form gives it, else its label. */
export function leafName({ node, label }: Leaf): string {
  return node.short ?? plainLabel(label);
}

function makeLayout(form: Form, table: FormTable): TableLayout {
  let rowIndex = 0;
  let columnIndex = 0;
  const blocks = table.blocks.map((block, index): BlockLayout => {
    const rows: Leaf[] = [];
    const columns: Leaf[] = [];
    const layout: BlockLayout = { form: block, index, rows, columns };
    collect(block.rows, [], (node, path) =>
      rows.push({ node, label: node.label, id: node.id, path, index: rowIndex++, block: layout }),
    );
    collect(block.columns, [], (node, path) =>
      columns.push({ node, label: node.label, id: node.id, path, index: columnIndex++, block: layout }),
    );
    return layout;
  });
  const rows = blocks.flatMap((block) => block.rows);
  const figuresOf = new Map(
    rows.map((row) => [row, row.block.columns.map((column) => figureForm(table, row, column))] as const),
  );
  return { form, table, blocks, rows, figures: [...figuresOf.values()].flat(), figuresOf };
}

function collect(
  nodes: readonly FormNode[],
  above: readonly string[],
  visit: (node: FormNode, path: readonly string[]) => void,
): void {
  for (const node of nodes) {
    const path = [...above, node.label];
    if (node.children === undefined) visit(node, path);
    else collect(node.children, path, visit);
  }
}
