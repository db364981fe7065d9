import type { TableStyle } from '../forms/markdown.ts';
import type { Block, Cell, Table } from '../outline/outline.ts';
import type { Edit } from '../rules/finding.ts';
import { isBlankCode } from '../text/normalize.ts';
import type { Span } from '../text/span.ts';
import { displayWidth } from '../text/width.ts';
import type { Draft } from './draft.ts';

/**
 * Sets the padding of the report's tables: one blank around each cell, or columns that line up with Chinese
 * characters counted as two. Only white space and the dashes of the delimiter row change; a table whose
 * other characters would not stay the same in the same order is left alone.
 */
export function formatTables(draft: Draft, style: TableStyle, range?: Span): readonly Edit[] {
  const { report } = draft;
  if (report === undefined) return [];
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
  const { source } = block;
  const before = source.slice(table.span.start, table.span.end);
  const newline = before.includes('\r\n') ? '\r\n' : '\n';
  const [head, ...body] = table.rows;
  if (head === undefined) return [];
  const rule = ruleCells(before);
  if (rule === undefined) return [];
  const rows = [head, ...body].map((row) => row.cells.map((cell) => cellSource(source, cell)));
  const widths =
    style === 'compact'
      ? undefined
      : rule.map((_, column) => Math.max(3, ...rows.map((row) => displayWidth(row[column] ?? ''))));
  const lines = rows.map((row) => lineOf(row, rule, widths));
  lines.splice(1, 0, ruleLine(rule, widths));
  const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
  const after = lines.map((line) => indent + line).join(newline);
  if (after === before || visible(after) !== visible(before)) return [];
  return [{ anchor: { block, start: table.span.start, end: table.span.end }, newText: after }];
}

function cellSource(source: string, cell: Cell): string {
  return source.slice(cell.span.start, cell.span.end);
}

/** The alignments of the second line: `---`, `:--`, `--:`, `:-:`. */
function ruleCells(source: string): readonly string[] | undefined {
  const line = source.split(/\r\n|\n|\r/)[1]?.trim();
  if (line === undefined || !/^[|:\- \t]+$/.test(line)) return undefined;
  const cells = line.replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.map((cell) => {
    const mark = cell.trim();
    return `${mark.startsWith(':') ? ':' : '-'}-${mark.endsWith(':') ? ':' : '-'}`;
  });
}

function lineOf(
  cells: readonly string[],
  rule: readonly string[],
  widths: readonly number[] | undefined,
): string {
  if (widths === undefined) return `| ${cells.map((cell) => (cell === '' ? '|' : `${cell} |`)).join(' ')}`;
  const padded = cells.map((cell, column) => {
    const blanks = ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)));
    return (rule[column] ?? '').endsWith(':') && !(rule[column] ?? '').startsWith(':')
      ? blanks + cell
      : cell + blanks;
  });
  return `| ${padded.join(' | ')} |`;
}

function ruleLine(rule: readonly string[], widths: readonly number[] | undefined): string {
  if (widths === undefined) return `|${rule.join('|')}|`;
  return `| ${rule.map((mark, column) => mark[0] + '-'.repeat(Math.max(1, (widths[column] ?? 3) - 2)) + mark[2]).join(' | ')} |`;
}

/** All that is not white space, pipe or dash of the delimiter row: what formatting must not touch. */
function visible(table: string): string {
  const lines = table.split(/\r\n|\n|\r/);
  lines[1] = (lines[1] ?? '').replace(/-+/g, '-');
  let result = '';
  for (const line of lines)
    for (let i = 0; i < line.length; i++) if (!isBlankCode(line.charCodeAt(i))) result += line[i];
  let end = result.length;
  while (result[end - 1] === '|') end--;
  return result.slice(0, end);
}
