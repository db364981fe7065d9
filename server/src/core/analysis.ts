import type { Anchor, Outline } from './outline/outline.ts';
import { indexOfBlock } from './outline/pages.ts';
import { outlineInSteps } from './outline/read.ts';
import { buildReport } from './report/build.ts';
import type { Report } from './report/report.ts';
import { type Checked, checkReport, type RuleLevels, type RulesRun } from './rules/check.ts';
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

/** The one door to the core. The text must not begin with a BOM: whoever reads bytes strips it. */
export function analyze(text: string, options: AnalysisOptions = {}, previous?: Analysis): Analysis {
  return new TextAnalysis(text, options, previous instanceof TextAnalysis ? previous.newest : {});
}

/** A class: a literal with getters would be of a shape of its own each time, which only a full collection frees. */
class TextAnalysis implements Analysis {
  readonly text: string;
  readonly newest: Newest;
  readonly #options: AnalysisOptions;
  readonly #run: RulesRun = new Map();
  #reading: Generator<undefined, Outline> | undefined;
  #outline: Outline | undefined;
  #lines: LineIndex | undefined;
  #report: { readonly bound: Report | undefined } | undefined;
  #checked: Checked | undefined;
  #findings: readonly PlacedFinding[] | undefined;
  #ignored: Analysis['ignored'] | undefined;

  constructor(text: string, options: AnalysisOptions, newest: Newest) {
    this.text = text;
    this.newest = { ...newest };
    this.#options = options;
  }

  get lines(): LineIndex {
    return (this.#lines ??= this.newest.lines = lineIndex(this.text, this.newest.lines));
  }

  get outline(): Outline {
    if (this.#outline === undefined) {
      this.#reading ??= outlineInSteps(this.text, this.newest.outline);
      this.#outline = this.newest.outline = driven(this.#reading);
    }
    return this.#outline;
  }

  get report(): Report | undefined {
    return (this.#report ??= { bound: buildReport(this.outline) }).bound;
  }

  get findings(): readonly PlacedFinding[] {
    return (this.#findings ??= this.#inTextOrder(this.#check().findings));
  }

  get ignored(): Analysis['ignored'] {
    return (this.#ignored ??= this.#inTextOrder(this.#check().ignored));
  }

  place({ block, start, end }: Anchor): Span {
    const from = this.outline.starts[indexOfBlock(this.outline, block)] ?? 0;
    return { start: from + start, end: from + end };
  }

  #check(): Checked {
    const { report } = this;
    return (this.#checked ??=
      report === undefined
        ? { findings: [], ignored: [] }
        : checkReport(report, contextOf(this.#options), this.#options.levels, this.#run));
  }

  #inTextOrder<F extends Finding>(findings: readonly F[]): (F & PlacedFinding)[] {
    const placed = findings.map((finding) => ({ ...finding, span: this.place(finding.anchor) }));
    return placed.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }
}

function contextOf(options: AnalysisOptions): RuleContext {
  return {
    settings: { ...defaultSettings, ...options.settings },
    ...(options.last === undefined ? {} : { last: options.last }),
    ...(options.children === undefined ? {} : { children: options.children }),
  };
}
