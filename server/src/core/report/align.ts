import type { Leaf } from '../forms/layout.ts';
import { memoByIdentity } from '../text/memo.ts';
import { similarity } from '../text/similarity.ts';
import type { SourceCell, SourceRow } from './grid.ts';
import { type Label, readLabel } from './label.ts';
import type { LabelMatch } from './report.ts';
import { core, withoutRemark } from './vocabulary.ts';

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
  const printed = printedOf(leaves);
  const matches = rows.map((row) => matchesOf(row, printed));
  const bound: Bound = rows.map(() => undefined);
  for (const [row, leaf] of inOrder(matches, leaves.length)) {
    bound[row] = { leaf, how: (matches[row]?.[leaf] ?? none).how, outOfOrder: false };
  }
  bindOutOfOrder(matches, bound, leaves.length);
  bindByPosition(rows, matches, printed, bound);
  return {
    rows: bound.map((place) =>
      place === undefined ? undefined : { ...place, leaf: leaves[place.leaf] as Leaf },
    ),
  };
}

type Bound = ({ leaf: number; how: LabelMatch; outOfOrder: boolean } | undefined)[];

/** The printed labels of a form's rows, ready to be looked up. */
interface Printed {
  readonly leaves: readonly {
    readonly leaf: Leaf;
    readonly label: Label;
    /** Bare words of its groups, outermost first. */
    readonly groups: readonly string[];
  }[];
  /** By the bare words of a label, an alias, or group and label in one: the leaves that it may be. */
  readonly byWords: ReadonlyMap<string, readonly { readonly leaf: number; readonly match: Match }[]>;
}

const printedOf = memoByIdentity((leaves: readonly Leaf[]): Printed => {
  const byWords = new Map<string, { leaf: number; match: Match }[]>();
  const enter = (words: string, leaf: number, match: Match) => {
    const same = byWords.get(words) ?? [];
    if (words !== '' && !same.some((entry) => entry.leaf === leaf))
      byWords.set(words, [...same, { leaf, match }]);
  };
  leaves.forEach((leaf, index) => {
    enter(core(leaf.label), index, { score: 1, how: 'exact' });
    for (const accepted of leaf.node.accepted ?? []) enter(core(accepted), index, { score: 1, how: 'exact' });
    for (const alias of leaf.node.aliases ?? []) enter(core(alias), index, { score: 0.95, how: 'alias' });
    // `（三）不予公开 1.属于国家秘密` in one cell: group and row together, with the row's number or without.
    for (let from = 0; from < leaf.path.length - 1; from++) {
      const path = leaf.path.slice(from);
      enter(bareJoin(path), index, { score: 0.95, how: 'exact' });
      enter(path.map(core).join(''), index, { score: 0.95, how: 'exact' });
    }
  });
  return {
    leaves: leaves.map((leaf) => ({
      leaf,
      label: readLabel(leaf.label),
      groups: leaf.path.slice(0, -1).map(core),
    })),
    byWords,
  };
});

/** For each leaf how well the row's own label fits; words that are printed so are not compared any further. */
function matchesOf(row: LabelledRow, printed: Printed): readonly Match[] {
  const matches: Match[] = printed.leaves.map(() => none);
  const last = row.labels[row.labels.length - 1];
  if (last === undefined) return matches;
  const written = readLabel(last.text);
  if (written.core === '') return matches;
  const group = groupBeside(row);
  const exact =
    printed.byWords.get(written.core) ?? printed.byWords.get(core(withoutRemark(last.text))) ?? [];
  for (const { leaf, match } of exact) {
    const entry = printed.leaves[leaf] as Printed['leaves'][number];
    const score = match.score - numberPenalty(written, entry.label) - groupPenalty(group, entry.groups);
    matches[leaf] = { ...match, score };
  }
  if (exact.length === 0) matchSimilar(row, written, group, printed, matches);
  return matches;
}

/** Only the leaf that a spoilt label resembles most can be meant by it. */
function matchSimilar(
  row: LabelledRow,
  written: Label,
  group: string | undefined,
  printed: Printed,
  matches: Match[],
): void {
  let best = 0;
  printed.leaves.forEach(({ leaf, label, groups }, index) => {
    const alike = similarity(written.core, label.core);
    const contradicts = groupPenalty(group, groups);
    let score = 0;
    if (alike >= 0.6 || (alike >= 0.45 && sameNumber(written, label))) score = 0.8 * alike - contradicts;
    // A label cut off at either end still names its row when enough of it is left.
    else if (
      written.core.length >= 4 &&
      label.core.includes(written.core) &&
      contradicts === 0 &&
      (leaf.path.length > 1 || row.labels.length === 1)
    )
      score = 0.55;
    if (score > 0) matches[index] = { score, how: 'similar' };
    best = Math.max(best, score);
  });
  matches.forEach(({ score }, index) => {
    if (score < best) matches[index] = none;
  });
}

