import { placedEdit } from '../edits.ts';
import type { TableStyle } from '../forms/markdown.ts';
import type { Edit, Fix, PlacedFinding } from '../rules/finding.ts';
import type { Span } from '../text/span.ts';
import { blockAt, type Draft } from './draft.ts';
import { formatTables } from './format.ts';
import { type Refactoring, refactorings } from './refactorings.ts';

/** A repair of one finding. */
export interface QuickFix {
  readonly finding: PlacedFinding;
  readonly fix: Fix;
}

/** The findings that a range touches. */
export function findingsIn(draft: Draft, range: Span): readonly PlacedFinding[] {
  return draft.findings.filter(({ span }) => span.start <= range.end && range.start <= span.end);
}

/** Their repairs. */
export function quickFixes(draft: Draft, range: Span): readonly QuickFix[] {
  return findingsIn(draft, range).flatMap((finding) => finding.fixes().map((fix) => ({ finding, fix })));
}

/** What can be done with the table at an offset. */
export function refactoringsAt(draft: Draft, offset: number): readonly Refactoring[] {
  const block = blockAt(draft, offset)?.block;
  const table = draft.report?.tables.find(({ parts }) => parts.some((part) => part.block === block));
  return block === undefined || table === undefined ? [] : refactorings(draft, table);
}

/** Every safe repair of the draft, none overlapping another: labels, writing, and totals all agree on. */
export function safeEdits(draft: Draft): readonly Edit[] {
  const taken: Span[] = [];
  return draft.findings.flatMap((finding) => {
    const fix = finding.fixes().find((candidate) => candidate.safe === true);
    if (fix === undefined) return [];
    const spans = fix.edits.map((edit) => placedEdit(draft, edit).span);
    if (spans.some((span) => taken.some((other) => overlap(span, other)))) return [];
    taken.push(...spans);
    return fix.edits;
  });
}

/** What can be set right without a person: safe fixes, then totals that are wrong, then the tables' padding. */
export function repairEdits(draft: Draft, style: TableStyle): readonly Edit[] {
  const safe = safeEdits(draft);
  if (safe.length > 0) return safe;
  const totals = (draft.report?.tables ?? []).flatMap((table) =>
    refactorings(draft, table)
      .filter(({ id }) => id === 'recalculate')
      .flatMap(({ edits }) => edits),
  );
  return totals.length > 0 ? totals : formatTables(draft, style);
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end ? true : a.start === b.start && a.end === b.end;
}
