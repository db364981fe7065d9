import type { Form } from '../forms/form.ts';
import { figureName, layoutOf } from '../forms/layout.ts';
import { tableMarkdown } from '../forms/markdown.ts';
import { anchor } from '../outline/outline.ts';
import type { BoundTable, Figure } from '../report/report.ts';
import { inColumnUnit } from '../report/value.ts';
import { add, type Decimal, formatDecimal, isZero, zero } from '../text/decimal.ts';
import { onOneLine } from '../text/normalize.ts';
import type { Fix } from './finding.ts';

/**
 * Writes a table in the canonical layout of another version of its form. A figure keeps its text where both
 * versions have it; a row that the other version divides, or puts together, is blank or the sum of its parts.
 * What the other version has no place for is listed in a comment behind the table. `undefined` where a row
 * or cell cannot be told, as it would be lost.
 */
export function conversion(table: BoundTable, form: Form): Fix | undefined {
  const target = form.tables.find(({ id }) => id === table.id);
  const [part, ...others] = table.parts;
  if (target === undefined || part === undefined || others.length > 0 || !isLegible(table)) return undefined;
  const layout = layoutOf(form, target);
  const own = new Map(
    table.rows.flatMap(({ figures }) => figures.map((figure) => [figure.address, figure] as const)),
  );
  const kept = new Set<Figure>();
  const text = tableMarkdown(layout, ({ address, row, column }) => {
    const figure = own.get(address);
    if (figure !== undefined) {
      kept.add(figure);
      return sourceText(figure);
    }
    const parts = [...own.values()].filter(
      ({ form: { row: other, column: beside } }) =>
        row.id !== undefined && other.id?.startsWith(`${row.id}.`) === true && beside.id === column.id,
    );
    const sum = sumOf(parts);
    if (sum === undefined) return '';
    for (const figureOfPart of parts) kept.add(figureOfPart);
    return formatDecimal(sum);
  });
  const dropped = [...own.values()].filter((figure) => !kept.has(figure) && isTold(figure));
  return {
    title: `转换为${form.version}年格式`,
    edits: [{ anchor: anchor(part.block, part.table.span), newText: text + remark(dropped, form) }],
  };
}

function isLegible({ rows, unknownRows, unknownColumns }: BoundTable): boolean {
  return (
    unknownRows.length + unknownColumns.length === 0 &&
    rows.every(
      ({ flaw, row, figures }) =>
        flaw === undefined && row.comments.length === 0 && figures.every(({ cells }) => cells.length === 1),
    )
  );
}

function sourceText({ anchor: { block, start, end } }: Figure): string {
  return onOneLine(block.source.slice(start, end));
}

function sumOf(figures: readonly Figure[]): Decimal | undefined {
  if (figures.length === 0) return undefined;
  let sum = zero;
  for (const { value, form } of figures) {
    if (value.kind !== 'number') return undefined;
    sum = add(sum, inColumnUnit(value, form.kind));
  }
  return sum;
}

/** A blank and a 0 say nothing that could be lost. */
function isTold({ value }: Figure): boolean {
  return value.kind === 'unreadable' || (value.kind === 'number' && !isZero(value.number));
}

function remark(dropped: readonly Figure[], { version }: Form): string {
  if (dropped.length === 0) return '';
  const figures = dropped.map((figure) => `${figureName(figure.form)} ${figure.text}`).join('；');
  return `\n\n<!-- 转换为${version}年格式时没有位置的数字：${figures.replaceAll('--', '—')}。核对后请删去这一行。 -->`;
}
