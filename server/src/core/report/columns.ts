import type { BlockLayout, Leaf } from '../forms/layout.ts';
import { similarity } from '../text/similarity.ts';
import type { SourceCell, SourceRow } from './grid.ts';
import type { LabelMatch } from './report.ts';
import { core } from './vocabulary.ts';

/** Which grid column carries which column of the form, for the rows under one header. */
export interface ColumnMap {
  readonly block: BlockLayout;
  /** Grid column of each of the block's leaves; `undefined` where the table has no such column. */
  readonly at: readonly (number | undefined)[];
  readonly labels: readonly {
    readonly leaf: Leaf;
    readonly cell: SourceCell;
    readonly row: SourceRow;
    readonly how: LabelMatch;
  }[];
  readonly unknown: readonly {
    readonly cell: SourceCell;
    readonly row: SourceRow;
    readonly column: number;
  }[];
  /** Grid columns before the figures. */
  readonly labelColumns: number;
  readonly usable: boolean;
}

/** Maps by the words of the header rows; by counting from the right (or left) where they do not help. */
export function mapColumns(
  block: BlockLayout,
  headers: readonly SourceRow[],
  data: readonly SourceRow[],
): ColumnMap {
  const leaves = block.columns;
  const heads = bottomLabels(headers);
  const pairs = alignHeads(heads, leaves);
  if (pairs.length * 2 < leaves.length || pairs.length === 0) return byPosition(block, data);
  const at: (number | undefined)[] = leaves.map(() => undefined);
  const labels: ColumnMap['labels'][number][] = [];
  const taken = new Set<number>();
  const bind = (leaf: Leaf, index: number, head: Head, how: LabelMatch) => {
    at[index] = head.column;
    taken.add(head.column);
    if (head.cell !== undefined) labels.push({ leaf, cell: head.cell, row: head.row as SourceRow, how });
  };
  for (const pair of pairs) bind(leaves[pair.leaf] as Leaf, pair.leaf, heads[pair.head] as Head, pair.how);
  fillGaps(leaves, heads, pairs, data, bind, widthOf(headers, data));
  const mapped = at.filter((column): column is number => column !== undefined);
  const first = Math.min(...mapped);
  const unknown = heads.filter(
    (head) => head.cell !== undefined && head.column > first && !taken.has(head.column) && head.own,
  );
  return {
    block,
    at,
    labels,
    unknown: unknown.map((head) => ({
      cell: head.cell as SourceCell,
      row: head.row as SourceRow,
      column: head.column,
    })),
    labelColumns: first,
    usable: true,
  };
}

interface Head {
  readonly column: number;
  readonly cell: SourceCell | undefined;
  readonly row: SourceRow | undefined;
  /** The label begins at this column; a label spread over several columns belongs to its first. */
  readonly own: boolean;
}

/** For each grid column the lowest header text. */
function bottomLabels(headers: readonly SourceRow[]): Head[] {
  const heads: Head[] = [];
  for (const row of headers) {
    row.cells.forEach((cell, column) => {
      if (cell === undefined || cell.kind !== 'label') {
        heads[column] ??= { column, cell: undefined, row: undefined, own: false };
      } else {
        for (let i = 0; i < cell.cell.colSpan; i++)
          heads[column + i] = { column: column + i, cell, row, own: i === 0 };
      }
    });
  }
  return Array.from(heads, (head, column) => head ?? { column, cell: undefined, row: undefined, own: false });
}

interface Pair {
  readonly head: number;
  readonly leaf: number;
  readonly how: LabelMatch;
}

/** The order-preserving pairing of header texts and leaves with the greatest likeness. */
function alignHeads(heads: readonly Head[], leaves: readonly Leaf[]): Pair[] {
  const columns = leaves.length + 1;
  const best = new Float64Array((heads.length + 1) * columns);
  const scores = heads.map((head) => likenesses(head, leaves));
  for (let i = heads.length - 1; i >= 0; i--) {
    for (let j = leaves.length - 1; j >= 0; j--) {
      const score = scores[i]?.[j]?.score ?? 0;
      const paired = score > 0 ? score + (best[(i + 1) * columns + j + 1] as number) : 0;
      best[i * columns + j] = Math.max(
        paired,
        best[(i + 1) * columns + j] as number,
        best[i * columns + j + 1] as number,
      );
    }
  }
  const pairs: Pair[] = [];
  let i = 0;
  let j = 0;
  while (i < heads.length && j < leaves.length) {
    const here = best[i * columns + j] as number;
    const candidate = scores[i]?.[j];
    if (
      candidate !== undefined &&
      candidate.score > 0 &&
      Math.abs(here - candidate.score - (best[(i + 1) * columns + j + 1] as number)) < 1e-9
    ) {
      pairs.push({ head: i++, leaf: j++, how: candidate.how });
    } else if (here === best[(i + 1) * columns + j]) i++;
    else j++;
  }
  return pairs;
}

interface Likeness {
  readonly score: number;
  readonly how: LabelMatch;
}

const unlike: Likeness = { score: 0, how: 'position' };

