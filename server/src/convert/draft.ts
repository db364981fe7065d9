import { type Block, type Outline, sourceSpan } from '../core/outline/outline.ts';
import { type Line, linesOf } from '../core/report/lines.ts';
import { titleLines } from '../core/report/metadata.ts';
import type { BoundTable, Report, Section } from '../core/report/report.ts';
import { readSections } from '../core/report/sections.ts';
import { trimBlanks } from '../core/text/normalize.ts';
import { draftTable, plainDraftTable } from './draftTable.ts';
import { proseMarkdown } from './escape.ts';
import type { Note } from './note.ts';

/** What the draft is written from. */
export interface Source {
  readonly outline: Outline;
  readonly report: Report;
  /** The text is Markdown already: what stays is copied as it stands. */
  readonly isMarkdown: boolean;
  /** Line of an offset, counted from 1. */
  lineAt(offset: number): number;
}

/** Writes the draft: title and sections as headings, bound tables in the canonical layout, the rest as it was. */
export function writeDraft(source: Source): { readonly markdown: string; readonly notes: readonly Note[] } {
  const { outline, report } = source;
  const { before } = readSections(outline);
  const title = titleLines(before);
  const notes: Note[] = [];
  const pieces: string[] = [];
  outline.blocks.forEach((block, index) => {
    const start = outline.starts[index] as number;
    const table = report.tables.find(({ parts }) => parts.some((part) => part.block === block));
    if (table !== undefined && block.content.kind === 'table') {
      if (table.parts[0]?.block === block) {
        const draft = draftTable(table, (at) => source.lineAt((startOf(outline, at.block) ?? 0) + at.start));
        pieces.push(...draft.captions.map(proseMarkdown), draft.markdown);
        notes.push(...draft.notes);
      }
      return;
    }
    if (block.content.kind === 'table' && (!source.isMarkdown || block.content.syntax === 'html')) {
      pieces.push(plainDraftTable(block.content));
      return;
    }
    const lines = linesOf(block);
    pieces.push(...textPieces(source, block, lines, title));
    for (const section of report.sections)
      if (section.heading.block === block)
        notes.push(sectionNote(section, source.lineAt(start + section.heading.start)));
  });
  const first = title[0];
  if (first !== undefined) {
    const at = source.lineAt((startOf(outline, first.block) ?? 0) + first.anchor.start);
    notes.push({ kind: 'recognised', line: at, message: `标题“${joined(title)}”` });
  }
  notes.push(...absent(report, title.length > 0));
  return { markdown: `${pieces.filter((piece) => piece !== '').join('\n\n')}\n`, notes };
}

function startOf(outline: Outline, block: Block): number | undefined {
  return outline.starts[outline.blocks.indexOf(block)];
}

function textPieces(source: Source, block: Block, lines: readonly Line[], title: readonly Line[]): string[] {
  const { report, isMarkdown } = source;
  if (block.content.kind !== 'paragraph') return [block.source.trimEnd()];
  const own = lines.filter((line) =>
    title.some((other) => other.block === line.block && other.text === line.text),
  );
  const firstTitle = title[0];
  if (firstTitle !== undefined && own.length > 0 && own.length === lines.length) {
    const text = joined(title);
    return firstTitle.block === block ? [`# ${isMarkdown ? text : proseMarkdown(text)}`] : [];
  }
  const section = report.sections.find((entry) => entry.heading.block === block);
  if (section === undefined) return [isMarkdown ? block.source.trimEnd() : proseMarkdown(block.source)];
  return isMarkdown ? markdownHeading(block, lines, section) : plainHeading(block, section);
}

/** `一、总体情况 2020年，……` falls into its heading and the first paragraph. */
function plainHeading(block: Block, section: Section): string[] {
  const { start, end } = section.heading;
  const heading = block.source.slice(start, end);
  const rest = block.source.slice(section.glued?.anchor.start ?? end);
  return [`## ${proseMarkdown(heading)}`, proseMarkdown(rest)];
}

/** A heading on a line of its own becomes one; anything else in Markdown stays as its drafter wrote it. */
function markdownHeading(block: Block, lines: readonly Line[], section: Section): string[] {
  const line = lines.find((entry) => entry.text === section.text);
  const only = lines.length === 1 && line !== undefined;
  if (!only) return [block.source.trimEnd()];
  const range = sourceSpan(line.prose, line.range);
  return [`## ${block.source.slice(range.start, range.end)}`];
}

function joined(lines: readonly Line[]): string {
  return lines.map(({ text }) => trimBlanks(text)).join('');
}

function sectionNote(section: Section, line: number): Note {
  if (section.id === undefined)
    return { kind: 'kept', line, message: `“${section.text}”不是格式规定的部分，原样保留` };
  const glued = section.glued === undefined || section.repeated !== undefined ? '' : '，正文另起一段';
  return {
    kind: 'recognised',
    line,
    message: `第${section.numeral?.text ?? '？'}部分“${trimBlanks(section.title.text)}”${glued}`,
  };
}

/** What a report has and this source has not; nothing of it is invented. */
function absent(report: Report, hasTitle: boolean): Note[] {
  const notes: Note[] = [];
  if (!hasTitle) notes.push({ kind: 'missing', message: '没有标题' });
  for (const section of report.form.sections) {
    if (!report.sections.some(({ id }) => id === section.id))
      notes.push({ kind: 'missing', message: `没有“${section.numeral}、${section.title}”这一部分的标题` });
  }
  const found = (table: BoundTable['id']) => report.tables.some(({ id }) => id === table);
  for (const table of report.form.tables)
    if (!found(table.id)) notes.push({ kind: 'missing', message: `没有${table.name}` });
  return notes;
}
