import {
  type Anchor,
  type Block,
  type Content,
  type Outline,
  type Prose,
  sourceSpan,
} from '../outline/outline.ts';
import type { BoundLabel, BoundRow, BoundTable, Figure, Report, Section } from '../report/report.ts';
import type { PlacedFinding } from '../rules/finding.ts';
import type { IgnoredFinding } from '../rules/ignores.ts';
import { partitionPoint } from '../text/search.ts';
import { type Span, span, touches } from '../text/span.ts';

/** What the features see of an analysis. */
export interface Draft {
  readonly text: string;
  readonly outline: Outline;
  readonly report: Report | undefined;
  readonly findings: readonly PlacedFinding[];
  readonly ignored: readonly (PlacedFinding & IgnoredFinding)[];
  place(anchor: Anchor): Span;
}

/** A block with where it stands. */
export interface PlacedBlock {
  readonly block: Block;
  readonly index: number;
  readonly start: number;
}

/** The block at an offset; a cursor right behind a block is still in it. */
export function blockAt(draft: Draft, offset: number): PlacedBlock | undefined {
  const { blocks, starts } = draft.outline;
  const index = partitionPoint(starts, (start) => start <= offset) - 1;
  const block = blocks[index];
  const start = starts[index];
  if (block === undefined || start === undefined || offset > start + block.source.length) return undefined;
  return { block, index, start };
}

export function figureAt(
  draft: Draft,
  offset: number,
): { readonly figure: Figure; readonly table: BoundTable; readonly row: BoundRow } | undefined {
  const at = blockAt(draft, offset);
  if (at === undefined) return undefined;
  for (const table of draft.report?.tables ?? []) {
    for (const row of table.rows) {
      if (row.block !== at.block || !touches(row.row.span, offset - at.start)) continue;
      const figure = row.figures.find(({ cells }) =>
        cells.some(({ anchor }) => anchor.block === at.block && touches(anchor, offset - at.start)),
      );
      if (figure !== undefined) return { figure, table, row };
    }
  }
  return undefined;
}

/** The bound row, or column heading, whose label is at an offset. */
export function labelAt(
  draft: Draft,
  offset: number,
):
  | {
      readonly table: BoundTable;
      readonly row?: BoundRow;
      readonly column?: BoundLabel;
      readonly anchor: Anchor;
    }
  | undefined {
  const at = blockAt(draft, offset);
  if (at === undefined) return undefined;
  const here = (anchor: Anchor) => anchor.block === at.block && touches(anchor, offset - at.start);
  for (const table of draft.report?.tables ?? []) {
    if (!table.parts.some(({ block }) => block === at.block)) continue;
    const row = table.rows.find(({ label }) => label.cell !== undefined && here(label.anchor));
    if (row !== undefined) return { table, row, anchor: row.label.anchor };
    const column = table.columnLabels.find(({ anchor }) => here(anchor));
    if (column !== undefined) return { table, column, anchor: column.anchor };
  }
  return undefined;
}

export function sectionHeadingAt(draft: Draft, offset: number): Section | undefined {
  return draft.report?.sections.find((section) => touches(draft.place(section.heading), offset));
}

/** The prose at an offset, with the offset in its visible text, and a way back to the draft. */
export function proseAt(
  draft: Draft,
  offset: number,
): { readonly text: string; readonly offset: number; readonly place: (range: Span) => Span } | undefined {
  const at = blockAt(draft, offset);
  if (at === undefined) return undefined;
  const prose = proseIn(at.block.content, offset - at.start);
  if (prose === undefined) return undefined;
  return {
    text: prose.text,
    offset: visibleOffset(prose, offset - at.start),
    place: (range) => {
      const within = sourceSpan(prose, range);
      return span(at.start + within.start, at.start + within.end);
    },
  };
}

function proseIn(content: Content, offset: number): Prose | undefined {
  switch (content.kind) {
    case 'heading':
    case 'paragraph':
      return touches(content.span, offset) ? content.prose : undefined;
    case 'list':
      for (const item of content.items) {
        if (!touches(item.span, offset)) continue;
        for (const inner of item.content) {
          const found = proseIn(inner, offset);
          if (found !== undefined) return found;
        }
      }
      return undefined;
    case 'table':
      for (const row of content.rows) {
        if (!touches(row.span, offset)) continue;
        return row.cells.find((cell) => touches(cell.span, offset))?.prose;
      }
      return undefined;
    default:
      return undefined;
  }
}

function visibleOffset(prose: Prose, offset: number): number {
  for (const run of prose.runs) {
    if (offset < run.from) return run.at;
    if (offset <= run.from + run.sourceLength) {
      return run.sourceLength === run.length ? run.at + (offset - run.from) : run.at;
    }
  }
  return prose.text.length;
}

/** Text of the draft made safe to stand in Markdown that the editor renders. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+\-.!|~&]/g, '\\$&').replace(/\s+/g, ' ');
}