/** Words that are printed so are not compared any further; spoilt ones stand only for what they resemble most. */
function likenesses(head: Head, leaves: readonly Leaf[]): readonly Likeness[] {
  if (head.cell === undefined || !head.own) return leaves.map(() => unlike);
  const written = core(head.cell.text);
  const exact = leaves.map(({ label, node }): Likeness => {
    if ([label, ...(node.accepted ?? [])].some((printed) => core(printed) === written))
      return { score: 1, how: 'exact' };
    return node.aliases?.some((alias) => core(alias) === written) === true
      ? { score: 0.95, how: 'alias' }
      : unlike;
  });
  if (exact.some(({ score }) => score > 0)) return exact;
  const alike = leaves.map(({ label }) => similarity(written, core(label)));
  const best = Math.max(...alike);
  return alike.map((value) =>
    value >= 0.6 && value === best ? { score: value * 0.8, how: 'similar' } : unlike,
  );
}

/** Between two recognised neighbours, as many unrecognised columns as the form has there are those columns, if figures stand in them. */
function fillGaps(
  leaves: readonly Leaf[],
  heads: readonly Head[],
  pairs: readonly Pair[],
  data: readonly SourceRow[],
  bind: (leaf: Leaf, index: number, head: Head, how: LabelMatch) => void,
  width: number,
): void {
  const edges = [...pairs, { head: width, leaf: leaves.length, how: 'exact' as const }];
  let previous: { head: number; leaf: number } | undefined;
  for (const pair of edges) {
    const missing = pair.leaf - (previous?.leaf ?? -1) - 1;
    // Before the first recognised column stand the label columns, so counting goes backwards from it.
    const free = previous === undefined ? Math.min(missing, pair.head) : pair.head - previous.head - 1;
    if (missing > 0 && free === missing) {
      for (let k = 1; k <= missing; k++) {
        const column = pair.head - k;
        const leaf = pair.leaf - k;
        const head = heads[column] ?? { column, cell: undefined, row: undefined, own: false };
        if (holdsFigures(column, head, data) && (previous !== undefined || column > 0))
          bind(leaves[leaf] as Leaf, leaf, head, 'position');
      }
    }
    previous = pair;
  }
}

/** More numbers than words stand in the column; where nothing is filled in yet, it has a heading. */
function holdsFigures(column: number, head: Head, data: readonly SourceRow[]): boolean {
  const kinds = data.map((row) => row.cells[column]?.kind);
  const numbers = kinds.filter((kind) => kind === 'number').length;
  const words = kinds.filter((kind) => kind === 'label').length;
  return numbers > words || (head.own && words === 0);
}

function widthOf(headers: readonly SourceRow[], data: readonly SourceRow[]): number {
  return Math.max(
    0,
    ...headers.map((row) => row.width),
    ...data.map((row) => Math.min(row.cells.length, row.width)),
  );
}

/**
 * No usable header: the figures are the last columns, or follow the labels where the table is wider, as the
 * numbers show. A table with fewer columns than the form has none that could be told.
 */
function byPosition(block: BlockLayout, data: readonly SourceRow[]): ColumnMap {
  const leaves = block.columns;
  const width = Math.max(0, ...data.map((row) => row.width));
  const labelled = labelColumnsOf(data);
  const room = width - leaves.length;
  // 表二 is as wide as its widest block: the figures of a narrow one stand at the left.
  const choices = leaves.length === 1 || block.form.title !== undefined ? [labelled, room] : [room, labelled];
  const first = best(
    choices.filter((choice) => choice >= 0 && choice <= room),
    (choice) => evidence(data, choice, leaves.length),
  );
  return {
    block,
    at: leaves.map((_, index) => (first === undefined ? undefined : first + index)),
    labels: [],
    unknown: [],
    labelColumns: first ?? labelled,
    usable: false,
  };
}

/** Numbers inside the figure columns, less numbers outside and words inside. */
function evidence(data: readonly SourceRow[], first: number, count: number): number {
  let sum = 0;
  for (const row of data) {
    row.cells.forEach((cell, column) => {
      const inside = column >= first && column < first + count;
      if (cell?.kind === 'number') sum += inside ? 1 : -1;
      else if (cell?.kind === 'label' && inside) sum -= 1;
    });
  }
  return sum;
}

/** The first of the choices with the greatest value. */
function best(choices: readonly number[], worth: (choice: number) => number): number | undefined {
  const values = choices.map(worth);
  return choices[values.indexOf(Math.max(...values))];
}

/** Columns of labels, as at least two rows show; a single word in a figure's cell makes no such column. */
function labelColumnsOf(data: readonly SourceRow[]): number {
  const counts = data.map(leadingLabels).sort((a, b) => b - a);
  return counts[1] ?? counts[0] ?? 0;
}

function leadingLabels(row: SourceRow): number {
  let last = 0;
  row.cells.forEach((cell, column) => {
    if (cell?.kind === 'label' && column === last) last = column + 1;
    else if (
      cell?.kind !== 'label' &&
      cell?.kind !== 'number' &&
      column === last &&
      row.cells[column + 1]?.kind === 'label'
    )
      last = column + 1;
  });
  return last;
}
