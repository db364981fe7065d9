import { equationsOf } from '../equations/equation.ts';
import { solveFor } from '../equations/evaluate.ts';
import { ledgerOf, sourcesOf } from '../equations/ledger.ts';
import { figureName } from '../forms/layout.ts';
import { gridMarkdown, tableGrid } from '../forms/markdown.ts';
import type { BoundTable, Figure } from '../report/report.ts';
import { inColumnUnit } from '../report/value.ts';
import type { Edit } from '../rules/finding.ts';
import { equal, formatDecimal } from '../text/decimal.ts';
import { onOneLine } from '../text/normalize.ts';
import type { Draft } from './draft.ts';

/** A change of many places that the drafter asks for by name. */
export interface Refactoring {
  readonly id: 'recalculate' | 'tidy' | 'fillZero';
  readonly title: string;
  readonly edits: readonly Edit[];
  /** `old → new` for each place that changes, for the preview. */
  readonly changes: readonly { readonly edit: Edit; readonly label: string }[];
}

/** Everything that can be done with a table. */
export function refactorings(draft: Draft, table: BoundTable): readonly Refactoring[] {
  return [recalculation(draft, table), fillZero(table), tidyTable(draft, table)].flatMap(
    (found) => found ?? [],
  );
}

/**
 * Totals that are blank or wrong are set to what their parts add up to. The sums are taken in the order of
 * the form, each seeing what the ones before it have set; a total on which its equations disagree stays.
 */
export function recalculation(draft: Draft, table: BoundTable): Refactoring | undefined {
  const { report } = draft;
  if (report === undefined) return undefined;
  const { totals } = equationsOf(table.layout);
  const sums = (ledgerOf(report).ofTable.get(table) ?? []).filter(({ equation }) => equation.shape === 'sum');
  const figures = new Map(report.figures);
  const sources = { ...sourcesOf(report, equationsOf(table.layout)), own: figures };
  for (let pass = 0; pass < 2; pass++) {
    for (const address of totals) {
      const figure = figures.get(address);
      if (figure === undefined || figure.value.kind === 'unreadable') continue;
      const values = sums.flatMap(({ equation }) => {
        const total = equation.left[0];
        return total?.address === address && hasNumbers(equation.right, figures)
          ? (solveFor(equation, total, sources) ?? [])
          : [];
      });
      const [value] = values;
      if (value === undefined || !values.every((other) => equal(other, value))) continue;
      figures.set(address, {
        ...figure,
        value: { kind: 'number', number: value, unit: undefined, flaws: [] },
      });
    }
  }
  const changes = [...totals].flatMap((address) =>
    changeOf(report.figures.get(address), figures.get(address)),
  );
  if (changes.length === 0) return undefined;
  return {
    id: 'recalculate',
    title: `重新计算合计（${changes.length} 处）`,
    edits: changes.map(({ edit }) => edit),
    changes,
  };
}

/** Blank input figures become 0; totals are left to be computed. */
function fillZero(table: BoundTable): Refactoring | undefined {
  const { totals } = equationsOf(table.layout);
  const blanks = table.rows.flatMap((row) =>
    row.figures.filter((figure) => figure.value.kind === 'blank' && !totals.has(figure.address)),
  );
  if (blanks.length === 0) return undefined;
  const changes = blanks.map((figure) => ({
    edit: { anchor: figure.anchor, newText: '0' },
    label: `${figureName(figure.form)}：${figure.text === '' ? '空' : figure.text} → 0`,
  }));
  return {
    id: 'fillZero',
    title: `空格填 0（${blanks.length} 处，总计不填）`,
    edits: changes.map(({ edit }) => edit),
    changes,
  };
}

/**
 * Writes the table in the canonical layout: official labels and header rows, every figure's text as it is.
 * Only where nothing would be lost: all rows bound, one piece, no figure that has no place.
 */
export function tidyTable(draft: Draft, table: BoundTable): Refactoring | undefined {
  const part = table.parts[0];
  const complete =
    part !== undefined &&
    table.parts.length === 1 &&
    table.missingRows.length +
      table.missingColumns.length +
      table.unknownRows.length +
      table.unknownColumns.length ===
      0 &&
    table.rows.every(
      (row) =>
        row.flaw === undefined &&
        row.row.comments.length === 0 &&
        row.figures.every(({ cells }) => cells.length === 1),
    );
  if (!complete || part === undefined) return undefined;
  const texts = new Map(
    table.rows.flatMap((row) =>
      row.figures.map((figure) => [figure.address, sourceText(draft, figure)] as const),
    ),
  );
  const grid = tableGrid(table.layout, (figure) => texts.get(figure.address) ?? '');
  const labels = table.layout.table.labelColumns;
  const text = gridMarkdown(grid, (column) => (column >= labels ? '--:' : '---'), 'compact');
  const anchor = { block: part.block, ...part.table.span };
  if (part.block.source.slice(anchor.start, anchor.end) === text) return undefined;
  const edit = { anchor, newText: text };
  return {
    id: 'tidy',
    title: '整理表格',
    edits: [edit],
    changes: [{ edit, label: `${table.layout.table.name}：改为标准版式，数字不变` }],
  };
}

function sourceText(draft: Draft, figure: Figure): string {
  const { start, end } = draft.place(figure.anchor);
  return onOneLine(draft.text.slice(start, end));
}

function hasNumbers(
  terms: readonly { readonly address: string }[],
  figures: ReadonlyMap<string, Figure>,
): boolean {
  return terms.some(({ address }) => figures.get(address)?.value.kind === 'number');
}

function changeOf(before: Figure | undefined, after: Figure | undefined): { edit: Edit; label: string }[] {
  if (before === undefined || after === undefined || after.value.kind !== 'number' || before === after)
    return [];
  const value = inColumnUnit(after.value, after.form.kind);
  if (before.value.kind === 'number' && equal(inColumnUnit(before.value, before.form.kind), value)) return [];
  const text = formatDecimal(value);
  const old = before.value.kind === 'blank' ? '空' : before.text;
  return [
    { edit: { anchor: before.anchor, newText: text }, label: `${figureName(before.form)}：${old} → ${text}` },
  ];
}
