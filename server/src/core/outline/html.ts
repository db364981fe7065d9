import type { DefaultTreeAdapterTypes } from 'parse5';
import { parseFragment } from 'parse5';
import type { Span } from '../text/span.ts';
import { raisedDigits } from './htmlText.ts';
import type { Cell, CommentText, Prose, Row, Run, Table } from './outline.ts';
import { plainProse } from './prose.ts';

type ChildNode = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A cell that claims more than this many rows or columns is taken to claim this many. */
const widestSpan = 1000;
/** Cells of one table, spans unrolled; a table beyond is not one of these forms. */
const mostCells = 200_000;

/** The tables of a piece of HTML, spans counting like `offset`, which is where the piece starts. */
export function htmlTables(html: string, offset: number): Table[] {
  const fragment = parseFragment(html, { sourceCodeLocationInfo: true });
  const tables: Table[] = [];
  const visit = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (!isElement(node)) continue;
      // A table that holds others only sets a page.
      if (node.tagName === 'table' && !holdsTable(node)) tables.push(tableOf(node, offset));
      else visit(node.childNodes);
    }
  };
  visit(fragment.childNodes);
  return tables;
}

function holdsTable(element: Element): boolean {
  return element.childNodes.some((node) => isElement(node) && (node.tagName === 'table' || holdsTable(node)));
}

function tableOf(element: Element, offset: number): Table {
  const rows: Row[] = [];
  /** For each grid column, in how many further rows a cell from above still covers it. */
  const covered: number[] = [];
  let width = 0;
  let cellCount = 0;
  for (const row of rowsOf(element)) {
    const cells: Cell[] = [];
    let column = 0;
    for (const node of row.childNodes) {
      if (!isElement(node) || (node.tagName !== 'td' && node.tagName !== 'th')) continue;
      while ((covered[column] ?? 0) > 0) column++;
      const colSpan = spanAttribute(node, 'colspan');
      const rowSpan = spanAttribute(node, 'rowspan');
      cellCount += colSpan;
      if (cellCount > mostCells) break;
      cells.push(cellOf(node, offset, column, colSpan, rowSpan));
      for (let i = 0; i < colSpan; i++) covered[column + i] = rowSpan;
      column += colSpan;
    }
    for (let i = 0; i < covered.length; i++) covered[i] = Math.max(0, (covered[i] ?? 0) - 1);
    width = Math.max(width, column);
    const span = locationOf(row, offset);
    rows.push({ span, cells, comments: cells.flatMap((cell) => cell.prose.comments) });
  }
  return { kind: 'table', span: locationOf(element, offset), syntax: 'html', width, rows };
}

function rowsOf(table: Element): Element[] {
  return table.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return /^(?:thead|tbody|tfoot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

function cellOf(element: Element, offset: number, column: number, colSpan: number, rowSpan: number): Cell {
  const prose = htmlProse(element, offset);
  const start = prose.runs[0]?.from ?? 0;
  const last = prose.runs[prose.runs.length - 1];
  return {
    span: { start, end: last === undefined ? start : last.from + last.sourceLength },
    prose,
    column,
    colSpan,
    rowSpan,
  };
}

function htmlProse(element: Element, offset: number): Prose {
  const runs: Run[] = [];
  const comments: CommentText[] = [];
  let text = '';
  const add = (visible: string, from: number, sourceLength: number) => {
    if (visible.length === 0) return;
    runs.push({ at: text.length, length: visible.length, from, sourceLength });
    text += visible;
  };
  const visit = (nodes: readonly ChildNode[], shown = (text: string) => text): void => {
    for (const node of nodes) {
      const location = node.sourceCodeLocation;
      if (location === null || location === undefined) continue;
      const from = offset + location.startOffset;
      const length = location.endOffset - location.startOffset;
      if ('value' in node) {
        const lead = node.value.length - node.value.trimStart().length;
        const trimmed = node.value.trim();
        // Entities make the visible text shorter than its source: then it is one piece, else character by character.
        if (node.value.length === length) add(shown(trimmed), from + lead, trimmed.length);
        else add(shown(trimmed), from, length);
      } else if (isElement(node)) {
        if (node.tagName === 'br') add('\n', from, length);
        else visit(node.childNodes, node.tagName === 'sup' ? raisedDigits : shown);
      } else if ('data' in node)
        comments.push({ span: { start: from, end: from + length }, text: node.data });
    }
  };
  visit(element.childNodes);
  if (runs.length > 0) return { text, runs, strong: [], comments };
  const inside =
    element.sourceCodeLocation?.startTag?.endOffset ?? element.sourceCodeLocation?.startOffset ?? 0;
  return { ...plainProse('', offset + inside), comments };
}

function spanAttribute(element: Element, name: string): number {
  const written = element.attrs.find((attribute) => attribute.name === name)?.value ?? '1';
  const value = /^\d{1,6}$/.test(written.trim()) ? Number(written) : 1;
  return Math.min(Math.max(value, 1), widestSpan);
}

function locationOf(element: Element, offset: number): Span {
  const location = element.sourceCodeLocation;
  return { start: offset + (location?.startOffset ?? 0), end: offset + (location?.endOffset ?? 0) };
}

function isElement(node: ChildNode): node is Element {
  return 'tagName' in node;
}
