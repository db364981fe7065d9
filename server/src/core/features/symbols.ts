import { shortLabel } from '../forms/layout.ts';
import type { BoundRow, BoundTable, Section } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import type { Draft } from './draft.ts';

/** An entry of the outline view. */
export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'section' | 'table' | 'row';
  readonly span: Span;
  /** Inside `span`: what is selected when it is chosen. */
  readonly selection: Span;
  readonly children: readonly OutlineEntry[];
}

/** The sections, with their tables, with their rows. */
export function symbols(draft: Draft): readonly OutlineEntry[] {
  const { report } = draft;
  if (report === undefined) return [];
  return report.sections.map((section) => {
    const span = sectionSpan(draft, section);
    return {
      name: section.text,
      detail: '',
      kind: 'section',
      span,
      selection: draft.place(section.heading),
      children: report.tables.flatMap((table) => tableSymbol(draft, table, span) ?? []),
    };
  });
}

/** What can be folded: every section, and every table. */
export function folds(draft: Draft): readonly Span[] {
  return symbols(draft).flatMap((section) => [section.span, ...section.children.map(({ span }) => span)]);
}

/** From the heading to before the next section and the marks of its heading. */
export function sectionSpan(draft: Draft, section: Section): Span {
  const start = draft.place(section.heading).start;
  const sections = draft.report?.sections ?? [];
  const next = sections[sections.indexOf(section) + 1];
  const last = draft.outline.blocks.length - 1;
  const end =
    next === undefined
      ? (draft.outline.starts[last] ?? 0) + (draft.outline.blocks[last]?.source.length ?? 0)
      : draft.place(next.heading).start;
  return {
    start,
    end: Math.max(draft.place(section.heading).end, trimEnd(draft.text, start, end, /[\s#*]/)),
  };
}

/** A table, or as much of it as stands in a section: a broken one is several, from the first to the last. */
function tableSymbol(draft: Draft, table: BoundTable, section: Span): OutlineEntry | undefined {
  const parts = table.parts
    .map((part) => trimmed(draft, draft.place({ block: part.block, ...part.table.span })))
    .filter(({ start, end }) => start >= section.start && end <= section.end)
    .sort((a, b) => a.start - b.start);
  const [first] = parts;
  if (first === undefined) return undefined;
  const span = { start: first.start, end: parts[parts.length - 1]?.end ?? first.end };
  return {
    name: table.layout.table.name,
    detail: `${table.rows.length} 行`,
    kind: 'table',
    span,
    selection: { start: span.start, end: span.start },
    children: table.rows.flatMap((row) => rowSymbol(draft, row, span) ?? []),
  };
}

function rowSymbol(
  draft: Draft,
  { leaf, block, row, label, figures }: BoundRow,
  table: Span,
): OutlineEntry | undefined {
  const span = trimmed(draft, draft.place({ block, ...row.span }));
  if (leaf.label === '' || span.start < table.start || span.end > table.end) return undefined;
  return {
    name: shortLabel(leaf.label),
    detail: figures[figures.length - 1]?.text ?? '',
    kind: 'row',
    span,
    selection: label.text === '' ? span : draft.place(label.anchor),
    children: [],
  };
}

/** Without the blanks at the end of its last line. */
function trimmed({ text }: Draft, { start, end }: Span): Span {
  return { start, end: trimEnd(text, start, end, /\s/) };
}

function trimEnd(text: string, start: number, end: number, padding: RegExp): number {
  let at = end;
  while (at > start && padding.test(text[at - 1] as string)) at--;
  return at;
}
