import type { BlockLayout, Leaf } from '../forms/layout.ts';
import { memoByIdentity } from '../text/memo.ts';
import { similarity } from '../text/similarity.ts';
import type { SourceCell, SourceRow } from './grid.ts';
import type { LabelMatch } from './report.ts';
import { core, withoutRemark } from './vocabulary.ts';

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
  /** Columns behind the form's last that have a heading, or figures in every row: they belong to the table, not to one row. */
  readonly surplus: readonly number[];
  /** Grid columns before the figures. */
  readonly labelColumns: number;
  readonly usable: boolean;
}

/**
 * Maps by the words of the header rows; by counting where they do not help. Where header and figures do not
 * stand above each other, the figures' own columns count, if they are as many as the form has, else none.
 */
export function mapColumns(
  block: BlockLayout,
  headers: readonly SourceRow[],
  data: readonly SourceRow[],
): ColumnMap {
  const heads = bottomLabels(headers);
  const pairs = alignHeads(heads, block.columns);
  const counted = () => withHeads(byPosition(block, data), heads);
  if (pairs === undefined || pairs.length * 2 < block.columns.length || pairs.length === 0) return counted();
  const named = byNames(block, heads, pairs, headers, data);
  if (!standsBeside(named, heads, data)) return named;
  const map = counted();
  const isExact = map.at[0] !== undefined && figureColumns(data).every((column) => map.at.includes(column));
  if (isExact) return map;
  return named.at.every((column) => column !== undefined)
    ? named
    : { ...map, at: block.columns.map(() => undefined) };
}

/** Columns that were counted, with what is written over them: it may be anything. */
function withHeads(map: ColumnMap, heads: readonly Head[]): ColumnMap {
  const { block, at } = map;
  const names = namesOf(block.columns);
  const labels = block.columns.flatMap((leaf, index) => {
    const head = heads[at[index] ?? -1];
    if (head?.cell === undefined || head.row === undefined || !isNamed(head, block)) return [];
    const { how } = likenesses(head, names)[index] ?? unlike;
    return [{ leaf, cell: head.cell, row: head.row, how }];
  });
  return { ...map, labels };
}

/** Figures stand in a column that has no heading: the header may have slipped. */
function standsBeside(map: ColumnMap, heads: readonly Head[], data: readonly SourceRow[]): boolean {
  return figureColumns(data).some((column) => !map.at.includes(column) && !isNamed(heads[column], map.block));
}

/** A text of the column's own stands above it, not just the name of a group of columns. */
function isNamed(head: Head | undefined, block: BlockLayout): boolean {
  return head?.cell !== undefined && head.own && !namesOf(block.columns).groups.has(core(head.cell.text));
}

/** Grid columns in which numbers stand in more than half of the rows that have any. */
function figureColumns(data: readonly SourceRow[]): number[] {
  const counts: number[] = [];
  let filled = 0;
  for (const row of data) {
    if (row.cells.some((cell) => cell?.kind === 'number')) filled++;
    row.cells.forEach((cell, column) => {
      if (cell?.kind === 'number') counts[column] = (counts[column] ?? 0) + 1;
    });
  }
  return Array.from(counts, (count, column) => ((count ?? 0) * 2 > filled ? column : -1)).filter(
    (column) => column >= 0,
  );
}

function byNames(
  block: BlockLayout,
  heads: readonly Head[],
  pairs: readonly Pair[],
  headers: readonly SourceRow[],
  data: readonly SourceRow[],
): ColumnMap {
  const leaves = block.columns;
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
    (head) => head.column > first && !taken.has(head.column) && isNamed(head, block),
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
    surplus: surplusColumns(block, Math.max(...mapped), heads, data),
    labelColumns: first,
    usable: true,
  };
}

