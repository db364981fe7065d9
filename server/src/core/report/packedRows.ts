import type { BlockLayout, TableLayout } from '../forms/layout.ts';
import { headerGrid } from '../forms/markdown.ts';
import { readValue } from './value.ts';
import { core, type Vocabulary, vocabularyOf } from './vocabulary.ts';

/**
 * Rows of cells without those that merged cells cover, as a browser copies a table, in the official layout: the
 * header rows of the form, labels to the left, figures in their columns. A row has as many cells behind its labels
 * as the form has columns, but for blank ones that fill it up; `undefined` where any has not.
 */
export function unpacked(
  rows: readonly (readonly string[])[],
  layout: TableLayout,
): readonly (readonly string[])[] | undefined {
  const [block, ...others] = layout.blocks;
  if (block === undefined || others.length > 0) return undefined;
  const words = vocabularyOf(layout);
  const from = rows.findIndex((row) => !isHeader(row, words));
  const heads = rows.slice(0, from);
  if (!namesAll(heads, block, words) || !heads.some(([first = '']) => isColumn(first, words)))
    return undefined;
  const { labelColumns } = layout.table;
  const body: (readonly string[])[] = [];
  for (const row of rows.slice(from)) {
    const found = row.findIndex((cell) => !isLabel(cell));
    const labels = row.slice(0, found < 0 ? row.length : found);
    const figures = row.slice(labels.length);
    const surplus = figures.slice(block.columns.length);
    const name = core(labels.at(-1) ?? '');
    const isGroup = figures.every((cell) => cell === '') && words.rowGroups.has(name);
    const isRow = labels.length === 0 ? labelColumns === 0 : words.rows.has(name);
    if (labels.length > labelColumns || surplus.some((cell) => cell !== '')) return undefined;
    if (!isGroup && (!isRow || figures.length < block.columns.length)) return undefined;
    const blanks = Array<string>(labelColumns - labels.length).fill('');
    body.push([...labels, ...blanks, ...figures.slice(0, block.columns.length)]);
  }
  return [...headerGrid(layout), ...body];
}

/** Words of columns and their groups alone. */
function isHeader(row: readonly string[], words: Vocabulary): boolean {
  return row.every((cell) => cell === '' || isColumn(cell, words) || words.columnGroups.has(core(cell)));
}

function isColumn(cell: string, words: Vocabulary): boolean {
  return words.columns.has(core(cell));
}

/** Every column of the form has its name in the header. */
function namesAll(heads: readonly (readonly string[])[], block: BlockLayout, words: Vocabulary): boolean {
  const named = new Set(heads.flat().flatMap((cell) => words.columns.get(core(cell)) ?? []));
  return block.columns.every((leaf) => named.has(leaf));
}

function isLabel(cell: string): boolean {
  return readValue(cell).kind === 'unreadable';
}
