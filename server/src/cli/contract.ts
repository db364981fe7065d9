import type { Analysis } from '../core/analysis.ts';
import { placedEdit } from '../core/edits.ts';
import type { Anchor } from '../core/outline/outline.ts';
import { type PlacedFinding, type Severity, severityCounts } from '../core/rules/finding.ts';
import type { Position } from '../core/text/lineIndex.ts';
import type { Span } from '../core/text/span.ts';

/** The stable JSON of `check`; lines and characters are zero-based UTF-16, numbers decimal strings. */
export interface CheckedReport {
  readonly path: string;
  readonly isReport: boolean;
  readonly year?: number;
  readonly organ?: string;
  readonly organKind?: string;
  readonly form?: string;
  /** Where year, organ, kind and form were read: front matter, title, name … */
  readonly sources?: Readonly<Record<string, string>>;
  readonly findings: readonly CheckedFinding[];
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface CheckedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly figure?: string;
  readonly equation?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly delta?: string;
  readonly related: readonly { readonly range: Range; readonly message: string; readonly path?: string }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly preferred: boolean;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  }[];
}

export type Summary = Record<'reports' | 'errors' | 'warnings' | 'information' | 'hints', number>;

/** `others` are the analyses of the reports that findings name beside this one. */
export function checkedReport(
  path: string,
  analysis: Analysis,
  others: ReadonlyMap<string, Analysis> = new Map(),
): CheckedReport {
  const { report } = analysis;
  if (report === undefined) return { path, isReport: false, findings: [] };
  const { year, organ, organKind } = report;
  return {
    path,
    isReport: true,
    ...(year === undefined ? {} : { year: year.value }),
    ...(organ === undefined ? {} : { organ: organ.value }),
    ...(organKind === undefined ? {} : { organKind: organKind.value }),
    form: report.form.version,
    sources: {
      ...(year === undefined ? {} : { year: year.source }),
      ...(organ === undefined ? {} : { organ: organ.source }),
      ...(organKind === undefined ? {} : { organKind: organKind.source }),
      form: report.formSource.source,
    },
    findings: analysis.findings.map((finding) => checkedFinding(finding, analysis, others)),
  };
}

export function emptySummary(): Summary {
  return { reports: 0, errors: 0, warnings: 0, information: 0, hints: 0 };
}

export function addToSummary(summary: Summary, report: CheckedReport): void {
  if (report.isReport) summary.reports++;
  const counts = severityCounts(report.findings);
  summary.errors += counts.error;
  summary.warnings += counts.warning;
  summary.information += counts.information;
  summary.hints += counts.hint;
}

function checkedFinding(
  finding: PlacedFinding,
  analysis: Analysis,
  others: ReadonlyMap<string, Analysis>,
): CheckedFinding {
  const rangeOf = (anchor: Anchor) => rangeIn(analysis, analysis.place(anchor));
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range: rangeOf(finding.anchor),
    ...finding.arithmetic,
    related: finding.related.flatMap(({ anchor, message, document }) => {
      if (document === undefined) return [{ range: rangeOf(anchor), message }];
      const other = others.get(document);
      return other === undefined
        ? []
        : [{ range: rangeIn(other, other.place(anchor)), message, path: document }];
    }),
    fixes: finding.fixes().map(({ title, preferred, edits }) => ({
      title,
      preferred: preferred === true,
      edits: edits.map((edit) => {
        const { span, newText } = placedEdit(analysis, edit);
        return { range: rangeIn(analysis, span), newText };
      }),
    })),
  };
}

function rangeIn({ lines }: Analysis, { start, end }: Span): Range {
  return { start: lines.position(start), end: lines.position(end) };
}
