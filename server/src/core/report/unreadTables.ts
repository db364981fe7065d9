import type { FormTable } from '../forms/form.ts';
import { layoutOf } from '../forms/layout.ts';
import { gridMarkdown } from '../forms/markdown.ts';
import { type Anchor, anchor, type Block, type Table } from '../outline/outline.ts';
import { inBlocks, indexOfBlock } from '../outline/pages.ts';
import { readOutline } from '../outline/read.ts';
import { Notes } from '../text/notes.ts';
import type { Span } from '../text/span.ts';
import { unpacked } from './packedRows.ts';
import { recognise } from './recognise.ts';
import type { Report } from './report.ts';
import { core, wordsOfForms } from './vocabulary.ts';

/** Lines of the draft that are a table of the form to the eye, but not to Markdown. */
export interface UnreadTable {
  readonly printed: FormTable;
  /** Its first line. */
  readonly at: Anchor;
  readonly whole: Anchor;
  /** What separates the cells as they stand. */
  readonly separator: Separator;
  /** The same cells as a table of Markdown, apart from the text around it; stands in place of the whole. */
  readonly markdown: string;
}

type Separator = '|' | '｜' | '\t';

interface Candidate extends Omit<UnreadTable, 'printed' | 'markdown'> {
  readonly block: Block;
  readonly table: Table;
  readonly rows: readonly (readonly string[])[];
  /** What parts it from the text before and behind. */
  readonly before: string;
  readonly behind: string;
}

const known = new Notes<Report, readonly UnreadTable[]>();

/** The unread tables of a report, in order; the same each time. */
export function unreadTables(report: Report): readonly UnreadTable[] {
  return known.of(report, find);
}

function find(report: Report): readonly UnreadTable[] {
  return inBlocks(report.outline, candidates).flatMap(({ block, table, rows, before, behind, ...found }) => {
    const index = indexOfBlock(report.outline, block);
    const section = report.sections.findLast(({ first }) => first <= index)?.id;
    const id = recognise(table, section, report.form);
    const printed = report.form.tables.find((candidate) => candidate.id === id);
    if (printed === undefined) return [];
    const markdown = markdownOf(unpacked(rows, layoutOf(report.form, printed)) ?? rows);
    return [{ printed, ...found, markdown: `${before}${markdown}${behind}` }];
  });
}

/** Lines with cells, next to each other, in a paragraph or in what an indent by a tab has made code. */
function candidates(block: Block): readonly Candidate[] {
  const { content, source } = block;
  const isText = content.kind === 'paragraph' || (content.kind === 'opaque' && content.what === 'code');
  if (!isText || /^ {0,3}(?:```|~~~)/.test(source) || !/[|｜\t]/.test(source)) return [];
  const found: Candidate[] = [];
  let run: Line[] = [];
  let separator: Separator | undefined;
  const flush = () => {
    const made = candidate(block, run, separator);
    if (made !== undefined) found.push(made);
    run = [];
    separator = undefined;
  };
  for (const line of linesOf(source)) {
    const isRow = line.cells.length > 2 || isNarrow(line);
    // Rows of one table have one separator; a cell alone has none.
    const own = line.cells.length > 1 ? line.separator : undefined;
    if (isRow && (separator === undefined || own === undefined || own === separator)) {
      run.push(line);
      separator ??= own;
    } else flush();
  }
  flush();
  return found;
}

function candidate(
  block: Block,
  run: readonly Line[],
  separator: Separator | undefined,
): Candidate | undefined {
  const [first] = run;
  const last = run[run.length - 1];
  const rows = run.filter(({ cells }) => !isRule(cells)).map(({ cells }) => cells);
  if (first === undefined || last === undefined || rows.length < 2) return undefined;
  if (separator === undefined || !rows.some((cells) => cells.length > 2)) return undefined;
  const content = readOutline(markdownOf(rows)).blocks[0]?.content;
  if (content?.kind !== 'table') return undefined;
  const before = first.span.start === 0 ? '' : '\n';
  const behind = last.span.end === block.source.trimEnd().length ? '' : '\n';
  return {
    block,
    table: content,
    at: anchor(block, first.span),
    whole: anchor(block, { start: first.span.start, end: last.span.end }),
    separator,
    rows,
    before,
    behind,
  };
}

function markdownOf(rows: readonly (readonly string[])[]): string {
  return gridMarkdown(rows, () => '---', 'compact');
}

/** 第二十条第（五）项 alone, or 行政许可 and one figure: a row only beside others that are wider. */
function isNarrow({ cells: [first = '', ...others] }: Line): boolean {
  return wordsOfForms().has(core(first)) && (others.length === 1 || first.startsWith('第二十条'));
}

interface Line {
  readonly span: Span;
  readonly separator: Separator;
  readonly cells: readonly string[];
}

function linesOf(source: string): readonly Line[] {
  return [...source.matchAll(/[^\r\n]+/g)].map(({ 0: text, index }) => {
    const separator = text.includes('\t') ? '\t' : text.includes('｜') ? '｜' : '|';
    const span = { start: index, end: index + text.trimEnd().length };
    return { span, separator, cells: cellsOf(text, separator) };
  });
}

function cellsOf(text: string, separator: Separator): readonly string[] {
  if (separator === '\t')
    return text.split('\t').map((cell) => cell.trim().replaceAll('\\|', '|').replaceAll('|', '\\|'));
  const inner = text.trim();
  const from = inner.startsWith(separator) ? 1 : 0;
  const to = inner.endsWith(separator) && !inner.endsWith('\\|') ? inner.length - 1 : inner.length;
  return inner
    .slice(from, Math.max(from, to))
    .split(separator === '|' ? /(?<!\\)\|/ : separator)
    .map((cell) => cell.trim());
}

/** A line of strokes, whatever strokes they are. */
function isRule(cells: readonly string[]): boolean {
  return cells.every((cell) => /^[:：]?[-—–－−_=]+[:：]?$/.test(cell));
}
