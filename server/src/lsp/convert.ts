import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import { rulePath } from '../core/features/pages.ts';
import type { Anchor } from '../core/outline/outline.ts';
import type { PlacedFinding, Severity } from '../core/rules/finding.ts';
import type { Span } from '../core/text/span.ts';
import type { Related } from './related.ts';

const lspSeverities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Where a read-only page is found by a client that shows them. */
export function pageUri(path: string): string {
  return `gouji:${path}`;
}

export function toRange(analysis: Analysis, span: Span): Range {
  return { start: analysis.lines.position(span.start), end: analysis.lines.position(span.end) };
}

export function anchorRange(analysis: Analysis, anchor: Anchor): Range {
  return toRange(analysis, analysis.place(anchor));
}

export function toDiagnostic(
  finding: PlacedFinding,
  analysis: Analysis,
  uri: string,
  { others, showsPages }: { readonly others?: Related['others'] | undefined; readonly showsPages: boolean },
): Diagnostic {
  const relatedInformation = finding.related.flatMap(({ anchor, message, document }) => {
    if (document === undefined) return [{ location: { uri, range: anchorRange(analysis, anchor) }, message }];
    const other = others?.get(document);
    return other === undefined
      ? []
      : [{ location: { uri: other.uri, range: anchorRange(other.analysis, anchor) }, message }];
  });
  return {
    range: toRange(analysis, finding.span),
    severity: lspSeverities[finding.severity],
    source: '勾稽',
    code: finding.rule,
    ...(showsPages ? { codeDescription: { href: pageUri(rulePath(finding.rule)) } } : {}),
    message: finding.message,
    ...(relatedInformation.length === 0 ? {} : { relatedInformation }),
  };
}

/** Where a path leads that a report writes: from the folder it is in, or from the root. */
export function relativeUri(uri: string, path: string): string {
  const written = path.replaceAll('\\', '/');
  const isAbsolute = /^(?:\/|[A-Za-z]:\/)/.test(written);
  const base = isAbsolute
    ? (/^[^/]*\/\/[^/]*/.exec(uri)?.[0] ?? '')
    : uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
  const parts = base.split('/');
  for (const part of written.replace(/^\//, '').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(encodeURIComponent(part));
  }
  return parts.join('/');
}

/** The parts of an address as they are read: editors differ in what they write as `%28`. */
export function partsOf(uri: string): readonly string[] {
  return uri.split('/').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}

/** The same for all ways to write an address. */
export function readableUri(uri: string): string {
  return partsOf(uri).join('/');
}
