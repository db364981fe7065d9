import type { Form } from '../core/forms/form.ts';
import { readOutline } from '../core/outline/read.ts';
import { trimBlanks } from '../core/text/normalize.ts';
import { finishImport } from './finish.ts';
import { importHtml } from './importHtml.ts';
import { type PlacedBlock, readLoose } from './loose.ts';
import type { ImportResult, Note } from './note.ts';
import { residueLines } from './residue.ts';
import { likelyForm } from './words.ts';

/**
 * Turns the text of a report, as it comes out of Word, a web page or another tool, into a clean draft.
 * The source is read into an outline, bound to the form like any draft, and written in the canonical
 * layout. Every figure keeps its text; what is missing stays missing.
 */
export function importText(text: string): ImportResult {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?|[\f\v\u2028\u2029]/g, '\n');
  if (isHtml(source)) return importHtml(source);
  const { cleaned, notes } = withoutResidue(source);
  const isMarkdown = looksLikeMarkdown(cleaned);
  const likely = likelyForm(cleaned);
  const placed = isMarkdown ? readMarkdown(cleaned, likely) : readLoose(cleaned, likely);
  return finishImport(cleaned, placed, isMarkdown, notes);
}

/** Blanks out what is left of web pages and of Word's bookmarks; the lines keep their numbers. */
function withoutResidue(source: string): { cleaned: string; notes: Note[] } {
  const lines = source.split('\n');
  const residue = residueLines(lines, false);
  const notes: Note[] = [];
  const cleaned = lines.map((line, index) => {
    if (residue.has(index)) {
      notes.push({ kind: 'dropped', line: index + 1, message: `“${trimBlanks(line)}”` });
      return '';
    }
    return line.replace(/\[bookmark: ?[^\]\n]{0,80}\]/g, (mark) => {
      notes.push({ kind: 'dropped', line: index + 1, message: `“${mark}”` });
      return '';
    });
  });
  return { cleaned: cleaned.join('\n'), notes };
}

function isHtml(text: string): boolean {
  return /^\s*<(?:!doctype|html|head|body|meta|div|p|table|section|article|h[1-6]|span|font|center)\b/i.test(
    text,
  );
}

/** A heading with `#`, a delimiter row, a table in HTML, or settings at the head. */
function looksLikeMarkdown(text: string): boolean {
  const lines = text.split('\n');
  const rule = /^---[ \t]*$/;
  return (
    (rule.test(lines[0] ?? '') && lines.slice(1, 42).some((line) => rule.test(line))) ||
    lines.some(
      (line) =>
        /^(?:#{1,6}[ \t]+\S|[ \t]{0,3}<table\b)/i.test(line) ||
        /^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*\|[ \t|:-]*$/.test(line),
    )
  );
}

/** The outline of Markdown, with the tables in it that are none to Markdown: tabs, or one cell a line. */
function readMarkdown(text: string, likely: Form): PlacedBlock[] {
  const outline = readOutline(text);
  const placed = outline.blocks.map((block, index) => ({ block, start: outline.starts[index] as number }));
  const result: PlacedBlock[] = [];
  let run: PlacedBlock[] = [];
  const flush = () => {
    result.push(...withTables(run, text, likely));
    run = [];
  };
  for (const entry of placed) {
    const { content, source } = entry.block;
    const isIndented = content.kind === 'opaque' && content.what === 'code' && /^(?:\t| {4})/.test(source);
    if (content.kind === 'paragraph' || isIndented) run.push(entry);
    else {
      flush();
      result.push(entry);
    }
  }
  flush();
  return result;
}

function withTables(run: readonly PlacedBlock[], text: string, likely: Form): readonly PlacedBlock[] {
  const first = run[0];
  const last = run[run.length - 1];
  if (first === undefined || last === undefined) return run;
  // An indented line's tab is not part of its block.
  const from = text.lastIndexOf('\n', first.start) + 1;
  const loose = readLoose(text.slice(from, last.start + last.block.source.length), likely, from);
  return loose.some(({ block }) => block.content.kind === 'table') ? loose : run;
}