/** （六）其他处理, 3.其他 and （七）总计 differ from columns and other rows by their numbers: another number counts. */
function numberPenalty(written: Label, printed: Label): number {
  return written.level !== undefined && printed.level !== undefined && !sameNumber(written, printed)
    ? 0.15
    : 0;
}

function sameNumber(written: Label, printed: Label): boolean {
  return written.number !== undefined && written.level === printed.level && written.number === printed.number;
}

function bareJoin(path: readonly string[]): string {
  const [first = '', ...rest] = path;
  return core(first) + rest.map((part) => core(`x${part}`).slice(1)).join('');
}

/** The group named beside a row's own label. */
function groupBeside(row: LabelledRow): string | undefined {
  const beside = row.labels[row.labels.length - 2];
  return beside === undefined ? undefined : core(beside.text);
}

/** The group named beside the label is another one than the leaf's. */
function groupPenalty(group: string | undefined, groups: readonly string[]): number {
  if (group === undefined || group.length < 3 || groups.length === 0) return 0;
  return groups.includes(group) || groups.some((part) => similarity(part, group) >= 0.6) ? 0 : 0.4;
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

/**
 * Between two recognised rows, as many unrecognised ones as the form has there are those rows; failing
 * that, as many that name their group, their own label being lost, as the form has of that group there.
 */
function bindByPosition(
  rows: readonly LabelledRow[],
  matches: readonly (readonly Match[])[],
  printed: Printed,
  bound: Bound,
): void {
  const taken = new Set(bound.map((place) => place?.leaf));
  const bindAll = (free: readonly number[], gap: readonly number[]): boolean => {
    if (free.length === 0 || free.length !== gap.length) return false;
    const pairs = free.map((row, index): [number, number] => [row, gap[index] as number]);
    if (!pairs.every(([row, leaf]) => mayStandFor(row, leaf))) return false;
    for (const [row, leaf] of pairs) bound[row] = { leaf, how: 'position', outOfOrder: false };
    return true;
  };
  /** A lost label may be any row's; a legible foreign one is a row of its own unless it resembles the printed one. */
  const mayStandFor = (row: number, leaf: number): boolean => {
    if (matches[row]?.some(({ score }, index) => score > 0 && index !== leaf)) return false;
    const labels = rows[row]?.labels ?? [];
    const last = labels[labels.length - 1];
    const { label, groups } = printed.leaves[leaf] as Printed['leaves'][number];
    if (last === undefined) return true;
    const written = readLabel(last.text);
    return (
      written.core.length <= 1 ||
      groups.includes(written.core) ||
      sameNumber(written, label) ||
      similarity(written.core, label.core) >= 0.3
    );
  };
  let start = 0;
  let previousLeaf = -1;
  const close = (end: number, nextLeaf: number) => {
    const free: number[] = [];
    for (let i = start; i < end; i++) if (bound[i] === undefined) free.push(i);
    const gap: number[] = [];
    for (let leaf = previousLeaf + 1; leaf < nextLeaf; leaf++) if (!taken.has(leaf)) gap.push(leaf);
    if (bindAll(free, gap)) return;
    const named = free.map((row) => lastWords(rows[row]));
    for (const group of new Set(gap.flatMap((leaf) => printed.leaves[leaf]?.groups.slice(1) ?? []))) {
      const ofGroup = free.filter((_, index) => named[index] === group);
      const places = gap.filter((leaf) => printed.leaves[leaf]?.groups.includes(group));
      bindAll(ofGroup, places);
    }
  };
  for (let i = 0; i <= rows.length; i++) {
    const place = bound[i];
    if (i < rows.length && (place === undefined || place.outOfOrder)) continue;
    close(i, place?.leaf ?? printed.leaves.length);
    if (place !== undefined) previousLeaf = place.leaf;
    start = i + 1;
  }
}

function lastWords(row: LabelledRow | undefined): string | undefined {
  const last = row?.labels[row.labels.length - 1];
  return last === undefined ? undefined : core(last.text);
}
