import type { Form, FormNode, TableId } from '../forms/form.ts';
import { forms } from '../forms/forms.ts';
import { type Leaf, layoutsOf, type TableLayout } from '../forms/layout.ts';
import { memoByIdentity } from '../text/memo.ts';
import { readLabel } from './label.ts';

/** The words of one table of a form, ready to be compared. */
export interface Vocabulary {
  /** Leaves by the bare words of their label and aliases. */
  readonly rows: ReadonlyMap<string, readonly Leaf[]>;
  readonly columns: ReadonlyMap<string, readonly Leaf[]>;
  /** Bare words of labels that group rows (三、本年度办理结果, （三）不予公开). */
  readonly rowGroups: ReadonlySet<string>;
  /** Bare words of labels that group columns, and of the corners. */
  readonly columnGroups: ReadonlySet<string>;
  /** Bare words of the blocks' titles. */
  readonly titles: ReadonlySet<string>;
}

export const vocabularyOf = memoByIdentity((layout: TableLayout): Vocabulary => {
  const rowGroups = new Set<string>();
  const columnGroups = new Set<string>();
  const titles = new Set<string>();
  for (const { form } of layout.blocks) {
    if (form.title !== undefined) titles.add(core(form.title));
    if (form.corner !== '') columnGroups.add(core(form.corner));
    addGroups(form.rows, rowGroups);
    addGroups(form.columns, columnGroups);
  }
  return {
    rows: byCore(layout.rows),
    columns: byCore(layout.blocks.flatMap((block) => block.columns)),
    rowGroups,
    columnGroups,
    titles,
  };
});

/** Every word of every table of some forms, with the tables in which it occurs. */
const tablesByWord = memoByIdentity((some: readonly Form[]): ReadonlyMap<string, ReadonlySet<TableId>> => {
  const tables = new Map<string, Set<TableId>>();
  for (const layout of some.flatMap(layoutsOf)) {
    const { rows, columns, rowGroups, columnGroups, titles } = vocabularyOf(layout);
    for (const word of [...rows.keys(), ...columns.keys(), ...rowGroups, ...columnGroups, ...titles]) {
      const known = tables.get(word);
      if (known === undefined) tables.set(word, new Set([layout.table.id]));
      else known.add(layout.table.id);
    }
  }
  return tables;
});

/** The bare words of all rows, columns, groups and titles of all forms, with the tables that have them. */
export function wordsOfForms(): ReadonlyMap<string, ReadonlySet<TableId>> {
  return tablesByWord(forms);
}

/** The bare words of a label, its number left out. */
export function core(label: string): string {
  return readLabel(label).core;
}

/** A label without a remark in brackets behind it: 采购总金额（万元，保留四位小数）. */
export function withoutRemark(label: string): string {
  const text = label.trimEnd();
  const open = Math.max(text.lastIndexOf('（'), text.lastIndexOf('('));
  return open > 0 && /^[^）)]*[）)]$/.test(text.slice(open + 1)) ? text.slice(0, open) : label;
}

function byCore(leaves: readonly Leaf[]): Map<string, Leaf[]> {
  const map = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    for (const wording of [leaf.label, ...(leaf.node.accepted ?? []), ...(leaf.node.aliases ?? [])]) {
      const key = core(wording);
      if (key === '') continue;
      const same = map.get(key);
      if (same === undefined) map.set(key, [leaf]);
      else if (!same.includes(leaf)) same.push(leaf);
    }
  }
  return map;
}

function addGroups(nodes: readonly FormNode[], groups: Set<string>): void {
  for (const node of nodes) {
    if (node.children === undefined) continue;
    groups.add(core(node.label));
    addGroups(node.children, groups);
  }
}
