import type { Form } from '../core/forms/form.ts';
import type { Block, Outline, Table } from '../core/outline/outline.ts';
import { plainProse } from '../core/outline/prose.ts';
import { readValue } from '../core/report/value.ts';
import { trimBlanks } from '../core/text/normalize.ts';
import { foldTable, type LooseCell, type LooseRow, plainTable, splitByTable } from './fold.ts';
import { blankCell, findStreams, streamRows, type TextLine, type Token } from './stream.ts';
import { isFormWord, isSectionLine, layoutFor } from './words.ts';

/** A block of an outline and where it starts. */
export interface PlacedBlock {
  readonly block: Block;
  readonly start: number;
}

export function outlineOf(placed: readonly PlacedBlock[]): Outline {
  return { blocks: placed.map(({ block }) => block), starts: placed.map(({ start }) => start) };
}

/**
 * Reads text that is no Markdown: every line a paragraph, but for the tables in it, which stand as cells
 * led by tabs (dumps of Word), rows with tabs or pipes between cells, or one cell a line (web pages).
 * `likely` is the form it speaks of, `offset` where it starts. Never fails.
 */
export function readLoose(text: string, likely: Form, offset = 0): PlacedBlock[] {
  const lines = withoutStrokes(linesOf(text, offset));
  const placed: PlacedBlock[] = [];
  let plain: TextLine[] = [];
  const flush = () => {
    placed.push(...readLines(plain, likely));
    plain = [];
  };
  for (let i = 0; i < lines.length; ) {
    const rows = tabRows(lines, i) ?? pipeRows(lines, i);
    if (rows === undefined) {
      const line = lines[i++] as TextLine;
      if (trimBlanks(line.text) !== '') plain.push(line);
      continue;
    }
    flush();
    placed.push(...tables(rows.rows, likely));
    i = rows.end;
  }
  flush();
  return placed;
}

/** A line of plain text as a paragraph. */
function paragraphAt(line: TextLine): PlacedBlock {
  const text = trimBlanks(line.text);
  const start = line.from + line.text.indexOf(text);
  const span = { start: 0, end: text.length };
  return { block: { source: text, content: { kind: 'paragraph', span, prose: plainProse(text, 0) } }, start };
}

function linesOf(text: string, offset: number): TextLine[] {
  let from = offset;
  return text.split('\n').map((line) => {
    const entry = { text: line, from };
    from += line.length + 1;
    return entry;
  });
}

/** Lines without tabs: paragraphs, and tables given one cell a line. */
export function readLines(lines: readonly TextLine[], likely: Form): PlacedBlock[] {
  const placed: PlacedBlock[] = [];
  let at = 0;
  for (const stream of findStreams(lines)) {
    placed.push(...lines.slice(at, stream.first).map(paragraphAt));
    const parts = splitByTable<Token>(
      stream.tokens,
      ({ kind, text }) => (kind === 'label' ? [text] : []),
      ({ kind }) => kind !== 'label',
    );
    for (const { id, items } of parts) {
      if (id === undefined) placed.push(tableAt(plainTable([{ cells: items }], 0)));
      else {
        const layout = layoutFor(
          id,
          items.map(({ text }) => text),
          likely,
        );
        placed.push(tableAt(foldTable(streamRows(items, layout), layout, 0)));
      }
    }
    at = stream.end;
  }
  placed.push(...lines.slice(at).map(paragraphAt));
  return placed;
}

function tables(rows: readonly LooseRow[], likely: Form): PlacedBlock[] {
  const parts = splitByTable<LooseRow>(
    rows,
    ({ cells }) => cells.map(({ text }) => text),
    ({ cells }) => cells.some(({ text }) => readValue(text).kind === 'number'),
  );
  return parts.map(({ id, items }) => {
    if (id === undefined) return tableAt(plainTable(items, 0));
    const texts = items.flatMap(({ cells }) => cells.map(({ text }) => text));
    return tableAt(foldTable(items, layoutFor(id, texts, likely), 0));
  });
}

/** A table as a block; its spans count from the start of the source, so the block starts there. */
export function tableAt(table: Table): PlacedBlock {
  return { block: { source: '', content: table }, start: 0 };
}

interface Rows {
  readonly rows: readonly LooseRow[];
  readonly end: number;
}

/** Cells led by tabs, blank lines between rows; or rows with tabs between cells. */
function tabRows(lines: readonly TextLine[], first: number): Rows | undefined {
  if (!(lines[first] as TextLine).text.includes('\t') && !isLoneCell(lines, first)) return undefined;
  const rows: { cells: LooseCell[] }[] = [];
  let open: { cells: LooseCell[] } | undefined;
  let blanks = 0;
  let inRows = false;
  let at = first;
  let end = first;
  for (; at < lines.length; at++) {
    const { text, from } = lines[at] as TextLine;
    // Below a row with tabs between its cells, a tab in front stands for a first cell left blank.
    if (/^\t[^\t]*$/.test(text) && (open !== undefined || !inRows)) {
      if (open === undefined || blanks > 0) rows.push((open = { cells: [] }));
      open.cells.push({ text: text.slice(1), from: from + 1 });
    } else if (text.includes('\t')) {
      rows.push({ cells: splitAt(text, from, '\t') });
      open = undefined;
      inRows = true;
    } else if (trimBlanks(text) === '') {
      blanks++;
      inRows = false;
      continue;
    } else if (isLoneCell(lines, at)) {
      rows.push({ cells: [{ text: trimBlanks(text), from }] });
      open = undefined;
    } else {
      const last = open?.cells[open.cells.length - 1];
      if (last === undefined || !continues(last.text, text, blanks)) break;
      open?.cells.splice(-1, 1, { text: `${last.text}\n${text}`, from: last.from });
    }
    blanks = 0;
    end = at + 1;
  }
  return isTable(rows) ? { rows, end } : undefined;
}

