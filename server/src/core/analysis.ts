import type { Anchor, Outline } from './outline/outline.ts';
import { indexOfBlock } from './outline/pages.ts';
import { outlineInSteps } from './outline/read.ts';
import { buildReport } from './report/build.ts';
import type { Report } from './report/report.ts';
import { checkReport, type RuleLevels, type RulesRun } from './rules/check.ts';
import type { Finding, PlacedFinding } from './rules/finding.ts';
import type { IgnoredFinding } from './rules/ignores.ts';
import { defaultSettings, type NamedReport, type RuleContext, type RuleSettings } from './rules/rule.ts';
import { type LineIndex, lineIndex } from './text/lineIndex.ts';
import { driven } from './text/pause.ts';
import type { Span } from './text/span.ts';

export interface AnalysisOptions {
  readonly levels?: RuleLevels;
  readonly settings?: Partial<RuleSettings>;
  readonly last?: NamedReport;
  readonly children?: RuleContext['children'];
}

/** All that is known of one version of a text. Immutable; each part is computed when first asked for. */
export interface Analysis {
  readonly text: string;
  readonly lines: LineIndex;
  readonly outline: Outline;
  /** `undefined` when the text is no report: then there is nothing to find. */
  readonly report: Report | undefined;
  /** In the order of the text. */
  readonly findings: readonly PlacedFinding[];
  /** What the draft's comments ask to ignore, in the order of the text. */
  readonly ignored: readonly (PlacedFinding & IgnoredFinding)[];
  /** Where an anchor stands in this text. */
  place(anchor: Anchor): Span;
}

/** What was made last, for this text or an earlier one: the next is made from it. An analysis keeps no other alive. */
interface Newest {
  outline?: Outline;
  lines?: LineIndex;
}

const newestOf = new WeakMap<Analysis, Newest>();

/** The one door to the core. The text must not begin with a BOM: whoever reads bytes strips it. */
export function analyze(text: string, options: AnalysisOptions = {}, previous?: Analysis): Analysis {
  const newest: Newest = { ...(previous && newestOf.get(previous)) };
  const reading = lazy(() => outlineInSteps(text, newest.outline));
  const outline = lazy(() => (newest.outline = driven(reading())));
  const lines = lazy(() => (newest.lines = lineIndex(text, newest.lines)));
  const report = lazy(() => buildReport(outline()));
  const place = (anchor: Anchor): Span => {
    const start = outline().starts[indexOfBlock(outline(), anchor.block)] ?? 0;
    return { start: start + anchor.start, end: start + anchor.end };
  };
  const run: RulesRun = new Map();
  const checked = lazy(() => {
    const bound = report();
    return bound === undefined
      ? { findings: [], ignored: [] }
      : checkReport(bound, contextOf(options), options.levels, run);
  });
  const findings = lazy(() => inTextOrder(checked().findings, place));
  const ignored = lazy(() => inTextOrder(checked().ignored, place));
  const analysis: Analysis = {
    text,
    get lines() {
      return lines();
    },
    get outline() {
      return outline();
    },
    get report() {
      return report();
    },
    get findings() {
      return findings();
    },
    get ignored() {
      return ignored();
    },
    place,
  };
  newestOf.set(analysis, newest);
  return analysis;
}

function contextOf(options: AnalysisOptions): RuleContext {
  return {
    settings: { ...defaultSettings, ...options.settings },
    ...(options.last === undefined ? {} : { last: options.last }),
    ...(options.children === undefined ? {} : { children: options.children }),
  };
}

function inTextOrder<F extends Finding>(
  findings: readonly F[],
  place: (anchor: Anchor) => Span,
): (F & PlacedFinding)[] {
  const placed = findings.map((finding) => ({ ...finding, span: place(finding.anchor) }));
  return placed.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function lazy<T>(compute: () => T): () => T {
  let value: { readonly made: T } | undefined;
  return () => (value ??= { made: compute() }).made;
}