/** In 表二 a column behind those of a narrow block is one of the wider blocks'. */
function surplusColumns(
  block: BlockLayout,
  last: number,
  heads: readonly Head[],
  data: readonly SourceRow[],
): number[] {
  if (block.form.title !== undefined) return [];
  const filled = data.filter((row) => row.cells.some((cell) => cell?.kind === 'number'));
  const width = Math.max(0, ...data.map((row) => row.width));
  return Array.from({ length: width }, (_, column) => column).filter(
    (column) =>
      column > last &&
      (isNamed(heads[column], block) || filled.every((row) => row.cells[column]?.kind === 'number')),
  );
}

interface Head {
  readonly column: number;
  readonly cell: SourceCell | undefined;
  readonly row: SourceRow | undefined;
  /** The label begins at this column; a label spread over several columns belongs to its first. */
  readonly own: boolean;
  /** Bare words of the nearest label at or left of it in each row above. */
  readonly above: readonly string[];
}

/** For each grid column the lowest header text. */
function bottomLabels(headers: readonly SourceRow[]): Head[] {
  const width = Math.max(0, ...headers.map((row) => row.cells.length));
  const heads: Head[] = Array.from({ length: width }, (_, column) => nameless(column));
  const above: string[][] = heads.map(() => []);
  for (const row of headers) {
    let left: string | undefined;
    const groups: (string | undefined)[] = [];
    row.cells.forEach((cell, column) => {
      if (cell?.kind === 'label') {
        left = core(cell.text);
        for (let i = 0; i < cell.cell.colSpan && column + i < width; i++)
          heads[column + i] = { column: column + i, cell, row, own: i === 0, above: above[column + i] ?? [] };
      }
      groups[column] = left;
    });
    groups.forEach((group, column) => {
      if (group !== undefined) above[column] = [...(above[column] ?? []), group];
    });
  }
  return heads;
}

function nameless(column: number): Head {
  return { column, cell: undefined, row: undefined, own: false, above: [] };
}

interface Pair {
  readonly head: number;
  readonly leaf: number;
  readonly how: LabelMatch;
}

/**
 * The order-preserving pairing of header texts and leaves with the greatest likeness; `undefined` where
 * there are several, as there are when names occur more than once and groups do not tell them apart.
 */
function alignHeads(heads: readonly Head[], leaves: readonly Leaf[]): Pair[] | undefined {
  const names = namesOf(leaves);
  const scores = heads.map((head) => likenesses(head, names));
  const pairs = bestPairs(heads.length, leaves.length, (head, leaf) => scores[head]?.[leaf]?.score ?? 0);
  if (pairs.length < leaves.length && names.hasRepeated) {
    // The same from the other end: where both agree there is but one.
    const mirrored = bestPairs(
      heads.length,
      leaves.length,
      (head, leaf) => scores[heads.length - 1 - head]?.[leaves.length - 1 - leaf]?.score ?? 0,
    );
    const isSame = mirrored.every(([head, leaf]) =>
      pairs.some(([h, l]) => h === heads.length - 1 - head && l === leaves.length - 1 - leaf),
    );
    if (!isSame) return undefined;
  }
  return pairs.map(([head, leaf]) => ({ head, leaf, how: scores[head]?.[leaf]?.how ?? 'position' }));
}

