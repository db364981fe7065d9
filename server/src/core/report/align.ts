import type { Leaf } from '../forms/layout.ts';
import { similarity } from '../text/similarity.ts';
import type { SourceCell, SourceRow } from './grid.ts';
import { type Label, readLabel } from './label.ts';
import type { LabelMatch } from './report.ts';
import { core } from './vocabulary.ts';

/** A data row of the draft with the labels that stand before its figures. */
export interface LabelledRow {
  readonly source: SourceRow;
  readonly labels: readonly SourceCell[];
}

export interface Alignment {
  /** For each row: the leaf it is, and how that was told. */
  readonly rows: readonly (
    | { readonly leaf: Leaf; readonly how: LabelMatch; readonly outOfOrder: boolean }
    | undefined
  )[];
}

interface Match {
  readonly score: number;
  readonly how: LabelMatch;
}

const none: Match = { score: 0, how: 'position' };

/**
 * Finds which row of the form each row is: by its words in the form's order; then rows whose words fit but
 * whose order does not; then, between two recognised neighbours, rows whose label is lost or spoilt, when
 * their number leaves no choice. What still has no place stays unbound: no figure is moved on a guess.
 */
export function alignRows(rows: readonly LabelledRow[], leaves: readonly Leaf[]): Alignment {
  const matches = rows.map((row) => leaves.map((leaf) => matchOf(row, leaf)));
  const bound: ({ leaf: number; how: LabelMatch; outOfOrder: boolean } | undefined)[] = rows.map(
    () => undefined,
  );
  for (const [row, leaf] of inOrder(matches, leaves.length)) {
    bound[row] = { leaf, how: (matches[row]?.[leaf] ?? none).how, outOfOrder: false };
  }
  bindOutOfOrder(matches, bound, leaves.length);
  bindByGroup(rows, leaves, bound);
  bindByPosition(rows, leaves, bound);
  return {
    rows: bound.map((place) =>
      place === undefined ? undefined : { ...place, leaf: leaves[place.leaf] as Leaf },
    ),
  };
}

type Bound = ({ leaf: number; how: LabelMatch; outOfOrder: boolean } | undefined)[];

function matchOf(row: LabelledRow, leaf: Leaf): Match {
  const last = row.labels[row.labels.length - 1];
  if (last === undefined) return none;
  const written = readLabel(last.text);
  if (written.core === '') return none;
  const printed = readLabel(leaf.label);
  const exact = exactMatch(written, printed, leaf);
  if (exact !== undefined) return { ...exact, score: exact.score - (contradictsGroup(row, leaf) ? 0.4 : 0) };
  const inPath = collapsedMatch(written, leaf);
  if (inPath !== undefined) return inPath;
  const alike = similarity(written.core, printed.core);
  const numberFits =
    written.number !== undefined && written.level === printed.level && written.number === printed.number;
  if (alike >= 0.6 || (alike >= 0.45 && numberFits))
    return { score: 0.8 * alike - (contradictsGroup(row, leaf) ? 0.4 : 0), how: 'similar' };
  // A label cut off at either end still names its row when enough of it is left.
  const cutOff =
    written.core.length >= 4 && printed.core.includes(written.core) && !contradictsGroup(row, leaf);
  if (cutOff && (leaf.path.length > 1 || row.labels.length === 1)) return { score: 0.55, how: 'similar' };
  return none;
}

function exactMatch(written: Label, printed: Label, leaf: Leaf): Match | undefined {
  // （六）其他处理, 3.其他 and （七）总计 differ from columns and other rows by their numbers: a contradicting level counts.
  const penalty =
    written.level !== undefined &&
    printed.level !== undefined &&
    (written.level !== printed.level || written.number !== printed.number)
      ? 0.15
      : 0;
  if (written.core === printed.core) return { score: 1 - penalty, how: 'exact' };
  return leaf.node.aliases?.some((alias) => core(alias) === written.core)
    ? { score: 0.95 - penalty, how: 'alias' }
    : undefined;
}

/** `（三）不予公开 1.属于国家秘密` in one cell: group and row together. */
function collapsedMatch(written: Label, leaf: Leaf): Match | undefined {
  if (leaf.path.length < 2) return undefined;
  const parts = leaf.path.map(core);
  for (let from = 0; from < parts.length - 1; from++) {
    if (written.core === bareJoin(leaf.path.slice(from)) || written.core === parts.slice(from).join(''))
      return { score: 0.95, how: 'exact' };
  }
  return undefined;
}

function bareJoin(path: readonly string[]): string {
  const [first = '', ...rest] = path;
  return core(first) + rest.map((part) => core(`x${part}`).slice(1)).join('');
}

/** The group named beside the label is another one than the leaf's. */
function contradictsGroup(row: LabelledRow, leaf: Leaf): boolean {
  const groups = row.labels.slice(0, -1).map(({ text }) => core(text));
  const group = groups[groups.length - 1];
  if (group === undefined || leaf.path.length < 2) return false;
  return group.length >= 3 && !leaf.path.slice(0, -1).some((part) => similarity(core(part), group) >= 0.6);
}

