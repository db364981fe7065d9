import { shortLabel } from '../forms/layout.ts';
import type { BoundTable, Section } from '../report/report.ts';
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
  const tables = report.tables.map((table) => tableSymbol(draft, table));
  return report.sections.map((section) => {
    const span = sectionSpan(draft, section);
    const inside = tables.filter((table) => table.span.start >= span.start && table.span.start < span.end);
    return {
      name: section.text,
      detail: '',
      kind: 'section',
      span,
      selection: draft.place(section.heading),
      children: inside,
    };
  });
}

/** What can be folded: every section, and every table. */
export function folds(draft: Draft): readonly Span[] {
  return symbols(draft).flatMap((section) => [section.span, ...section.children.map(({ span }) => span)]);
}

/** From the heading to before the next section. */
export function sectionSpan(draft: Draft, section: Section): Span {
  const start = draft.place(section.heading).start;
  const sections = draft.report?.sections ?? [];
  const next = sections[sections.indexOf(section) + 1];
  const last = draft.outline.blocks.length - 1;
  const end =
    next === undefined
      ? (draft.outline.starts[last] ?? 0) + (draft.outline.blocks[last]?.source.length ?? 0)
      : draft.place(next.heading).start;
  return { start, end: Math.max(start, trimEnd(draft.text, start, end)) };
}

function tableSymbol(draft: Draft, table: BoundTable): OutlineEntry {
  const spans = table.parts.map((part) => draft.place({ block: part.block, ...part.table.span }));
  const span = spans[0] ?? { start: 0, end: 0 };
  const rows = table.rows
    .filter((row) => row.block === table.parts[0]?.block && row.leaf.label !== '')
    .map((row): OutlineEntry => {
      const at = draft.place({ block: row.block, ...row.row.span });
      return {
        name: shortLabel(row.leaf.label),
        detail: row.figures[row.figures.length - 1]?.text ?? '',
        kind: 'row',
        span: at,
        selection: row.label.cell === undefined ? at : draft.place(row.label.anchor),
        children: [],
      };
    });
  return {
    name: table.layout.table.name,
    detail: `${table.rows.length} 行`,
    kind: 'table',
    span,
    selection: { start: span.start, end: span.start },
    children: rows,
  };
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[\s#*]/.test(text[at - 1] as string)) at--;
  return at;
}
