import type { TableStyle } from '../forms/markdown.ts';
import type { Block, Table } from '../outline/outline.ts';
import type { Edit } from '../rules/finding.ts';
import { isBlankCode, withoutBlanks } from '../text/normalize.ts';
import type { Span } from '../text/span.ts';
import { displayWidth } from '../text/width.ts';
import type { Draft } from './draft.ts';

/**
 * Sets the padding of a report's tables: one blank around each cell, or columns that line up with Chinese
 * characters counted as two. Line by line, so that line ends and indentation stay; only blanks change, and
 * the dashes of the delimiter row. A line whose other characters would not stay the same in the same order
 * is left alone.
 */
export function formatTables(draft: Draft, style: TableStyle, range?: Span): readonly Edit[] {
  if (draft.report === undefined) return [];
  return draft.outline.blocks.flatMap((block, index) => {
    const { content } = block;
    const start = draft.outline.starts[index] ?? 0;
    const outside = range !== undefined && (start > range.end || start + block.source.length < range.start);
    return content.kind !== 'table' || content.syntax !== 'gfm' || outside
      ? []
      : formatTable(block, content, style);
  });
}

function formatTable(block: Block, table: Table, style: TableStyle): readonly Edit[] {
  const delimiter = delimiterSpan(block.source, table);
  const rule = ruleCells(block.source.slice(delimiter.start, delimiter.end));
  if (rule === undefined) return [];
  const texts = table.rows.map((row) =>
    row.cells.map(({ span }) => block.source.slice(span.start, span.end)),
  );
  const widths = style === 'compact' ? undefined : columnWidths(rule, texts);
  const rows = table.rows.flatMap((row, index) => {
    const span = trimmed(block.source, row.span);
    return lineEdit(
      block,
      span,
      rowLine(block.source.slice(span.start, span.end), texts[index] ?? [], rule, widths),
    );
  });
  const before = block.source.slice(delimiter.start, delimiter.end);
  return [...rows, ...ruleEdit(block, delimiter, ruleLine(before, rule, widths))];
}

/** The second line of the table without the blanks around it. */
function delimiterSpan(source: string, { rows, span }: Table): Span {
  const start = rows[0]?.span.end ?? span.start;
  return trimmed(source, { start, end: rows[1]?.span.start ?? span.end });
}

function trimmed(source: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isBlankCode(source.charCodeAt(from))) from++;
  while (to > from && isBlankCode(source.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** The alignments of the second line: `---`, `:--`, `--:`, `:-:`. */
function ruleCells(line: string): readonly string[] | undefined {
  if (!/^[|:\- \t]+$/.test(line)) return undefined;
  const cells = line.replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.map((cell) => {
    const mark = cell.trim();
    return `${mark.startsWith(':') ? ':' : '-'}-${mark.endsWith(':') ? ':' : '-'}`;
  });
}

function columnWidths(rule: readonly string[], rows: readonly (readonly string[])[]): readonly number[] {
  return rule.map((_, column) => Math.max(3, ...rows.map((row) => displayWidth(row[column] ?? ''))));
}

/** Pipes at both ends stand where they stood. */
function rowLine(
  before: string,
  cells: readonly string[],
  rule: readonly string[],
  widths: readonly number[] | undefined,
): string {
  const padded =
    widths === undefined ? cells : cells.map((cell, column) => pad(cell, rule[column], widths[column]));
  const inner = padded.map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|');
  return outerPipes(before, inner, cells.length);
}

/** To the right only where the column's mark says `--:`. */
function pad(cell: string, mark = '', width = 0): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(cell)));
  return mark.startsWith('-') && mark.endsWith(':') ? blanks + cell : cell + blanks;
}

function ruleLine(before: string, rule: readonly string[], widths: readonly number[] | undefined): string {
  const marks = rule.map((mark, column) =>
    widths === undefined
      ? mark
      : ` ${mark[0]}${'-'.repeat(Math.max(1, (widths[column] ?? 3) - 2))}${mark[2]} `,
  );
  return outerPipes(before, marks.join('|'), rule.length);
}

function outerPipes(before: string, inner: string, cells: number): string {
  const first = before.startsWith('|') ? '|' : '';
  const pipes = inner.split('|').length - 1 + (first === '' ? 0 : 1);
  const last = before.endsWith('|') && before.split('|').length - 1 > pipes ? '|' : '';
  return cells === 0 ? before : trimmedText(first + inner + last);
}

function trimmedText(text: string): string {
  const { start, end } = trimmed(text, { start: 0, end: text.length });
  return text.slice(start, end);
}

function lineEdit(block: Block, span: Span, after: string): Edit[] {
  const before = block.source.slice(span.start, span.end);
  if (after === before || withoutBlanks(after) !== withoutBlanks(before)) return [];
  return [{ anchor: { block, ...span }, newText: after }];
}

function ruleEdit(block: Block, span: Span, after: string): Edit[] {
  const before = block.source.slice(span.start, span.end);
  const marks = (line: string) => withoutBlanks(line).replace(/-+/g, '-');
  if (after === before || marks(after) !== marks(before)) return [];
  return [{ anchor: { block, ...span }, newText: after }];
}
