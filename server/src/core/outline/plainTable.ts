import type { Span } from '../text/span.ts';
import type { Cell, CommentText, Row, Table } from './outline.ts';
import { plainInline } from './plainInline.ts';
import { plainProse } from './prose.ts';

/**
 * A GFM table of plain cells whose lines are given: every line begins and ends with a pipe. `undefined`
 * when it is no such table. Spans count from `base`.
 */
export function plainTable(source: string, lines: readonly Span[], base: number): Table | undefined {
  const [header, delimiter] = lines;
  if (header === undefined || delimiter === undefined) return undefined;
  const width = delimiterWidth(source, delimiter);
  const head = plainRow(source, header, base);
  if (head === undefined || width === 0 || head.cells.length !== width) return undefined;
  const rows = [head];
  for (let i = 2; i < lines.length; i++) {
    const row = plainRow(source, lines[i] as Span, base);
    if (row === undefined) return undefined;
    rows.push(row);
  }
  const last = lines[lines.length - 1] as Span;
  return {
    kind: 'table',
    span: { start: header.start - base, end: last.end - base },
    syntax: 'gfm',
    width,
    rows,
  };
}

/** Cells of a delimiter row; 0 when the line is none. */
export function delimiterWidth(source: string, { start, end }: Span): number {
  let cells = 0;
  let at = start;
  while (source.charCodeAt(at) === 124) {
    at = skip(source, at + 1, 32);
    if (at === end) return cells;
    if (source.charCodeAt(at) === 58) at++;
    const dashes = at;
    at = skip(source, at, 45);
    if (at === dashes) return 0;
    if (source.charCodeAt(at) === 58) at++;
    at = skip(source, at, 32);
    cells++;
  }
  return 0;
}

function skip(source: string, at: number, code: number): number {
  while (source.charCodeAt(at) === code) at++;
  return at;
}

function plainRow(source: string, line: Span, base: number): Row | undefined {
  if (line.end - line.start < 2 || source.charCodeAt(line.end - 1) !== 124) return undefined;
  const cells: Cell[] = [];
  const comments: CommentText[] = [];
  let pipe = line.start;
  while (pipe < line.end - 1) {
    const close = source.indexOf('|', pipe + 1);
    const cell = plainCell(source, pipe + 1, close, cells.length, base);
    if (cell === undefined) return undefined;
    cells.push(cell);
    comments.push(...cell.prose.comments);
    pipe = close;
  }
  return { span: { start: line.start - base, end: line.end - base }, cells, comments };
}

function plainCell(source: string, from: number, to: number, column: number, base: number): Cell | undefined {
  let start = from;
  let end = to;
  while (start < end && source.charCodeAt(start) === 32) start++;
  while (end > start && source.charCodeAt(end - 1) === 32) end--;
  if (start === end) {
    const at = (from < to ? from + 1 : from) - base;
    return { span: { start: at, end: at }, prose: plainProse('', at), column, colSpan: 1, rowSpan: 1 };
  }
  const prose = plainInline(source, [{ start, end }], base);
  if (prose === undefined) return undefined;
  return { span: { start: start - base, end: end - base }, prose, column, colSpan: 1, rowSpan: 1 };
}
