import { equationsOf } from '../equations/equation.ts';
import { recalculate } from '../equations/recalculate.ts';
import { tableMarkdown } from '../forms/markdown.ts';
import { hasFigures } from '../report/labelFigures.ts';
import type { BoundTable, Figure } from '../report/report.ts';
import { conversion } from '../rules/conversion.ts';
import type { Edit } from '../rules/finding.ts';
import { formatDecimal } from '../text/decimal.ts';
import { onOneLine } from '../text/normalize.ts';
import { type Change, figureChange } from './changes.ts';
import type { Draft } from './draft.ts';

/** A change of many places that the drafter asks for by name. */
export interface Refactoring {
  readonly id: 'recalculate' | 'tidy' | 'fillZero' | 'convert';
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
}

/** Everything that can be done with a table. */
export function refactorings(draft: Draft, table: BoundTable): readonly Refactoring[] {
  return [
    recalculation(draft, table),
    fillZero(table),
    tidyTable(draft, table),
    toReportForm(draft, table),
  ].flatMap((found) => found ?? []);
}

/** The table's totals that are blank or wrong are set to what their parts add up to. */
function recalculation({ report }: Draft, table: BoundTable): Refactoring | undefined {
  if (report === undefined) return undefined;
  const own = new Set(table.rows.flatMap((row) => row.figures));
  const changes = recalculate(report)
    .filter(({ figure }) => own.has(figure))
    .map(({ figure, new: value }) => figureChange(figure, formatDecimal(value)));
  return refactoring('recalculate', `重新计算合计（${changes.length} 处）`, changes);
}

/** Blank input figures become 0; totals are left to be computed. */
function fillZero(table: BoundTable): Refactoring | undefined {
  const { totals } = equationsOf(table.layout);
  const blanks = table.rows.flatMap((row) =>
    row.figures.filter((figure) => figure.value.kind === 'blank' && !totals.has(figure.address)),
  );
  const changes = blanks.map((figure) => figureChange(figure, '0'));
  return refactoring('fillZero', `填入 0（${changes.length} 格，总计不填）`, changes);
}

/** The table in the version of the form that the report's year asks for, where it is the other one's. */
function toReportForm({ report }: Draft, table: BoundTable): Refactoring | undefined {
  if (report === undefined || table.layout.form === report.form) return undefined;
  const fix = conversion(table, report.form);
  const label = `${table.layout.table.name}：${table.layout.form.version}年格式 → ${report.form.version}年格式，相同的数字不变`;
  return (
    fix &&
    refactoring(
      'convert',
      fix.title,
      fix.edits.map((edit) => ({ edit, label })),
    )
  );
}

/**
 * Writes the table in the canonical layout: official labels and header rows, every figure's text as it is.
 * Only where nothing would be lost: all rows bound, one piece, no figure that has no place or stands in a label.
 */
function tidyTable(draft: Draft, table: BoundTable): Refactoring | undefined {
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
        !hasFigures(row.label.text, row.leaf.label) &&
        row.figures.every(({ cells }) => cells.length === 1),
    );
  if (!complete || part === undefined) return undefined;
  const texts = new Map(
    table.rows.flatMap((row) =>
      row.figures.map((figure) => [figure.address, sourceText(draft, figure)] as const),
    ),
  );
  const text = tableMarkdown(table.layout, (figure) => texts.get(figure.address) ?? '');
  const anchor = { block: part.block, ...part.table.span };
  if (part.block.source.slice(anchor.start, anchor.end) === text) return undefined;
  const edit = { anchor, newText: text };
  return refactoring('tidy', '整理表格', [
    { edit, label: `${table.layout.table.name}：改为标准版式，数字不变` },
  ]);
}

function sourceText(draft: Draft, figure: Figure): string {
  const { start, end } = draft.place(figure.anchor);
  return onOneLine(draft.text.slice(start, end));
}

function refactoring(
  id: Refactoring['id'],
  title: string,
  changes: readonly Change[],
): Refactoring | undefined {
  return changes.length === 0 ? undefined : { id, title, edits: changes.map(({ edit }) => edit), changes };
}