/** The order-preserving assignment with the highest sum of scores, as pairs of row and leaf. */
function inOrder(matches: readonly (readonly Match[])[], leafCount: number): [number, number][] {
  const columns = leafCount + 1;
  const best = new Float64Array((matches.length + 1) * columns);
  for (let i = matches.length - 1; i >= 0; i--) {
    for (let j = leafCount - 1; j >= 0; j--) {
      const score = matches[i]?.[j]?.score ?? 0;
      const paired = score > 0 ? score + (best[(i + 1) * columns + j + 1] as number) : 0;
      best[i * columns + j] = Math.max(
        paired,
        best[(i + 1) * columns + j] as number,
        best[i * columns + j + 1] as number,
      );
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < matches.length && j < leafCount) {
    const here = best[i * columns + j] as number;
    const score = matches[i]?.[j]?.score ?? 0;
    if (score > 0 && Math.abs(here - score - (best[(i + 1) * columns + j + 1] as number)) < 1e-9)
      pairs.push([i++, j++]);
    else if (here === best[(i + 1) * columns + j]) i++;
    else j++;
  }
  return pairs;
}

function bindOutOfOrder(matches: readonly (readonly Match[])[], bound: Bound, leafCount: number): void {
  const taken = new Set(bound.flatMap((place) => (place === undefined ? [] : [place.leaf])));
  matches.forEach((row, index) => {
    if (bound[index] !== undefined) return;
    for (let leaf = 0; leaf < leafCount; leaf++) {
      const match = row[leaf] ?? none;
      if (match.score >= 0.8 && match.how !== 'similar' && !taken.has(leaf)) {
        bound[index] = { leaf, how: match.how, outOfOrder: true };
        taken.add(leaf);
        return;
      }
    }
  });
}

/** A row whose last label is its group's, its own being lost, is the group's first row when that has no other. */
function bindByGroup(rows: readonly LabelledRow[], leaves: readonly Leaf[], bound: Bound): void {
  const taken = new Set(bound.flatMap((place) => (place === undefined ? [] : [place.leaf])));
  rows.forEach((row, index) => {
    const last = row.labels[row.labels.length - 1];
    if (bound[index] !== undefined || last === undefined) return;
    const named = core(last.text);
    const first = leaves.findIndex(
      ({ path }) => path.length > 2 && core(path[path.length - 2] as string) === named,
    );
    if (first < 0 || taken.has(first) || !fitsBetween(bound, index, first)) return;
    bound[index] = { leaf: first, how: 'position', outOfOrder: false };
    taken.add(first);
  });
}

function fitsBetween(bound: Bound, row: number, leaf: number): boolean {
  const before = bound.slice(0, row).findLast((place) => place !== undefined && !place.outOfOrder);
  const after = bound.slice(row + 1).find((place) => place !== undefined && !place.outOfOrder);
  return (before === undefined || before.leaf < leaf) && (after === undefined || after.leaf > leaf);
}

function bindByPosition(rows: readonly LabelledRow[], leaves: readonly Leaf[], bound: Bound): void {
  let start = 0;
  let previousLeaf = -1;
  const close = (end: number, nextLeaf: number) => {
    const free: number[] = [];
    for (let i = start; i < end; i++) if (bound[i] === undefined) free.push(i);
    const gap: number[] = [];
    for (let leaf = previousLeaf + 1; leaf < nextLeaf; leaf++)
      if (!bound.some((place) => place?.leaf === leaf)) gap.push(leaf);
    if (free.length === 0 || free.length !== gap.length) return;
    const pairs = free.map((row, index): [number, number] => [row, gap[index] as number]);
    if (!pairs.every(([row, leaf]) => mayStandFor(rows[row] as LabelledRow, leaves[leaf] as Leaf))) return;
    for (const [row, leaf] of pairs) bound[row] = { leaf, how: 'position', outOfOrder: false };
  };
  for (let i = 0; i <= rows.length; i++) {
    const place = bound[i];
    if (i < rows.length && (place === undefined || place.outOfOrder)) continue;
    close(i, place?.leaf ?? leaves.length);
    if (place !== undefined) previousLeaf = place.leaf;
    start = i + 1;
  }
}

/** A lost label may be any row's; a legible foreign one is a row of its own unless it resembles the printed one. */
function mayStandFor(row: LabelledRow, leaf: Leaf): boolean {
  const last = row.labels[row.labels.length - 1];
  if (last === undefined) return true;
  const written = readLabel(last.text);
  if (written.core.length <= 1 || leaf.path.slice(0, -1).some((part) => core(part) === written.core))
    return true;
  const printed = readLabel(leaf.label);
  if (written.level !== undefined && written.level === printed.level && written.number === printed.number)
    return true;
  return similarity(written.core, printed.core) >= 0.3;
}