function bestPairs(
  headCount: number,
  leafCount: number,
  scoreOf: (head: number, leaf: number) => number,
): [number, number][] {
  const columns = leafCount + 1;
  const best = new Float64Array((headCount + 1) * columns);
  const at = (head: number, leaf: number) => best[head * columns + leaf] as number;
  for (let i = headCount - 1; i >= 0; i--) {
    for (let j = leafCount - 1; j >= 0; j--) {
      const score = scoreOf(i, j);
      best[i * columns + j] = Math.max(score > 0 ? score + at(i + 1, j + 1) : 0, at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < headCount && j < leafCount) {
    const score = scoreOf(i, j);
    if (score > 0 && Math.abs(at(i, j) - score - at(i + 1, j + 1)) < 1e-9) pairs.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}

interface Likeness {
  readonly score: number;
  readonly how: LabelMatch;
}

const unlike: Likeness = { score: 0, how: 'position' };

/** The printed names of a block's columns, ready to be compared. */
interface Names {
  readonly leaves: readonly {
    readonly words: string;
    readonly aliases: readonly string[];
    readonly groups: readonly string[];
    /** Another column has the same name: only its group tells it apart. */
    readonly isRepeated: boolean;
  }[];
  readonly groups: ReadonlySet<string>;
  readonly hasRepeated: boolean;
}

const namesOf = memoByIdentity((leaves: readonly Leaf[]): Names => {
  const words = leaves.map(({ label }) => core(label));
  const entries = leaves.map(({ node, path }, index) => ({
    words: words[index] as string,
    aliases: (node.aliases ?? []).map(core),
    groups: path.slice(0, -1).map(core),
    isRepeated: words.indexOf(words[index] as string) !== words.lastIndexOf(words[index] as string),
  }));
  return {
    leaves: entries,
    groups: new Set(entries.flatMap(({ groups }) => groups)),
    hasRepeated: entries.some(({ isRepeated }) => isRepeated),
  };
});

/** Words that are printed so are not compared any further; spoilt ones stand only for what they resemble most. */
function likenesses(head: Head, { leaves, groups }: Names): readonly Likeness[] {
  if (head.cell === undefined || !head.own) return leaves.map(() => unlike);
  const written = core(head.cell.text);
  const plain = core(withoutRemark(head.cell.text));
  const above = head.above.filter((words) => groups.has(words));
  const exact = leaves.map((leaf): Likeness => {
    // The heading above is that of another group of columns.
    if (leaf.isRepeated && above.some((words) => !leaf.groups.includes(words))) return unlike;
    if (written === leaf.words || plain === leaf.words) return { score: 1, how: 'exact' };
    return leaf.aliases.includes(written) ? { score: 0.95, how: 'alias' } : unlike;
  });
  if (exact.some(({ score }) => score > 0)) return exact;
  const alike = leaves.map(({ words }) => similarity(written, words));
  const greatest = Math.max(...alike);
  return alike.map((value) =>
    value >= 0.6 && value === greatest ? { score: value * 0.8, how: 'similar' } : unlike,
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
    const columns = Array.from({ length: missing }, (_, k) => pair.head - missing + k);
    const holds = (column: number) => holdsFigures(column, heads[column] ?? nameless(column), data);
    // Before the first recognised column stand the label columns: there, all of those missing must be figures.
    const isTold =
      previous === undefined
        ? (columns[0] ?? 0) > 0 && columns.every(holds)
        : pair.head - previous.head - 1 === missing;
    for (const [k, column] of columns.entries()) {
      const leaf = pair.leaf - missing + k;
      if (isTold && holds(column))
        bind(leaves[leaf] as Leaf, leaf, heads[column] ?? nameless(column), 'position');
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
  const labelled = Math.max(labelColumnsOf(data), block.rows.some(({ label }) => label !== '') ? 1 : 0);
  const room = width - leaves.length;
  // 表二 is as wide as its widest block: the figures of a narrow one stand at the left.
  const choices = leaves.length === 1 || block.form.title !== undefined ? [labelled, room] : [room, labelled];
  const isFilled = (column: number) => data.some((row) => row.cells[column]?.kind === 'number');
  const likely = best(
    choices.filter((choice) => choice >= labelled && choice <= room),
    (choice) => evidence(data, choice, leaves.length),
  );
  // A first column without a number, beside others that have some, may as well be a column of labels.
  const isPlain =
    likely !== undefined && (isFilled(likely) || !leaves.some((_, index) => isFilled(likely + index)));
  const first = isPlain ? likely : undefined;
  return {
    block,
    at: leaves.map((_, index) => (first === undefined ? undefined : first + index)),
    labels: [],
    unknown: [],
    surplus: [],
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