/** A row of one cell among rows with tabs between their cells: 第二十条第（五）项 above its header. */
function isLoneCell(lines: readonly TextLine[], index: number): boolean {
  return isFormWord(lines[index]?.text ?? '') && isRowLine(lines[index + 1]);
}

function isRowLine(line: TextLine | undefined): boolean {
  return line !== undefined && /[^\t]\t|\t\t/.test(line.text);
}

/** A line break inside a cell: directly below it, or where only both together are a label of the form. */
function continues(cell: string, text: string, blanks: number): boolean {
  if (text.length > 40 || /[。；！？]/.test(text) || isSectionLine(text)) return false;
  return blanks === 0 || (!isFormWord(cell) && isFormWord(cell + text));
}

/** Rows of short cells; lines that are only indented by a tab are text. */
function isTable(rows: readonly LooseRow[]): boolean {
  if (!rows.some(({ cells }) => cells.length > 1)) return false;
  const cells = rows.flatMap((row) => row.cells);
  const short = cells.filter(({ text }) => text.length <= 48 && !/[。！？]/.test(text)).length;
  return short * 2 > cells.length;
}

/**
 * Rows with pipes between cells, of a Markdown table whose delimiter row was lost, too; the pipe before the first
 * cell may be missing.
 */
function pipeRows(lines: readonly TextLine[], first: number): Rows | undefined {
  const rows: LooseRow[] = [];
  let at = first;
  for (; at < lines.length; at++) {
    const { text, from } = lines[at] as TextLine;
    const opens = /^[ \t]*\|/.test(text);
    if (!opens && !text.trimEnd().endsWith('|')) break;
    if (/^[|\s:-]+$/.test(text) && text.includes('-')) continue;
    const cells = splitAt(text, from, '|').slice(opens ? 1 : 0);
    if (trimBlanks(cells[cells.length - 1]?.text ?? '') === '') cells.pop();
    rows.push({ cells });
  }
  return rows.length >= 2 && rows.some(({ cells }) => cells.length > 1) ? { rows, end: at } : undefined;
}

/** One cell, with the pipe behind it and those that fill up its row; or pipes alone; or nothing. */
const strokedCell = /^(?:[^|]*\|[ \t|]*|[ \t]*)$/;
const stroke = /^[ \t]*\|[ \t]*$/;
/** Nothing, text without a pipe, or pipes alone. */
const looseCell = /^(?:[^|]{0,60}|[ \t|]*)$/;
/** Lines with one cell each that are a table. */
const leastCells = 8;

/**
 * Pages on which every cell has a line, and a pipe behind it or on the next line: the pipes are taken away, so that
 * the cells stand alone. A pipe that ends no cell is a blank one; several are the rest of a row.
 */
function withoutStrokes(lines: readonly TextLine[]): readonly TextLine[] {
  if (!lines.some(({ text }) => stroke.test(text))) return lines;
  const behind = inRuns(lines, strokedCell, (text) =>
    stroke.test(text) ? blankCell : text.replaceAll('|', ' '),
  );
  return inRuns(behind, looseCell, (text, before) => {
    if (!stroke.test(text)) return text.replaceAll('|', ' ');
    return /^[^|]*[^|\s]/.test(before) ? '' : blankCell;
  });
}

/** Changes the lines of each run that is a table by its form's words. */
function inRuns(
  lines: readonly TextLine[],
  isOf: RegExp,
  change: (text: string, before: string) => string,
): readonly TextLine[] {
  const result = [...lines];
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (end < lines.length && isOf.test((lines[end] as TextLine).text)) end++;
    const run = lines.slice(start, end);
    const strokes = run.filter(({ text }) => text.includes('|')).length;
    const words = run.filter(({ text }) => isFormWord(text.replaceAll('|', ''))).length;
    if (strokes >= leastCells && words >= 3) {
      let before = '';
      run.forEach(({ text, from }, index) => {
        result[start + index] = { text: change(text, before), from };
        if (trimBlanks(text) !== '') before = text;
      });
    }
    start = Math.max(end, start + 1);
  }
  return result;
}

function splitAt(text: string, from: number, separator: string): LooseCell[] {
  let at = from;
  return text.split(separator).map((part) => {
    const cell = { text: trimBlanks(part), from: at };
    at += part.length + 1;
    return cell;
  });
}
